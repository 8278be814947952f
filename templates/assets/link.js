// Writes what a runner has chosen, and where she stands, as a text for the address of a plan: #y=… . The paper's QR code has it, so it is
// short: numbers are written bit by bit, and names as a part of their hash. States are never written by their number, but by what they
// ask for, so that the link is still understood when the coach has changed the plan; what is not sure then is left out and said.
//
// In front stand the version, a part of the plan's hash and a checksum of all that follows: other texts are refused.
import { Reader, Writer, bytesOf, crc24, textOf } from "./bits.js";
import { Names, hash } from "./link-names.js";
import { readStand, writeStand } from "./link-stand.js";
import { dayOf, liftsOf, personal } from "./machine.js";

const version = 1;
const head = 4; // bytes: the version with a part of the plan's hash, and three of the checksum
const firstMonday = Date.UTC(2026, 0, 5) / 86_400_000; // from which weeks are counted
const mostWeights = 1000; // in a list
const mostLoad = 1e9; // from one weight to the last that is as far from the one before
const units = ["", "kg", "lb"];

// Returns the text of a link: settings, and where there is a log, the stand that machine.js follows it to. data is follow.json.
export function encode(data, settings, stand = null) {
  const names = Names.of(data), out = new Writer();
  const left = stand ? { ...settings, starts: startsBehind(data, settings, stand.phase) } : settings;
  names.begin(out);
  writeSettings(out, names, left);
  out.flag(stand);
  if (stand) writeStand(out, names, personal(data, left), stand, dayOf(settings.monday));
  const payload = out.bytes(), check = checksum(data, payload);
  return textOf(Uint8Array.of(firstOf(data), check >> 16, check >> 8, check, ...payload));
}

