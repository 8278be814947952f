// Follows the runners of a file, and says where the script's texts are others than Go's.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { follow, personal, read } from "./machine.js";
import { Text, askOf, dayReasons, ownDays } from "./text.js";
import { why } from "./text-why.js";

// What the script says, by the names that tests have for it.
const says = {
  name: (text, ask) => text.rung(ask).name,
  parts: (text, ask) => text.parts(ask).map(({ sets, weight }) => [sets, weight]),
  line: (text, ask) => text.line(ask),
  cell: (text, ask) => text.cell(ask),
  rule: (text, ask) => text.rule(ask),
  paper: (text, ask) => text.paper(ask),
  why,
  warmUp: (text, ask, row) => text.warmUp(ask, row),
};

const dayOf = (runner) => ({ log: runner.log, monday: runner.monday, today: runner.today });

// Compares what is said of the lifts of a visit. Go has no target where a lift is left out for its pain.
function compare(data, text, visit, walk, want, differ) {
  const { session, phase, lifts } = visit, { sessions } = data.machines.phases[phase];
  const asks = lifts.map((lift) => askOf(data, walk, visit, lift)).filter(({ target }) => target.sets.length > 0);
  let texts = 0;
  if (asks.length !== want.length) differ(visit, "lifts", asks.length, want.length);
  asks.forEach((ask, i) => {
    const { lift: key, week, ...texted } = want[i] ?? {}, row = data.phases[phase].sessions[session].rows[sessions[session].lifts.indexOf(ask.lift)];
    if (key !== data.machines.lifts[ask.lift].key) differ(visit, "lift", data.machines.lifts[ask.lift].key, key);
    if (week !== visit.week.number) differ(visit, "week", visit.week.number, week);
    for (const [name, expected] of Object.entries(texted)) {
      const got = says[name](text, ask, row);
      texts++;
      if (!isDeepStrictEqual(got, expected)) differ(visit, `${key}: ${name}`, got, expected, ask);
    }
  });
  return texts;
}

// What is wrong with the reasons of days: one beside another chosen day is bad where the legs need a day, and all have words.
function wrongDays(data, chosen) {
  const { apart, fit, names } = data.days;
  return dayReasons(data, chosen).filter((r) => {
    const beside = [(r.day + 6) % 7, (r.day + 1) % 7].find((d) => chosen.includes(d)), close = apart && beside !== undefined;
    const named = !close || fit[r.day].fit === "bad" || [r.day, beside].every((d) => r.why.includes(names[d]));
    return r.chosen !== chosen.includes(r.day) || r.fit !== (close ? "bad" : fit[r.day].fit) || !r.why || /[{}]/.test(r.why) || !named;
  });
}

const answer = { runners: 0, targets: 0, texts: 0, differences: [] };
for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  const runner = JSON.parse(line), data = runner.follow, text = new Text(data, runner.unit, runner.starts ?? {});
  const days = runner.days ? ownDays(data, runner.days) : null;
  const hers = personal({ ...data, machines: read(data.machines) }, { weights: runner.weights ?? {}, starts: runner.starts ?? {} }, days);
  const differ = ({ week, session }, what, got, want, ask) => {
    if (answer.differences.length < 5) {
      const { programme, ...of } = ask ?? {};
      answer.differences.push(`${data.plan}, runner ${answer.runners}, week ${week.number}, session ${session}: ${what}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}; ${JSON.stringify(of)}`);
    }
  };
  let n = 0;
  answer.runners++;
  const wrong = wrongDays(data, runner.days ?? data.days.own);
  if (wrong.length > 0) answer.differences.push(`${data.plan}: the reasons of days are ${JSON.stringify(wrong)}`);
  follow(hers, dayOf(runner), (visit, asked, record, walk) => {
    const want = runner.visits[n++] ?? [];
    answer.targets += want.length;
    answer.texts += compare(data, text, visit, walk, want, differ);
  });
  if (n !== runner.visits.length) answer.differences.push(`${data.plan}: ${n} visits, want ${runner.visits.length}`);
}
console.log(JSON.stringify(answer));
