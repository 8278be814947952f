// The sheet of one runner: her targets, days, dates, name and code in the boxes that stand. Nothing is laid out: what has no box is not
// shown, and a box that is not asked for stays empty.
import { code, drawing } from "./qr.js";
import { today } from "./events.js";
import { encode } from "./link.js";
import { later } from "./log-visits.js";
import { shortDate } from "./dates.js";
import { keepUnits } from "./text.js";
import { again, anything, keptOf, settled } from "./yours-kept.js";
import { askOfLift, keyOf, modelOf, visitOn } from "./yours-model.js";

const place = document.getElementById("_yours");
const choices = document.getElementById("_choices");

const make = (tag, ...inside) => {
  const e = document.createElement(tag);
  e.append(...inside);
  return e;
};

// Shows all sheets as a runner's settings and records say.
export function showSheets(data, chosen, records, day) {
  const settings = { unit: choices.elements.unit.value, ...chosen }, model = modelOf(data, settings, records, day);
  if (choices.elements.unit.value !== model.unit) {
    choices.elements.unit.value = model.unit;
    choices.elements.unit.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const sheet of document.querySelectorAll(".sheet[data-lifts]")) showSheet(data, model, settings, sheet);
  for (const line of document.querySelectorAll(".who .write")) {
    line.querySelector("b")?.remove();
    if (settings.name) line.append(" ", make("b", settings.name));
  }
  showCode(data, settings, model);
  return model;
}

function showSheet(data, model, settings, sheet) {
  const session = sheet.querySelector(".letter b").textContent, heads = [...sheet.querySelectorAll(".heads h3")];
  const columns = heads.map((h3) => Number(/\d+/.exec(h3.firstChild.data)[0])), lifts = sheet.dataset.lifts.split(" ");
  const follow = [...sheet.querySelectorAll(".lift")].map((row, i) => showRow(data, model, session, columns, row, lifts[i]));
  if (follow.includes(false)) showUneven(model, sheet.querySelectorAll(".rules data"));
  for (const [i, h3] of heads.entries()) showHead(data, model, session, columns, i, h3);
  showLog(data, model, session, columns, sheet);
  if (settings.days) sheet.querySelector(".title p span").textContent = daysOf(data, model, session, columns);
  showWeights(data, model, settings, sheet);
}

// The places of cells in the order of time: column by column, and in each from line to line.
const inTime = (columns, cells) => [...cells.keys()].sort((a, b) => (a % columns.length) - (b % columns.length) || a - b);

// The visit of a cell: cells stand line by line, each with one for each column. Columns of one week are its visits.
function visitsOf(model, session, columns, cells) {
  const taken = new Map(), order = inTime(columns, cells), visits = [];
  for (const at of order) {
    const week = columns[at % columns.length], nth = taken.get(week) ?? 0;
    const all = model.of.get(keyOf(week, session)) ?? [], boxes = order.filter((o) => columns[o % columns.length] === week).length;
    taken.set(week, nth + 1);
    visits[at] = visitOn(all, nth, boxes);
  }
  return visits;
}

const cellsOf = (band) => [...band.querySelectorAll(":scope > .rail ~ div")];

function showRow(data, model, session, columns, row, lift) {
  const band = row.querySelector(".band"), cells = cellsOf(band), visits = visitsOf(model, session, columns, cells);
  const head = exerciseOf(data, row.querySelector("h3")), above = columns.map(() => head);
  for (const [i, cell] of cells.entries()) {
    if (!cell.querySelector("p:not(.why)")) continue; // nothing is to be done there
    const ask = askOfLift(visits[i], lift);
    showCell(data, model, band, cell, ask, visits[i]);
    const { exercise, name } = ask ? model.text.rung(ask) : {};
    showName(band, cell, ask && exercise !== above[i % columns.length] ? name : "");
    above[i % columns.length] = exercise ?? above[i % columns.length];
  }
  const ask = visits.map((visit) => askOfLift(visit, lift)).find(Boolean), follows = !ask || model.text.followsStep(ask);
  if (!follows) showUneven(model, row.querySelectorAll(".aside data"));
  return follows;
}

