// A plan as one runner has it: its visits with what each asks for, by her weights, starts and days and by what she wrote down. Nothing here
// touches the page.
import { later, visitsOf } from "./log-visits.js";
import { dayOf, personal } from "./machine.js";
import { ownDays, Text } from "./text.js";

const anyMonday = "2026-01-05"; // by which all goes to plan

export const keyOf = (week, session) => `${week}/${session}`;
export const weekday = (date) => (dayOf(date) + 3) % 7; // 1970 began on a Thursday

// Returns {visits, of, monday, programme, stand, text, other, grown}. Of is the visits of a session in a week, by keyOf, in their order; text
// writes in her unit and other in the other one; grown has what asks for more than ever before. With nothing written down, all goes to plan.
export function modelOf(data, settings, records, today) {
  const planned = records.length === 0 && !settings.stand;
  const found = visitsOf(data, planned ? { ...settings, monday: anyMonday } : settings, records, planned ? anyMonday : today);
  const monday = planned ? settings.monday ?? data.monday ?? "" : found.monday;
  const visits = found.visits.map((v) => ({ ...v, day: weekday(v.date), date: monday && later(monday, 7 * (v.week - 1) + weekday(v.date)) }));
  const of = new Map();
  for (const v of visits) of.set(keyOf(v.week, v.name), [...(of.get(keyOf(v.week, v.name)) ?? []), v]);
  const unit = ["kg", "lb"].includes(settings.unit) ? settings.unit : data.unit, starts = settings.starts ?? {};
  return {
    visits, of, monday, programme: found.programme, stand: planned ? null : found.stand, unit, week: weekOf(data, monday, today),
    text: new Text(data, unit, starts), other: new Text(data, unit === "kg" ? "lb" : "kg", starts), grown: grownOf(visits, found.programme),
  };
}

// The week that it is, where the first Monday is known; else, and before it, the first. After the last one, it is the last.
function weekOf(data, monday, today) {
  const n = monday ? Math.floor((dayOf(today) - dayOf(monday)) / 7) + 1 : 1;
  return Math.min(Math.max(n, 1), data.weeks);
}

// Returns what a visit asks of a lift, by its place among the machines; undefined where the visit leaves it out.
export function askOfLift(visit, lift) {
  const ask = visit?.asks.find((one) => one.lift === Number(lift));
  return ask?.target.sets.length > 0 ? ask : undefined;
}

// The asks that are heavier, or of a harder exercise, than any before them of the same lift. The first one has not grown.
function grownOf(visits, programme) {
  const best = new Map(), grown = new Set();
  for (const ask of visits.flatMap((v) => v.asks)) {
    const now = [ask.target.rung, levelOf(ask, programme)], before = best.get(ask.lift);
    if (before && (now[0] < before[0] || (now[0] === before[0] && now[1] <= before[1]))) continue;
    if (before) grown.add(ask);
    best.set(ask.lift, now);
  }
  return grown;
}

function levelOf({ lift, target }, programme) {
  const register = programme.registers[programme.lifts[lift].rungs[target.rung].register];
  const loads = target.sets.map((s) => s.load ?? null).filter((n) => n !== null);
  if (!register) return 0;
  if (loads.length === 0) return target.steps;
  return register.less ? -Math.min(...loads) : Math.max(...loads);
}

// Returns the visit that stands on one of some lines of a week. Where there are more visits than lines, those of a line ask for the same, or
// nearly: its first one stands for them.
export function visitOn(visits, line, lines) {
  return visits[visits.length > lines ? Math.floor((line * visits.length) / lines) : line];
}

// Reads weights as a runner writes them, "7.5, 12" or "7,5; 12": {weights} in thousandths, or {wrong: text}. A comma before a white space
// ends a number, and so does a semicolon.
export function weightsIn(text) {
  const weights = [];
  for (const part of text.split(/;|,(?=\s|$)|\s+/).map((p) => p.trim()).filter(Boolean)) {
    const n = Math.round(Number(part.replace(",", ".")) * 1000);
    if (!(n > 0 && n <= 1_000_000)) return { wrong: part };
    weights.push(n);
  }
  return { weights };
}

// Returns the lists of weights: {name, title, unit, weights: [{n, label, ticked}], others} with those of her own that are not published.
export function listsOf({ machines, lists }, { weights = {} }) {
  return machines.lists.map((list, i) => {
    const own = weights[list.name], ticked = (n) => !own || own.includes(n);
    return {
      name: list.name, title: lists[i], unit: list.unit, others: (own ?? []).filter((n) => !list.weights.includes(n)),
      weights: list.weights.map((n, j) => ({ n, label: list.labels[j], ticked: ticked(n) })),
    };
  });
}

// Returns the lifts whose first load a runner may choose: {key, name, published, chosen, loads: [{n, text}]} of her own weights.
export function startsOf(data, settings, text) {
  const hers = personal(data, { weights: settings.weights }, ownDays(data, settings.days));
  const found = hers.lifts.flatMap((lift, i) => {
    const { register, exercise } = lift.rungs[0], r = hers.registers[register], stock = hers.stocks[r?.stock];
    const heaviest = lift.states.every((state) => state.rung > 0 || state.sets.every((set) => set.rm)); // for so many repetitions: found anew each time
    if (!stock || r.name || lift.entry.from !== undefined || heaviest) return [];
    const loads = stock.weights.map((n) => ({ n, text: text.taken(n, exercise, register, hers) }));
    return [{ key: lift.key, name: data.exercises[exercise].name, published: data.machines.registers[register].start ?? null, chosen: settings.starts?.[lift.key] ?? null, loads, i }];
  });
  for (const start of found) {
    const same = found.filter(({ name }) => name === start.name);
    if (same.length > 1) start.label = `${start.name} · ${start.key.split("@").slice(1).join(" ") || same.indexOf(start) + 1}`;
  }
  return found;
}
