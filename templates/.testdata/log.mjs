// Holds the scripts that keep a log (events.js, merge.js, csv.js) to their laws, with drawn logs and with files as spreadsheets write them.
//
//   node log.mjs ASSETS FOLLOW EXAMPLES ROUNDS
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

const [assets, followFile, examples, rounds] = process.argv.slice(2);
const load = (name) => import(path.join(assets, name));
const { changesOf, fold, isEvent, liftsOf, readAll, sortOut, today, visitOf, writeAll } = await load("events.js");
const { changes, expanded, hoisted } = await load("merge.js");
const { read, write } = await load("csv.js");
const machine = await load("machine.js");
const follow = { unit: "kg", ...JSON.parse(readFileSync(followFile, "utf8")) };
const programme = machine.read(follow.machines);
const example = (name) => readFileSync(path.join(examples, name), "utf8");

// A generator that draws the same on each run (mulberry32).
let seed = 18;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n) => Math.floor(random() * n);
const one = (list) => list[below(list.length)];
const maybe = (value) => (random() < 0.4 ? value() : undefined);
const said = (of) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
const shuffled = (list) => list.map((x) => [random(), x]).sort(([a], [b]) => a - b).map(([, x]) => x);

const felt = () => ({ effort: maybe(() => one(["easy", "ok", "hard"])), hurt: maybe(() => true), pain: maybe(() => 1 + below(10)) });
const day = (week) => (n) => new Date(Date.UTC(2026, 10, 30 + 7 * (week - 1) + n)).toISOString().slice(0, 10);

function drawLift({ key, rungs }) {
  const rung = one(rungs);
  return said({ lift: key, exercise: rung.exercise, sets: Array.from({ length: 1 + below(4) }, () => (below(5) ? below(30) : null)), load: maybe(() => 500 * below(80)), ...felt() });
}

// Two visits in each of some weeks, and now and then a test.
function drawLog() {
  const { machines } = follow;
  const records = [], tests = [];
  for (const { sessions, weeks } of machines.phases) {
    for (const { number: week } of weeks) {
      for (const nth of [0, 1]) {
        if (below(3) === 0) continue;
        const { name, lifts } = one(sessions);
        records.push(said({ visit: visitOf(week, name, 0), week, session: name, date: day(week)(3 * nth + below(3)), run: maybe(() => one(["well", "badly"])), ...felt(), lifts: lifts.filter(() => below(6)).map((l) => drawLift(machines.lifts[l])) }));
      }
      if (below(4) === 0) tests.push({ visit: visitOf(week, "", 0), week, date: day(week)(2), exercise: "3 km", sets: [700 + below(100)] });
    }
  }
  const seen = {};
  for (const r of records) r.visit = visitOf(r.week, r.session, (seen[visitOf(r.week, r.session)] = (seen[visitOf(r.week, r.session)] ?? -1) + 1));
  return { records, tests };
}

let count = 0;
const events = (edits) => edits.map((edit) => ({ id: `e${count}`, n: ++count, at: "", ...edit }));
const empty = { records: [], tests: [] };
const bare = ({ records, tests }) => ({ records, tests });
const settled = ({ records, tests }) => ({ records: records.map((r) => sorted(hoisted(expanded(r, liftsOf(follow.machines, r.week, r.session))))), tests });
const sorted = (r) => ({ ...r, lifts: r.lifts.toSorted((a, b) => (a.lift < b.lift ? -1 : 1)) });
// What a table cannot hold: a number says more of pain than that it hurt.
const tabled = (r) => said({ ...r, hurt: r.pain > 0 ? undefined : r.hurt, ...(r.lifts && { lifts: r.lifts.map(tabled) }) });

