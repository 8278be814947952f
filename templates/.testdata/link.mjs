// Holds the links that bring back what a runner has chosen and where she stands (link.js) to their laws, with drawn runners.
//
//   node link.mjs ASSETS PLANS BASE ROUNDS TEXTS
//
// PLANS is a file with what follow.json has of a plan in each line: alone, or as {before, after, …} where a coach has changed it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

const [assets, file, base, rounds, texts] = process.argv.slice(2);
const days = 5; // on which a runner makes a link
const load = (name) => import(path.join(assets, name));
const { decode, encode } = await load("link.js");
const { bytesOf, crc24, textOf } = await load("bits.js");
const { Walk, amount, dayOf, follow, personal, standOf, visits } = await load("machine.js");
const lines = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const published = lines.filter((line) => line.machines), rungs = ({ machines }) => machines.lifts.reduce((n, lift) => n + lift.rungs.length / machines.lifts.length, 0);
const again = twice(published.toSorted((a, b) => rungs(b) - rungs(a))[0]), plans = [...published, again], edits = lines.filter((line) => line.before);

// A plan that begins once more: what has been climbed counts in its second half. Best of that with the longest ladders.
function twice({ machines: { lifts, registers, phases, ...rest }, ...data }) {
  const [phase] = phases, last = phase.weeks.at(-1).number, again = (lift) => ({ ...lift, key: `${lift.key}@again`, rungs: lift.rungs.map((rung) => ({ ...rung, register: rung.register < 0 ? -1 : rung.register + registers.length })) });
  const second = { sessions: phase.sessions.map((s) => ({ ...s, lifts: s.lifts.map((lift) => lift + lifts.length) })), weeks: phase.weeks.map((w) => ({ ...w, number: w.number + last })) };
  return { ...data, plan: `${data.plan}-twice`, machines: { ...rest, lifts: [...lifts, ...lifts.map(again)], registers: [...registers, ...registers], phases: [phase, second] } };
}

// A generator that draws the same on each run (mulberry32).
let seed = 18;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n) => Math.floor(random() * n);
const chance = (n) => below(n) === 0;
const one = (list) => list[below(list.length)];
const dateOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

// What a runner chooses. Of the weights of a room she has those of a range, often without some of them, and one that nobody sells.
function drawSettings({ unit, machines: { lists, lifts } }) {
  const settings = { monday: dateOf(dayOf("2026-11-30") + 7 * below(60)), unit: chance(3) ? "lb" : unit, days: [one([0, 1, 2]), one([3, 4, 5, 6])] };
  for (const { name, weights } of lists.filter(() => chance(2))) {
    const from = below(weights.length), sold = [below(weights.length), below(weights.length)];
    const list = weights.slice(from, from + 2 + below(weights.length)).filter((_, i) => !sold.includes(i));
    if (chance(3)) list.push(1000 + 250 * below(60));
    if (list.length) settings.weights = { ...settings.weights, [name]: [...new Set(list)].sort((a, b) => a - b) };
  }
  const many = one([0, 1, 4]);
  for (const { key, rungs } of lifts) if (rungs[0].register >= 0 && below(4) < many) settings.starts = { ...settings.starts, [key]: 500 * (2 + below(60)) };
  return settings;
}

// What she writes down of a visit: mostly what was asked for, and now and then anything.
function drawRecord({ phases, lifts }, visit, asked, day) {
  const record = { week: visit.week.number, session: phases[visit.phase].sessions[visit.session].name, date: dateOf(day), run: one(["well", "well", "well", "badly"]), lifts: [] };
  if (chance(3)) record.effort = one(["easy", "ok", "hard"]);
  if (chance(9)) record.hurt = true;
  for (const [n, lift] of visit.lifts.entries()) {
    if (chance(12)) continue;
    const done = { lift: lifts[lift].key, sets: asked[n].sets.map((set) => (chance(20) ? null : Math.max(0, set.to + one([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, -1, -4])))) };
    if (chance(6)) done.load = 500 * below(100);
    if (chance(8)) done.effort = one(["easy", "hard"]);
    if (chance(15)) done.pain = below(11);
    record.lifts.push(done);
  }
  return record;
}

