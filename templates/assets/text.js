// Writes what a programme asks for in words: targets, rules and reasons, as the pages and sheets that Go wrote have them. All words come with
// follow.json; what is said of a state stands there, and only loads are filled in. Loads are shown in the programme's unit or in the other one.
import { easier, even, fit, harder } from "./machine.js";

export { dayReasons, ownDays } from "./text-days.js";

const levels = "level"; // loads that have a name and no weight
const gramsPerPound = 45_359_237; // times 100,000: the international pound is 0.45359237 kg exactly
const other = { kg: "lb", lb: "kg" };
const unitSigns = { seconds: "s", metres: "m" };
const wholeLoad = 1000; // all of a load, in thousandths

// n/d, rounded to the nearest whole number, halves up.
const divide = (n, d) => Math.floor((2 * n + d) / (2 * d));

// A text in which no line ends between a number and its unit.
export const keepUnits = (text) => text.replace(/([0-9]) (?=%|(?:kg|lbs?|g|k?m|[cm]m|mi|min|s|h)(?![\p{L}\p{N}_]))/gu, "$1\u00a0");

// What follows from where a runner stands with a lift on a visit of a walk, before anything of it is done: all that the texts below need. A
// light visit looks at what was last done, and what hurts is left for the rung below.
export function askOf(data, walk, visit, lift) {
  const { light = 0, number } = visit.week;
  const target = named(walk.programme, lift, walk.show(lift, light)), at = { ...walk.at[lift], was: { ...walk.at[lift].was } };
  let is = light ? at.was : walk.is(lift);
  if (target.state !== is.state) is = { state: target.state, load: target.load, steps: target.steps };
  return { lift, target, at, is, light, last: number === data.weeks, afterRace: (data.after_race ?? []).includes(number), programme: walk.programme };
}

// What a list has for a state: the last of it holds for all states behind it.
const ofState = (list, state) => list[Math.min(state, list.length - 1)];

// A target without loads that have no name, as a level has none that is not in its list.
function named({ lifts, registers, stocks }, lift, target) {
  const r = registers[lifts[lift].rungs[target.rung].register], weights = stocks[r?.stock]?.weights;
  if (r?.unit !== levels || !weights) return target;
  const known = (x) => ({ ...x, load: weights.includes(x.load) ? x.load : null });
  return { ...known(target), sets: target.sets.map(known) };
}

// Text writes in one unit, or in "both", for a runner who may have said with which loads she begins.
export class Text {
  constructor(data, unit = data.unit, starts = {}) {
    Object.assign(this, { data, unit, starts });
  }

  // A word of the language with its {names} filled in: numbers as they are, texts kept apart where the language is written from the right.
  say(name, values = {}) {
    return this.fill(this.data.words[name] ?? "", values);
  }

  fill(text, values) {
    for (const [name, value] of Object.entries(values)) text = text.replaceAll(`{${name}}`, typeof value === "number" ? value : this.apart(value));
    return text;
  }

  // The word for a number of things.
  count(name, n, values = {}) {
    return this.say(`${name}-${n === 1 ? "one" : "many"}`, { n, ...values });
  }

  // A name with the colon behind it, as it stands before what it names.
  label(name) {
    return this.data.words.label.replace("{name}", () => name);
  }

  figures(text) {
    return this.data.from_right && text ? `\u2066${text}\u2069` : text;
  }

  apart(text) {
    if (!this.data.from_right || !text || text.includes("://")) return text;
    return /\p{L}/u.test(text) ? `\u2068${text}\u2069` : this.figures(text);
  }

  number(text) {
    return text.replaceAll(".", this.data.words.decimal);
  }

  // Thousandths of one unit in another one: what is sold as the same, or else the nearest whole pound or half kilogram.
  inUnit(n, from, to) {
    if (from === to || n === 0) return n;
    const [a, b] = from === this.data.unit ? [0, 1] : [1, 0], sold = this.data.stamped.find((pair) => pair[a] === n);
    if (sold) return sold[b];
    return to === "lb" ? Math.max(divide(n * 100_000, gramsPerPound), 1) * 1000 : Math.max(divide(n * gramsPerPound, 500 * 100_000 * 1000), 1) * 500;
  }

