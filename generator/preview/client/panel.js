// The preview's part of each page: a line in a corner, and a panel above it with what is wrong with the site. Both are in a shadow tree
// behind the page's body, which the site's style sheets do not reach. Text from files is only ever set as text, never as HTML.

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

// "2 mistakes, 1 note". The list has only the first problems of each kind; those that are left out are counted, too.
const summary = (problems) =>
  Object.entries(severities)
    .map(([severity, word]) => [problems.reduce((n, p) => n + (p.severity === severity ? 1 + (p.more ?? 0) : 0), 0), word])
    .filter(([n]) => n > 0)
    .map(([n, word]) => count(n, word))
    .join(", ");

// Identifies a list of problems. Lines and columns do not count: an edit above a mistake does not make it another one.
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

// A link that opens the file in the author's editor; plain text where no editor is set.
function link(address, text) {
  if (!address || /^\s*(javascript|data|vbscript):/i.test(address)) return element("span", "place", text);
  const a = element("a", "place", text);
  a.href = address;
  return a;
}

// Adds the panel to the page; ownPath is the path of the preview's own files.
export function open(ownPath) {
  const host = document.createElement("legpress-preview");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = markup;
  const find = (selector) => root.querySelector(selector);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `${ownPath}client.css`;
  const panel = new Panel(root, find, () => document.querySelector(`link[href="${ownPath}preview.css"]`));
  style.onload = () => panel.appear();
  root.prepend(style);
  find("a").href = ownPath;
  document.documentElement.append(host);
  return panel;
}

class Panel {
  #root;
  #find;
  #isOwnPage; // function: whether the page is one of the preview's own, which show the problems themselves
  #list = []; // the problems
  #asked = false; // whether the author has opened the panel
  #away = false;
  #gone = false;

  constructor(root, find, isOwnPage) {
    this.#root = root;
    this.#find = find;
    this.#isOwnPage = isOwnPage;
    find(".close").addEventListener("click", () => this.#close());
    find(".count").addEventListener("click", () => (find("section").hidden ? this.#open() : this.#close()));
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || find("section").hidden) return;
      event.preventDefault();
      this.#close();
    });
  }

  // Shows the line. It is hidden until its style sheet is loaded.
  appear() {
    this.#find(".preview").hidden = false;
    this.#scrollToCarets();
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

  // Opens by itself for new mistakes, without taking the focus.
  problems(list, broken) {
    const [before, now] = [identity(this.#list), identity(list)];
    this.#list = list;
    this.#draw(broken);
    if (now === before) return;
    this.#say(list.length > 0 ? `${summary(list)}.` : "All is well again.");
    if (list.length === 0) dismissedProblems("");
    if (list.length === 0 || (!this.#hasErrors() && !this.#asked)) this.#show(false);
    else if (this.#hasErrors() && dismissedProblems() !== now && !this.#isOwnPage()) this.#show(true);
  }

  #hasErrors() {
    return this.#list.some((p) => p.severity === "error");
  }

  #draw(broken) {
    const list = this.#find("ol");
    const hadFocus = list.contains(this.#root.activeElement);
    list.replaceChildren(...this.#list.map(item));
    if (hadFocus) this.#find("section").focus();
    this.#find("#title").textContent = summary(this.#list);
    this.#find(".broken").hidden = !broken;
    const badge = this.#find(".count");
    badge.hidden = this.#list.length === 0;
    badge.textContent = summary(this.#list);
    badge.classList.toggle("errors", this.#hasErrors());
    this.#scrollToCarets();
  }

  #show(open, asked = false) {
    this.#asked = asked;
    this.#find("section").hidden = !open;
    this.#find(".count").ariaExpanded = String(open);
    this.#scrollToCarets();
  }

  // Scrolls the carets below long lines into view, and lets the rest of such a line be reached with the keyboard.
  #scrollToCarets() {
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

  // Closes the panel until something else is wrong. If the focus was in it, it moves to the button that opens it again.
  #close() {
    dismissedProblems(identity(this.#list));
    const hadFocus = this.#find("section").contains(this.#root.activeElement);
    this.#show(false);
    if (hadFocus) this.#find(".count").focus();
  }
}

// Remembers the problems of a closed panel, so that it stays closed on the next page of the tab; without a list, returns them.
function dismissedProblems(list) {
  try {
    if (list === undefined) return sessionStorage.getItem("legpress.dismissed");
    sessionStorage.setItem("legpress.dismissed", list);
  } catch {
    return ""; // without storage nothing is remembered
  }
}
