// Keeps the runner's own numbers in her browser, and nowhere else: of each plan her settings and the events of her log (see events.js).
//
// What a tap says is on disk when the promise of it is kept: each write is one transaction, which a crash leaves out as a whole or keeps
// as a whole. Tabs hear of each other's writes. What goes wrong is a StoreError, whose code the page has a sentence for:
//
//   missing   the browser has no IndexedDB        blocked  it forbids it to this site
//   full      there is no room: nothing was kept  old-tab  another tab has an older version of this page open
//   newer     a newer version of this page has kept things here: this tab has to be loaded again
//   closed    the browser has taken the storage away, as when its data are deleted
//   failed    anything else; cause says what
import { fold, isEvent } from "./events.js";

export class StoreError extends Error {
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

const version = 1; // of the tables
const tables = {
  events: { keyPath: ["plan", "id"] }, // {plan, id, n, at, visit, changes}
  plans: { keyPath: "plan" }, // {plan, settings, copy: {kind, at, n}}: what was saved last, how, and up to which event
};
const numbers = "plan-n"; // the index of a plan's events by their numbers

// Opens the storage of the site at a base path. Two sites of one host have one each.
export async function open(base) {
  const name = `legpress ${base}`;
  let opening;
  try {
    if (!globalThis.indexedDB) throw new StoreError("missing");
    opening = indexedDB.open(name, version);
  } catch (error) {
    throw stated(error, opened);
  }
  opening.onupgradeneeded = () => {
    const db = opening.result;
    for (const [table, options] of Object.entries(tables)) {
      const made = db.createObjectStore(table, options);
      if (table === "events") made.createIndex(numbers, ["plan", "n"]);
    }
  };
  let waits; // for tabs with an older version, which let go when they are told to
  const blocked = new Promise((_, failed) => { opening.onblocked = () => { waits = setTimeout(() => failed(new StoreError("old-tab")), 2000); }; });
  blocked.catch(() => {});
  try {
    return new Store(await Promise.race([answer(opening), blocked]), name);
  } catch (error) {
    opening.onsuccess = () => opening.result.close(); // nobody waits any more
    throw stated(error, opened);
  } finally {
    clearTimeout(waits);
  }
}

const answer = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

const codes = { QuotaExceededError: "full", SecurityError: "blocked", VersionError: "newer", InvalidStateError: "closed" };
const opened = { ...codes, InvalidStateError: "blocked" }; // as a private window says it

const stated = (error, of = codes) => (error instanceof StoreError ? error : new StoreError(of[error?.name] ?? "failed", error));

class Store {
  onchange = () => {}; // is told {plan} when another tab has written of it, and {code} when this one can write no more

  #db;
  #tabs;
  #ended; // the code that says why nothing can be written any more

  constructor(db, name) {
    this.#db = db;
    db.onversionchange = () => this.#end("newer");
    db.onclose = () => this.#end("closed");
    this.#tabs = globalThis.BroadcastChannel && new BroadcastChannel(name);
    if (this.#tabs) this.#tabs.onmessage = ({ data }) => this.onchange({ plan: data.plan });
  }

  // All that is kept of a plan. unsaved is how many events the last copy lacks.
  async load(plan) {
    const [events, row] = await this.#do("readonly", (events, plans) => Promise.all([answer(events.index(numbers).getAll(all(plan))), answer(plans.get(plan))]));
    const { settings = {}, copy } = row ?? {};
    const kept = events.map(({ plan: _, ...event }) => event);
    return { settings, copy, events: kept, ...fold(kept), unsaved: kept.filter((e) => e.n > (copy?.n ?? 0)).length };
  }

  // Keeps what was tapped: [{visit, changes}], or {visit, deleted: true}. All of it is kept, or nothing.
  async write(plan, edits) {
    const made = [];
    await this.#do("readwrite", async (events) => {
      let n = await last(events, plan);
      for (const edit of edits) {
        const event = { plan, id: newID(), n: ++n, at: new Date().toISOString(), ...edit };
        made.push(event);
        events.add(event);
      }
    });
    this.#tell(plan);
    return made.map(({ plan: _, ...event }) => event);
  }

