// The log of a plan: what this visit asks for, what was done, and what comes next and why. What is tapped is kept at once; what is shown
// follows from all that is kept, by the same machines from which the plan was made.
import { dayAndDate } from "./dates.js";
import { fold, today as dayToday, visitOf } from "./events.js";
import { read } from "./machine.js";
import { open } from "./store.js";
import { Text } from "./text.js";
import { why } from "./text-why.js";
import { loadReader, settled } from "./yours-kept.js";
import { keepOffline, setUpKeeping } from "./log-keep.js";
import { showPast } from "./log-past.js";
import { startRest } from "./log-rest.js";
import { copyOf, listen, said, showLifts } from "./log-view.js";
import { beside, later, nextOf, showFirst, visitsOf, withoutRun } from "./log-visits.js";

const page = document.getElementById("_log");
const $ = (id) => document.getElementById(id);
const log = { plan: page.dataset.plan, base: page.dataset.base };
let shown, changing; // the key of the visit that is shown, and the set that is changed: [lift key, set]

const lasts = (v) => v.record?.lifts ?? [];
const doneOf = (v, key) => lasts(v).find((l) => l.lift === key);
const keyOf = (lift) => log.data.machines.lifts[lift].key;

function compute() {
  Object.assign(log, fold(log.events));
  Object.assign(log, visitsOf(log.data, settled(log.data, log), log.records, dayToday()));
}

// ---- What is shown

function liftModel(v, i, at) {
  const lift = v.lifts[i], asked = v.asked[i], key = keyOf(lift), done = doneOf(v, key);
  const { exercise, name } = log.text.rung(v.asks[i]);
  const sets = asked.sets.map((set, n) => setModel(set, done?.sets[n], n, log.data.machines.lifts[lift].rungs[asked.rung].unit));
  const load = done?.load ?? asked.load;
  const loaded = log.data.machines.lifts[lift].rungs[asked.rung].register >= 0 && sets.length > 0;
  const chosen = changing?.[0] === key ? changing[1] : undefined;
  const answered = sets.length > 0 && sets.every((s) => s.isDone || s.leftOut);
  const next = answered ? nextOf(log.visits, at, lift) : undefined;
  return {
    key, number: String(i + 1), exercise, name, url: log.data.exercises[exercise].url,
    target: sets.length > 0 ? log.text.line(v.asks[i]) : said("left-out"),
    load: loaded ? (load === null ? "" : log.text.taken(load, exercise, log.data.machines.lifts[lift].rungs[asked.rung].register)) || "?" : "",
    lighter: loaded && beside(log.programme, lift, asked.rung, load, -1) !== null, heavier: loaded && beside(log.programme, lift, asked.rung, load, 1) !== null,
    sets, chosen, amount: chosen === undefined ? undefined : sets[chosen]?.text, hurt: Boolean(done?.hurt), pain: done?.pain, planned: answered,
    next: next && { target: said("next", { target: log.text.line(next) }), why: why(log.text, next) },
  };
}

function setModel(asked, done, n, unit) {
  const amount = done ?? asked.n;
  const text = done === undefined && asked.to > asked.n ? `${asked.n}–${asked.to}` : String(amount);
  return { text, label: said("set", { n: n + 1, amount: log.text.amount(amount, unit) }), isDone: Number.isInteger(done), leftOut: done === null };
}

function showVisit() {
  const at = log.visits.findIndex((v) => v.key === shown);
  const v = log.visits[at];
  const words = [said("week-of", { n: v.week, of: log.data.weeks }), dayAndDate(v.record?.date ?? (knownStart() ? v.date : dayToday()))];
  const small = Object.assign(document.createElement("small"), { textContent: words.join(" · ") });
  $("_visit-title").replaceChildren(said("session", { name: v.name }), " ", small);
  const { date, before, after } = document.querySelector(".which").elements;
  date.value = v.record?.date ?? (knownStart() && v.date < dayToday() ? v.date : dayToday());
  before.disabled = at === 0;
  after.disabled = at === log.visits.length - 1;
  const late = v.date > dayToday() && !v.record && knownStart();
  $("_why-not").hidden = !late;
  if (late) $("_why-not").textContent = said("same-day", { day: dayAndDate(v.date) });
  showLifts($("_lifts"), v.lifts.map((_, i) => liftModel(v, i, at)));
  for (const radio of $("_felt").elements.effort) radio.checked = v.record?.effort === radio.value;
  $("_delete").hidden = !v.record;
}

