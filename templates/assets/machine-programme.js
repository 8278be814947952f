// What a programme is: it is read and checked here, so that no walk of it ends in nothing or never ends, and it takes a runner's own numbers.
// As read.go, checkrecovery.go and own.go of package machine.
import { believed, fit, mostLoad } from "./machine-loads.js";

// Shapes: each looks at a value and throws where it is another one.

function wrong(path, what) {
  throw new Error(`${path} ${what}`);
}

const is = (right, what) => (x, path) => right(x) || wrong(path, `is ${JSON.stringify(x)}, not ${what}`);
const whole = (low, high = Number.MAX_SAFE_INTEGER) => is((x) => Number.isSafeInteger(x) && x >= low && x <= high, `a whole number from ${low} to ${high}`);
const text = is((x) => typeof x === "string", "a text"), flag = is((x) => typeof x === "boolean", "true or false");
const maybe = (shape) => (x, path) => x === undefined || shape(x, path);
const list = (shape) => (x, path) => (Array.isArray(x) ? x : wrong(path, "is no list")).forEach((y, i) => shape(y, `${path}[${i}]`));

const having = (members) => (x, path) => {
  if (typeof x !== "object" || x === null) wrong(path, "is no object");
  for (const [name, shape] of Object.entries(members)) shape(x[name], `${path}.${name}`);
};

const most = 1000; // of sets, steps and the like: a walk counts them one by one
const place = whole(0), load = whole(0, mostLoad), count = whole(1, most), steps = whole(-most, most);
const edge = having({ to: place, load: maybe(steps), off: maybe(whole(0, 999)), on: maybe(flag), easy: maybe(flag), always: maybe(flag), else: maybe(place) });
const set = having({ x: count, n: whole(1), to: maybe(load), low: maybe(load), open: maybe(flag), rm: maybe(flag), share: maybe(load), plus: maybe(steps), load: maybe(load) });
const weights = list(load);

const state = having({
  rung: place, sets: list(set), last: maybe(whole(0)), expected: maybe(flag), entry: maybe(place), clean: maybe(flag),
  up: maybe(edge), same: maybe(edge), down: maybe(edge), week: maybe(edge), break: maybe(edge),
});

const rung = having({
  exercise: text, model: text, unit: text, low: whole(0), high: whole(0), step: maybe(whole(0)), register: whole(-1), looks: maybe(flag), clock: maybe(flag),
  per_side: maybe(flag), legs: maybe(flag), leg_lift: maybe(flag), easier: maybe(text), harder: maybe(text),
});

const phase = having({
  sessions: list(having({ name: text, lifts: list(place), optional: maybe(flag) })),
  weeks: list(having({ number: whole(1), light: maybe(whole(0, 2)), days: list(having({ day: whole(0, 6), spare: maybe(whole(0, 2)) })) })),
});

const condition = having({ good: place, bad: place, fewer: maybe(whole(0)), below: maybe(flag) });

const programme = having({
  lists: list(having({ name: text, unit: text, weights, labels: list(text) })),
  stocks: list(having({ lists: list(place), weights, labels: list(text) })),
  registers: list(having({ name: maybe(text), unit: text, start: maybe(load), step: maybe(whole(0)), stock: whole(-1), less: maybe(flag), free: maybe(flag) })),
  lifts: list(having({ key: text, rungs: list(rung), states: list(state), begin: place, entry: having({ from: maybe(place), same: maybe(flag), spare: maybe(whole(0)) }) })),
  phases: list(phase),
  recovery: having({ runs: list(condition), pain: list(condition), pain_up_to: maybe(whole(0, 9)), breaks: list(having({ days: whole(1), first: maybe(flag) })) }),
});

// Takes the machines of plan.json or follow.json. It throws an error that says what cannot be walked.
export function read(machines) {
  programme(machines, "machines");
  const { lists, stocks, registers, lifts, phases, recovery } = machines;
  for (const [i, x] of [...lists, ...stocks].entries()) holds(x.weights.length > 0 && x.labels.length === x.weights.length, `list or stock ${i} has no weights, or not as many labels`);
  for (const [i, s] of stocks.entries()) holds(s.lists.every((l) => l < lists.length), `stock ${i} is of a list that there is not`);
  for (const [i, r] of registers.entries()) holds(r.stock < stocks.length, `register ${i} has stock ${r.stock}`);
  for (const [i, l] of lifts.entries()) readLift(l, i, registers.length);
  for (const [name, conditions] of Object.entries({ runs: recovery.runs, pain: recovery.pain })) conditions.forEach((_, i) => readCondition(conditions, i, name));
  for (const [i, b] of recovery.breaks.entries()) holds(i === 0 || b.days > recovery.breaks[i - 1].days, `break ${i} is no longer than the one before`);
  for (const p of phases) readPhase(p, lifts);
  return machines;
}

