// Draws an address as a QR code (ISO/IEC 18004), so that paper leads back to what a runner has chosen. In goes a text, out comes a
// drawing like those that the site's own sheets have: the path of an SVG. Of versions 1 to 12, which is as far as modules of 0.5 mm
// go in 33 mm; in byte mode, and of level M where that is enough.

// How the bytes of a version are parted into blocks: [bytes of error correction in each, blocks]. The index is the version.
const blocks = {
  M: [, [10, 1], [16, 1], [26, 1], [18, 2], [24, 2], [16, 4], [18, 4], [22, 4], [22, 5], [26, 5], [30, 5], [22, 8]],
  L: [, [7, 1], [10, 1], [15, 1], [20, 1], [26, 1], [18, 2], [20, 2], [24, 2], [30, 2], [18, 4], [20, 4], [24, 4]],
};
const totals = [, 26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466]; // bytes of data and of error correction
const levels = { L: 1, M: 0 }; // as the format information says them
const masks = [
  (x, y) => (x + y) % 2 === 0,
  (x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

// Returns the code of a text: {version, level, mask, rows}, a row for each line of modules, 1 where one is black. null where the text
// is too long.
export function code(text) {
  const bytes = new TextEncoder().encode(text);
  for (const level of ["M", "L"]) {
    for (let version = 1; version < totals.length; version++) {
      if (headBits(version) + 8 * bytes.length <= 8 * room(version, level)) return drawn(version, level, bytes);
    }
  }
  return null;
}

// Returns what a code looks like in an SVG: its viewBox, without the four modules of white that the paper has around it, and a path to be
// stroked, of one line for each run of black modules.
export function drawing({ rows }) {
  let d = "";
  for (const [y, row] of rows.entries()) {
    for (const run of row.join("").matchAll(/1+/g)) d += `M${run.index + 4} ${y + 4}.5h${run[0].length}`;
  }
  return { viewBox: `4 4 ${rows.length} ${rows.length}`, d };
}

// Bits in front of the data: the mode, and the length of the text.
const headBits = (version) => (version < 10 ? 12 : 20);

// Bytes of data.
const room = (version, level) => totals[version] - blocks[level][version][0] * blocks[level][version][1];

function drawn(version, level, bytes) {
  const grid = patterns(version);
  const bits = filled(grid, interleaved(version, level, data(version, level, bytes)));
  const tried = masks.map((mask, i) => masked(grid, bits, mask, formatBits(levels[level], i)));
  const worth = tried.map(penalty);
  const mask = worth.indexOf(Math.min(...worth));
  return { version, level, mask, rows: tried[mask] };
}

// The text as bytes of data, filled up to the room that there is.
function data(version, level, bytes) {
  const bits = [];
  const add = (value, count) => { for (let i = count - 1; i >= 0; i--) bits.push((value >> i) & 1); };
  add(0b0100, 4); // byte mode
  add(bytes.length, headBits(version) - 4);
  for (const b of bytes) add(b, 8);
  const most = 8 * room(version, level);
  add(0, Math.min(4, most - bits.length));
  add(0, (8 - (bits.length % 8)) % 8);
  for (let filler = 0xec; bits.length < most; filler ^= 0xec ^ 0x11) add(filler, 8);
  const list = [];
  for (let i = 0; i < bits.length; i += 8) list.push(parseInt(bits.slice(i, i + 8).join(""), 2));
  return list;
}

// The bytes as they stand in the code: block by block, a byte of each in turn, and then those of their error correction.
function interleaved(version, level, bytes) {
  const [correction, count] = blocks[level][version];
  const short = Math.floor(bytes.length / count), long = bytes.length % count;
  const parts = [];
  for (let i = 0, at = 0; i < count; i++) {
    const size = short + (i >= count - long ? 1 : 0);
    parts.push(bytes.slice(at, at += size));
  }
  const list = [];
  for (let i = 0; i <= short; i++) for (const part of parts) if (i < part.length) list.push(part[i]);
  const remainders = parts.map((part) => remainder(part, generator(correction)));
  for (let i = 0; i < correction; i++) for (const r of remainders) list.push(r[i]);
  return list;
}

// The product of two bytes in GF(256), of the polynomial x⁸ + x⁴ + x³ + x² + 1.
function times(a, b) {
  let product = 0;
  for (; b; b >>= 1, a = (a << 1) ^ (a & 0x80 ? 0x11d : 0)) if (b & 1) product ^= a;
  return product;
}

// The factors of (x - 1)(x - 2)(x - 4)…, without the first one, which is 1.
function generator(degree) {
  let factors = [1];
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    factors = [...factors, 0].map((f, j) => f ^ (j ? times(factors[j - 1], root) : 0));
  }
  return factors.slice(1);
}

// The Reed-Solomon remainder of some bytes.
function remainder(bytes, factors) {
  const rest = factors.map(() => 0);
  for (const b of bytes) {
    const first = b ^ rest.shift();
    rest.push(0);
    for (const [i, f] of factors.entries()) rest[i] ^= times(f, first);
  }
  return rest;
}

// The modules that no text changes; undefined where the data goes, 0 for now where the format stands.
function patterns(version) {
  const size = 17 + 4 * version;
  const grid = Array.from({ length: size }, () => Array(size).fill(undefined));
  const set = (x, y, black) => { if (grid[y] && x >= 0 && x < size) grid[y][x] = black ? 1 : 0; };
  for (let i = 0; i < size; i++) set(i, 6, i % 2 === 0), set(6, i, i % 2 === 0); // timing
  for (const [x, y] of alignments(version)) rings(set, x, y, 2, [1]);
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) rings(set, x, y, 4, [2, 4]); // finders
  placeFormat((x, y) => set(x, y, 0), size, 0);
  if (version >= 7) placeVersion(set, size, version);
  return grid;
}