  // A load of a register as it stands within a sentence: "8 kg", "yellow"; nothing where nobody knows it.
  load(n, register, programme = this.data.machines) {
    const r = programme.registers[register];
    if (n === null || n === undefined || !r?.unit) return "";
    if (r.unit === levels) {
      const { weights, labels } = programme.stocks[r.stock] ?? { weights: [] };
      return labels?.[weights.indexOf(n)] ?? "";
    }
    return this.figures(this.number(this.#written(n, r.unit)));
  }

  #written(n, from) {
    const unit = other[from] && this.unit !== "both" ? this.unit : from, text = `${this.inUnit(n, from, unit) / 1000} ${unit}`;
    return this.unit === "both" && n > 0 && other[from] ? `${text} (${this.inUnit(n, from, other[from]) / 1000} ${other[from]})` : text;
  }

  // The same as a runner takes it: "2 × 16 kg", "30 kg help".
  taken(n, exercise, register, programme = this.data.machines) {
    const { hands = 1, load } = this.data.exercises[exercise] ?? {}, r = programme.registers[register];
    let text = this.load(n, register, programme);
    if (!text) return "";
    if (r.unit === levels) text = this.figures(this.number(text));
    else if (hands > 1) text = this.figures(this.number(`${hands} × ${this.#written(n, r.unit)}`));
    return load === "assistance" ? this.say("help", { load: text }) : text;
  }

  share(thousandths) {
    return `${this.number(String(thousandths / 10))} %`;
  }

  // The amount of a set: "8–12", "30 s", "5+".
  span({ n, to, open }, unit) {
    const text = `${n}${to > n ? `–${to}` : ""}${open ? "+" : ""}`;
    return unit === "reps" ? text : (this.data.words[unit] ?? "{n}").replaceAll("{n}", text);
  }

  // So much within a sentence, which speaks of repetitions where it says nothing else.
  amount(n, unit) {
    return unit === "reps" ? n : this.say(unit, { n });
  }

  // What sets ask for: "3 × 8 each side", "12, 10, 8", "1 × 5, 3 × 8 at 85 %". Bare is without what stands beside it: shares, the heaviest.
  prescription(sets, { unit, steps = false, perSide = false, bare = false }) {
    const parts = [];
    for (const { n, to, open, rm, share } of sets) {
      const last = parts.at(-1);
      if (last && !last.open && last.n === n && last.to === to && last.rm === rm && last.share === share) Object.assign(last, { x: last.x + 1, open });
      else parts.push({ x: 1, n, to, open, rm, share });
    }
    if (bare) for (const part of parts) Object.assign(part, { rm: false, share: 0 });
    const listed = parts.length > 1 && parts.every((p) => p.x === 1 || (p.x === 2 && !p.share));
    const written = listed ? parts.flatMap((p) => Array.from({ length: p.x }, (_, i) => ({ ...p, x: 1, open: p.open && i === p.x - 1 }))) : parts;
    let text = written.map((p) => this.#part(p, unit, listed)).join(", ");
    if (steps) text = this.say("steps", { n: text });
    return perSide ? `${text} ${this.data.words["each-side"]}` : text;
  }

  #part(p, unit, listed) {
    let text = this.span(p, unit);
    if (!listed) text = `${p.x} × ${text}`;
    if (p.rm) text = this.say("rm", { n: text });
    if (p.share) return this.say("at-share", { sets: text, share: this.share(p.share) });
    return p.rm ? text : this.figures(text);
  }

  // The exercise of a target: its id and its name, and what is prescribed there, with its range.
  rung({ lift, target }) {
    const { exercise } = this.data.machines.lifts[lift].rungs[target.rung];
    return { exercise, name: this.data.exercises[exercise].name, do: this.data.lifts[lift].rungs[target.rung].do };
  }

  #of({ lift, target }) {
    return { ...this.data.machines.lifts[lift].rungs[target.rung], steps: this.data.lifts[lift].rungs[target.rung].steps ?? false };
  }

  // The load that stands for a target: that of the row, or where its sets take shares of a load or none is known, the heaviest of them.
  targetLoad(ask) {
    const { lift, target, programme } = ask, { states } = programme.lifts[lift], { register } = this.#of(ask);
    const row = states.filter((s) => s.rung === 0).flatMap((s) => s.sets);
    const onlyShares = target.rung === 0 && row.every((set) => set.share || set.load !== undefined || set.rm);
    if (target.load !== null && !programme.registers[register]?.name && !onlyShares) return target.load;
    return target.sets.reduce((most, { load }) => (most === null || load > most ? load : most), null);
  }

  // A target in parts whose sets have the same load, as a cell of the plan's table has it. With side, it is said elsewhere that all is done on
  // each side; unknown is what is said elsewhere of a load that nobody knows.
  parts(ask, { side = false, unknown = "" } = {}) {
    const of = this.#of(ask), parts = [];
    for (const set of ask.target.sets) {
      const last = parts.at(-1);
      if (last && last[0].load === set.load && last[0].share === set.share && last[0].rm === set.rm) last.push(set);
      else parts.push([set]);
    }
    return parts.map((sets) => {
      const weight = keepUnits(this.#weight(ask, of, sets[0]));
      const text = keepUnits(this.prescription(sets, { ...of, perSide: of.per_side && !side }));
      return { sets: text, weight: weight === unknown ? "" : weight };
    });
  }

  // A target in one line: "3 × 8 · 8 kg".
  line(ask) {
    return this.parts(ask).map(({ sets, weight }) => (weight ? `${sets} · ${weight}` : sets)).join(", ");
  }

  #weight({ lift, target, programme }, of, set) {
    if (set.load !== null) return this.taken(set.load, of.exercise, of.register, programme);
    if (of.register < 0 || set.rm || set.share) return "";
    const { share = 0 } = this.data.lifts[lift], kind = this.data.exercises[of.exercise].load ?? "weight";
    if (share && target.steps === 0) return this.say("body-share", { share: this.share(share) });
    if (target.steps > 0) return this.count(kind === "weight" ? "steps-up" : "steps-harder", target.steps);
    return this.say("you-choose");
  }