function showRun() {
  const v = withoutRun(log.visits, dayToday());
  if (!v) return $("_asks").replaceChildren();
  const form = copyOf("_t-run");
  form.querySelector("legend").textContent = said("run-question", { name: v.name, day: dayAndDate(v.record.date) });
  form.addEventListener("change", () => write(v, [{ field: "run", value: form.elements.run.value }]));
  $("_asks").replaceChildren(form);
}

function show() {
  showVisit();
  showRun();
  showTests();
  showPast(log, (key) => { choose(key); $("_visit").scrollIntoView(); });
  log.keeping.show();
}

const knownStart = () => Boolean(log.settings.monday ?? log.data.monday);

const firstKey = () => log.visits[showFirst(log.visits, dayToday(), knownStart())].key;

function choose(key) {
  shown = key;
  changing = undefined;
  show();
}

// ---- What is tapped

// Writes changes of a visit down. Its day is written with the first of them, and with the very first the Monday on which the plan began.
async function write(v, changes) {
  const began = v.record ? [] : [{ field: "date", value: document.querySelector(".which").elements.date.value || dayToday() }];
  try {
    if (!log.settings.monday && !log.data.monday) log.settings = await log.store.saveSettings(log.plan, { monday: log.monday });
    log.events.push(...await log.store.write(log.plan, [{ visit: v.key, changes: [...began, ...changes] }]));
  } catch (error) {
    log.keeping.failed(error);
  }
  compute();
  show();
}

async function remove() {
  if (!confirm(said("delete-ask"))) return;
  try {
    log.events.push(...await log.store.write(log.plan, [{ visit: shown, deleted: true }]));
  } catch (error) {
    log.keeping.failed(error);
  }
  compute();
  choose(log.visits.some((v) => v.key === shown) ? shown : firstKey());
}

const tapped = {
  set(v, i, lift, n) {
    const done = doneOf(v, lift)?.sets[n];
    if (Number.isInteger(done)) {
      changing = changing?.[0] === lift && changing[1] === n ? undefined : [lift, n];
      return show();
    }
    changing = undefined;
    rest(v, i);
    return write(v, [...loadOf(v, i, lift), { lift, set: n, value: v.asked[i].sets[n].n }]);
  },
  planned(v, i, lift) {
    changing = undefined;
    const open = v.asked[i].sets.map((set, n) => ({ lift, set: n, value: set.n })).filter(({ set }) => !Number.isInteger(doneOf(v, lift)?.sets[set]));
    return write(v, [...loadOf(v, i, lift), ...open]);
  },
  more: (v, i, lift) => change(v, i, lift, 1),
  fewer: (v, i, lift) => change(v, i, lift, -1),
  undone(v, i, lift) {
    const set = changing[1];
    changing = undefined;
    return write(v, [{ lift, set, value: null }]);
  },
  heavier: (v, i, lift) => weigh(v, i, lift, 1),
  lighter: (v, i, lift) => weigh(v, i, lift, -1),
  hurt: (v, i, lift, hurt) => write(v, [{ lift, field: "hurt", value: hurt || undefined }, ...(hurt ? [] : [{ lift, field: "pain" }])]),
  pain: (v, i, lift, pain) => write(v, [{ lift, field: "pain", value: pain || undefined }]),
};

// What is written down of a lift with its first set: what was done, and with which load.
function loadOf(v, i, lift) {
  if (doneOf(v, lift)?.exercise) return [];
  const { load } = v.asked[i];
  const exercise = { lift, field: "exercise", value: log.text.rung(v.asks[i]).exercise };
  return load === null || doneOf(v, lift)?.load !== undefined ? [exercise] : [exercise, { lift, field: "load", value: load }];
}

