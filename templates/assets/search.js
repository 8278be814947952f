// Search without a server: the index and the library are loaded when somebody begins to search.
const form = document.getElementById("_search");
const field = form.elements.q;
const status = document.getElementById("_found");
const list = document.getElementById("_results");
const words = form.dataset;

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const options = {
  fields: ["title", "headings", "tags", "text"],
  storeFields: ["url", "kind", "title", "summary"],
  processTerm: fold,
  searchOptions: { processTerm: fold, boost: { title: 6, headings: 2, tags: 3 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false), combineWith: "AND" },
};

let engine;
const load = () => (engine ??= (async () => {
  const [library, response] = await Promise.all([import(words.library), fetch(words.index)]);
  if (!response.ok) throw new Error(response.statusText);
  return library.default.loadJSONAsync(await response.text(), options);
})().catch((error) => { engine = undefined; throw error; }));

function entry(result) {
  const item = document.createElement("li");
  const head = item.appendChild(document.createElement("h2"));
  const link = head.appendChild(document.createElement("a"));
  link.href = words.base + result.url;
  link.textContent = result.title;
  const kind = item.appendChild(document.createElement("p"));
  kind.className = "meta";
  kind.textContent = result.kind;
  if (result.summary) item.appendChild(document.createElement("p")).textContent = result.summary;
  return item;
}

let asked = 0;
async function search() {
  const query = field.value.trim();
  const turn = ++asked;
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query); else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  if (!query) { status.textContent = ""; list.replaceChildren(); return; }
  try {
    const results = (await load()).search(query);
    if (turn !== asked) return;
    status.textContent = results.length === 0 ? words.none : results.length === 1 ? words.single : words.several.replace("{n}", results.length);
    list.replaceChildren(...results.slice(0, 50).map(entry));
  } catch {
    if (turn === asked) status.textContent = words.failed;
  }
}

form.hidden = false;
form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
field.addEventListener("input", search);
field.addEventListener("focus", () => load().catch(() => {}), { once: true });

// The arrows go from the field into the results and back.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (document.activeElement !== field && at < 0) return;
  const next = event.key === "ArrowDown" ? links[at + 1] : at > 0 ? links[at - 1] : field;
  if (next) { event.preventDefault(); next.focus(); }
});

field.value = new URL(location.href).searchParams.get("q") ?? "";
if (field.value) search();
field.focus();
