// What the preview says on the page: a line in a corner, and what is wrong with the site in a panel above it. Both stand in a shadow
// tree behind the page's body, where the site's style sheets do not reach. Text from files is only ever set as text.

const markup = `
<div class="preview" hidden>
  <p class="unseen" role="status"></p>
  <section id="problems" aria-labelledby="title" tabindex="-1" hidden>
    <header><h2 id="title"></h2><p class="broken">You see the site as it was before.</p>
      <button type="button" class="close">Close <kbd>Esc</kbd></button></header>
    <ol></ol>
  </section>
  <aside aria-label="Preview">
    <span class="state"></span>
    <button type="button" class="count" aria-controls="problems" aria-expanded="false" hidden></button>
    <span class="info"></span>
    <a>Outline</a>
  </aside>
</div>`;

const severities = { error: "mistake", warning: "warning", note: "note" };

const number = (n) => n.toLocaleString("en");

const count = (n, word) => `${number(n)} ${word}${n === 1 ? "" : "s"}`;

// 2 mistakes, 1 note: those among them that are not in the list, as it has only the first of each kind
const summary = (problems) =>
  Object.entries(severities)
    .map(([severity, word]) => [problems.reduce((n, p) => n + (p.severity === severity ? 1 + (p.more ?? 0) : 0), 0), word])
    .filter(([n]) => n > 0)
    .map(([n, word]) => count(n, word))
    .join(", ");

// What is wrong, wherever in its file it is: an edit above a mistake does not make it another one.
const identity = (problems) => JSON.stringify(problems.map((p) => [p.severity, p.id, p.file, p.message, p.hint, p.more]));

function element(name, className, text) {
  const e = document.createElement(name);
  e.className = className;
  e.textContent = text;
  return e;
}

function item(p) {
  const li = element("li", severities[p.severity] ?? "note", "");
  const place = [p.file, p.line, p.column].filter(Boolean).join(":");
  const where = element("p", "where", "");
  where.append(element("span", "severity", severities[p.severity] ?? p.severity), " ", link(p.editor, place));
  li.append(where, element("p", "what", p.message));
  if (p.excerpt) {
    const pre = element("pre", "", "");
    const [, before, carets] = (p.caret ?? "").match(/^(\s*)(.*)$/);
    pre.append(p.excerpt, `\n${before}`, element("b", "", carets));
    li.append(pre);
  }
  if (p.hint) li.append(element("p", "hint", p.hint));
  if (p.more) li.append(element("p", "hint", `and ${number(p.more)} more like this`));
  return li;
}

// A link that opens the file in the author's editor, if there is one.
function link(address, text) {
  if (!address || /^\s*(javascript|data|vbscript):/i.test(address)) return element("span", "place", text);
  const a = element("a", "place", text);
  a.href = address;
  return a;
}

// Puts the preview's part on the page. own is the path of the preview's own files.
export function open(own) {
  const host = document.createElement("legpress-preview");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = markup;
  const find = (selector) => root.querySelector(selector);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `${own}client.css`;
  const panel = new Panel(root, find, () => document.querySelector(`link[href="${own}preview.css"]`));
  style.onload = () => panel.appear();
  root.prepend(style);
  find("a").href = own;
  document.documentElement.append(host);
  return panel;
}

class Panel {
  #root;
  #find;
  #says; // whether the page is one of the preview's own, which say themselves what is wrong
  #list = []; // the problems
  #asked = false; // whether the author has opened the panel
  #away = false;
  #gone = false;

  constructor(root, find, says) {
    this.#root = root;
    this.#find = find;
    this.#says = says;
    find(".close").addEventListener("click", () => this.#close());
    find(".count").addEventListener("click", () => (find("section").hidden ? this.#open() : this.#close()));
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || find("section").hidden) return;
      event.preventDefault();
      this.#close();
    });
  }

  // It is not there before its style sheet is.
  appear() {
    this.#find(".preview").hidden = false;
    this.#point();
  }

  info({ words, minutes, draft, unlisted, future }) {
    const parts = [words > 0 && count(words, "word"), minutes > 0 && `${minutes} min`, draft && "draft", unlisted && "unlisted", future && `hidden until ${future}`];
    this.#find(".info").textContent = parts.filter(Boolean).join(" · ");
  }

  away(is) {
    this.#away = is;
    this.#state();
  }

  gone(is) {
    this.#gone = is;
    this.#state();
  }

  #state() {
    const text = this.#away ? "The preview is not running." : this.#gone ? "This page is gone; it is shown as it was." : "";
    if (this.#find(".state").textContent === text) return;
    this.#find(".state").textContent = text;
    this.#say(text);
  }

  #say(text) {
    this.#find("[role=status]").textContent = text;
  }

  // It opens by itself for mistakes that are new, and takes no focus then.
  problems(list, broken) {
    const [before, now] = [identity(this.#list), identity(list)];
    this.#list = list;
    this.#draw(broken);
    if (now === before) return;
    this.#say(list.length > 0 ? `${summary(list)}.` : "All is well again.");
    if (list.length === 0) dismissed("");
    if (list.length === 0 || (!this.#wrong() && !this.#asked)) this.#show(false);
    else if (this.#wrong() && dismissed() !== now && !this.#says()) this.#show(true);
  }

  #wrong() {
    return this.#list.some((p) => p.severity === "error");
  }

  #draw(broken) {
    const list = this.#find("ol");
    const held = list.contains(this.#root.activeElement);
    list.replaceChildren(...this.#list.map(item));
    if (held) this.#find("section").focus();
    this.#find("#title").textContent = summary(this.#list);
    this.#find(".broken").hidden = !broken;
    const badge = this.#find(".count");
    badge.hidden = this.#list.length === 0;
    badge.textContent = summary(this.#list);
    badge.classList.toggle("errors", this.#wrong());
    this.#point();
  }

  #show(open, asked = false) {
    this.#asked = asked;
    this.#find("section").hidden = !open;
    this.#find(".count").ariaExpanded = String(open);
    this.#point();
  }

  // Brings the carets below long lines into view; what is beside them is reached with the keys.
  #point() {
    for (const pre of this.#root.querySelectorAll("pre")) {
      if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0;
      else pre.removeAttribute("tabindex");
      const end = pre.lastChild.offsetLeft + pre.lastChild.offsetWidth - pre.offsetLeft;
      if (end > pre.clientWidth) pre.scrollLeft = end - pre.clientWidth * 0.7;
    }
  }

  #open() {
    this.#show(true, true);
    this.#find("section").focus();
  }

  // The panel goes until something else is wrong. Where the focus was in it, it goes to the button that opens it again.
  #close() {
    dismissed(identity(this.#list));
    const held = this.#find("section").contains(this.#root.activeElement);
    this.#show(false);
    if (held) this.#find(".count").focus();
  }
}

// What was closed stays closed on the next page of the tab as well.
function dismissed(list) {
  try {
    if (list === undefined) return sessionStorage.getItem("legpress.dismissed");
    sessionStorage.setItem("legpress.dismissed", list);
  } catch {
    return ""; // a browser that keeps nothing
  }
}