  // A target as a cell of the sheet has it. Where sets differ, each has its own amount, and its load or share where those differ, above its box.
  cell(ask) {
    const { target, programme } = ask, of = this.#of(ask), [first] = target.sets;
    if (!first) return { goal: "", load: "", unit: "", each: null };
    const oneAmount = target.sets.every((s, i) => s.n === first.n && s.to === first.to && (!s.open || i === target.sets.length - 1));
    const oneLoad = target.sets.every((s) => s.load === first.load && (s.share === first.share || s.load !== null));
    const taken = (n) => this.taken(n, of.exercise, of.register, programme);
    let load = "";
    if (oneLoad) load = first.load === null && first.share ? this.share(first.share) : taken(first.load ?? this.targetLoad(ask));
    const cell = { goal: "", load, unit: unitSigns[of.unit] ?? "", each: null };
    if (oneAmount && oneLoad) return { ...cell, goal: this.prescription(target.sets, { unit: of.unit, bare: true }) };
    const caption = (s) => {
      if (oneLoad) return {};
      if (s.load !== null) return { load: taken(s.load).replace(" kg", "").replace(" lb", "") };
      return s.share || of.register >= 0 ? { share: this.share(s.share || wholeLoad) } : {};
    };
    return { ...cell, each: target.sets.map((s) => ({ amount: this.figures(this.span(s, of.unit)), ...caption(s) })) };
  }

  // The light sets before the others, "10 × 20 kg, 5 × 30 kg"; where nobody knows their loads, what the plan says of them.
  warmUp(ask, { warm_up: warmUp }) {
    if (!warmUp) return "";
    const { target, programme } = ask, { exercise, register } = this.#of(ask), r = programme.registers[register];
    const day = target.sets.reduce((most, { load }) => (most === null || load > most ? load : most), null);
    const loads = warmUp.sets.map((s) => s.load ?? (r && day !== null ? fit(programme, r, Math.floor((day * (s.share ?? wholeLoad)) / wholeLoad)) : null));
    if (loads.includes(null)) return keepUnits(warmUp.do);
    return keepUnits(warmUp.sets.map((s, i) => `${this.span(s, warmUp.unit)} × ${this.taken(loads[i], exercise, register, programme)}`).join(", "));
  }

  // What to do next time, depending on what happens; paper says it in words that hold wherever the runner stands.
  rule(ask) {
    return keepUnits(this.#rule(ask, "rules"));
  }

  paper(ask) {
    const text = keepUnits(this.#rule(ask, "paper"));
    return this.followsStep(ask) ? text : this.uneven(text);
  }

  // Whether the weights of a lift follow its step, so that paper can name it.
  followsStep({ lift, target, programme }) {
    const register = programme.registers[programme.lifts[lift].rungs[target.rung].register];
    return !register || even(programme, register);
  }

  // A text of paper as it is for weights that do not follow the step.
  uneven(text) {
    const [from, to] = [0, 1].map((i) => (places) => keepUnits(this.#text(places[i], "")));
    return (this.data.uneven ?? []).reduce((now, places) => now.replaceAll(from(places), () => to(places)), text);
  }

  #rule({ lift, target, is, light, last, programme }, kind) {
    if (target.below) return this.say("next-pain");
    if (light === 1 && kind === "paper") return this.say("always-light");
    if (light) return this.say(light === 2 ? "next-taper" : last ? "next-easy-last" : "next-easy");
    const { rungs, states } = programme.lifts[lift], state = states[is.state], maintain = this.#stands(lift);
    if (!maintain && target.sets.length < state.sets.reduce((n, set) => n + set.x, 0)) return this.say("next-fewer");
    const { register } = rungs[state.rung], r = programme.registers[register], known = r && r.unit && is.load !== null;
    const says = this.data.rules[ofState(this.data.lifts[lift][kind], is.state)];
    const next = known ? harder(programme, r, is.load) : null;
    const room = known ? 1 + (next !== null ? 1 : 0) + (r.stock < 0 || easier(programme, r, is.load) !== null ? 2 : 0) : 0;
    return this.#text(says[room] ?? says[0], this.load(next, register, programme));
  }

  // Whether a lift is only kept, in which case its rule is the same whatever the legs say.
  #stands(lift) {
    return this.data.lifts[lift].keeps ?? false;
  }

  #text(place, weight) {
    const text = this.data.texts[place];
    return (typeof text === "string" ? text : text[this.unit === this.data.unit ? 0 : 1]).replaceAll("{weight}", weight);
  }

  // A reason for a target, as text-why.js finds it.
  because(ask, { name, place, values = {}, weight }) {
    const { register } = this.#of(ask);
    const load = weight === undefined ? "" : this.load(weight, register, ask.programme);
    if (place !== undefined) return keepUnits(this.#text(place, load));
    return keepUnits(this.fill(this.data.words[name] ?? "", values).replaceAll("{weight}", load));
  }
}
