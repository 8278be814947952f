// Shows a plan's page as one runner has it. Texts are changed where they stand; where the week that it is is another one than the page was
// made with, its table is made of the lines of all weeks, as the page's own script makes it.
import { later } from "./log-visits.js";
import { showWeek, shown } from "./plan.js";
import { keepUnits, Text } from "./text.js";
import { why } from "./text-why.js";
import { shortDate, weekFrom } from "./dates.js";
import { today } from "./events.js";
import { askOfLift, keyOf, modelOf, visitOn } from "./yours-model.js";

const make = (tag, ...inside) => {
  const e = document.createElement(tag);
  e.append(...inside);
  return e;
};

// Shows all of it. Week is what a week is called, "Week {n}".
export async function showOnPage(data, model, settings, week) {
  await shown; // the page's own week
  showUnit(model.unit);
  for (const table of document.querySelectorAll(".ledger")) showLedger(data, model, table);
  showNow(data, model, week);
  showRules(data, model);
  showDays(data, settings);
  showCalendar(data, model, settings);
}

// The page's own script turns all other weights.
function showUnit(unit) {
  const units = document.getElementById("_units");
  if (!units) return;
  units.hidden = true;
  units.elements.unit.value = unit;
  units.elements.unit.dispatchEvent(new Event("change"));
}

// The exercise to which a link leads.
function exerciseAt({ exercises }, { href }) {
  return Object.keys(exercises).find((id) => new URL(exercises[id].url, location.href).href === href);
}

function showLedger(data, model, table) {
  const columns = [...table.tHead.rows[0].cells].slice(2);
  const names = columns.map((th) => exerciseAt(data, th.querySelector("a")));
  for (const body of table.tBodies) {
    const n = Number(body.querySelector(".wk")?.textContent), visits = model.of.get(keyOf(n, table.dataset.session)) ?? [];
    for (const row of body.querySelectorAll(".to")) row.remove();
    const lines = [...body.rows].filter((row) => !row.className);
    for (const [i, row] of lines.entries()) showLine(data, model, { columns, names, row, visit: visitOn(visits, i, lines.length) });
    if (body.rows[0]) body.querySelector(".wk").rowSpan = body.rows.length;
  }
}

// A line of the ledger: the day of its visit, its targets, and below them, for phones, the names of exercises that are others than above.
function showLine(data, model, { columns, names, row, visit }) {
  const cells = [...row.querySelectorAll("td")], to = [];
  if (visit) showDay(data, row.querySelector(".day"), visit);
  for (const [i, td] of cells.entries()) {
    const ask = askOfLift(visit, columns[i].dataset.lift), up = ask && model.grown.has(ask);
    const { exercise, name } = ask ? model.text.rung(ask) : {};
    const other = ask && exercise !== names[i] ? name : "";
    if (ask) names[i] = exercise;
    td.className = up ? "up" : "";
    td.replaceChildren(...targetOf(data, model, columns[i], ask, visit, up), ...(other ? [" ", make("small", other)] : []));
    if (other) to.push(Object.assign(make("span", other), { className: up ? "up" : "" }), " ");
  }
  if (to.length === 0) return;
  const line = make("tr", make("td"), Object.assign(make("td", ...to), { colSpan: columns.length }));
  line.className = "to";
  row.after(line);
}

function showDay(data, th, visit) {
  const dated = th.querySelector(":scope > span"), day = data.days.short[visit.day];
  if (!visit.date) return void (th.firstChild.data = th.firstChild.data.replace(/\S.*\S|\S/, day));
  const date = dated ?? make("span");
  date.textContent = shortDate(visit.date);
  th.firstChild.data = `${day} `;
  if (!dated) th.firstChild.after(date, " ");
}

// What a visit asks for of an exercise, as a cell of a table: light sets, the sets and their weights. What the head of the row or the column
// says is left out.
function targetOf(data, model, head, ask, visit, up) {
  if (!ask) return [];
  const row = data.phases[visit.phase].sessions[visit.session].rows[visit.asks.indexOf(ask)] ?? {};
  const heads = [...head.querySelectorAll("small")].map((small) => small.textContent);
  const warmUp = model.text.warmUp(ask, row);
  const parts = model.text.parts(ask, { side: head.dataset.sides !== undefined }).flatMap(({ sets, weight }, i) => {
    const bold = [i ? " " : "", make("b", sets)];
    return weight && !heads.includes(weight) ? [...bold, " ", Object.assign(make("span", weight), { className: up ? "up" : "" })] : bold;
  });
  return warmUp && warmUp !== keepUnits(row.warm_up.do) ? [make("small", warmUp), " ", ...parts] : parts;
}

const firstVisits = (model, session) => model.of.get(keyOf(model.week, session)) ?? [];

// The week that it is. The first one stands in the page.
function showNow(data, model, week) {
  const place = document.getElementById("_now");
  if (!place) return;
  const named = week.replace("{n}", model.week);
  if (model.week > 1 || place.dataset.shown) showOther(data, model, place, named);
  else for (const table of place.querySelectorAll("table.now")) showFirst(data, model, table);
  const heading = place.querySelector("h2");
  if (model.monday) heading.replaceChildren(named, make("br"), make("small", weekFrom(later(model.monday, 7 * (model.week - 1)))));
  else heading.firstChild.data = named;
  document.querySelector('.jump [href="#_now"]').textContent = named;
  showReasons(model, place);
}