for (let i = 0; i < Number(rounds); i++) {
  const [a, b] = [drawLog(), drawLog()];

  // A record comes back from the changes that make it, from nothing and from any other.
  const visits = [...new Set([...a.records, ...b.records].map((r) => r.visit))];
  const nothing = (visit) => ({ visit, lifts: [] });
  const of = (log, visit) => log.records.find((r) => r.visit === visit);
  const first = events(a.records.map((r) => ({ visit: r.visit, changes: changesOf(r) })));
  const then = events(visits.map((visit) => ({ visit, changes: changesOf(of(b, visit) ?? nothing(visit), of(a, visit)) })));
  const kept = fold([...first, ...then]).records.filter((r) => of(b, r.visit));
  assert.deepEqual(kept.map(sorted), b.records.map(sorted));
  const emptied = fold([...first, ...events(a.records.map((r) => ({ visit: r.visit, changes: changesOf(nothing(r.visit), r) })))]).records;
  assert.ok(emptied.every((r) => r.lifts.length === 0 && r.date === undefined && r.effort === undefined), "what is cleared is gone");

  // The order in which events arrive is no matter, nor is one that arrives twice; what was deleted is gone, whatever came before it.
  const all = [...first, ...then];
  const union = new Map(shuffled([...all, ...first]).map((e) => [e.id, e]));
  assert.deepEqual(fold([...union.values()]), fold(all));
  const deleted = events([{ visit: visits[0], deleted: true }]);
  assert.ok(!fold(shuffled([...all, ...deleted])).records.some((r) => r.visit === visits[0]));
  assert.ok(all.every(isEvent));
  assert.deepEqual(readAll(writeAll({ plan: "p", settings: { unit: "lb" }, events: all })).events, all);

  // A table reads back as what was written, in every dialect, and is written the same again.
  const log = settled({ records: a.records.map(tabled), tests: a.tests });
  const plain = write(log, follow);
  for (const text of [plain, write(log, follow, "excel"), plain.replaceAll("\n", "\r\n"), plain.replaceAll("\n", "\r"), "\uFEFFsep=,\n" + plain, permuted(plain)]) {
    const back = read(text, follow);
    assert.deepEqual(back.messages, [], text);
    assert.deepEqual(settled(bare(back)), log, text);
  }
  assert.equal(write(read(plain, follow), follow), plain);
  assert.deepEqual(settled(bare(read(plain.replace(/^(\d\d\d\d)-(\d\d)-(\d\d),\d+/gm, "$3.$2.$1,"), follow, { monday: "2026-11-30" }))), log);

  // What is asked for after a log is the same after its table: the coach who has the file sees what the phone shows.
  const asked = (log) => {
    const targets = [];
    machine.follow(programme, { log: log.records, monday: "2026-11-30" }, (visit, asked) => { targets.push(asked); });
    return targets;
  };
  assert.deepEqual(asked(read(write(a, follow), follow)), asked(a));

  // What a file brings is there afterwards, and nothing else is lost; a second time it changes nothing.
  const file = read(write(settled({ records: b.records.map(tabled), tests: b.tests }), follow), follow);
  const preview = changes(log, file, follow.machines);
  const before = changes(empty, log, follow.machines);
  assert.equal(before.added.length, log.records.length + log.tests.length);
  const after = fold(events([...before.edits, ...preview.edits]));
  for (const r of log.records) assert.ok(after.records.some((x) => x.visit === r.visit), "a visit of the log is lost");
  for (const r of file.records) {
    const is = after.records.find((x) => x.week === r.week && x.session === r.session && x.date === r.date);
    for (const l of r.lifts) assert.deepEqual(is.lifts.find((x) => x.lift === l.lift).sets.slice(0, l.sets.length), l.sets);
  }
  const again = changes(after, file, follow.machines);
  assert.deepEqual([again.added, again.changed, again.edits], [[], [], []]);
  assert.deepEqual(changes(log, log, follow.machines).edits, []);

  // Whatever a file is, it is read in the end, and no line is passed over in silence.
  const broken = mutated(one([plain, write(log, follow, "excel")]));
  const found = read(broken, follow, { monday: "2026-11-30" });
  for (const { line, code } of found.messages) assert.ok(Number.isInteger(line) && line > 0 && code, broken);
  assert.ok(fold(events(changes(empty, found, follow.machines).edits)).records.length >= 0);
  readAll(mutated(writeAll({ plan: "p", settings: {}, events: first })));
}

// The same table with its columns in another order, and without those in which nothing stands.
function permuted(text) {
  const rows = text.trimEnd().split("\n").map((line) => line.split(","));
  const columns = shuffled(rows[0].map((_, i) => i)).filter((i) => ["exercise", "amount"].includes(rows[0][i]) || rows.slice(1).some((r) => r[i]));
  return rows.map((r) => columns.map((i) => r[i]).join(",")).join("\n");
}

function mutated(text) {
  for (let n = 1 + below(6); n > 0; n--) {
    const at = below(text.length + 1);
    const junk = one(['"', ",", ";", "\n", "\t", "\0", "NaN", "-1", "1e9", "__proto__", "constructor", "null", "[", "=1+1", "31.2.2026", "ü", ""]);
    text = text.slice(0, at) + junk + text.slice(at + below(8));
  }
  return text;
}

