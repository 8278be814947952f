// Where a runner stands in a link: the stand of machine.js, said so that it can be understood when the coach has changed the plan. Only what
// is not as the phase begins is written.
import { readLift, readValue, writeLift, writeValue } from "./link-lift.js";
import { hash } from "./link-names.js";
import { amount, firstOf, fit, liftsOf, resume } from "./machine.js";

const firstDay = Date.UTC(2026, 0, 1) / 86_400_000; // from which days are counted where there is no first Monday
const part = (text, bits) => hash(text) >> (24 - bits);
const statesOf = (what) => part(JSON.stringify(what), 16);
const same = (a, b) => a.load === b.load && a.steps === b.steps;
const moves = (rung) => rung.register >= 0 && !rung.looks;

// monday: on which she began, as a day; 0 where that is not said. programme: hers, by the settings of the link.
export function writeStand(out, names, programme, stand, monday) {
  const turns = inTurn(programme.phases[stand.phase]);
  out.number(stand.week, 3);
  out.number(stand.day, 1);
  out.optional(turns.length > 1 ? turns[stand.turn % turns.length] : null, (session) => out.put(part(session, 8), 8));
  out.optional(stand.last || null, () => out.signed(stand.last - weekOf(stand, monday), 2));
  out.number(stand.breaks);
  out.number(stand.run);
  const begun = resume(programme, { phase: stand.phase }), maxima = maximaOf(begun, stand), lifts = liftsOfStand(programme, stand, maxima);
  out.optional(lifts.some((i) => isLater(programme.lifts[i], stand.lifts[i])) ? statesOf(programme.lifts.map((lift) => lift.states)) : null, (states) => out.put(states, 16));
  out.number(lifts.length, 2);
  for (const i of lifts) writeLift(out, names, liftOf(begun, stand, i));
  out.number(maxima.length);
  for (const i of maxima) {
    names.write(out, "maximum", programme.registers[i].name);
    writeValue(out, listed(programme, i, stand.registers[i]));
  }
  const reached = differences(programme, stand, reachedBy(programme, only(stand, lifts, []).lifts));
  out.number(reached.length);
  for (const exercise of reached.flat()) names.write(out, "exercise", exercise);
}

export function readStand(from, names, programme, monday, notes) {
  const stand = { week: from.number(3), day: from.number(1), turn: 0, registers: {}, lifts: {}, reached: {} };
  stand.phase = programme.phases.findIndex((p) => p.weeks.some((w) => w.number === stand.week));
  const session = from.optional(() => from.take(8)), last = from.optional(() => from.signed(2));
  Object.assign(stand, { last: last === null ? 0 : Math.max(0, weekOf(stand, monday) + last), breaks: from.number(), run: from.number() });
  if (stand.phase < 0) return void notes.push({ code: "week" }), from.skip(), null;
  stand.turn = Math.max(0, inTurn(programme.phases[stand.phase]).findIndex((name) => part(name, 8) === session));
  const begun = resume(programme, { phase: stand.phase });
  const unchanged = from.optional(() => from.take(16)) === statesOf(programme.lifts.map((lift) => lift.states));
  for (let left = from.number(2); left > 0 && !from.failed; left--) putLift(begun, stand, { ...readLift(from, names), unchanged }, notes);
  for (let left = from.number(); left > 0 && !from.failed; left--) {
    const name = names.read(from, "maximum"), value = readValue(from), i = programme.registers.findIndex((r) => r.name === name);
    if (name) stand.registers[i] ??= { ...existing(programme, i, value), began: begun.entered[i] };
  }
  Object.assign(stand.reached, reachedBy(programme, stand.lifts));
  for (let left = from.number(); left > 0 && !from.failed; left--) {
    const exercise = names.read(from, "exercise"), highest = names.read(from, "exercise");
    if (exercise && highest) stand.reached[exercise] = highest;
  }
  return within(programme, stand);
}

// The day on which the week of the last visit begins, if she has missed none: the visit is mostly near it.
const weekOf = ({ week }, monday) => (monday || firstDay) + 7 * (week - 1);

// The sessions of a phase that take turns, by their names, and those with the same name by their order.
function inTurn({ sessions }) {
  const names = sessions.filter((s) => !s.optional).map((s) => s.name);
  return names.map((name, i) => `${name} ${names.slice(0, i).filter((before) => before === name).length}`);
}

