// Holds what is true of the script whatever it walks: a log of just what was planned changes nothing; and of machines that were broken
// anywhere, read() says that they are, or their walk ends.
import { readFileSync } from "node:fs";
import { follow, read } from "./machine.js";

// What is asked for on each visit.
function asked(programme, log = []) {
  const list = [];
  follow(programme, { log }, (v, targets, _, walk) => list.push({ v, targets, planned: walk.planned(v), was: v.lifts.map((i) => walk.at[i].was) }));
  return list;
}

// Everything as asked for, with the loads that were asked for.
function asPlanned(programme) {
  return asked(programme).map(({ v, targets, planned }) => {
    const lifts = planned.lifts.map((done, i) => ({ ...done, load: targets[i].sets[0]?.load ?? undefined }));
    return { week: v.week.number, session: programme.phases[v.phase].sessions[v.session].name, run: "well", effort: "ok", lifts };
  });
}

function changesNothing(programme) {
  const shown = (log) => JSON.stringify(asked(programme, log).map(({ targets, was }) => [targets, was]));
  return shown() === shown(asPlanned(programme)) ? "" : "a log as planned changes what is asked for";
}

// Numbers that are drawn from a seed.
function* draws(seed) {
  for (let x = seed; ; x = (x * 1103515245 + 12345) % 2147483648) yield Math.floor(x / 65536);
}

const values = [-1, 0, 1, 2, 3, 999, 1000, 5000, 1e9, 2 ** 60, 0.5, NaN, null, undefined, true, false, "", "x", [], {}];

// Puts another value somewhere into a copy of the data.
function broken(data, draw) {
  const copy = JSON.parse(JSON.stringify(data)), next = (n) => draw.next().value % n;
  let at = copy, key = null;
  for (let depth = 0; depth < 9; depth++) {
    const keys = Object.keys(at);
    if (keys.length === 0) break;
    key = keys[next(keys.length)];
    if (typeof at[key] !== "object" || at[key] === null || next(8) === 0) break;
    if (depth < 8) at = at[key];
  }
  at[key ?? "lifts"] = values[next(values.length)];
  return copy;
}

function endsOrIsRefused(machines, log, draw) {
  const copy = broken(machines, draw);
  let programme;
  try {
    programme = read(copy);
  } catch {
    return { refused: true };
  }
  const begun = Date.now();
  try {
    follow(programme, { log, today: "2026-12-24", monday: "2026-10-05" }, () => {});
  } catch (e) {
    return { problem: `read() took what cannot be walked: ${e.stack}` };
  }
  return { problem: Date.now() - begun > 5000 ? "a walk took more than five seconds" : "" };
}

// The numbers of broken machines that were refused and that were walked, and what went wrong.
function laws(lines, times) {
  const problems = [], draw = draws(1);
  let refused = 0, walked = 0;
  for (const line of lines) {
    const { machines, walks } = JSON.parse(line), wrong = changesNothing(read(machines));
    if (wrong) problems.push(wrong);
    for (let i = 0; i < times; i++) {
      const end = endsOrIsRefused(machines, walks[i % walks.length].log, draw);
      if (end.refused) refused++;
      else walked++;
      if (end.problem) problems.push(end.problem);
    }
  }
  return { refused, walked, problems: problems.slice(0, 5) };
}

console.log(JSON.stringify(laws(readFileSync(process.argv[2], "utf8").trim().split("\n"), 60)));