function change(v, i, lift, by) {
  const set = changing[1];
  const was = doneOf(v, lift)?.sets[set] ?? v.asked[i].sets[set].n;
  const step = log.data.machines.lifts[v.lifts[i]].rungs[v.asked[i].rung].unit === "reps" ? 1 : 5;
  return write(v, [{ lift, set, value: Math.max(0, was + by * step) }]);
}

function weigh(v, i, lift, way) {
  const next = beside(log.programme, v.lifts[i], v.asked[i].rung, doneOf(v, lift)?.load ?? v.asked[i].load, way);
  return next === null ? undefined : write(v, [{ lift, field: "load", value: next }]);
}

function rest(v, i) {
  const rests = log.data.phases[v.phase].sessions[v.session].rows[i].rest;
  if (rests) startRest(rests[0]);
}

// ---- Tests

function showTests() {
  const place = $("_tested");
  if (!place) return;
  const v = log.visits.find((visit) => visit.key === shown);
  place.hidden = !log.data.tests.weeks.includes(v.week);
  const found = log.tests.filter((t) => t.week === v.week);
  for (const li of place.querySelectorAll("[data-test]")) {
    const sets = found.find((t) => t.exercise === li.dataset.test)?.sets ?? [];
    li.querySelectorAll("input").forEach((input, i) => { if (input !== document.activeElement) input.value = sets[i] ?? ""; });
  }
}

function tested({ target }) {
  const li = target.closest("[data-test]");
  const week = log.visits.find((visit) => visit.key === shown).week;
  const set = [...li.querySelectorAll("input")].indexOf(target);
  const [minutes, seconds] = target.value.trim().split(":");
  const value = target.value.trim() === "" ? undefined : Math.round(seconds === undefined ? Number(minutes.replace(",", ".")) : 60 * minutes + Number(seconds));
  if (value !== undefined && !(value >= 0)) return;
  write({ key: visitOf(week, ""), record: log.tests.find((t) => t.week === week) }, [{ lift: li.dataset.test, set, value }]);
}

// ---- The beginning

async function loadKept() {
  Object.assign(log, await log.store.load(log.plan));
  log.text = new Text(log.data, log.settings.unit ?? log.data.unit, log.settings.starts ?? {});
  await loadReader(log.settings);
}

async function begin() {
  const response = await fetch(page.dataset.follow, { cache: "no-cache" }); // as the plan is now: many a host lets browsers keep it for days
  if (!response.ok) throw new Error(response.statusText);
  log.data = await response.json();
  read(log.data.machines);
  log.store = await open(log.base);
  await loadKept();
  await pause();
  compute();
  await pause();
  log.keeping = setUpKeeping(log, async () => {
    await loadKept();
    compute();
    choose(log.visits.some((v) => v.key === shown) ? shown : firstKey());
  });
  listen($("_lifts"), (lift, about, value) => {
    const v = log.visits.find((visit) => visit.key === shown);
    tapped[about](v, v.lifts.findIndex((l) => keyOf(l) === lift), lift, value);
  });
  $("_delete").addEventListener("click", ({ target }) => { if (target.name === "delete") remove(); });
  $("_felt").addEventListener("change", ({ target }) => write(log.visits.find((v) => v.key === shown), [{ field: "effort", value: target.value }]));
  $("_tested")?.addEventListener("change", tested);
  listenToDays();
  for (const id of ["_visit", "_felt", "_past", "_keep", "_forget"]) $(id).hidden = false;
  page.querySelector(".wait").hidden = true;
  choose(firstKey());
  await pause();
  keepOffline(log);
}

// Lets the browser do what waits: a slow phone would not scroll for half a second.
const pause = () => new Promise((done) => setTimeout(done));

function listenToDays() {
  const form = document.querySelector(".which");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const way = { before: -1, after: 1 }[target.name];
    if (way) choose(log.visits[log.visits.findIndex((v) => v.key === shown) + way].key);
  });
  form.elements.date.addEventListener("change", ({ target }) => {
    const v = log.visits.find((visit) => visit.key === shown);
    if (target.value && v.record) write(v, [{ field: "date", value: target.value }]);
  });
}

begin().catch((error) => {
  page.querySelector(".wait").textContent = said(["missing", "blocked"].includes(error.code) ? "no-store" : "not-loaded");
  console.error(error);
});
