// Numbers as bits, and bits as a text that an address can have: what link.js writes its links with.

// Writer puts numbers behind each other.
export class Writer {
  #bits = [];

  // A number below 2 ** count.
  put(n, count) {
    for (let i = count - 1; i >= 0; i--) this.#bits.push(Math.floor(n / 2 ** i) % 2);
  }

  flag(is) {
    this.put(is ? 1 : 0, 1);
  }

  // What may be missing, which null says.
  optional(what, write) {
    this.flag(what !== null);
    if (what !== null) write(what);
  }

  // A number from 0 on. A smaller one takes fewer bits; all below 2 ** small take small + 1 (an exponential Golomb code).
  number(n, small = 0) {
    let length = small + 1;
    while (n + 2 ** small >= 2 ** length) length++;
    this.put(0, length - 1 - small);
    this.put(n + 2 ** small, length);
  }

  // A number that may be less than 0.
  signed(n, small = 0) {
    this.number(n < 0 ? -2 * n - 1 : 2 * n, small);
  }

  // A load in thousandths of its unit. Most are of whole or half kilograms or pounds, and so far from another, which takes fewer bits.
  load(n, near = null) {
    const odd = (n - (near ?? 0)) % 500 !== 0;
    this.flag(odd);
    if (odd) this.number(n, 12);
    else if (near === null) this.number(n / 500, 4);
    else this.signed((n - near) / 500, 2);
  }

  bytes() {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
    for (const [i, bit] of this.#bits.entries()) bytes[i >> 3] |= bit << (7 - (i & 7));
    return bytes;
  }
}

const mostZeros = 40; // in front of a number: one that is larger was not written here
const mostLoad = 1e9;

// Reader takes them off again. Where there is nothing, or nothing that was written here, it reads zeros, and has failed.
export class Reader {
  #bytes;
  #at = 0;
  failed = false;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  fail() {
    this.failed = true;
  }

  take(count) {
    let n = 0;
    for (let i = 0; i < count; i++, this.#at++) {
      if (this.#at >= 8 * this.#bytes.length) this.fail();
      n = 2 * n + ((this.#bytes[this.#at >> 3] >> (7 - (this.#at & 7))) & 1);
    }
    return n;
  }

  flag() {
    return this.take(1) === 1;
  }

  optional(read) {
    return this.flag() ? read() : null;
  }

  number(small = 0) {
    let zeros = 0;
    while (!this.failed && this.take(1) === 0) if (++zeros > mostZeros) this.fail();
    if (this.failed) return 0;
    return 2 ** (small + zeros) + this.take(small + zeros) - 2 ** small;
  }

  signed(small = 0) {
    const n = this.number(small);
    return n % 2 ? -(n + 1) / 2 : n / 2;
  }

  load(near = null) {
    const load = this.flag() ? this.number(12) : near === null ? this.number(4) * 500 : near + this.signed(2) * 500;
    if (load < 0 || load > mostLoad) this.fail();
    return load;
  }

  skip() {
    this.#at = 8 * this.#bytes.length;
  }

  // Whether all was read: what is left are fewer than eight zeros.
  ended() {
    const left = 8 * this.#bytes.length - this.#at;
    return !this.failed && left < 8 && this.take(left) === 0;
  }
}

// The CRC-24 of RFC 9580 (OpenPGP): it finds each error that spoils four characters in a row or fewer.
export function crc24(bytes) {
  let crc = 0xb704ce;
  for (const b of bytes) {
    crc ^= b << 16;
    for (let i = 0; i < 8; i++) crc = (crc << 1) ^ (crc & 0x800000 ? 0x1864cfb : 0);
  }
  return crc & 0xffffff;
}

// Bytes as text, and back: base64 with the characters of RFC 4648, section 5. null where it is none.
export function textOf(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function bytesOf(text) {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
}
