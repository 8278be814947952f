// One lift of a link, as bits: where it stands and what was done last. Here nothing looks at a plan but for names, so that a lift which the
// plan has no more is read over.
//
// A lift is {rung, amount, nth, value, began, was, flags, weeks, others, start}:
//   rung           its exercise, as "LIFT RUNG"
//   amount, nth    that it asks for, and which of the states of the exercise that ask for as much
//   value, began   what its register holds, and held as the phase began, where that is something else; null where it moves none
//   was            {exercise, amount, nth, value} of what was done last; exercise and value null where they are the same
//   flags          class, sore and what is true or not, as a position of machine.js has them
//   weeks          of a table of weeks: a part of the hash of its states, on which its place hangs; otherwise null
//   others         [{exercise, value, began}]: the registers of other exercises of the ladder that are not as the plan begins
//   start          the exercise with which the phase began; null where it is the plan's
import { classes } from "./machine.js";

const often = ["inWeek", "light"];
const rare = ["blocked", "lowered", "tooHeavy", "eased", "wasEased", "held"];

export function writeLift(out, names, lift) {
  names.write(out, "rung", lift.rung);
  out.number(lift.amount, 3);
  out.number(lift.nth);
  out.optional(lift.value, (value) => writeValue(out, value));
  out.optional(lift.began, (value) => writeValue(out, value, lift.value));
  out.signed(lift.was.amount - lift.amount);
  out.number(lift.was.nth);
  out.optional(lift.was.value, (value) => writeValue(out, value, lift.value));
  for (const name of often) out.flag(lift.flags[name]);
  out.number(classes.indexOf(lift.flags.class), 1);
  const more = isRare(lift);
  out.flag(more);
  if (more) writeMore(out, names, lift);
}

export function readLift(from, names) {
  const lift = { rung: names.read(from, "rung"), amount: from.number(3), nth: from.number(), was: { exercise: null }, flags: { done: true, sore: 0 }, weeks: null, others: [], start: null };
  lift.value = from.optional(() => readValue(from));
  lift.began = from.optional(() => readValue(from, lift.value));
  lift.was.amount = lift.amount + from.signed();
  lift.was.nth = from.number();
  lift.was.value = from.optional(() => readValue(from, lift.value));
  for (const name of often) lift.flags[name] = from.flag();
  for (const name of rare) lift.flags[name] = false;
  lift.flags.class = classes[from.number(1)];
  if (!lift.flags.class) from.fail();
  if (from.flag()) readMore(from, names, lift);
  return lift;
}

// Most lifts have nothing of what is behind the flag for it.
const isRare = ({ flags, was, weeks, others, start }) =>
  !flags.done || flags.sore > 0 || rare.some((name) => flags[name]) || was.exercise !== null || weeks !== null || others.length > 0 || start !== null;

function writeMore(out, names, { flags, was, weeks, others, start }) {
  out.flag(flags.done);
  for (const name of rare) out.flag(flags[name]);
  out.number(flags.sore);
  out.optional(was.exercise, (exercise) => names.write(out, "exercise", exercise));
  out.optional(weeks, () => out.put(weeks, 16));
  out.number(others.length);
  for (const { exercise, value, began } of others) {
    names.write(out, "exercise", exercise);
    writeValue(out, value);
    out.optional(began, () => writeValue(out, began, value));
  }
  out.optional(start, () => names.write(out, "exercise", start));
}

function readMore(from, names, lift) {
  lift.flags.done = from.flag();
  for (const name of rare) lift.flags[name] = from.flag();
  lift.flags.sore = from.number();
  lift.was.exercise = from.optional(() => names.read(from, "exercise"));
  lift.weeks = from.optional(() => from.take(16));
  for (let left = from.number(); left > 0 && !from.failed; left--) {
    const exercise = names.read(from, "exercise"), value = readValue(from);
    lift.others.push({ exercise, value, began: from.optional(() => readValue(from, value)) });
  }
  lift.start = from.optional(() => names.read(from, "exercise"));
}

// What a register holds, which is mostly near what it holds at another time. listed: it is one of the weights that exist.
export function writeValue(out, { load, steps, listed }, near = null) {
  out.signed(steps, 1);
  out.optional(load, () => out.load(load, near?.load ?? null));
  if (load !== null) out.flag(listed);
}

export function readValue(from, near = null) {
  const steps = from.signed(1), load = from.optional(() => from.load(near?.load ?? null));
  return { load, steps, listed: load !== null && from.flag() };
}
