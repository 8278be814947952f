// Lifts of the machine: their states, what was done of them, and what that is. As result.go of package machine.
import { believed } from "./machine-loads.js";

// What a result is, in the order of Go's constants.
export const classes = ["none", "up", "below", "not-all", "not-done", "hard", "pain", "bad-run", "counted", "after-break"];

const Easy = 1, Taper = 2; // what a week's light says; 0: a full week

// The sets of a state one by one, the largest amount of one, the least that is no miss, and the most that is asked for.
export const each = (state) => state.sets.flatMap((set) => Array(set.x).fill(set));
export const amount = (state) => Math.max(0, ...state.sets.map((set) => set.n));
export const floor = (set) => set.low || set.n;
export const top = (set) => Math.max(set.n, set.to ?? 0);

// Whether something was done.
export const any = (result) => result.sets.some((n) => n !== null);

// What a result is in a state, by what was done and how hard it was.
export function classOf(lift, state, result) {
  if (lift.rungs[state.rung].clock) return "counted";
  const sets = each(state), done = sets.map((_, i) => result.sets[i] ?? null), last = done.at(-1) ?? null;
  let met = state.last > 0 || sets.every((set, i) => done[i] === null || done[i] >= top(set));
  if (state.last > 0 && last !== null) met = last >= state.last;
  if (sets.some((set, i) => done[i] !== null && done[i] < floor(set))) return "below";
  if (done.includes(null)) return "not-done";
  if (!met) return "not-all";
  return result.effort === "hard" ? "hard" : "up";
}

// The result of a state in which all goes to plan.
export function planned(state) {
  const sets = each(state).map(top);
  if (state.expected && sets.length > 0) sets[sets.length - 1] = state.last;
  return { sets };
}

// What a record says of a lift. What was felt on the visit counts where nothing is said of the lift, and pain where it is said of none.
export function resultOf(record, key) {
  const done = record.lifts.findLast((d) => d.lift === key), hurt = record.lifts.some((d) => d.hurt || d.pain > 0) ? done : record;
  return { sets: (done?.sets ?? []).map((n) => n ?? null), load: believed(done?.load) ? done.load : null, exercise: done?.exercise, effort: done?.effort || record.effort, hurt: hurt?.hurt, pain: hurt?.pain ?? 0 };
}

// How many of so many sets a week has: one fewer in an easy one, half of them in a taper.
export function keeps(light, sets) {
  if (light === Easy) return sets > 1 ? sets - 1 : sets;
  return light === Taper ? Math.floor((sets + 1) / 2) : sets;
}

// The lifts of a phase, each once.
export const liftsOf = (phase) => [...new Set(phase.sessions.flatMap((s) => s.lifts))];

// The first state of a rung.
export const firstOf = (lift, rung) => lift.states.findIndex((s) => s.rung === rung);

// Whether a result can move the load of a lift, and whether what it moves is this register.
export const moves = (lift) => lift.states.some((s) => s.up?.load > 0 || s.week?.load > 0);
export const owns = (lift, register) => lift.rungs.some((r) => r.register === register && register >= 0 && !r.looks);
