// What the page of a plan does for its reader: weights in the unit that was chosen here or on a sheet, and the week that it is, where
// the plan begins on a date. Without this script the plan's own unit stands, and the first week.
const units = document.getElementById("_units");

// Every weight stands in the page in both units: the one that is not shown is the value of its <data>, or an attribute in a chart.
function swapUnits() {
  for (const w of document.querySelectorAll("main data")) [w.textContent, w.value] = [w.value, w.textContent];
  for (const w of document.querySelectorAll(".chart [data-other]")) [w.textContent, w.dataset.other] = [w.dataset.other, w.textContent];
}

function kept() {
  try {
    return localStorage.getItem("legpress-unit");
  } catch { // storage is forbidden
    return null;
  }
}

function chooseUnits() {
  const select = units.elements.unit;
  let shown = units.dataset.unit;
  const show = () => {
    if (shown !== select.value) swapUnits();
    shown = select.value;
  };
  select.value = kept() === "lb" || kept() === "kg" ? kept() : shown;
  select.addEventListener("change", () => {
    try {
      localStorage.setItem("legpress-unit", select.value);
    } catch { /* then it is forgotten */ }
    show();
  });
  units.hidden = false;
  show();
}

function make(tag, className, ...inside) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  e.append(...inside);
  return e;
}

const copy = (e) => [...e.childNodes].map((n) => n.cloneNode(true));

// The exercises of a session in a week, from its lines in the ledger. What the data say of the first visit has the names and the rules.
function rowsOf(ledger, lines, exercises) {
  const [, , ...heads] = ledger.tHead.rows[0].cells;
  const rows = [];
  for (const [i, column] of heads.entries()) {
    const cells = lines.map((line) => line.querySelectorAll("td")[i]);
    if (!cells.some((c) => c.textContent)) continue;
    const asked = cells[0].textContent ? exercises.shift() : undefined;
    const head = make("th", "", make("div", "lift", ...lift(column, asked)));
    head.scope = "row";
    rows.push(make("tr", "", head, ...cells.map((c) => target(c, asked)), make("td", "rule", ...(asked ? [inUnits(asked.rule)] : []))));
  }
  return rows;
}

// The name of an exercise behind its drawing. On a ladder it may be another one than that of the column.
function lift(column, asked) {
  const about = make("span", "", ...copy(column).filter((n) => n.className !== "figure"));
  const link = about.querySelector("a");
  const [, exercise] = /([^/]+)\/$/.exec(link.getAttribute("href"));
  if (!asked || exercise === asked.exercise) return [...column.querySelectorAll("img")].map((n) => n.cloneNode()).concat(about);
  link.setAttribute("href", link.getAttribute("href").replace(`${exercise}/`, `${asked.exercise}/`));
  link.textContent = asked.name;
  return [about];
}

function target(cell, asked) {
  const is = copy(cell).filter((n) => n.textContent !== asked?.name);
  const small = (n) => n.nodeName === "SMALL";
  return make("td", "", make("p", "", ...is.filter((n) => !small(n))), ...is.filter(small));
}

function weekTable(ledger, lines, exercises, first) {
  const days = lines.map((line) => make("th", "", ...copy(line.querySelector(".day"))));
  const head = make("tr", "", first.cells[0].cloneNode(true), ...days, first.lastElementChild.cloneNode(true));
  for (const th of days) th.scope = "col";
  const table = make("table", `now wide days-${Math.min(lines.length, 3)}`, make("caption", document.querySelectorAll(".ledger").length > 1 ? "" : "hidden", ...copy(ledger.caption)));
  table.append(make("thead", "", head), make("tbody", "", ...rowsOf(ledger, lines, exercises)));
  return table;
}

// A text with weights as the page has it, in the unit that is shown.
function inUnits({ text, text_other: other }) {
  if (!other) return text;
  const data = make("data", "", text);
  data.value = other;
  if (units && units.elements.unit.value !== units.dataset.unit) [data.textContent, data.value] = [other, text];
  return data;
}

// The rules of the week stand in it, and the others in the list of all weeks.
function tellRulesOnce(place, tables) {
  const list = document.querySelector("#_rules dl");
  const names = (root) => [...root.querySelectorAll("tbody:not(.tests) th a")].map((a) => a.textContent);
  const shown = tables.flatMap(names);
  if (!list) return;
  for (const rule of list.querySelectorAll("dt a")) if (shown.includes(rule.parentNode.textContent)) rule.closest("div").remove();
  for (const row of place.querySelectorAll("tbody:not(.tests) tr:not(.turns)")) {
    const a = row.querySelector("th a");
    if (!shown.includes(a.textContent)) list.append(make("div", "", make("dt", "", a.cloneNode(true)), make("dd", "", ...copy(row.lastElementChild))));
  }
}

// The tests in another week than the first: on which days they are there says the list of them.
function withoutDays(tests) {
  const clone = tests.cloneNode(true);
  for (const day of clone.querySelectorAll("th small, [data-day]")) day.remove();
  return clone;
}

// Shows the week that it is in the place of the first one.
async function showThisWeek(place) {
  const today = new Date();
  const past = (Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()) - Date.parse(place.dataset.start)) / 86_400_000;
  const n = Math.floor(past / 7) + 1;
  const found = linesOf(n)[0]?.dataset;
  if (n < 2 || !found) return;
  const response = await fetch(place.dataset.weeks, { cache: "no-cache" });
  if (!response.ok) return;
  showWeek(place, (await response.json()).weeks.find((w) => w.week === n), found.title, found.dates);
}

// The parts of the ledgers that have visits of a week.
function linesOf(n) {
  return [...document.querySelectorAll(".ledger tbody")].filter((body) => body.querySelector(".wk")?.textContent === String(n) && !body.rows[0].className);
}

// Shows a week in the place of the one that stands there: its visits from the ledgers, its exercises and rules from the data of a week.
export function showWeek(place, week, title, dates) {
  const found = linesOf(week.week);
  if (found.length === 0) return;
  const first = place.querySelector(".now").tHead.rows[0];
  const tables = found.map((body) => {
    const ledger = body.closest("table");
    const session = week.sessions.find((s) => s.name === ledger.dataset.session);
    return weekTable(ledger, [...body.rows].filter((row) => !row.className), [...session.exercises], first);
  });
  tellRulesOnce(place, tables);
  const tests = place.querySelector(".tests");
  if (tests && week.tests) tables[0].tBodies[0].before(withoutDays(tests));
  for (const e of place.querySelectorAll(".now, .starts")) e.remove();
  const heading = place.querySelector("h2");
  heading.replaceChildren(title, make("br", ""), make("small", "", dates));
  heading.after(...tables);
  document.querySelector('.jump [href="#_now"]').textContent = title;
}

if (units) chooseUnits();
const now = document.getElementById("_now");
// Kept when the week that it is stands in the page; without the data the first one stays.
export const shown = now?.dataset.start ? showThisWeek(now).catch(() => {}) : undefined;