// Her log up to some visit, with visits that are missed and weeks without any; and where she stands after each record.
function drawLog(programme, monday) {
  const walk = new Walk(programme), log = [], stands = [null], most = below(50);
  let late = dayOf(monday);
  for (const phase of programme.phases.keys()) {
    walk.enter(phase);
    for (const v of visits(walk, phase)) {
      if (log.length === most) return { log, stands };
      if (chance(12)) continue;
      if (chance(15)) late += 10 + below(25);
      const day = late + 7 * (v.week.number - 1) + v.day.day;
      walk.come(v, day);
      const record = drawRecord(programme, v, v.lifts.map((lift) => walk.show(lift, v.week.light)), day);
      walk.record(v, { ...record, day });
      log.push(record);
      stands.push(standOf(walk, v));
    }
  }
  return { log, stands };
}

// All that is asked of her from where she stands on, and where each lift stands then.
function behind(programme, stand, log) {
  const visits = [];
  follow(programme, { stand, log }, (v, asked, _, walk) => visits.push([v.week.number, v.index, v.session, v.lifts, asked, v.lifts.map((lift) => Object.entries(walk.at[lift]).sort())]));
  return JSON.stringify(visits);
}

// Her settings as the link keeps them: with the starts of lifts whose phase has not begun.
function kept(data, settings, stand) {
  const { phases, lifts } = data.machines, { starts, ...rest } = settings;
  const begun = new Set((stand ? phases.slice(0, stand.phase + 1) : []).flatMap((p) => p.sessions.flatMap((s) => s.lifts.map((lift) => lifts[lift].key))));
  const left = Object.entries(starts ?? {}).filter(([key]) => !begun.has(key));
  return { ...rest, days: [...new Set(settings.days)].sort(), ...(left.length && { starts: Object.fromEntries(left) }) };
}

const longest = {};
const runner = (data) => {
  const settings = drawSettings(data), programme = personal(data, settings);
  return { settings, programme, ...drawLog(programme, settings.monday) };
};

// A link that is read back says what it was made of, on any day: whoever goes on from there is asked for the same.
function comesBack(data) {
  const { settings, programme, log, stands } = runner(data);
  for (const n of new Set([0, log.length, ...Array.from({ length: days }, () => below(log.length + 1))])) {
    const stand = stands[n], text = encode(data, settings, stand), back = decode(data, `${base}${data.url}#y=${text}`);
    assert.deepEqual(back.notes, [], data.plan);
    assert.deepEqual(back.settings, kept(data, settings, stand));
    assert.equal(behind(personal(data, { ...settings, ...back.settings }), back.stand, log.slice(n)), behind(programme, stand, log.slice(n)), `${data.plan} after ${n} of ${log.length} visits`);
    assert.equal(encode(data, back.settings, back.stand), text, "it is written otherwise once more");
    longest[data.plan] = Math.max(longest[data.plan] ?? 0, `${base}${data.url}#y=${text}`.length);
  }
}

// What a stand says in words of the plan: by the key of the lift its exercise, amount and load.
function places({ machines: { lifts, registers } }, programme, stand) {
  return new Map(Object.entries(stand?.lifts ?? {}).map(([i, at]) => {
    const lift = lifts[i], state = lift.states[at.state], rung = lift.rungs[state.rung], value = stand.registers[rung.register];
    return [lift.key, { exercise: rung.exercise, amount: amount(state), load: value ? value.load : null, unit: registers[rung.register]?.unit, same: JSON.stringify(lift.states), at }];
  }));
}

// A link of a plan that was changed later says nothing else than it did: what it says of a lift is that, or a load that exists and is easier
// with a note, or it is left out with a note.
const noted = new Set();
function staysTrue({ before, after, codes }) {
  for (let i = 0; i < 20; i++) {
    const { settings, programme, stands } = runner(before), stand = one(stands);
    const text = encode(before, settings, stand), was = places(before, programme, decode(before, text).stand), back = decode(after, text);
    assert.ok(back.notes, `${before.plan}: ${back.code}`);
    const hers = personal(after, back.settings), now = places(after, hers, back.stand), codeOf = new Map(back.notes.map((n) => [n.lift, n.code]));
    for (const { code } of back.notes) assert.ok(codes.includes(code), `${before.plan}: ${code}`), noted.add(code);
    for (const [name, list] of Object.entries(back.settings.weights ?? {})) assert.deepEqual(list, settings.weights[name]);
    for (const [key, load] of Object.entries(back.settings.starts ?? {})) assert.equal(load, settings.starts[key]);
    for (const [key, place] of now) {
      const { exercise, amount: asked, load, at } = was.get(key);
      assert.deepEqual([place.exercise, place.amount], [exercise, asked], key);
      if (codeOf.get(key) === "load") assert.notEqual(place.load, load);
      else assert.equal(place.load, load, key);
      if (place.same === was.get(key).same && JSON.stringify(before.machines.lifts.map((l) => l.states)) === JSON.stringify(after.machines.lifts.map((l) => l.states))) assert.equal(place.at.state, at.state);
    }
    const left = [...was.keys()].filter((key) => !now.has(key));
    assert.ok(left.length <= back.notes.length || codeOf.get(undefined) === "week", `${left} are left out without a note: ${JSON.stringify(back.notes)}`);
    follow(hers, { stand: back.stand }, () => {});
  }
}

