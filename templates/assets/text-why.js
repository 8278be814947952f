// Says why a target is what it is: from the two ends of what was walked, the last visit and now, and from the class of its result. As why.go
// of package progression; a test holds the two against each other. A reason is the name of a word with its values, or the place of a text; a
// weight stands in either.
import { amount, shift } from "./machine.js";

const stays = { below: "why-below", "not-all": "why-not-all", "not-done": "why-not-done", hard: "why-hard", "bad-run": "why-bad-run" };

const count = (state) => state.sets.reduce((n, set) => n + set.x, 0);

// Returns the sentence that says why a target is what it is.
export const why = (text, ask) => text.because(ask, reason(text, ask));

// The reason of what is asked for.
function reason(text, ask) {
  const { lift, target, at, is, light, afterRace, programme } = ask;
  const { rungs, states } = programme.lifts[lift], state = states[is.state], said = text.data.lifts[lift];
  const loaded = rungs[state.rung].register >= 0 ? "-load" : "";
  if (target.below) return hurts(text, rungs[0].easier, target);
  if (at.eased && !light && text.targetLoad(ask) !== null) return { name: "why-break-lighter" };
  if (afterRace) return { name: "why-after-race" };
  if (light === 1) return { name: `why-easy${loaded}${target.sets.length === count(state) ? "-bottom" : ""}` };
  if (light === 2) return { name: `why-taper${loaded}${target.sets.length < count(state) ? "-half" : ""}` };
  if (at.class === "after-break") return { name: "why-break" };
  if (!at.done) return starts(text, ask, said);
  if (target.sets.length < count(state)) return { name: "why-fewer-sets" };
  return moved(text, ask, state, states[at.was.state]);
}

function hurts(text, easier, target) {
  if (target.sets.length > 0) return { name: "why-pain-below" };
  return easier ? { name: "why-pain-instead", values: { exercise: text.data.exercises[easier].name } } : { name: "why-pain-out" };
}

function starts(text, ask, said) {
  const { target, at, is } = ask, [unknown, known, own] = text.data.starts[said.start[Math.min(is.state, said.start.length - 1)]];
  const load = ask.programme.registers[ask.programme.lifts[ask.lift].rungs[target.rung].register]?.name ? is.load : text.targetLoad(ask);
  if (at.lowered) return { name: "why-start-lowered", weight: load };
  const { key } = ask.programme.lifts[ask.lift];
  return { place: is.load === null ? unknown : text.starts[key] === undefined ? known : own, weight: load };
}

function moved(text, ask, state, was) {
  const { lift, at, is, programme } = ask, { rungs } = programme.lifts[lift], rung = rungs[state.rung], register = programme.registers[rung.register];
  const grown = amount(state) - amount(was), since = at.light ? "-as-before" : "-as-last-time";
  if (state.rung > was.rung) return { place: text.data.lifts[lift].rungs[was.rung].climbed };
  if (state.rung < was.rung) return { name: "why-rung-down", values: { exercise: text.data.exercises[rung.exercise].name } };
  if (at.class === "pain") return { name: "why-pain" };
  if (state.entry) return inTable(text, ask, rung, state, was, since);
  if (register?.name && is.load > at.was.load) return { name: "why-max", weight: is.load };
  if (is.steps > at.was.steps) return heavier(text, ask, rung, was);
  if (is.steps < at.was.steps) return lighter(text, ask, register);
  if (at.class === "below" && grown < 0) return { name: "why-from-bottom" };
  if (stays[at.class] && !(at.class === "not-all" && was.last)) return { name: stays[at.class] };
  if (at.class === "not-all") return { name: `why-same${since}` };
  if (at.blocked) return { name: register?.less ? "why-top-help" : "why-top-load" };
  if (grown > 0) return more(text, lift, state.rung, rung.unit, since, grown);
  if (at.class === "up" && is.state !== at.was.state) return { name: "why-confirmed" };
  if (at.class === "up" && rung.model === "climb") return { name: "why-top-rung" };
  if (at.class === "up" && rung.model === "linear-amount") return { name: "why-top-amount" };
  return { name: `why-same${since}` };
}

function more(text, lift, rung, unit, since, n) {
  if (unit !== "reps") return { name: `why-more-${unit}${since}`, values: { n } };
  const steps = text.data.lifts[lift].rungs[rung].steps ? "-steps" : "";
  return { name: `why-more${steps}${since}-${n === 1 ? "one" : "many"}`, values: { n } };
}

function heavier(text, ask, rung, was) {
  const load = text.targetLoad(ask), twice = rung.model === "two-for-two", register = ask.programme.registers[rung.register];
  const own = load === null ? "-own" : "", values = { top: text.amount(was.last || amount(was), rung.unit) };
  if (register.less) return { name: `why-less-help${own}`, values, weight: load };
  let name = was.last ? "why-heavier-last" : "why-heavier";
  if (twice) name = "why-heavier-twice";
  if (was.sets.length > 1 && !was.last) name = "why-heavier-each";
  return { name: name + (own || (text.data.lifts[ask.lift].exist ? "-exists" : "")), values, weight: load };
}

function lighter(text, ask, register) {
  const load = text.targetLoad(ask);
  return { name: `${register.less ? "why-more-help" : "why-lighter"}${load === null ? "-own" : ""}`, weight: load };
}

// Where in its table a lift stands.
function inTable(text, ask, rung, state, was, since) {
  const { lift, target, at, is } = ask, { moves, wave = 0 } = text.data.lifts[lift], name = rung.model === "weeks" ? "why-table" : "why-wave";
  const same = is.load === at.was.load && is.steps === at.was.steps;
  if (state.entry === was.entry && same) return { name: `why-same${since}` };
  if (state.entry === 1 && at.blocked) return { name: `${name}-same` };
  if (state.entry <= was.entry && moves && is.steps > at.was.steps) return { name: `${name}-new` };
  if (state.entry < was.entry && moves) return { name: `${name}-again` };
  if (name === "why-wave" && state.entry === wave) return { name: "why-wave-light" };
  if (rung.register >= 0 && target.steps > lifted(ask, rung, was)) return { name: `${name}-heavier`, values: { n: state.entry } };
  return { name: `${name}-week`, values: { n: state.entry } };
}

// How many steps above the start was lifted last.
function lifted({ at, programme }, rung, was) {
  const { plus = 0 } = was.sets[0] ?? {};
  return shift(programme, programme.registers[rung.register], at.was, plus)[0].steps;
}
