// "Make it yours" on the page of a plan: what a runner chooses is kept in her browser, and the page follows at once. Whoever has chosen
// nothing gets the page as it is; the rest of the scripts and the data come with the first choice.
import { wordsOf } from "./words.js";
import { again, anything, keep, keptOf, settled } from "./yours-kept.js";

const place = document.getElementById("_yours");
const says = document.getElementById("_yours-says");
const said = wordsOf("_yours-said");
let kept, data, parts; // what is kept, follow.json, and the modules that work with it
let model;

async function load() {
  if (data) return;
  const fetching = fetch(place.dataset.follow, { cache: "no-cache" }).then((response) => {
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  });
  const modules = [import("./yours-model.js"), import("./yours-form.js"), import("./yours-page.js"), import("./events.js")];
  const loaded = Object.assign({}, ...(await Promise.all(modules)));
  [data, parts] = [await fetching, loaded];
}

// Shows the page as the settings say.
async function show() {
  const hers = { unit: document.getElementById("_units")?.elements.unit.value, ...settled(data, kept) };
  model = parts.modelOf(data, hers, kept.records, parts.today());
  await parts.showOnPage(data, model, hers, place.dataset.week);
  document.getElementById("_published").hidden = !anything(kept);
  const lines = anything(kept) ? [said("active")] : [];
  if (kept.code) lines.push(said("not-kept"));
  says.textContent = lines.join(" ");
}

// What is chosen is kept one after the other: the first time there is no storage yet, and two at once would each make one.
let last = Promise.resolve();

function chosen(changes) {
  last = last.catch(() => {}).then(() => take(changes));
  return last;
}

async function take(changes) {
  await keep(kept, changes);
  listenToTabs();
  await show();
  parts.showForm(data, settled(data, kept), model.text, said);
}

async function openForm() {
  await load();
  await show();
  parts.setUpForm(data, settled(data, kept), model.text, said, chosen);
}

async function addressOf() {
  const { encode } = await import("./yours-link.js");
  return new URL(`${data.url}#y=${encode(data, kept.settings, model.stand)}`, location.href).href;
}

const actions = {
  async link() {
    await load();
    await show();
    const address = await addressOf();
    try {
      await navigator.clipboard.writeText(address);
      says.textContent = said("copied");
    } catch { // the browser lets no script copy
      says.textContent = `${said("here")} ${address}`;
    }
  },
  async anew() {
    if (!confirm(said("anew-ask"))) return;
    await keep(kept, Object.fromEntries(Object.keys(kept.settings).map((name) => [name, undefined])));
    location.reload();
  },
};

// A link in the address: what it holds is shown, and taken over only when that is wanted.
async function openLink() {
  if (!location.hash.startsWith("#y=")) return;
  const text = location.hash.slice(3);
  await load();
  const { askAbout } = await import("./yours-link.js");
  const taken = await askAbout(data, text, kept, said);
  history.replaceState(null, "", location.pathname + location.search + "#_yours");
  if (taken) {
    await keep(kept, { ...Object.fromEntries(Object.keys(kept.settings).filter((k) => k !== "name").map((k) => [k, undefined])), ...taken });
    await show();
    if (place.querySelector("details").open) parts.showForm(data, settled(data, kept), model.text, said);
  }
  place.scrollIntoView();
}

async function begin() {
  const form = document.getElementById("_yours-form");
  let filled = false;
  const fill = async () => {
    if (!form.open || filled) return;
    filled = true;
    await openForm();
  };
  kept = await keptOf(place.dataset);
  form.addEventListener("toggle", () => fill().catch(failed));
  place.addEventListener("click", ({ target }) => actions[target.name]?.().catch(failed));
  addEventListener("hashchange", () => openLink().catch(failed));
  listenToTabs();
  if (anything(kept)) {
    await load();
    await show();
  }
  await fill(); // it may have been opened before
  await openLink();
}

function listenToTabs() {
  if (!kept.store) return;
  kept.store.onchange = async ({ plan }) => {
    if (plan !== kept.plan) return;
    await again(kept);
    if (data) await show();
  };
}

// Without the data, the page stays the plan's.
function failed(error) {
  console.error(error);
}

begin().catch(failed);
