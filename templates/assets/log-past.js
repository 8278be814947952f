// What was done: a line for each visit, and a small chart for each lift.
import { dayAndDate } from "./dates.js";
import { chart } from "./log-chart.js";
import { said, copyOf } from "./log-view.js";
import { visitsOf } from "./log-visits.js";

const anyMonday = "2026-01-05"; // by which all goes to plan

const $ = (id) => document.getElementById(id);

// Shows the past. A line that is pressed calls choose with the key of its visit.
export function showPast(log, choose) {
  const done = log.visits.filter((v) => v.record?.lifts.length > 0);
  $("_no-past").hidden = done.length > 0;
  $("_charts").replaceChildren(...chartsOf(log, done));
  $("_visits").replaceChildren(...done.toReversed().map((v) => line(log, v, choose)), ...asideLines(log));
}

function line(log, v, choose) {
  const li = copyOf("_t-past");
  const button = li.querySelector("button");
  button.textContent = `${said("session", { name: v.name })} · ${dayAndDate(v.record.date ?? v.date)}`;
  button.addEventListener("click", () => choose(v.key));
  li.querySelector("span").textContent = v.record.lifts.map((l) => doneLine(log, l)).join("; ");
  return li;
}

const nameOf = (log, { exercise, lift }) => log.data.exercises[exercise]?.name ?? exercise ?? lift;

// A lift as it was done: "Goblet squat 8, 8, 7 · 8 kg".
function doneLine(log, done) {
  const lift = log.data.machines.lifts.find((l) => l.key === done.lift);
  const rung = lift.rungs.find((r) => r.exercise === done.exercise) ?? lift.rungs[0];
  const load = done.load === undefined ? "" : " · " + log.text.taken(done.load, rung.exercise, rung.register);
  const hurt = done.hurt ? " · " + (done.pain ? `${said("hurt")} ${done.pain}/10` : said("hurt")) : "";
  return `${nameOf(log, { exercise: rung.exercise, ...done })} ${done.sets.map((n) => n ?? "–").join(", ")}${load}${hurt}`;
}

// Visits that the plan as it is now has no place for.
function asideLines(log) {
  const aside = new Set(log.apart.map((a) => a.record));
  return [...aside].map((record) => {
    const li = copyOf("_t-past");
    li.className = "not-of-plan";
    li.querySelector("button").replaceWith(Object.assign(document.createElement("b"), { textContent: `${record.session} · ${record.date ?? record.week}` }));
    const sets = record.lifts.map((l) => `${nameOf(log, l)} ${l.sets.map((n) => n ?? "–").join(", ")}`);
    li.querySelector("span").textContent = `${sets.join("; ")} (${said("not-of-plan")})`;
    return li;
  });
}

// A lift is drawn by its load, and one without a load by its amount.
function chartsOf(log, done) {
  if (done.length === 0) return [];
  const planned = (log.planned ??= visitsOf(log.data, { monday: anyMonday }, [], anyMonday).visits); // walked when it is first asked for
  const lifts = [...new Set(done.flatMap((v) => v.lifts.filter((lift) => recordOf(log, v, lift))))];
  return lifts.map((lift) => {
    const key = log.data.machines.lifts[lift];
    const loaded = key.rungs[0].register >= 0 && done.some((v) => recordOf(log, v, lift)?.load !== undefined);
    const at = (v) => v.week + (Math.max(0, new Date(v.date).getUTCDay() + 6) % 7) / 7;
    const points = done.flatMap((v) => {
      const r = recordOf(log, v, lift);
      const value = loaded ? r?.load : Math.max(...(r?.sets ?? []).filter(Number.isInteger));
      return Number.isFinite(value) ? [{ at: at(v), value, label: loaded ? log.text.load(value, key.rungs[0].register) : log.text.amount(value, key.rungs[0].unit) }] : [];
    });
    const asked = planned.filter((v) => v.lifts.includes(lift)).flatMap((v) => {
      const target = v.asked[v.lifts.indexOf(lift)];
      const value = loaded ? target.load : Math.max(...target.sets.map((s) => s.n));
      return Number.isFinite(value) ? [{ at: at(v), value }] : [];
    });
    const name = log.data.exercises[key.rungs[0].exercise].name;
    return chart({ name, weeks: log.data.weeks, asked, done: points, says: `${log.text.label(name)} ${points.map((p) => p.label).join(", ")}` });
  });
}

// What was done of a lift on a visit: of one of its exercises, not of one that stood in its place.
function recordOf(log, v, lift) {
  const { key, rungs } = log.data.machines.lifts[lift];
  return v.record.lifts.find((l) => l.lift === key && l.sets.some(Number.isInteger) && (!l.exercise || rungs.some((r) => r.exercise === l.exercise)));
}
