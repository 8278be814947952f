// Search without a server: what is needed of the index is loaded when somebody searches.
import { isWhole, SearchIndex } from "./search-index.js";

const form = document.getElementById("_search");
const field = form.elements.q;
const status = document.getElementById("_found");
const list = document.getElementById("_results");
const more = document.getElementById("_more");
const words = form.dataset;
const index = new SearchIndex(new URL(words.index, location.href));
const atOnce = 10; // results
const pause = 250; // milliseconds after a letter until what was typed is looked for in an index of many pieces

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

const found = (count) => (count === 0 ? words.none : count === 1 ? words.single : words.several.replace("{n}", count));

function show(text, items, isMore) {
  status.textContent = text;
  list.replaceChildren(...items);
  more.hidden = !isMore;
}

let asked = 0;
let query = "";
async function search() {
  query = field.value.trim();
  const turn = ++asked;
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query); else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  if (!query) { show("", [], false); return; }
  try {
    const { count, results } = await index.search(query, 0, atOnce);
    if (turn === asked) show(found(count), results.map(entry), count > results.length);
  } catch {
    if (turn === asked) show(words.failed, [], false);
  }
}

async function showMore() {
  const from = list.children.length;
  const turn = asked;
  try {
    const { count, results } = await index.search(query, from, from + atOnce);
    if (turn !== asked || from !== list.children.length) return;
    list.append(...results.map(entry));
    list.children[from]?.querySelector("a").focus();
    more.hidden = count <= list.children.length;
  } catch {
    status.textContent = words.failed;
  }
}

let timer;
let isLarge = false;
form.hidden = false;
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); search(); });
field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, isLarge ? pause : 0); });
index.root().then((root) => { isLarge = !isWhole(root); }, () => {});
more.addEventListener("click", showMore);

// The arrows go from the field into the results and back.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
  const at = stops.indexOf(document.activeElement);
  if (document.activeElement !== field && at < 0) return;
  const next = event.key === "ArrowDown" ? stops[at + 1] : at > 0 ? stops[at - 1] : field;
  if (next) { event.preventDefault(); next.focus(); }
});

field.value = new URL(location.href).searchParams.get("q") ?? "";
if (field.value) search();
field.focus();