// What is said in kilograms is nothing in pounds.
function isOfItsUnit(before) {
  const after = JSON.parse(JSON.stringify(before).replaceAll('"unit":"kg"', '"unit":"lb"')), { settings, stands } = runner(before);
  const { settings: read, stand } = decode(after, encode(before, settings, stands.at(-1)));
  assert.equal(read.weights ?? read.starts, undefined);
  for (const register of Object.keys(stand?.registers ?? {})) assert.notEqual(after.machines.registers[register].unit, "lb");
}

// Nothing that anybody can type is misread, and nothing throws: most of it is refused, and what is not can be walked.
const head = 4;
function sealed({ plan, runner }, payload) {
  const id = new TextEncoder().encode(`${plan}/${runner}`), check = crc24([...id, 1, ...payload]);
  return textOf(Uint8Array.of(16 | (crc24(id) >> 20), check >> 16, check >> 8, check, ...payload));
}

function canBeWalked(data, { code, settings, stand }) {
  if (code) return code;
  for (const { load } of Object.values(stand?.registers ?? {})) assert.ok(load === null || load >= 0);
  follow(personal(data, settings), { stand }, (_, asked) => {
    for (const { state, load } of asked) assert.ok(Number.isInteger(state) && (load === null || Number.isInteger(load)));
  });
  return "read";
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
function typed(text) {
  const letters = [...text];
  for (let i = 0; i < 1 + below(4); i++) {
    const at = below(letters.length), other = below(letters.length);
    one([
      () => { letters[at] = one(alphabet); },
      () => letters.splice(at, 1),
      () => letters.splice(at, 0, one(alphabet)),
      () => letters.splice(at),
      () => { [letters[at], letters[other]] = [letters[other], letters[at]]; },
    ])();
  }
  return letters.join("");
}

function isNeverMisread() {
  const said = {}, note = (what) => { said[what] = (said[what] ?? 0) + 1; };
  const valid = plans.map((data) => { const { settings, stands } = runner(data); return encode(data, settings, stands.at(-1)); });
  for (let i = 0; i < texts; i++) {
    const at = below(plans.length), data = plans[at], text = typed(valid[at]);
    note("random " + canBeWalked(data, decode(data, Array.from({ length: below(120) }, () => one(alphabet)).join(""))));
    const read = decode(data, text);
    note("typed " + canBeWalked(data, read));
    if (!read.code) assert.deepEqual(read, decode(data, valid[at]), `${text} is misread`);
    const payload = chance(2) ? Uint8Array.from({ length: below(90) }, () => below(256)) : bytesOf(valid[at]).slice(head);
    for (let j = below(4); j > 0 && payload.length; j--) payload[below(payload.length)] ^= 1 << below(8);
    note("sealed " + canBeWalked(data, decode(data, sealed(data, payload))));
  }
  for (const odd of ["", "#y=", " ", "%", "ä", "#y=ä", "=".repeat(50), "A".repeat(1e5), null, undefined, 5]) assert.equal(decode(plans[0], odd).code, "none");
  for (const [i, data] of plans.entries()) for (const [j, text] of valid.entries()) if (i !== j) assert.ok(["plan", "spoilt"].includes(decode(data, text).code));
  assert.equal(decode(plans[0], textOf(bytesOf(valid[0]).map((b, i) => (i ? b : 32)))).code, "newer");
  assert.equal(decode(plans[0], sealed(plans[0], [...bytesOf(valid[0]).slice(head), 1])).code, "spoilt");
  for (const what of ["random none", "typed spoilt", "sealed read", "sealed spoilt"]) assert.ok(said[what] > 0, `nothing was ${what}`);
  return said;
}

for (let i = 0; i < rounds; i++) [...plans, ...Array(10).fill(again)].forEach(comesBack);
edits.forEach(staysTrue);
assert.deepEqual([...noted].sort(), [...new Set(edits.flatMap((edit) => edit.codes))].sort(), "notes");
plans.forEach(isOfItsUnit);
console.log(JSON.stringify({ longest, said: isNeverMisread() }));