// What a register holds: what the stand says, or what it holds as the phase begins.
function valueIn(stand, begun, register) {
  const { load, steps } = stand.registers[register] ?? begun.values[register] ?? { load: null, steps: 0 };
  return { load, steps };
}

function beganIn(stand, begun, register) {
  const { load, steps } = stand.registers[register]?.began ?? begun.entered[register];
  return { load, steps };
}

// The weights that there are for a register; null where nobody knows them.
const weightsOf = (programme, r) => (r.free || r.stock < 0 ? null : programme.stocks[r.stock].weights);

function listed(programme, register, { load, steps }) {
  return { load, steps, listed: weightsOf(programme, programme.registers[register])?.includes(load) ?? true };
}

// A load that was one of the weights that exist, and is none now, is the hardest that is no harder.
function existing(programme, register, { load, steps, listed }) {
  const r = programme.registers[register], weights = weightsOf(programme, r);
  return { load: listed && weights && !weights.includes(load) ? fit(programme, r, load) : load, steps };
}

// The maxima that have moved.
function maximaOf(begun, stand) {
  const { registers } = begun.programme;
  return [...registers.keys()].filter((i) => registers[i].name && !same(valueIn(stand, begun, i), begun.values[i]));
}

// The lifts without which a walk would go on otherwise: all that are not as the phase begins for who stands where the others of them do.
function liftsOfStand(programme, stand, maxima) {
  const lifts = [];
  for (;;) {
    const walk = resume(programme, only(stand, lifts, maxima));
    const more = Object.keys(stand.lifts).map(Number).filter((i) => !lifts.includes(i) && !isAt(walk, stand, i));
    if (more.length === 0) return lifts;
    lifts.push(...more);
  }
}

// The stand without other lifts than these.
function only(stand, lifts, registers) {
  const { phase, reached } = stand, of = (all, keys) => Object.fromEntries(keys.map((i) => [i, all[i]]));
  return { phase, reached, registers: of(stand.registers, registers), lifts: of(stand.lifts, lifts) };
}

// Reports whether a walk is where the stand says of a lift.
function isAt(walk, stand, i) {
  const { was, ...at } = stand.lifts[i], is = walk.at[i];
  return Object.keys(at).every((name) => at[name] === is[name]) && was.state === is.was.state && same(was, is.was) &&
    walk.programme.lifts[i].rungs.filter(moves).every(({ register }) => same(walk.values[register], valueIn(stand, walk, register)) && same(walk.entered[register], beganIn(stand, walk, register)));
}

// The lift as link-lift.js writes it.
function liftOf(begun, stand, i) {
  const { programme } = begun, lift = programme.lifts[i], at = stand.lifts[i];
  const is = lift.states[at.state], was = lift.states[at.was.state], rung = lift.rungs[is.rung], wasRung = lift.rungs[was.rung];
  const holds = ({ register }) => {
    const value = valueIn(stand, begun, register), began = beganIn(stand, begun, register);
    return { value: listed(programme, register, value), began: same(value, began) ? null : listed(programme, register, began) };
  };
  const isAsWas = wasRung.register < 0 || (moves(rung) && rung === wasRung && same(at.was, valueIn(stand, begun, rung.register)));
  const others = lift.rungs.filter((other) => moves(other) && other !== rung && !same(valueIn(stand, begun, other.register), begun.values[other.register]));
  return {
    rung: `${i} ${is.rung}`,
    weeks: is.entry || was.entry ? statesOf(lift.states) : null,
    amount: amount(is),
    nth: nthOf(lift, at.state),
    ...(moves(rung) ? holds(rung) : { value: null, began: null }),
    was: { exercise: rung === wasRung ? null : wasRung.exercise, amount: amount(was), nth: nthOf(lift, at.was.state), value: isAsWas ? null : listed(programme, wasRung.register, at.was) },
    others: others.map((other) => ({ exercise: other.exercise, ...holds(other) })),
    flags: at,
    start: at.began === lift.begin ? null : lift.rungs[lift.states[at.began].rung].exercise,
  };
}

// The states of an exercise that ask for an amount.
const asking = (lift, rung, most) => [...lift.states.keys()].filter((i) => lift.states[i].rung === rung && amount(lift.states[i]) === most);
const nthOf = (lift, state) => asking(lift, lift.states[state].rung, amount(lift.states[state])).indexOf(state);