function holds(right, message) {
  if (!right) throw new Error(message);
}

function readLift(l, i, registers) {
  const must = (right, message) => holds(right, `lift ${i}, ${l.key}: ${message}`), { rungs, states, entry } = l;
  must(rungs.length > 0 && l.begin < states.length, "it begins nowhere");
  must(entry.from === undefined || entry.from < i, "it goes on from a later lift");
  must(rungs.every((r, j) => r.register < registers && states.some((s) => s.rung === j)), "a rung has no register or no state");
  for (const [j, s] of states.entries()) {
    const edges = [s.up, s.same, s.down, s.week, s.break].filter(Boolean);
    must(s.rung < rungs.length, `state ${j} has rung ${s.rung}`);
    must(edges.every((e) => e.to < states.length && (e.else ?? 0) < states.length), `state ${j}: an edge leads nowhere`);
    must(edges.every((e) => !e.on || above(states[e.to], s)), `state ${j}: an edge goes on to what asks for no more`);
  }
}

// Whether a state asks for more than another one on the same rung. So it is left only upwards, and a walk along such states ends.
function above(s, below) {
  const more = s.sets.some((set, i) => set.n > below.sets[i]?.n);
  return more && s.rung === below.rung && s.sets.length === below.sets.length && s.sets.every((set, i) => set.x === below.sets[i].x && set.n >= below.sets[i].n);
}

function readCondition(list, i, name) {
  const { good, bad } = list[i];
  holds(good < list.length && bad < list.length, `recovery: condition ${i} of ${name} leads nowhere`);
}

function readPhase({ sessions }, lifts) {
  for (const s of sessions) holds(s.lifts.every((i) => i < lifts.length), `session ${s.name} has a lift that there is not`);
}

// Takes a runner's own numbers: settings.weights by the name of a list, settings.starts by the key of a lift, and the days of each week of the
// plan, where she has chosen others. What the programme has no name for is passed over: it may be of an older version of the plan.
export function personal({ machines }, settings, days) {
  const own = settings.weights ?? {}, starts = settings.starts ?? {}, changed = new Set();
  const stocks = machines.stocks.map((stock, i) => {
    const mine = ownStock(machines, stock, i, own);
    if (mine !== stock) changed.add(i);
    return mine;
  });
  const registers = [...machines.registers], lifts = [...machines.lifts], hers = { ...machines, stocks, registers, lifts };
  const moved = new Set([...registers.keys()].filter((i) => changed.has(registers[i].stock)));
  for (const [i, l] of lifts.entries()) {
    const { register } = l.rungs[0], r = registers[register], start = starts[l.key];
    if (!r || !believed(start) || (start === 0 && !r.less)) continue;
    moved.add(register);
    registers[register] = { ...r, start };
    if (!r.name) lifts[i] = { ...l, entry: { spare: l.entry.spare } };
  }
  for (const i of moved) {
    const r = registers[i];
    if (r.start !== undefined && !r.free && r.stock >= 0) registers[i] = { ...r, start: fit(hers, r, r.start) };
  }
  return { ...hers, phases: machines.phases.map((p) => ({ ...p, weeks: p.weeks.map((w) => ({ ...w, days: days?.[w.number] ?? w.days })) })) };
}

// The stock with the weights that a runner has; the same one where she has said none of them. Nothing to lift is a weight only where that is
// help which is not needed.
function ownStock({ lists, registers }, stock, i, own) {
  const helps = registers.every((r) => r.stock !== i || r.less), named = new Map();
  let said = false;
  for (const list of stock.lists.map((j) => lists[j])) {
    const mine = own[list.name]?.length > 0;
    said ||= mine;
    for (const n of mine ? own[list.name] : list.weights) {
      const label = labelOf(list, n);
      if (label && believed(n) && (n > 0 || helps)) named.set(n, label);
    }
  }
  if (!said || named.size === 0) return stock;
  const all = [...named.keys()].sort((a, b) => a - b);
  return { lists: stock.lists, weights: all, labels: all.map((n) => named.get(n)) };
}

// What stands on a weight: as the list says, or "2.5 kg". There are no other levels than those of the list.
function labelOf(list, n) {
  const at = list.weights.indexOf(n);
  if (at >= 0) return list.labels[at];
  return list.unit === "level" ? "" : `${n / 1000} ${list.unit}`;
}