// Where her weights do not follow the plan's step, the rules beside the names and at the foot do not name it. What they say instead stands
// there if there is room for it.
function showUneven(model, places) {
  for (const step of places) {
    const [before, after] = [step.previousSibling, step.nextSibling], was = before?.data, then = after?.data, place = step.parentElement;
    const text = keepUnits([was, step.textContent, then].join("")), instead = model.text.uneven(text), stood = lineOf(place);
    if (instead === text || before?.nodeType !== Node.TEXT_NODE) continue;
    before.data = instead;
    step.hidden = true;
    if (after) after.data = "";
    if (lineOf(place) === stood && place.scrollWidth <= place.clientWidth + 1) {
      step.remove();
      continue;
    }
    [before.data, step.hidden] = [was, false]; // there is no room
    if (after) after.data = then;
  }
}

// Where a text stands and how many lines it has.
const lineOf = (place) => `${Math.round(place.getBoundingClientRect().top)} ${place.scrollHeight}`;

// The exercise whose name begins the head of a row.
function exerciseOf(data, head) {
  const text = head.childNodes[1]?.textContent.trim() ?? "";
  return Object.keys(data.exercises).find((id) => data.exercises[id].name === text);
}

// The name of an exercise that is another one than above stands where the sheet has room for it: on lines above the target, or else behind it.
function showName(band, cell, name) {
  const em = cell.querySelector("em"), text = cell.querySelector("p");
  if (em && !name) em.remove();
  else if (em) em.firstChild.data = name;
  else if (name && /(^| )n-\d/.test(band.className)) text.prepend(make("em", name), " ");
  else if (name) text.append(" ", make("em", name));
}

// A weight in the unit of the sheet, with the same in the other one at hand, as all weights of the sheet are.
function weight(here, other) {
  const data = make("data", here);
  data.value = other;
  return data;
}

const nothing = { goal: "", load: "", each: null };

function showCell(data, model, band, cell, ask, visit) {
  const here = ask ? model.text.cell(ask) : nothing, other = ask ? model.other.cell(ask) : nothing, own = cell.classList.contains("each");
  const text = cell.querySelector("p"), label = text.querySelector("small");
  if (label && visit) label.textContent = data.days.short[visit.day];
  for (const part of text.querySelectorAll("b, data")) part.remove();
  const asked = own ? "" : here.goal || (here.each ?? []).map((set) => set.amount).join(", ");
  const parts = [...(asked ? [make("b", asked)] : []), ...(here.load ? [" ", weight(here.load, other.load)] : [])];
  if (label) label.after(" ", ...parts);
  else if (text.querySelector("em:first-child")) text.querySelector("em").after(" ", ...parts);
  else text.prepend(...parts);
  const sets = own ? [...cell.querySelectorAll(":scope > div")].filter((e) => e.querySelector("i:not(.load)")) : [...cell.querySelectorAll(":scope > i:not(.load)")];
  if (!own && band.classList.contains("loaded")) sets.shift();
  if (own) showEach(model, ask, sets, here, other);
  const n = ask?.target.sets.length ?? 0;
  for (const [i, box] of sets.entries()) box.classList.toggle("not", i >= Math.max(n, 1) && sets.length > 1);
}

// Each set has its own amount, and its load or share, above its box.
function showEach(model, ask, places, here, other) {
  const unit = ask && model.programme.lifts[ask.lift].rungs[ask.target.rung].unit;
  const sets = here.each ?? (ask ? ask.target.sets.map((set) => ({ amount: model.text.span(set, unit) })) : []);
  for (const [i, place] of places.entries()) {
    const spans = place.querySelectorAll(":scope > span"), set = sets[i] ?? { amount: "" };
    spans[spans.length - 1].textContent = set.amount;
    if (spans.length > 1) spans[0].replaceChildren(set.load ? weight(set.load, other.each?.[i]?.load ?? "") : set.share ?? "");
  }
}

