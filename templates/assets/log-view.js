// What the page of the log shows of a visit. Its markup and its words stand in the page, in templates; what stands in them is given to
// these functions, and what is tapped they tell. A lift is shown in the place in which it stands, so that nothing moves under a thumb.
import { wordsOf } from "./words.js";

const content = (id) => document.getElementById(id).content;

export const copyOf = (id) => content(id).firstElementChild.cloneNode(true);

export const said = wordsOf("_said");

const setText = (e, text) => { if (e.textContent !== text) e.textContent = text; };

function showExercise(card, lift) {
  if (card.dataset.shown === lift.exercise) return;
  card.dataset.shown = lift.exercise;
  const link = card.querySelector("h3 a");
  link.textContent = lift.name;
  link.href = lift.url;
  const about = content("_exercises").querySelector(`[data-exercise="${CSS.escape(lift.exercise)}"]`)?.cloneNode(true);
  const picture = about?.querySelector("img");
  card.querySelector(".figure").replaceChildren(...(picture ? [picture] : []));
  card.querySelector(".cues").replaceChildren(...(about ? [about.querySelector("ul")] : []));
}

function showSets(card, lift) {
  const place = card.querySelector(".sets");
  while (place.children.length > lift.sets.length) place.lastChild.remove();
  while (place.children.length < lift.sets.length) place.append(document.createElement("button"));
  for (const [i, set] of lift.sets.entries()) {
    const b = place.children[i];
    b.type = "button";
    b.dataset.set = i;
    setText(b, set.text);
    b.ariaPressed = String(set.isDone);
    b.ariaLabel = set.label;
    b.classList.toggle("not", set.leftOut);
    b.classList.toggle("chosen", lift.chosen === i);
  }
}

// Shows a lift: {number, exercise, name, url, target, load, lighter, heavier, sets: [{text, label, isDone, leftOut}], chosen, amount,
// hurt, pain, asksPain, planned, next: {target, why}}. Load is empty where there is none, chosen is the set that is being changed.
export function showLift(card, lift) {
  card.dataset.lift = lift.key;
  setText(card.querySelector("h3 b"), lift.number);
  showExercise(card, lift);
  setText(card.querySelector(".target"), lift.target);
  card.classList.toggle("left-out", lift.sets.length === 0);
  const load = card.querySelector(".load");
  load.hidden = !lift.load;
  setText(load.querySelector("output"), lift.load);
  load.querySelector("[name=lighter]").disabled = !lift.lighter;
  load.querySelector("[name=heavier]").disabled = !lift.heavier;
  showSets(card, lift);
  const change = card.querySelector(".change");
  change.hidden = lift.chosen === undefined;
  setText(change.querySelector("output"), lift.amount ?? "");
  const marks = card.querySelector(".marks");
  marks.hidden = lift.sets.length === 0;
  marks.querySelector("[name=planned]").disabled = lift.planned;
  marks.querySelector("[name=hurt]").checked = lift.hurt;
  const pain = marks.querySelector(".pain");
  if (pain) {
    pain.hidden = !lift.hurt;
    pain.querySelector("input").value = lift.pain || "";
  }
  const next = card.querySelector(".next");
  next.hidden = !lift.next;
  if (lift.next) next.replaceChildren(Object.assign(document.createElement("b"), { textContent: lift.next.target }), lift.next.why);
}

// Shows the lifts of a visit. Cards that are there are used again.
export function showLifts(list, lifts) {
  while (list.children.length > lifts.length) list.lastElementChild.remove();
  while (list.children.length < lifts.length) list.append(copyOf("_t-lift"));
  for (const [i, lift] of lifts.entries()) showLift(list.children[i], lift);
}

// Calls tell with what is tapped on the cards of a list: the lift's key, what it is about ("set", "planned", "lighter", …) and a value.
export function listen(list, tell) {
  list.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const key = button?.closest(".lift").dataset.lift;
    if (button) tell(key, button.dataset.set === undefined ? button.name : "set", Number(button.dataset.set));
  });
  list.addEventListener("change", ({ target }) => {
    const key = target.closest(".lift").dataset.lift;
    if (target.name === "hurt") tell(key, "hurt", target.checked);
    if (target.name === "pain") tell(key, "pain", Math.min(10, Math.max(0, Math.round(target.valueAsNumber || 0))));
  });
}
