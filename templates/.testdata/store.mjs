// Tries the storage of a log in a browser, and says what is wrong with it: nothing, in the end. It is a page's script.
import { open, persist } from "/assets/store.js";

const wrong = [];
const same = (what, got, want) => {
  const [a, b] = [got, want].map((x) => JSON.stringify(x));
  if (a !== b) wrong.push(`${what}: got ${a}, want ${b}`);
};
const tap = (value, set = 0, visit = "1/0/A") => ({ visit, changes: [{ lift: "squat@A", set, value }] });
const codeOf = (promise) => promise.then(() => "done", (error) => error.code);
const soon = () => new Promise((done) => { setTimeout(done, 200); });
const sets = (kept) => kept.records.flatMap((r) => r.lifts.flatMap((l) => l.sets));

async function keeps() {
  const store = await open("/keeps/");
  same("a plan of which nothing is known", await store.load("p"), { settings: {}, events: [], records: [], tests: [], unsaved: 0 });
  const written = await store.write("p", [tap(8), tap(null, 1)]);
  same("numbers", written.map((e) => e.n), [1, 2]);
  const kept = await store.load("p");
  same("events", kept.events, written);
  same("sets", sets(kept), [8, null]);
  same("unsaved", kept.unsaved, 2);
  const copy = await store.copied("p", "csv");
  same("copy", [copy.kind, copy.n, (await store.load("p")).unsaved, (await store.load("p")).copy], ["csv", 2, 0, copy]);
  await store.write("p", [tap(9, 1)]);
  same("after the copy", (await store.load("p")).unsaved, 1);
  await store.write("p", [{ visit: "1/0/A", deleted: true }]);
  same("deleted", sets(await store.load("p")), []);
  same("another plan", (await store.load("p2")).events, []);
  same("another site", (await (await open("/keeps/too/")).load("p")).events, []);
  await store.write("q", [tap(1)]);
  await store.erase("p");
  same("plans", await store.plans(), [{ plan: "q", events: 1 }]);
  store.close();
  same("closed", await codeOf(store.write("q", [tap(1)])), "closed");
}

// Two tabs write at once: nothing is lost, and each hears of the other.
async function twoTabs() {
  const [a, b] = await Promise.all([open("/tabs/"), open("/tabs/")]);
  const heard = [];
  b.onchange = (news) => heard.push(news);
  await Promise.all(Array.from({ length: 60 }, (_, i) => (i % 2 ? a : b).write("p", [tap(i, i)])));
  const { events, records } = await a.load("p");
  same("numbers of two tabs", events.map((e) => e.n), Array.from({ length: 60 }, (_, i) => i + 1));
  same("sets of two tabs", sets({ records }), Array.from({ length: 60 }, (_, i) => i));
  await Promise.all([a.saveSettings("p", { unit: "lb", days: [1, 4] }), b.saveSettings("p", { monday: "2026-11-30" })]);
  same("settings of two tabs", Object.entries((await a.load("p")).settings).sort(), [["days", [1, 4]], ["monday", "2026-11-30"], ["unit", "lb"]]);
  same("a setting that was dropped", Object.keys(await b.saveSettings("p", { days: undefined })).sort(), ["monday", "unit"]);
  await soon();
  same("news", [heard.length > 0, heard.every((n) => n.plan === "p")], [true, true]);
}

// Of one write all is kept, or nothing.
async function whole() {
  const store = await open("/whole/");
  same("what cannot be kept", await codeOf(store.write("p", [tap(1), { visit: "1/0/A", changes: [{ field: "x", value: () => {} }] }])), "failed");
  same("its first part", (await store.load("p")).events, []);
}

// Two phones that went on from one copy are one log; a copy brings in nothing twice, and takes nothing from another plan.
async function union() {
  const [here, there] = await Promise.all([open("/here/"), open("/there/")]);
  await here.write("p", [tap(1)]);
  same("a copy", await there.union("p", (await here.load("p")).events), { added: 1, same: 0 });
  await here.write("p", [tap(2, 1)]);
  await there.write("p", [tap(3, 2)]);
  same("both", await here.union("p", (await there.load("p")).events), { added: 1, same: 1 });
  same("again", await here.union("p", (await there.load("p")).events), { added: 0, same: 2 });
  await here.union("q", (await here.load("p")).events);
  same("sets of both", sets(await here.load("p")), [1, 2, 3]);
  same("what follows", (await here.write("p", [tap(4)]))[0].n, 3);
}

// A tab with a newer version of this script takes over: this one lets go, and says so.
async function newer() {
  const store = await open("/newer/");
  const heard = [];
  store.onchange = (news) => heard.push(news);
  await store.write("p", [tap(1)]);
  await new Promise((done, failed) => {
    const opening = indexedDB.open("legpress /newer/", 7);
    Object.assign(opening, { onsuccess: () => { opening.result.close(); done(); }, onerror: failed, onblocked: () => wrong.push("a tab holds the storage of an older version") });
  });
  same("news of it", heard, [{ code: "newer" }]);
  same("a write", await codeOf(store.write("p", [tap(2)])), "newer");
  same("a read", await codeOf(store.load("p")), "newer");
  same("opened again", await codeOf(open("/newer/")), "newer");
}

async function forbidden() {
  const real = globalThis.indexedDB;
  const put = (value) => Object.defineProperty(globalThis, "indexedDB", { value, configurable: true });
  const refuse = (name) => ({ open() { throw new DOMException("no", name); } });
  put(undefined);
  same("without IndexedDB", await codeOf(open("/")), "missing");
  put(refuse("SecurityError"));
  same("forbidden", await codeOf(open("/")), "blocked");
  put(refuse("InvalidStateError"));
  same("a private window", await codeOf(open("/")), "blocked");
  put(real);
  same("persisted", ["kept", "may-go", "unknown"].includes(await persist(false)), true);
}

for (const part of [keeps, twoTabs, whole, union, newer, forbidden]) await part().catch((error) => wrong.push(`${part.name}: ${error.stack} ${error.cause}`));
await fetch("/said", { method: "POST", body: wrong.join("\n") || "well" });
document.title = "done";