// A square that is black but for some of its rings.
function rings(set, x, y, radius, white) {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) set(x + dx, y + dy, !white.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  }
}

// The middles of the small squares: where those of two or three lines cross, without the corners of the finders.
function alignments(version) {
  if (version === 1) return [];
  const last = 10 + 4 * version;
  const lines = version < 7 ? [6, last] : [6, (6 + last) / 2, last];
  const all = lines.flatMap((y) => lines.map((x) => [x, y]));
  return all.filter(([x, y]) => !((x === 6 || x === last) && (y === 6 || y === last)) || (x === last && y === last));
}

// What is left of a number when it is divided by a polynomial of some degree, behind that number.
function withRemainder(value, polynomial, degree) {
  let rest = value << degree;
  for (let i = 31 - Math.clz32(rest); i >= degree; i--) if ((rest >> i) & 1) rest ^= polynomial << (i - degree);
  return (value << degree) | rest;
}

const formatBits = (level, mask) => withRemainder((level << 3) | mask, 0x537, 10) ^ 0x5412;

// The format stands twice: around the finder at the upper left, and parted between the two others. One module is always black.
function placeFormat(set, size, bits) {
  for (let i = 0; i < 15; i++) {
    const bit = (bits >> i) & 1;
    const along = i < 6 ? i : i < 8 ? i + 1 : 14 - i + (i === 8 ? 1 : 0);
    if (i < 8) set(8, along, bit), set(size - 1 - i, 8, bit);
    else set(along, 8, bit), set(8, size - 15 + i, bit);
  }
  set(8, size - 8, 1);
}

function placeVersion(set, size, version) {
  const bits = withRemainder(version, 0x1f25, 12);
  for (let i = 0; i < 18; i++) {
    const a = Math.floor(i / 3), b = size - 11 + (i % 3);
    set(a, b, (bits >> i) & 1);
    set(b, a, (bits >> i) & 1);
  }
}

// The modules of the bytes: upwards and downwards in turn, in stripes of two modules from the right, beside the timing. A module that is
// left over is white.
function filled(grid, bytes) {
  const size = grid.length;
  const bits = grid.map(() => Array(size).fill(0));
  let at = 0, up = true;
  for (let right = size - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right--;
    for (let i = 0; i < size; i++) {
      const y = up ? size - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (grid[y][x] !== undefined) continue;
        bits[y][x] = (bytes[at >> 3] >> (7 - (at & 7))) & 1;
        at++;
      }
    }
  }
  return bits;
}

function masked(grid, bits, mask, format) {
  const rows = grid.map((row, y) => row.map((m, x) => m ?? bits[y][x] ^ mask(x, y)));
  placeFormat((x, y, black) => { rows[y][x] = black; }, rows.length, format);
  return rows;
}

// How hard a code is to read, by the four signs of the standard: long runs, squares of one colour, what looks like a finder, and more
// of one colour than of the other.
function penalty(rows) {
  const size = rows.length;
  let sum = 0, black = 0;
  for (let a = 0; a < size; a++) {
    sum += linePenalty(rows[a]) + linePenalty(rows.map((row) => row[a]));
    for (let b = 0; b < size; b++) {
      black += rows[a][b];
      if (a && b && (rows[a][b] + rows[a][b - 1] + rows[a - 1][b] + rows[a - 1][b - 1]) % 4 === 0) sum += 3;
    }
  }
  return sum + 10 * Math.floor((Math.abs(2 * black - size ** 2) * 10) / size ** 2);
}

function linePenalty(line) {
  let sum = 0, run = 0, last11 = 0;
  for (const [i, m] of line.entries()) {
    run = m === line[i - 1] ? run + 1 : 1;
    if (run === 5) sum += 3;
    else if (run > 5) sum++;
    last11 = ((last11 << 1) | m) & 0x7ff;
    if (i >= 10 && (last11 === 0b10111010000 || last11 === 0b00001011101)) sum += 40;
  }
  return sum;
}