// ---- Files as they come ----------------------------------------------------------------------------------------------------------

const wanted = JSON.parse(example("log.json"));
const withoutNames = ({ records, tests }) => ({
  records: records.map(({ visit, ...r }) => r),
  tests: tests.map(({ visit, ...t }) => t),
});
for (const name of ["log.csv", "log-excel.csv"]) {
  const got = read(example(name), follow);
  assert.deepEqual(got.messages, [], name);
  assert.deepEqual(withoutNames(got), wanted, name);
  assert.equal(write(got, follow), example("log.csv"), name);
}
assert.equal(write(wanted, follow), example("log.csv"));

const head = "date,week,session,exercise,set,amount,load,effort,pain,next_day\n";
const lines = (...more) => head + more.map((l) => l + "\n").join("");
for (const [text, want] of [
  ["", ["1 empty"]],
  ["a,b\n1,2\n", ["1 no-columns exercise amount"]],
  ["exercise,amount,colour\n", ["1 unknown-column colour"]],
  [lines("2026-02-30,1,A,goblet-squat,1,8,,,,"), ["2 date 2026-02-30"]],
  [lines("1/12/2026,1,A,goblet-squat,1,8,,,,"), ["2 date 1/12/2026"]],
  [lines("2026-12-01,one,A,goblet-squat,1,8,,,,"), ["2 week one"]],
  [lines(",,A,goblet-squat,1,8,,,,"), ["2 no-week "]],
  [lines("2026-12-01,1,B,goblet-squat,1,8,,,,"), ["2 session B 1 kept"]],
  [lines("2026-12-01,1,A,leg-press,1,8,,,,"), ["2 exercise leg-press A kept"]],
  [lines("2026-12-01,1,A,goblet-squat,0,8,,,,"), ["2 set 0"]],
  [lines("2026-12-01,1,A,goblet-squat,1,many,,,,"), ["2 amount many"]],
  [lines("2026-12-01,1,A,goblet-squat,1,8,8 lb,,,"), ["2 load 8 lb kg"]],
  [lines("2026-12-01,1,A,goblet-squat,1,8,,so so,11,bad"), ["2 next-day bad", "2 effort so so", "2 pain 11"]],
  [lines("2026-12-01,1,A,goblet-squat,1,8,,,,", "2026-12-01,1,A,goblet-squat,1,9,,,,"), ["3 twice goblet-squat 1"]],
  [lines('2026-12-01,1,A,goblet-squat,1,8,"8\n\nkg",,,', "2026-12-01,1,A,goblet-squat,2,x,,,,"), ["5 amount x"]],
  [lines('2026-12-01,1,A,goblet-squat,1,8,"8 kg,,,'), ["2 quote", "2 load 8 kg kg"]],
]) {
  const got = read(text, follow).messages.map(({ line, code, values, kept }) => [line, code, ...Object.values(values).flat(), ...(kept ? ["kept"] : [])].join(" "));
  if (!text.includes('"8 kg,')) assert.deepEqual(got, want, text);
  else assert.equal(got[0], want[0], text);
}

// What the plan has no place for stays: it comes back from the events, and is found when the plan is looked at.
const stranger = read(lines("2026-12-01,1,A,leg-press,1,8,,,,", "2026-12-02,1,B,goblet-squat,1,8,,,,", "2027-12-02,40,A,goblet-squat,1,8,,,,"), follow);
const there = fold(events(changes(empty, stranger, follow.machines).edits));
assert.deepEqual(sortOut(there.records, follow.machines).apart.map(({ code, record }) => `${code} ${record.visit}`), ["lift 1/0/A", "session 1/0/B", "week 40/0/A"]);
assert.deepEqual(read(write(there, follow), follow).records, there.records);
const renamed = structuredClone(follow.machines);
for (const lift of renamed.lifts) lift.key += " once more";
assert.deepEqual(sortOut(read(example("log.csv"), follow).records, renamed).apart, [], "a lift with another name is found by its exercise");