// Reports whether it hangs on other states of the lift than the first with the amount where it stands, or stood.
const isLater = (lift, { state, was }) => nthOf(lift, state) > 0 || nthOf(lift, was.state) > 0;

// The state of a place. Where the coach has changed the states, it is the first that asks for the amount, since what lies behind is not sure;
// unless it is one of a table of weeks, of which it is not sure which. Or why there is none.
function stateOf(lift, rung, { amount, nth }, { weeks, unchanged }) {
  const states = asking(lift, rung, amount), table = states.length > 0 && lift.states[states[0]].entry > 0;
  if (states.length === 0) return { code: "amount" };
  const sure = table || weeks !== null ? weeks === statesOf(lift.states) : unchanged || nth === 0;
  if (sure && states[nth] !== undefined) return { state: states[nth] };
  return table ? { code: "place" } : { state: states[0] };
}

// Puts a lift of a link into the stand, if the plan has it and it is sure where.
function putLift(begun, stand, said, notes) {
  if (!said.rung) return void notes.push({ code: "lift" });
  const { programme } = begun, [i, j] = said.rung.split(" ").map(Number), lift = programme.lifts[i], { key } = lift;
  const { state, code } = matters(programme, stand.phase, i) ? stateOf(lift, j, said, said) : { code: "phase" };
  if (code) return void notes.push({ code, lift: key });
  const hold = (rung, value, began) => {
    const now = existing(programme, rung.register, value);
    if (now.load !== value.load) notes.push({ code: "load", lift: key });
    stand.registers[rung.register] = { ...now, began: existing(programme, rung.register, began ?? value) };
  };
  const named = (exercise) => lift.rungs.findIndex((rung) => rung.exercise === exercise);
  if (said.value && moves(lift.rungs[j])) hold(lift.rungs[j], said.value, said.began);
  for (const { exercise, value, began } of said.others) {
    const other = lift.rungs[named(exercise)];
    if (other && moves(other)) hold(other, value, began);
  }
  const start = said.start ? firstOf(lift, named(said.start)) : -1;
  stand.lifts[i] = { ...said.flags, state, was: wasOf(begun, stand, lift, j, state, said), began: start < 0 ? lift.begin : start };
}

// Reports whether a lift is of a phase, or a later phase goes on from it.
function matters({ phases, lifts }, phase, i) {
  return liftsOf(phases[phase]).includes(i) || phases.slice(phase + 1).flatMap(liftsOf).some((later) => lifts[later].entry.from === i);
}

// What was done last; where the plan has that no more, what is asked for now.
function wasOf(begun, stand, lift, rung, state, { was, ...said }) {
  const at = was.exercise === null ? rung : lift.rungs.findIndex((r) => r.exercise === was.exercise);
  const { state: before = state } = at < 0 ? {} : stateOf(lift, at, was, said);
  const { register } = lift.rungs[lift.states[before].rung];
  return { state: before, ...(was.value && register >= 0 ? existing(begun.programme, register, was.value) : valueIn(stand, begun, register)) };
}

// The highest rungs that lifts have come to, as far as it can be seen by where they stand.
function reachedBy(programme, lifts) {
  const reached = {};
  for (const [i, { rungs, states }] of programme.lifts.entries()) {
    const rung = lifts[i] ? states[lifts[i].was.state].rung : 0;
    for (const { exercise } of rungs.slice(0, rung)) {
      const before = rungs.findIndex((r) => r.exercise === reached[exercise]);
      if (!reached[exercise] || (before >= 0 && before < rung)) reached[exercise] = rungs[rung].exercise;
    }
  }
  return reached;
}

// What has been reached otherwise, from exercises with which a lift of this phase or a later one begins: pairs of the exercise and the highest.
function differences(programme, stand, seen) {
  const first = new Set(programme.phases.slice(stand.phase).flatMap(liftsOf).map((i) => programme.lifts[i].rungs[0].exercise));
  return [...first].filter((id) => (stand.reached[id] ?? id) !== (seen[id] ?? id)).map((id) => [id, stand.reached[id] ?? id]);
}

// Leaves out conditions that the recovery has no more.
function within({ recovery }, stand) {
  for (const at of Object.values(stand.lifts)) if (at.sore >= recovery.pain.length) at.sore = 0;
  return { ...stand, run: stand.run < recovery.runs.length ? stand.run : 0, breaks: Math.min(stand.breaks, recovery.breaks.length) };
}
