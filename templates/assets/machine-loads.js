// Loads of the machine: what comes after a weight, before it, and in its place. As load.go of package machine.
const epley = 30; // repetitions at which a load is half of what can be lifted once
const grain = 500; // loads are rounded to it where the weights that exist are not known

// Whether a load is one that a runner may say: ten tonnes are past all belief, and a walk that goes down from more would not end in time.
export const mostLoad = 10_000_000;
export const believed = (n) => Number.isSafeInteger(n) && n >= 0 && n <= mostLoad;

// 1 where more is harder, -1 where less is.
export const sign = (r) => (r.less ? -1 : 1);
const fromEasy = (r, weights) => (r.less ? [...weights].reverse() : weights);

// The weights along which a register moves; null where it moves by its step alone.
export const stock = (p, r) => (r.free || r.stock < 0 ? null : p.stocks[r.stock].weights);

// The load some steps further, where there is a step and the load can be had: no load is a help that is not needed any more.
function stepped(r, n, steps) {
  const to = n + sign(r) * steps * (r.step ?? 0);
  return r.step > 0 && (to > 0 || (r.less && to === 0)) ? to : null;
}

// The load after this one; null where there is none.
export function harder(p, r, n) {
  const weights = stock(p, r), to = n + sign(r) * (r.step ?? 0);
  if (!weights) return stepped(r, n, 1);
  if (r.step > 0 && weights.includes(to)) return to;
  return fromEasy(r, weights).find((x) => sign(r) * (x - n) > 0) ?? null;
}

// Whether the next load is always one step harder, save that the hardest weight may be less than a step away.
export function even(p, r) {
  const steps = stock(p, r)?.map((n) => [n, harder(p, r, n)]).filter(([, to]) => to !== null) ?? null;
  if (!steps) return true;
  const by = ([n, to]) => sign(r) * (to - n);
  const odd = steps.filter((step) => by(step) !== r.step);
  return odd.length < steps.length && odd.every((step) => by(step) < r.step && harder(p, r, step[1]) === null);
}

// The load before this one: easier by a step or more, or else by as much as there is.
export function easier(p, r, n) {
  const weights = stock(p, r);
  if (!weights) return stepped(r, n, -1);
  const list = fromEasy(r, weights), down = (x) => sign(r) * (n - x);
  return list.findLast((x) => down(x) >= Math.max(r.step ?? 0, 1)) ?? list.find((x) => down(x) > 0) ?? null;
}

// The hardest weight that exists and is no harder than this one, or the easiest.
export function fit(p, r, n) {
  if (r.stock < 0) return (r.less ? Math.ceil(n / grain) : Math.floor(n / grain)) * grain;
  const list = fromEasy(r, p.stocks[r.stock].weights);
  return list.findLast((x) => sign(r) * (n - x) >= 0) ?? list[0];
}

// The next lighter weight, whatever the steps of the register.
export function eased(p, r, load) {
  return load === null ? null : easier(p, { ...r, free: false, step: r.stock < 0 ? r.step : 0 }, load) ?? load;
}

// The next lighter weight that exists, or where that is not known the one that is a step lighter.
export function lighter(p, r, n) {
  const weights = stock(p, r);
  return weights ? weights.findLast((x) => x < n) ?? null : stepped(r, n, -1);
}

// Moves a value by some steps, as far as there are weights: the value, and whether it was blocked. Of a load that is not known the steps
// are counted.
export function shift(p, r, value, steps) {
  const by = Math.sign(steps);
  if (value.load === null) return [{ load: null, steps: value.steps + steps }, false];
  for (let i = 0; i !== steps; i += by) {
    const load = by > 0 ? harder(p, r, value.load) : easier(p, r, value.load);
    if (load === null) return [value, true];
    value = { load, steps: value.steps + by };
  }
  return [value, false];
}

// Takes some thousandths off a value: to a load that is easier than before; null where there is none.
export function off(p, r, { load, steps }, thousandths) {
  if (load === null) return { load, steps: steps - 1 };
  const less = load - sign(r) * Math.floor((load * thousandths) / 1000), left = r.free ? less : fit(p, r, less);
  return sign(r) * (load - left) > 0 ? { load: left, steps: steps - 1 } : null;
}

// The load of a set for a value of the register.
export function loadOf(p, r, set, value) {
  if (set.load !== undefined) return set.load;
  if (value.load === null) return null;
  return set.share ? fit(p, r, Math.floor((value.load * set.share) / 1000)) : shift(p, r, value, set.plus ?? 0)[0].load;
}

// How much the hardest set of a state needs with a load.
export function need(p, r, state, value, spare) {
  return Math.max(0, ...state.sets.map((set) => (loadOf(p, r, set, value) ?? 0) * (epley + set.n + spare)));
}
