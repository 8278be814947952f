// Keeping the log safe: what this browser promises, copies as a file, as a table and as a link, and what a file that is opened would
// change. Nothing is sent anywhere. What reads and writes tables and links is loaded when somebody asks for one.
import { longDate } from "./dates.js";
import { readAll, today, writeAll } from "./events.js";
import { forget, keep } from "./offline.js";
import { persist } from "./store.js";
import { said } from "./log-view.js";

const $ = (id) => document.getElementById(id);
const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more });

// Hands a file to the runner: to the sheet by which phones share, or else into her downloads.
async function hand(text, name, type) {
  const file = new File([text], name, { type });
  if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files: [file] })) {
    await navigator.share({ files: [file] });
    return;
  }
  const link = make("a", "", { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Makes the buttons work. Reload is called when something else than a tap has changed what is kept.
export function setUpKeeping(log, reload) {
  const name = log.plan.replaceAll(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "");
  let promise = "unknown";
  const actions = {
    save: async () => { await hand(writeAll(log), `${name}-${today()}.json`, "application/json"); await copied("all"); },
    csv: async () => {
      const { write } = await import("./csv.js");
      await hand(write(log, log.data), `${name}-${today()}.csv`, "text/csv");
      await copied("csv");
    },
    link: async () => { await navigator.clipboard.writeText(await linkOf(log)); await copied("link"); },
    forget: async () => {
      if (!confirm(said("forget-all"))) return;
      await log.store.erase(log.plan);
      if ((await log.store.plans()).length === 0) await forget(log.base);
      await reload();
    },
  };

  async function copied(kind) {
    await log.store.copied(log.plan, kind);
    await reload();
  }

  function show() {
    const lines = [log.copy ? said("copied", { day: longDate(today(new Date(log.copy.at))) }) : said("never-copied")];
    if (promise === "kept") lines.push(said("lasts"));
    if (promise === "may-go") lines.push(said("may-go"));
    if (log.apart.length > 0) lines.push(said("kept-aside", { n: new Set(log.apart.map((a) => a.record)).size }));
    $("_kept").textContent = lines.join(" ");
  }

  function failed(error) {
    $("_kept").textContent = said(error.code === "full" ? "full" : ["newer", "closed", "old-tab"].includes(error.code) ? "reload" : "not-kept");
    $("_kept").scrollIntoView();
  }

  for (const place of [$("_keep"), $("_forget")]) {
    place.addEventListener("click", ({ target }) => actions[target.name]?.().catch((error) => { if (error.name !== "AbortError") failed(error); }));
  }
  $("_keep").querySelector("[type=file]").addEventListener("change", async ({ target }) => {
    const text = await target.files[0]?.text();
    target.value = "";
    if (text !== undefined) await offer(log, text, reload, failed).catch(failed);
  });
  log.store.onchange = ({ plan, code }) => { if (code) failed({ code }); else if (plan === log.plan) reload(); };
  persist().then((is) => { promise = is; show(); });
  return { show, failed };
}

async function linkOf(log) {
  const { encode } = await import("./link.js");
  return new URL(`${log.data.url}#y=${encode(log.data, log.settings, log.stand)}`, location.href).href;
}

// What a line of a table has that cannot be taken over, by the names of the columns.
function wrong({ code, values, kept }) {
  if (kept) return said("csv-kept", { text: values.exercise ?? values.session });
  if (code.startsWith("no-")) return said("csv-missing", { column: (values.missing ?? [code.slice(3)]).join(", ") });
  if (values.text !== undefined) return said("csv-value", { column: code.replace("-", "_"), text: values.text });
  return said("csv-bad");
}

// Says what a file would change, and changes it when that is wanted.
async function offer(log, text, reload, failed) {
  const place = $("_import");
  const [{ read }, { changes }] = await Promise.all([import("./csv.js"), import("./merge.js")]);
  const table = !text.trimStart().startsWith("{");
  const file = table ? read(text, log.data, log.settings) : readAll(text);
  if (file.code) return place.replaceChildren(make("p", said(file.code)));
  if (!table && file.plan !== log.plan) return place.replaceChildren(make("p", said("other-plan")));
  const messages = (file.messages ?? []).map((m) => make("li", said("line", { n: m.line, text: wrong(m) })));
  const found = table ? changes(log, file, log.data.machines) : undefined;
  const n = table ? found.added.length + found.changed.length : file.events.filter((e) => !log.events.some((mine) => mine.id === e.id)).length;
  const lines = [make("p", n === 0 ? said("nothing-new") : table ? said("import-table", { added: found.added.length, changed: found.changed.length }) : said("import-all", { n }))];
  if (messages.length > 0) {
    const list = make("ul", "");
    list.append(...messages);
    lines.push(list);
  }
  if (n > 0) {
    const take = make("button", said("take"), { type: "button", className: "button" });
    take.addEventListener("click", async () => {
      try {
        if (table) await log.store.write(log.plan, found.edits);
        else {
          await log.store.union(log.plan, file.events);
          await log.store.saveSettings(log.plan, { ...file.settings, ...log.settings });
        }
        place.replaceChildren(make("p", said("taken")));
        await reload();
      } catch (error) {
        failed(error);
      }
    });
    lines.push(take);
  }
  place.replaceChildren(...lines);
}

// Keeps the pages of the plan for the gym without a net.
export async function keepOffline(log) {
  const pages = ["", "sheet/", "log/", "follow.json"].map((at) => log.data.url + at);
  await keep(log.base, pages);
}
