// One lift of a link, as bits: where it stands and what was done last. Here nothing looks at a plan but for names, so that a lift which the
// plan has no more is read over.
//
// A lift is {rung, weeks, amount, nth, value, began, was, others, flags, start}:
//   rung           its exercise, as "LIFT RUNG"
//   weeks          of a table of weeks: a part of the hash of its states, on which its place hangs; otherwise null
//   amount, nth    that it asks for, and which of the states of the exercise that ask for as much
//   value, began   what its register holds, and held as the phase began, where that is something else; null where it moves none
//   was            {exercise, amount, nth, value} of what was done last; exercise and value null where they are the same
//   others         [{exercise, value, began}]: the registers of other exercises of the ladder that are not as the plan begins
//   flags          class, sore and what is true or not, as a position of machine.js has them
//   start          the exercise with which the phase began; null where it is the plan's
import { classes } from "./machine.js";

const often = ["done", "inWeek", "light"];
const rare = ["blocked", "lowered", "tooHeavy", "eased", "wasEased", "held"];

export function writeLift(out, names, lift) {
  names.write(out, "rung", lift.rung);
  out.optional(lift.weeks, (weeks) => out.put(weeks, 16));
  out.number(lift.amount, 3);
  out.number(lift.nth);
  out.optional(lift.value, (value) => writeValue(out, value));
  out.optional(lift.began, (value) => writeValue(out, value, lift.value));
  out.optional(lift.was.exercise, (exercise) => names.write(out, "exercise", exercise));
  out.signed(lift.was.amount - lift.amount);
  out.number(lift.was.nth);
  out.optional(lift.was.value, (value) => writeValue(out, value, lift.value));
  out.number(lift.others.length);
  for (const { exercise, value, began } of lift.others) {
    names.write(out, "exercise", exercise);
    writeValue(out, value);
    out.optional(began, (began) => writeValue(out, began, value));
  }
  writeFlags(out, names, lift.flags, lift.start);
}

export function readLift(from, names) {
  const lift = { rung: names.read(from, "rung"), weeks: from.optional(() => from.take(16)), amount: from.number(3), nth: from.number(), others: [] };
  lift.value = from.optional(() => readValue(from));
  lift.began = from.optional(() => readValue(from, lift.value));
  lift.was = { exercise: from.optional(() => names.read(from, "exercise")), amount: lift.amount + from.signed(), nth: from.number() };
  lift.was.value = from.optional(() => readValue(from, lift.value));
  for (let left = from.number(); left > 0 && !from.failed; left--) {
    const exercise = names.read(from, "exercise"), value = readValue(from);
    lift.others.push({ exercise, value, began: from.optional(() => readValue(from, value)) });
  }
  readFlags(from, names, lift);
  return lift;
}

function writeFlags(out, names, flags, start) {
  for (const name of often) out.flag(flags[name]);
  out.put(classes.indexOf(flags.class), 4);
  const more = flags.sore || start || rare.some((name) => flags[name]);
  out.flag(more);
  if (!more) return;
  for (const name of rare) out.flag(flags[name]);
  out.number(flags.sore);
  out.optional(start, (exercise) => names.write(out, "exercise", exercise));
}

function readFlags(from, names, lift) {
  const flags = {};
  for (const name of often) flags[name] = from.flag();
  flags.class = classes[from.take(4)];
  if (!flags.class) from.fail();
  const more = from.flag();
  for (const name of rare) flags[name] = more && from.flag();
  flags.sore = more ? from.number() : 0;
  Object.assign(lift, { flags, start: more ? from.optional(() => names.read(from, "exercise")) : null });
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
