// What a link holds, in a dialog that asks before anything is taken over. A link that is refused says why.
import { decode, encode } from "./link.js";
import { personal } from "./machine.js";
import { ownDays, Text } from "./text.js";
import { longDate } from "./dates.js";

export { encode };

const codes = { none: "no-link", newer: "link-newer", plan: "link-plan", spoilt: "link-spoilt" };
const notes = { list: "note-left", start: "note-left", lift: "note-lift", phase: "note-lift", amount: "note-lift", place: "note-lift", load: "note-load", week: "note-week" };

const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

// Asks about a link. Returns the settings that it holds, with the link itself where it says where she stands; null where nothing is to change.
export async function askAbout(data, text, kept, said) {
  const dialog = document.getElementById("_yours-link"), found = decode(data, text);
  const body = dialog.querySelector("form > div"), take = dialog.querySelector("[value=take]");
  take.hidden = Boolean(found.code);
  if (found.code) body.replaceChildren(make("p", said(codes[found.code])));
  else body.replaceChildren(holds(data, found, said), ...notesOf(data, found, said), ...replaces(kept, found, said));
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  if (dialog.returnValue !== "take") return null;
  return found.stand && kept.records.length === 0 ? { ...found.settings, link: text } : found.settings;
}

function holds(data, { settings, stand }, said) {
  const list = document.createElement("dl"), text = new Text(data, settings.unit);
  const add = (name, value) => value && list.append(make("dt", name), make("dd", value));
  const word = (selector) => document.querySelector(selector)?.firstChild?.textContent.trim();
  if (settings.monday) add(word("label:has([name=monday])") ?? "", longDate(settings.monday));
  if (settings.unit) add(word("label:has([name=unit])"), settings.unit);
  if (settings.days) add(word(".yours .days legend"), settings.days.map((day) => data.days.names[day]).join(", "));
  if (settings.weights) add(word(".yours .weights legend"), Object.entries(settings.weights).map(([name, own]) => weightsOf(data, name, own, text)).join("; "));
  if (settings.starts) add(word(".yours .starts legend"), startsOf(data, settings, text));
  if (stand) add(said("stand"), standsOf(data, settings, stand, text).join("; "));
  return list;
}

function weightsOf({ machines, lists }, name, own, text) {
  const i = machines.lists.findIndex((list) => list.name === name), { unit, weights, labels } = machines.lists[i];
  return `${text.label(lists[i])} ${own.map((n) => labels[weights.indexOf(n)] ?? text.number(`${n / 1000} ${unit}`)).join(", ")}`;
}

function startsOf(data, settings, text) {
  const hers = personal(data, settings, null);
  return hers.lifts.filter(({ key }) => key in settings.starts).map((lift) => {
    const { exercise, register } = lift.rungs[0];
    return `${text.label(data.exercises[exercise].name)} ${text.taken(settings.starts[lift.key], exercise, register, hers)}`;
  }).join("; ");
}

// Where she stood with each lift: the exercise and its load.
function standsOf(data, settings, stand, text) {
  const hers = personal(data, settings, ownDays(data, settings.days));
  return Object.entries(stand.lifts ?? {}).flatMap(([i, at]) => {
    const rung = hers.lifts[i].rungs[hers.lifts[i].states[at.state]?.rung];
    if (!rung) return [];
    const load = text.taken(stand.registers?.[rung.register]?.load ?? null, rung.exercise, rung.register, hers);
    const { name } = data.exercises[rung.exercise];
    return [load ? `${text.label(name)} ${load}` : name];
  });
}

function notesOf(data, found, said) {
  const name = (key) => {
    const lift = data.machines.lifts.find((l) => l.key === key);
    return lift ? data.exercises[lift.rungs[0].exercise].name : key;
  };
  const lines = found.notes.map(({ code, lift }) => said(notes[code], { lift: name(lift ?? "") }));
  return [...new Set(lines)].map((line) => make("p", line));
}

function replaces(kept, { stand }, said) {
  const lines = [];
  if (Object.keys(kept.settings).some((name) => name !== "name")) lines.push(make("p", said("replaces")));
  if (stand && kept.records.length > 0) lines.push(make("p", said("log-stays")));
  return lines;
}