  // Takes over the events of a copy that are not here yet.
  async union(plan, copy) {
    const taken = new Map(copy.filter(isEvent).map((event) => [event.id, { ...event, plan }]));
    await this.#do("readwrite", async (events) => {
      for (const [, id] of await answer(events.getAllKeys(all(plan)))) taken.delete(id);
      for (const event of taken.values()) events.put(event);
    });
    this.#tell(plan);
    return { added: taken.size, same: copy.length - taken.size };
  }

  // Changes the named settings and leaves the others, which another tab may have changed. One without a value is dropped.
  async saveSettings(plan, changes) {
    const row = await this.#change(plan, (row) => {
      const settings = Object.entries({ ...row.settings, ...changes }).filter(([, value]) => value !== undefined && value !== null);
      return { ...row, settings: Object.fromEntries(settings) };
    });
    return row.settings;
  }

  // Remembers that all events up to now were saved elsewhere, as "csv", "all", "link" or "paper".
  async copied(plan, kind) {
    const { copy } = await this.#change(plan, (row, n) => ({ ...row, copy: { kind, at: new Date().toISOString(), n } }));
    return copy;
  }

  // The plans of which something is kept: {plan, events}, with how many events there are.
  async plans() {
    const [rows, events] = await this.#do("readonly", (events, plans) => Promise.all([answer(plans.getAllKeys()), answer(events.getAllKeys())]));
    const counts = new Map(rows.map((plan) => [plan, 0]));
    for (const [plan] of events) counts.set(plan, (counts.get(plan) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([plan, events]) => ({ plan, events }));
  }

  // Deletes all that is kept of a plan.
  async erase(plan) {
    await this.#do("readwrite", async (events, plans) => {
      plans.delete(plan);
      events.delete(all(plan));
    });
    this.#tell(plan);
  }

  close() {
    this.#tabs?.close();
    this.#db.close();
    this.#ended ??= "closed";
  }

  async #change(plan, change) {
    let row;
    await this.#do("readwrite", async (events, plans) => {
      const [before, n] = await Promise.all([answer(plans.get(plan)), last(events, plan)]);
      row = change(before ?? { plan, settings: {} }, n);
      plans.put(row);
    });
    this.#tell(plan);
    return row;
  }

  // Does some work in one transaction, and waits until the disk has it.
  async #do(mode, work) {
    if (this.#ended) throw new StoreError(this.#ended);
    try {
      const transaction = this.#db.transaction(Object.keys(tables), mode, { durability: "strict" });
      const whole = new Promise((done, failed) => {
        transaction.oncomplete = done;
        transaction.onabort = () => failed(transaction.error ?? new StoreError("failed"));
      });
      const working = work(...Object.keys(tables).map((table) => transaction.objectStore(table)));
      working.catch(() => abort(transaction));
      return (await Promise.all([working, whole]))[0];
    } catch (error) {
      throw stated(error);
    }
  }

  #tell(plan) {
    this.#tabs?.postMessage({ plan });
  }

  #end(code) {
    this.close();
    this.#ended = code;
    this.onchange({ code });
  }
}

// Ends a transaction of which only a part was done. One that has failed by itself has ended.
function abort(transaction) {
  try {
    transaction.abort();
  } catch { /* it had ended */ }
}

const all = (plan) => IDBKeyRange.bound([plan], [plan, []]); // an array is greater than every number

// The number of a plan's last event; 0 where there is none.
async function last(events, plan) {
  const cursor = await answer(events.index(numbers).openKeyCursor(all(plan), "prev"));
  return cursor ? cursor.key[1] : 0;
}

// A name that no event of another tab or phone has. randomUUID is missing where the site is not served over https.
const newID = () => globalThis.crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

// Asks the browser not to delete this when it needs room: "kept", "may-go", or "unknown" where it cannot be asked.
export async function persist(ask = true) {
  try {
    const { storage } = navigator;
    if (!storage?.persisted) return "unknown";
    return (await storage.persisted()) || (ask && (await storage.persist())) ? "kept" : "may-go";
  } catch {
    return "unknown";
  }
}