// Two lifts of one exercise in a session are told apart by their sets; a weight that has a name has it in the table as well.
const twice = structuredClone(follow);
const { lifts, stocks, phases: [{ sessions: [session] }] } = twice.machines;
lifts.push({ ...lifts[0], key: "goblet-squat@A light" });
session.lifts = [0, lifts.length - 1];
stocks[0].labels = stocks[0].labels.map((l, i) => ["yellow", "red"][i] ?? l);
for (const [name, quoted] of [["A", "A"], ["A, or B", '"A, or B"'], ['A "B"', '"A ""B"""']]) {
  session.name = name;
  const bands = lines(...["1,5,red", "2,5,red", "1,12,yellow"].map((set) => `2026-12-01,1,${quoted},goblet-squat,${set},ok,,`));
  const got = read(bands, twice);
  const [heavy, light] = ["goblet-squat@A", "goblet-squat@A light"];
  assert.deepEqual(got.records[0].lifts, [{ lift: heavy, exercise: "goblet-squat", sets: [5, 5], load: 4000 }, { lift: light, exercise: "goblet-squat", sets: [12], load: 2000 }]);
  assert.deepEqual([got.messages, write(got, twice)], [[], bands]);
}

// Of two ways to say that it hurt the number says more; of the next day the first word counts.
const hurt = { visit: "1/0/A", week: 1, session: "A", lifts: [{ lift: "goblet-squat@A", exercise: "goblet-squat", sets: [8], hurt: true, pain: 3 }] };
assert.match(write({ records: [hurt], tests: [] }, follow), /,3,$/m);
assert.equal(read(lines(",1,A,goblet-squat,1,8,,,,well", ",1,A,goblet-squat,2,8,,,,badly"), follow).records[0].run, "well");

// Visits without a day are those of the log in their order, each only once.
const dayless = read(lines(",1,A,goblet-squat,1,9,,,,", ",2,A,goblet-squat,1,9,,,,"), follow);
const twoFile = { records: [hurt, ...dayless.records.map((r) => ({ ...r, week: 1, visit: visitOf(1, "A", 1) })).slice(0, 1)], tests: [] };
const matched = changes({ records: [hurt], tests: [] }, twoFile, follow.machines);
assert.deepEqual([matched.same.length, matched.changed.length, matched.added.map((r) => r.visit)], [1, 0, ["1/1/A"]]);

// Files that are none, and one of a later version.
for (const [text, code] of [["{", "not-json"], ["[]", "not-a-log"], ["{}", "not-a-log"], ['{"legpress":2,"plan":"p","events":[]}', "newer"], ['{"legpress":1,"plan":"p","events":[{"id":"x"}]}', "not-a-log"],
  ['{"legpress":1,"plan":"p","events":[{"id":"x","n":1,"visit":"1/0/A","changes":[{"field":"effort","value":"great"}]}]}', "not-a-log"],
  ['{"legpress":1,"plan":"p","events":[{"id":"x","n":1,"visit":"1/0/A","changes":[{"field":"pain","value":11}]}]}', "not-a-log"]]) assert.equal(readAll(text).code, code, text);
assert.deepEqual(readAll("\uFEFF" + writeAll({ plan: "p", settings: {}, events: [] })), { plan: "p", settings: {}, events: [] });

// The day is that of the place where the runner is.
assert.equal(today(new Date(2026, 0, 5, 0, 30)), "2026-01-05");
assert.equal(today(new Date(2026, 0, 5, 23, 30)), "2026-01-05");

// A field of a later version is kept and left alone; a name that objects have of themselves is only a name.
const odd = [{ id: "a", n: 1, visit: "1/0/A", changes: [{ field: "mood", value: "fine" }, { field: "lifts", value: 1 }, { lift: "__proto__", set: 0, value: 3 }, { lift: "x", field: "__proto__", value: 3 }] }];
assert.deepEqual(fold(odd).records.map((r) => r.lifts.map((l) => l.sets)), [[[3]]]);

// Ten thousand lines take no more than ten times as long as a thousand.
const long = (n) => lines(...Array.from({ length: n }, (_, i) => `2026-12-01,${1 + (i % 8)},A,goblet-squat,${1 + (i % 90)},8,"8 kg",ok,,`));
const time = (n) => {
  const text = long(n), begin = process.cpuUsage().user;
  read(text, follow);
  return process.cpuUsage().user - begin;
};
time(1000);
const [short, whole] = [Math.max(time(2000), 2000), time(20_000)];
assert.ok(whole < 40 * short, `20,000 lines take ${whole} µs, 2,000 take ${short} µs`);
