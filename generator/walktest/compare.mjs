// Walks the walks of a file once more, and says where the script asks for something else than Go, or takes another way.
import { decode, encode } from "./link.js";
import { classes, follow, personal, read } from "./machine.js";

const targetOf = (t) => [t.state, t.rung, t.load, t.steps, t.hurt, t.below, t.instead, t.sets.map((s) => [s.n, s.to, s.open, s.rm, s.share, s.load])];
const positionOf = (p) => [
  p.state, p.was.state, p.was.load, p.was.steps, p.done, classes.indexOf(p.class), p.light, p.blocked, p.lowered, p.tooHeavy, p.sore, p.eased,
];

const visitOf = (v, asked, record, walk, ahead) => [
  v.week.number, v.session, v.day.day, v.optional, record !== null, ahead, v.lifts.map((lift, i) => [targetOf(asked[i]), positionOf(walk.at[lift])]),
];

// What the script makes of a walk; from where the runner stands on, if that is said.
function visitsOf(programme, diary) {
  const list = [], end = follow(programme, diary, (...visit) => list.push(JSON.stringify(visitOf(...visit))));
  return { list, ...end };
}

function differenceOf(programme, walk) {
  const want = walk.visits.map((v) => JSON.stringify(v)), diary = { log: walk.log, monday: walk.monday, today: walk.today };
  const whole = visitsOf(programme, diary);
  const at = want.findIndex((v, i) => v !== whole.list[i]);
  if (at >= 0) return `visit ${at} is\n${whole.list[at]}, want\n${want[at]}`;
  if (whole.list.length !== want.length) return `${whole.list.length} visits, want ${want.length}`;
  if (whole.lost.length !== walk.lost) return `${whole.lost.length} records are lost, want ${walk.lost}`;
  return goesOn(programme, walk, want);
}

// A runner who goes on from where she stands after some records is asked for the same as one who has written down all of it, and so is one
// who has that from a link. Records that are not in the order of their visits may be of other visits without those behind them.
function goesOn(programme, walk, want) {
  const { monday, today, log, cut } = walk, before = visitsOf(programme, { log: log.slice(0, cut), monday });
  if (!before.stand || before.lost.length > 0) return "";
  const done = before.list.findLastIndex((v) => JSON.parse(v)[4]) + 1;
  if (before.list.slice(0, done).join() !== want.slice(0, done).join()) return "";
  for (const stand of [JSON.parse(JSON.stringify(before.stand)), linked(programme, walk, before.stand)]) {
    const rest = visitsOf(programme, { stand, log: log.slice(cut), monday, today }), at = rest.list.findIndex((v, i) => v !== want[done + i]);
    if (at >= 0) return `from where she stands after ${cut} records, visit ${done + at} is\n${rest.list[at]}, want\n${want[done + at]}`;
    if (done + rest.list.length !== want.length) return `${rest.list.length} visits from where she stands after ${done} of ${want.length}`;
  }
  return "";
}

// Where she stands as a link says it.
function linked(programme, { weights, starts }, stand) {
  const data = { plan: "plan", runner: "runner", unit: "kg", machines: programme };
  return decode(data, encode(data, { weights, starts }, stand)).stand;
}

// Compares the lines of a file: how many walks, visits and targets there are, and the first differences.
export function compare(lines) {
  const differences = [];
  let walks = 0, visits = 0, targets = 0;
  for (const line of lines) {
    const { machines, walks: drawn } = JSON.parse(line), programme = read(machines);
    for (const walk of drawn) {
      walks++;
      visits += walk.visits.length;
      for (const v of walk.visits) targets += v.at(-1).length;
      const difference = differenceOf(personal({ machines: programme }, walk, walk.days), walk);
      if (difference && differences.length < 5) differences.push(`walk ${walks}: ${difference}`);
    }
  }
  return { walks, visits, targets, differences };
}

if (typeof process === "object") {
  const { readFileSync } = await import("node:fs");
  console.log(JSON.stringify(compare(readFileSync(process.argv[2], "utf8").trim().split("\n"))));
}
