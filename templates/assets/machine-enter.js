// How a phase of the machine goes on from an earlier one. As enter.go of package machine.
import { amount } from "./machine-lifts.js";
import { fit, lighter, need, shift, stock } from "./machine-loads.js";

const reps = "reps", level = "level"; // units

// Gives the register of a lift what the lift of the earlier phase has, and returns what is to be said of that.
export function goOn(walk, l) {
  const p = walk.programme, { from, same = false } = l.entry, rung = l.rungs[0], said = {};
  if (rung.register < 0 || rung.looks) return said;
  const r = p.registers[rung.register];
  let value = walk.values[rung.register], up = false;
  if (!r.name) [value, up] = carried(walk, from, same, rung.exercise);
  if (up || (same && p.lifts[from].states[walk.at[from].state].clean)) [value, said.blocked] = shift(p, r, value, 1);
  if (value.load !== null && !same) value = lower(walk, l, r, value, said);
  if (value.load !== null && stock(p, r)) value = { ...value, load: fit(p, r, value.load) };
  walk.values[rung.register] = value;
  return said;
}

// The load that a later phase takes over of a lift, and whether the last visit has earned a step more. Where the lift stands on another
// exercise the load is not known.
function carried(walk, lift, same, exercise) {
  const p = walk.programme, { was } = walk.at[lift], state = p.lifts[lift].states[was.state], rung = p.lifts[lift].rungs[state.rung];
  if (rung.register < 0 || rung.exercise !== exercise) return [{ load: null, steps: 0 }, false];
  const now = walk.values[rung.register], then = { load: was.load, steps: was.steps };
  if (same && (state.entry > 0 || now.steps <= was.steps)) return [now, false];
  if (same) return [then, true];
  if (state.sets.length === 0) return [then, false];
  return [shift(p, p.registers[rung.register], then, state.sets[0].plus ?? 0)[0], false];
}

// Takes a load down to the heaviest that exists with which the state needs no more than the last visit of the lift that it goes on from. It
// is too heavy where there is none. Only of weights that are lifted so many times is known how much they need.
function lower(walk, l, r, value, said) {
  const p = walk.programme, { from, spare = 0 } = l.entry, { was } = walk.at[from], state = l.states[l.begin], rung = l.rungs[0];
  const before = p.lifts[from].states[was.state], old = p.lifts[from].rungs[before.rung];
  const known = !r.name && !r.less && r.unit !== level && rung.unit === reps && old.unit === reps && !rung.clock && !old.clock;
  if (!known || old.register < 0 || amount(state) <= amount(before)) return value;
  const most = need(p, p.registers[old.register], before, was, spare);
  let lowered = value;
  while (need(p, r, state, lowered, spare) > most) {
    const load = lighter(p, r, lowered.load);
    if (load === null) {
      said.tooHeavy = true;
      return value;
    }
    lowered = { load, steps: lowered.steps - 1 };
  }
  said.lowered = lowered !== value;
  return lowered;
}
