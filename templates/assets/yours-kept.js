// What this browser keeps of a plan for its page and its sheet: a runner's settings, and what she wrote down. A reader who has never chosen
// anything has nothing kept, and no storage is made for her. Where nothing can be kept, what is chosen holds until the page is left.
import { open } from "./store.js";

let reader; // of links: few readers have one

// Returns whether this browser may have something of the site at a base path.
async function mayHave(base) {
  const names = await globalThis.indexedDB?.databases?.().catch(() => null);
  return !names || names.some(({ name }) => name === `legpress ${base}`);
}

// Returns what is kept of a plan: {plan, base, settings, records, store, code}. Code says why nothing can be kept.
export async function keptOf({ plan, base }, make = false) {
  const kept = { plan, base, settings: {}, records: [], store: null, code: "" };
  if (!make && !(await mayHave(base))) return kept;
  try {
    kept.store = await open(base);
    await again(kept);
  } catch (error) {
    kept.code = error.code ?? "failed";
  }
  return kept;
}

// Reads once more what is kept, as after another tab wrote.
export async function again(kept) {
  const { settings, records } = await kept.store.load(kept.plan);
  Object.assign(kept, { settings, records });
  await loadReader(settings);
}

// Loads what settled needs, where a link is kept.
export async function loadReader({ link }) {
  if (link) reader ??= { ...(await import("./link.js")), ...(await import("./machine.js")) };
}

// Changes some settings. One that is undefined is dropped.
export async function keep(kept, changes) {
  if (!kept.store && !kept.code) Object.assign(kept, await keptOf(kept, true));
  const changed = Object.entries({ ...kept.settings, ...changes }).filter(([, value]) => value !== undefined);
  kept.settings = Object.fromEntries(changed);
  await loadReader(kept.settings);
  if (!kept.store) return;
  try {
    kept.settings = await kept.store.saveSettings(kept.plan, changes);
  } catch (error) {
    kept.code = error.code;
  }
}

export const anything = ({ settings, records }) => records.length > 0 || Object.keys(settings).length > 0;

// Returns the settings with where a link said that she stands. The link itself is kept and read anew each time, because the places of a
// stand are those of the plan as it is now. What she has written down since goes on from there; a log that reaches back to the link, as from
// the copy of a lost phone, says more than it does.
export function settled(data, { settings, records }) {
  const stand = settings.link ? reader.decode(data, settings.link).stand : null;
  if (!stand || records.some((r) => r.date && reader.dayOf(r.date) <= stand.last)) return settings;
  return { ...settings, stand };
}