// Reads a link or its text: {settings, stand, notes}, stand null where the link has none. What is no link of this plan is {code}: "none",
// "newer" than this script, "plan" (another plan's) or "spoilt". Notes say what of it is not understood any more, because the coach has
// changed the plan, each with the key of the lift where there is one:
//   {code: "list"}           a list of weights, and {code: "start"} an own start, that the plan has no place for
//   {code: "lift"}           a lift or its exercise is not in the plan now
//   {code: "phase", lift}    the lift is one of another phase now
//   {code: "amount", lift}   no state of the lift asks for as much, and {code: "place", lift} the weeks of its table are others
//   {code: "load", lift}     the load does not exist now: the next easier one stands
//   {code: "week"}           the plan has no such week: there is no stand
// A lift of the link that is not understood begins as its phase does, but for its load alone.
export function decode(data, text) {
  const bytes = bytesOf(/^\s*(?:[^#]*#y=)?([\w-]*)/.exec(text)?.[1] ?? "");
  if (!bytes || bytes.length <= head) return { code: "none" };
  const payload = bytes.subarray(head), check = checksum(data, payload);
  if (bytes[0] >> 4 !== version) return { code: bytes[0] >> 4 > version ? "newer" : "none" };
  if (bytes[0] !== firstOf(data)) return { code: "plan" };
  if ((bytes[1] << 16 | bytes[2] << 8 | bytes[3]) !== check) return { code: "spoilt" };
  const from = new Reader(payload), notes = [];
  const names = Names.read(from, data);
  const settings = readSettings(from, names, notes);
  const stand = from.flag() ? readStand(from, names, personal(data, settings), dayOf(settings.monday), notes) : null;
  return from.ended() ? { settings, stand, notes } : { code: "spoilt" };
}

// The checksum is of the plan's name as well: of one plan in sixteen the link is not "plan" but "spoilt".
const firstOf = (data) => (version << 4) | (hash(idOf(data)) >> 20);
const idOf = (data) => `${data.plan}/${data.runner}`;

function checksum(data, payload) {
  return crc24([...new TextEncoder().encode(idOf(data)), version, ...payload]);
}

// The starts of lifts whose phase has not begun. What others began with says nothing any more.
function startsBehind({ machines: { phases, lifts } }, { starts = {} }, phase) {
  const begun = new Set(phases.slice(0, phase + 1).flatMap(liftsOf).map((i) => lifts[i].key));
  return Object.fromEntries(Object.entries(starts).filter(([key]) => !begun.has(key)));
}

function writeSettings(out, names, { monday, unit, days, weights = {}, starts = {} }) {
  const week = (Date.parse(monday) / 86_400_000 - firstMonday) / 7;
  out.optional(Number.isInteger(week) ? week : null, () => out.signed(week, 6));
  out.put(Math.max(0, units.indexOf(unit)), 2);
  out.flag(days?.length);
  if (days?.length) for (let day = 0; day < 7; day++) out.flag(days.includes(day));
  const lists = Object.entries(weights).filter(([name, list]) => names.has("list", name) && list.length);
  out.number(lists.length);
  for (const [name, list] of lists) names.write(out, "list", name), writeList(out, list);
  writeStarts(out, names, Object.entries(starts).filter(([key]) => names.has("start", key)));
}

// A few starts stand beside the names of their lifts. Where there are more, the lifts are ticked in the order of the plan, and the starts are
// understood as long as it has the same lifts.
function writeStarts(out, names, starts) {
  const many = starts.length > 3, lifts = names.all("start"), own = new Map(starts);
  out.flag(many);
  out.number(many ? lifts.length : own.size, 2);
  if (many) out.put(names.hashOfAll("start"), 16);
  for (const lift of many ? lifts : own.keys()) {
    if (many) out.flag(own.has(lift));
    else names.write(out, "start", lift);
    if (own.has(lift)) out.load(own.get(lift));
  }
}

function readStarts(from, names, notes) {
  const starts = {}, many = from.flag(), count = from.number(2), lifts = names.all("start");
  const sure = !many || from.take(16) === names.hashOfAll("start");
  for (let i = 0; i < count && !from.failed; i++) {
    const lift = many ? sure && lifts[i] : names.read(from, "start");
    if (many && !from.flag()) continue;
    const load = from.load();
    if (lift) starts[lift] = load;
    else notes.push({ code: "start" });
  }
  return starts;
}

function readSettings(from, names, notes) {
  const settings = {};
  const monday = from.optional(() => dateOf(firstMonday + 7 * from.signed(6)));
  if (monday) settings.monday = monday;
  const unit = units[from.take(2)];
  if (unit) settings.unit = unit;
  if (from.flag()) settings.days = [0, 1, 2, 3, 4, 5, 6].filter(() => from.flag());
  for (let left = from.number(); left > 0 && !from.failed; left--) {
    const name = names.read(from, "list"), list = readList(from);
    if (name) settings.weights = { ...settings.weights, [name]: list };
    else notes.push({ code: "list" });
  }
  const starts = readStarts(from, names, notes);
  if (Object.keys(starts).length) settings.starts = starts;
  return settings;
}

// A day as it is written; null where the year has not four digits.
function dateOf(day) {
  const date = new Date(day * 86_400_000), year = date.getUTCFullYear();
  return year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

// Weights of a list are mostly as far apart as the ones before: the gaps are written once for all that are alike.
function writeList(out, list) {
  const weights = [...new Set(list)].sort((a, b) => a - b), unit = weights.reduce(divisor, 0) || 1;
  const gaps = [];
  for (let i = 1; i < weights.length; i++) {
    const gap = (weights[i] - weights[i - 1]) / unit;
    if (gaps.at(-1)?.[0] === gap) gaps.at(-1)[1]++;
    else gaps.push([gap, 1]);
  }
  out.load(unit);
  out.number(weights[0] / unit, 1);
  out.number(gaps.length);
  for (const [gap, times] of gaps) out.number(gap - 1), out.number(times - 1, 1);
}

const divisor = (a, b) => (b ? divisor(b, a % b) : a);

function readList(from) {
  const unit = from.load(), weights = [from.number(1) * unit];
  for (let left = from.number(); left > 0 && !from.failed; left--) {
    const gap = from.number() + 1, times = from.number(1) + 1;
    if (weights.length + times > mostWeights || times * gap * unit > mostLoad) from.fail();
    for (let i = 0; i < times && !from.failed; i++) weights.push(weights.at(-1) + gap * unit);
  }
  return weights;
}