function showFirst(data, model, table) {
  const visits = firstVisits(model, table.dataset.session), rows = [...table.querySelectorAll("tbody tr[data-lift]")];
  const heads = [...table.tHead.rows[0].cells].slice(1, -1);
  for (const [i, head] of heads.entries()) {
    const visit = visitOn(visits, i, heads.length);
    if (!visit) continue;
    if (heads.length === visits.length) head.replaceChildren(make("b", data.days.names[visit.day]), visit.date ? ` ${shortDate(visit.date)}` : "");
    for (const row of rows) {
      const td = row.querySelectorAll("td:not(.rule)")[i], ask = askOfLift(visit, row.dataset.lift);
      if (table.classList.contains("many") && heads.length === visits.length) td.dataset.day = data.days.short[visit.day];
      const parts = targetOf(data, model, row, ask, visit, false), small = (n) => n.nodeName === "SMALL";
      td.replaceChildren(...parts.filter(small), make("p", ...parts.filter((n) => !small(n))));
    }
  }
  const tests = table.querySelector(".tests th small"), [first] = visits;
  if (tests && first) tests.textContent = (tests.dataset.published ??= tests.textContent).replace(data.days.names[data.days.own[0]], data.days.names[first.day]);
  for (const row of rows) {
    const ask = visits.map((v) => askOfLift(v, row.dataset.lift)).find(Boolean);
    row.querySelector(".rule").textContent = ask ? model.text.rule(ask) : "";
    if (ask) showName(data, row, model.text.rung(ask));
  }
}

// The exercise of a row may be another one on the ladder, or the one that she climbed to.
function showName(data, row, { exercise, name }) {
  const link = row.querySelector("th a");
  if (exerciseAt(data, link) === exercise) return;
  link.href = data.exercises[exercise].url;
  link.textContent = name;
  row.querySelector("th img")?.remove();
}

// Another week than the first: its tables are made of the lines of all weeks.
function showOther(data, model, place, named) {
  place.dataset.shown = model.week;
  const sessions = [...document.querySelectorAll(".ledger")].map((table) => {
    const [visit] = firstVisits(model, table.dataset.session);
    const keys = [...table.tHead.querySelectorAll("[data-lift]")].map((th) => th.dataset.lift);
    const exercises = keys.map((key) => askOfLift(visit, key)).filter(Boolean).map((ask) => {
      const { exercise, name } = model.text.rung(ask);
      return { exercise, name, rule: { text: model.text.rule(ask) } };
    });
    return { name: table.dataset.session, exercises };
  });
  showWeek(place, { week: model.week, sessions, tests: data.tests?.weeks.includes(model.week) }, named, "");
}

// Why the targets of the week are what they are, each reason once.
function showReasons(model, place) {
  const before = place.querySelector(".before"), reasons = new Map();
  for (const visit of model.visits.filter((v) => v.week === model.week)) {
    for (const ask of visit.asks.filter(({ target }) => target.sets.length > 0)) {
      const text = why(model.text, ask), { name } = model.text.rung(ask);
      if (text && ![...reasons.values()].flat().includes(name)) reasons.set(text, [...(reasons.get(text) ?? []), name]);
    }
  }
  let list = before.querySelector(".starts");
  if (!list && reasons.size > 0) {
    list = Object.assign(make("p"), { className: "starts meta wide" });
    const room = before.querySelector(":scope > div") ?? make("div"); // another week's reasons stood there
    room.append(list);
    before.prepend(room);
  }
  list?.replaceChildren(...[...reasons].flatMap(([text, names], i) => [i ? " " : "", ...(reasons.size > 1 ? [make("b", `${names.join(", ")}:`), " "] : []), text]));
}

// What to do next time, of exercises that come later.
function showRules(data, model) {
  const list = document.querySelector("#_rules dl"), rules = new Map();
  if (!list) return;
  const now = new Set(model.visits.filter((v) => v.week === model.week).flatMap((v) => v.asks.map((ask) => model.text.rung(ask).exercise)));
  for (const visit of model.visits.filter((v) => v.week > model.week && !v.light)) {
    for (const ask of visit.asks) {
      const { exercise } = model.text.rung(ask);
      if (!now.has(exercise) && !rules.has(exercise) && ask.target.sets.length > 0) rules.set(exercise, model.text.rule(ask));
    }
  }
  const line = ([exercise, rule]) => {
    const { name, url } = data.exercises[exercise];
    return make("div", make("dt", Object.assign(make("a", name), { href: url })), make("dd", rule));
  };
  list.replaceChildren(...[...rules].map(line));
  document.getElementById("_rules").hidden = rules.size === 0;
}

// The days on which she lifts. How the week of the plan looks stays below, as it is published.
function showDays(data, { days }) {
  const place = document.getElementById("_days");
  place.dataset.published ??= place.textContent;
  place.textContent = days ? days.map((day) => data.days.names[day]).join(", ") : place.dataset.published;
}

// The calendar begins on her Monday, and its events are on her days, with what is asked of her.
function showCalendar(data, model, settings) {
  const form = document.querySelector("form.calendar");
  if (!form) return;
  if (model.monday) form.elements.monday.value = model.monday;
  const both = new Text(data, "both", settings.starts), published = modelOf(data, {}, [], today());
  const line = (ask) => `${both.label(both.rung(ask).name)} ${ask.target.sets.length > 0 ? both.line(ask) : "–"}`;
  form.own = {};
  for (const [i, v] of model.visits.entries()) {
    const swaps = v.asks.map((ask, n) => [line(published.visits[i].asks[n]), line(ask)]).filter(([from, to]) => from !== to);
    (form.own[v.week] ??= []).push({ day: v.day, swaps });
  }
}