// The days and dates in the heads of the columns, where there is a line for them.
function showHead(data, model, session, columns, i, h3) {
  const week = columns[i], visits = model.of.get(keyOf(week, session)) ?? [];
  const visit = visits[columns.slice(0, i).filter((w) => w === week).length], byVisit = columns.filter((w) => w === week).length > 1;
  const small = h3.querySelector("small"), line = h3.querySelector("i") ?? [...h3.querySelectorAll("small")][byVisit ? 1 : 0];
  if (byVisit && visit && small) small.textContent = data.days.short[visit.day];
  if (!model.monday || !visit || !line) return;
  line.textContent = shortDate(byVisit ? visit.date : later(model.monday, 7 * (week - 1)));
}

// The day after a visit, of whose run there is something to say.
function showLog(data, model, session, columns, sheet) {
  const band = sheet.querySelector(".band.log"), cells = cellsOf(band), visits = visitsOf(model, session, columns, cells);
  if (band.classList.contains("days")) return;
  for (const [i, cell] of cells.entries()) {
    const label = cell.children[2]?.querySelector("small");
    if (label && visits[i]) label.textContent = place.dataset.run.replace("{day}", data.days.short[(visits[i].day + 1) % 7]);
  }
}

function daysOf(data, model, session, columns) {
  const days = new Set(columns.flatMap((week) => (model.of.get(keyOf(week, session)) ?? []).map((v) => v.day)));
  return [...days].sort((a, b) => a - b).map((day) => data.days.short[day]).join(", ");
}

// The weights to circle are hers, as far as those go that stood there.
function showWeights(data, model, { weights = {} }, sheet) {
  for (const list of sheet.querySelectorAll(".stock span")) {
    const i = data.lists.indexOf(list.firstChild.textContent.trim()), own = weights[data.machines.lists[i]?.name], place = list.querySelector("data");
    const { unit } = data.machines.lists[i] ?? {};
    if (!own || unit === "level") continue;
    const most = Math.max(...place.textContent.match(/[\d.,]+/g).map((n) => Number(n.replace(",", ".")) * 1000));
    const there = place.textContent.split(" ").length - 1, taken = own.filter((n) => model.text.inUnit(n, unit, model.unit) <= most).slice(0, there);
    const written = (text) => `${taken.map((n) => text.number(String(text.inUnit(n, unit, text.unit) / 1000))).join(" ")} ${text.unit}`;
    if (taken.length > 0) [place.textContent, place.value] = [written(model.text), written(model.other)];
  }
}

// The code leads back to these numbers.
function showCode(data, settings, model) {
  const { address } = place.dataset, first = document.querySelector(".code svg path");
  if (!address || !first) return;
  const made = code(`${address}#y=${encode(data, settings, model.stand)}`);
  if (!made) return;
  const { viewBox, d } = drawing(made);
  for (const svg of document.querySelectorAll(".code svg")) {
    svg.setAttribute("viewBox", viewBox);
    svg.setAttribute("class", "own");
  }
  first.setAttribute("d", d);
  first.dataset.version = made.version;
}

async function begin() {
  const kept = await keptOf(place.dataset);
  if (!anything(kept)) return;
  const response = await fetch(place.dataset.follow, { cache: "no-cache" });
  if (!response.ok) throw new Error(response.statusText);
  const data = await response.json();
  const show = () => showSheets(data, settled(data, kept), kept.records, today());
  show();
  kept.store.onchange = async ({ plan }) => {
    if (plan !== kept.plan) return;
    await again(kept);
    show();
  };
  place.hidden = false;
}

begin().catch((error) => console.error(error)); // then it is the plan's sheet
