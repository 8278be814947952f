// The form in which a runner makes a plan hers. Its markup and words stand in the page; here it is filled from the plan's data and read back.
// Each change is told at once.
import { dayReasons } from "./text.js";
import { listsOf, startsOf, weightsIn } from "./yours-model.js";

const form = () => document.querySelector("form.yours");
const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const ticked = (root) => [...root.querySelectorAll("input[type=checkbox]:checked")];

// Fills the form for the first time, and calls tell with the settings that were changed.
export function setUpForm(data, settings, text, said, tell) {
  const { elements } = form();
  for (let day = 0; day < 7; day++) {
    const li = copyOf("_t-day");
    li.querySelector("input").value = day;
    li.querySelector("span").textContent = data.days.names[day];
    form().querySelector(".days ul").append(li);
  }
  for (const list of listsOf(data, settings)) form().querySelector(".weights").append(listBox(list, said));
  form().querySelector(".weights").hidden = data.machines.lists.length === 0;
  elements.name.value = settings.name ?? "";
  showForm(data, settings, text, said);
  form().addEventListener("submit", (event) => event.preventDefault());
  form().addEventListener("change", ({ target }) => {
    if (target.name === "name") tell({ name: target.value.trim() || undefined });
    if (target.name === "unit") tell({ unit: target.value });
    if (target.name === "monday") tell({ monday: mondayIn(target) });
    if (target.name === "day") chooseDays(data, said, tell);
    if (target.closest(".weights")) chooseWeights(data, said, tell);
    if (target.closest(".starts")) chooseStarts(tell);
  });
}

// Shows what is chosen, and for each day how it stands beside the others.
export function showForm(data, settings, text, said) {
  const { elements } = form();
  elements.unit.value = text.unit;
  if (elements.monday) elements.monday.value = settings.monday ?? "";
  const days = settings.days ?? data.days.own;
  for (const box of form().querySelectorAll("[name=day]")) box.checked = days.includes(Number(box.value));
  showDays(data, days, said);
  showStarts(data, settings, text, said);
}

// A day that is no Monday is moved to the one before it.
function mondayIn(input) {
  if (!input.value) return undefined;
  const day = input.valueAsDate;
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

function showDays(data, days, said) {
  const need = days.length === data.days.n ? "" : said("days-need", { n: data.days.n, chosen: days.length });
  form().querySelector(".days [role=status]").textContent = need;
  const reasons = dayReasons(data, days);
  for (const [i, li] of [...form().querySelectorAll(".days li")].entries()) {
    const { fit, why } = reasons[i], place = li.querySelector(".fit");
    place.className = `fit ${fit}`;
    place.replaceChildren(Object.assign(document.createElement("b"), { textContent: said(`fit-${fit}`) }), why ? ` · ${why}` : "");
  }
}

function chooseDays(data, said, tell) {
  const days = ticked(form().querySelector(".days")).map((box) => Number(box.value));
  showDays(data, days, said);
  if (days.length === data.days.n) tell({ days: days.join() === data.days.own.join() ? undefined : days });
}

function listBox(list, said) {
  const box = copyOf("_t-list");
  box.dataset.list = list.name;
  box.querySelector("summary").textContent = list.title;
  for (const { n, label, ticked: is } of list.weights) {
    const tick = copyOf("_t-tick");
    Object.assign(tick.querySelector("input"), { value: n, checked: is });
    tick.querySelector("span").textContent = label;
    box.querySelector(".ticks").append(tick, " ");
  }
  const others = box.querySelector(".others");
  others.hidden = list.unit === "level";
  others.querySelector("span").textContent = said("others", { unit: list.unit });
  others.querySelector("input").value = list.others.map((n) => n / 1000).join(", ");
  return box;
}

// Lists on which all that is published is ticked, and nothing else, are not hers. One on which nothing is ticked counts as not said.
function chooseWeights(data, said, tell) {
  const weights = {};
  for (const list of data.machines.lists) {
    const box = form().querySelector(`[data-list="${CSS.escape(list.name)}"]`), others = weightsIn(box.querySelector(".others input").value);
    box.querySelector("output").textContent = others.wrong ? said("others-bad", { text: others.wrong }) : "";
    const own = [...new Set([...ticked(box).map((tick) => Number(tick.value)), ...(others.weights ?? [])])].sort((a, b) => a - b);
    if (own.length > 0 && own.join() !== list.weights.join()) weights[list.name] = own;
  }
  tell({ weights: Object.keys(weights).length > 0 ? weights : undefined });
}

function showStarts(data, settings, text, said) {
  const place = form().querySelector(".starts"), starts = startsOf(data, settings, text);
  place.hidden = starts.length === 0;
  const focused = document.activeElement?.closest?.("[data-start]")?.dataset.start;
  for (const label of place.querySelectorAll("label")) label.remove();
  for (const start of starts) {
    const label = copyOf("_t-start"), select = label.querySelector("select");
    label.dataset.start = start.key;
    label.querySelector("span").textContent = start.label ?? start.name;
    const published = start.loads.find(({ n }) => n === start.published)?.text ?? (start.published === null ? said("unknown") : text.load(start.published, data.machines.lifts[start.i].rungs[0].register));
    select.add(new Option(said("published", { load: published }), ""));
    for (const { n, text: load } of start.loads) if (n !== start.published) select.add(new Option(load, n));
    select.value = start.chosen === null || start.chosen === start.published ? "" : String(start.chosen);
    if (select.selectedIndex < 0) select.selectedIndex = 0;
    place.append(label);
    if (start.key === focused) select.focus();
  }
}

function chooseStarts(tell) {
  const chosen = [...form().querySelectorAll("[data-start]")].map((label) => [label.dataset.start, label.querySelector("select").value]);
  const starts = Object.fromEntries(chosen.filter(([, value]) => value !== "").map(([key, value]) => [key, Number(value)]));
  tell({ starts: Object.keys(starts).length > 0 ? starts : undefined });
}
