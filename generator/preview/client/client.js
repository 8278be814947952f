// The preview's part of a page: it follows what the author saves. It talks with `legpress serve` over a WebSocket, in JSON.
//
// It says {type: "here", page, hash}: the address of the page that is shown and the hash of its bytes.
// It hears
//   {type: "page", hash}             the page's bytes have changed
//   {type: "gone"}                   the page does not exist any more
//   {type: "style", href}            a style sheet has changed
//   {type: "asset", path}            another file has changed: a picture, a script
//   {type: "problems", problems, broken}  what is wrong with the site now; broken: the page is the last good one
//   {type: "info", words, minutes, draft, future}  about the page
//   {type: "go", page}               show that page
(() => {
  "use strict";

  const self = document.currentScript;
  if (window[Symbol.for("legpress.preview")]) return;
  window[Symbol.for("legpress.preview")] = true;

  const own = "/_legpress/";
  const page = self.dataset.page || location.pathname;
  let shown = self.dataset.hash || ""; // the hash of the bytes that are shown

  // ---- What the files say -------------------------------------------------------------------------------------------------

  // For each node of the page, the node of the file that it was made from. Where the file has not changed, the page is left as the
  // reader and the site's scripts have made it: a <details> that was opened, a field that was filled in.
  const origin = new WeakMap();
  let file = document.documentElement.cloneNode(true);
  remember(document.documentElement, file);

  function remember(node, from) {
    origin.set(node, from);
    let child = from.firstChild;
    for (const c of node.childNodes) {
      remember(c, child);
      child = child.nextSibling;
    }
  }

  // isEqualNode does not look into a <template>.
  const equal = (a, b) => a.isEqualNode(b) && a.outerHTML === b.outerHTML;

  // A parsed document has its <noscript> as elements; on a page with scripts it is text.
  function parse(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    for (const n of next.querySelectorAll("noscript")) n.textContent = n.innerHTML;
    for (const e of next.querySelectorAll(`${pictures}, ${sheets}`)) stamp(e);
    return next.documentElement;
  }

  // ---- Files that have changed under their old address ------------------------------------------------------------------------

  const sheets = `link[rel~=stylesheet]:not([href^="${own}"])`;
  const pictures = "img, source, video, audio, track, object, embed, input[type=image], link[rel~=icon], use, image";
  const versions = new Map(); // path → what makes its address new

  const pathOf = (address) => {
    const url = URL.canParse(address, document.baseURI) && new URL(address, document.baseURI);
    return url && url.origin === location.origin ? url.pathname : "";
  };
  const renew = (path) => versions.set(path, Date.now().toString(36));

  function stamped(address) {
    const version = versions.get(pathOf(address));
    if (!version) return address;
    const [, bare, query, fragment] = address.match(/^([^?#]*)\??([^#]*)(.*)$/s);
    const parts = query.split("&").filter((p) => p && !p.startsWith("_legpress="));
    return `${bare}?${[...parts, `_legpress=${version}`].join("&")}${fragment}`;
  }

  function stamp(element) {
    for (const name of ["src", "href", "poster", "data", "srcset"]) {
      const value = element.getAttribute(name);
      if (!value) continue;
      const next = name === "srcset" ? value.replace(/[^\s,]\S*[^\s,]/g, stamped) : stamped(value);
      if (next !== value) element.setAttribute(name, next);
    }
  }

  function refreshPictures() {
    for (const e of [...document.querySelectorAll(pictures), ...file.querySelectorAll(pictures)]) {
      stamp(e);
      if (origin.has(e)) stamp(origin.get(e));
    }
  }

  // The old style sheet goes when the new one is there, so that the page is never without.
  function swap(path) {
    const links = [...document.querySelectorAll(sheets)].filter((l) => pathOf(l.href) === path);
    for (const link of links) {
      const from = origin.get(link);
      const old = links.filter((l) => l === link || (from && origin.get(l) === from));
      if (link !== old.at(-1)) continue;
      const next = link.cloneNode();
      stamp(next);
      if (from) {
        stamp(from);
        origin.set(next, from);
      }
      replaceWhenLoaded(old, next);
      link.after(next);
    }
    return links.length > 0;
  }

  function replaceWhenLoaded(old, next) {
    next.addEventListener("load", () => old.forEach((l) => l.remove()), { once: true });
    next.addEventListener("error", () => next.remove(), { once: true });
  }

  // Whether the page took the file through a script or a style sheet, where it cannot be changed.
  const takers = ["script", "css", "fetch", "xmlhttprequest", "iframe", "other"];
  const taken = (path) => performance.getEntriesByType("resource").some((r) => takers.includes(r.initiatorType) && pathOf(r.name) === path);

  // After a time without the server any file may have changed.
  async function refreshAll() {
    for (const link of new Set([...document.querySelectorAll(sheets)].map((l) => pathOf(l.href)))) {
      if (!link) continue;
      renew(link);
      swap(link);
    }
    for (const e of document.querySelectorAll("img, source, link[rel~=icon]")) {
      const path = pathOf(e.currentSrc || e.src || e.href || "");
      if (path) renew(path);
    }
    refreshPictures();
    if ((await scriptTexts()) !== (await scripts)) reload();
  }

  const scriptTexts = () =>
    Promise.all([...document.scripts].filter((s) => s.src && runs(s)).map((s) => fetch(s.src, { cache: "no-store" }).then((r) => r.text()))).then(
      (texts) => texts.join("\n"),
      () => "",
    );

  // ---- From one state of the page to the next ------------------------------------------------------------------------------------

  const idiomorph = import(`${own}idiomorph.js`);
  let wanted = ""; // the hash that the server has named last
  let busy = false;

  // A hidden tab waits until it is looked at.
  async function catchUp() {
    if (busy || document.hidden) return;
    busy = true;
    try {
      while (wanted && wanted !== shown && !document.hidden) await fetchPage();
    } catch {
      setTimeout(wake, 1000); // the server is told what is shown here, and says what is not
    } finally {
      busy = false;
    }
  }

  async function fetchPage() {
    wanted = "";
    const response = await fetch(location.pathname + location.search, { cache: "no-store", headers: { Accept: "text/html" } });
    if (response.redirected) return location.replace(response.url);
    const hash = response.headers.get("X-Legpress-Hash");
    if (!hash) throw new Error(`${response.status} for ${location.pathname}`);
    if (hash === shown) return;
    await turnInto(parse(await response.text()), hash);
  }

  async function turnInto(next, hash) {
    if (disturbs(next)) return reload();
    const { Idiomorph } = await idiomorph;
    turnAttributes(document.documentElement, next);
    turnHead(next.querySelector("head"));
    const unmark = mark(next.querySelector("body"));
    Idiomorph.morph(document.body, next.querySelector("body"), { callbacks: turning() });
    unmark();
    origin.set(document.documentElement, next);
    file = next;
    shown = self.dataset.hash = hash;
  }

  // A node is changed only where its file has changed.
  function turning() {
    const was = new WeakMap();
    let adding;
    return {
      beforeNodeMorphed(node, next) {
        const from = origin.get(node);
        if (from && equal(from, next)) return false;
        was.set(node, from);
        origin.set(node, next);
      },
      beforeAttributeUpdated: (name, e) => !was.get(e) || was.get(e).getAttribute(name) !== origin.get(e).getAttribute(name),
      beforeNodeAdded(next) {
        adding = next;
      },
      afterNodeAdded(node) {
        if (!origin.has(node)) remember(node, adding);
      },
    };
  }

  // Idiomorph finds elements again by their ids. So what has none, and is in the next state as it was before, gets one for the moment.
  function mark(next) {
    const known = grouped([...document.body.querySelectorAll("*")].filter((e) => origin.has(e)), (e) => origin.get(e).outerHTML);
    const coming = grouped([...next.querySelectorAll("*")], (e) => e.outerHTML);
    const marked = [];
    const meet = (e) => {
      const [old, same] = [known.get(e.outerHTML) ?? [], coming.get(e.outerHTML)];
      const found = old.length === same.length && old[same.indexOf(e)];
      const three = found && [e, found, origin.get(found)];
      if (!three || three.some((x) => x.hasAttribute("id"))) return [...e.children].forEach(meet);
      three.forEach((x) => x.setAttribute("id", `_legpress-${marked.length}`));
      marked.push(...three);
    };
    [...next.children].forEach(meet);
    return () => marked.forEach((e) => e.removeAttribute("id"));
  }

  function grouped(list, key) {
    const groups = new Map();
    for (const e of list) {
      const k = key(e);
      if (groups.has(k)) groups.get(k).push(e);
      else groups.set(k, [e]);
    }
    return groups;
  }

  function turnAttributes(element, next) {
    const was = origin.get(element);
    for (const name of new Set([...was.getAttributeNames(), ...next.getAttributeNames()])) {
      const value = next.getAttribute(name);
      if (value === was.getAttribute(name)) continue;
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }

  // The head is matched element by element, in order: a style sheet that stays is not loaded again, one that goes stays until those
  // that come are there. What the preview or a script of the site has put there stays.
  function turnHead(next) {
    const old = [...document.head.children].filter((e) => origin.has(e) && !isOwn(e));
    const coming = [...next.children].filter((e) => !isOwn(e));
    const gone = [];
    const loading = [];
    for (const e of coming) {
      const i = old.findIndex((o) => equal(origin.get(o), e));
      if (i >= 0) {
        gone.push(...old.splice(0, i + 1).slice(0, -1));
        continue;
      }
      const added = document.importNode(e, true);
      remember(added, e);
      document.head.insertBefore(added, old[0] ?? null);
      if (added.matches(sheets)) loading.push(new Promise((done) => (added.onload = added.onerror = done)));
    }
    for (const e of [...gone, ...old]) {
      if (e.matches(sheets)) Promise.all(loading).then(() => e.remove());
      else e.remove();
    }
  }

  const isOwn = (e) => (e.getAttribute("src") ?? e.getAttribute("href") ?? "").startsWith(own);

  const runs = (script) => !isOwn(script) && /^(|module|importmap|(text|application)\/(x-)?(java|ecma)script)$/i.test(script.type);

  // The site's scripts have run and will not do so again: where something has changed that they may have acted upon, which is all but
  // text, the page begins anew.
  function disturbs(next) {
    const element = (e) => (e.localName === "script" ? e : e.cloneNode(false)).outerHTML;
    const outline = (root) => [...root.querySelectorAll("script, body *")].filter((e) => !isOwn(e)).map(element).join("");
    return [file, next].some((root) => [...root.querySelectorAll("script")].some(runs)) && outline(file) !== outline(next);
  }

  // However the server may go wrong, the page does not reload for ever.
  function reload() {
    const now = Date.now();
    let times = [];
    try {
      times = JSON.parse(sessionStorage.getItem("legpress.reloads") ?? "[]").filter((t) => now - t < 10_000);
      sessionStorage.setItem("legpress.reloads", JSON.stringify([...times, now]));
    } catch {
      // A browser that keeps nothing cannot count either.
    }
    if (times.length < 4) location.reload();
  }

  // ---- What the server says ---------------------------------------------------------------------------------------------------

  const panel = import(`${own}panel.js`).then((m) => m.open(own));
  let late = []; // what a hidden tab has heard of files, to be done when it is looked at

  const files = {
    style({ href }) {
      const path = pathOf(href);
      renew(path);
      if (!swap(path) && taken(path)) reload();
    },
    asset({ path: address }) {
      const path = pathOf(address);
      renew(path);
      if (taken(path)) reload();
      else refreshPictures();
    },
  };

  const others = {
    page({ hash }) {
      wanted = hash;
      panel.then((p) => p.gone(false));
      catchUp();
    },
    gone: () => panel.then((p) => p.gone(true)),
    problems: (m) => panel.then((p) => p.problems(m.problems ?? [], m.broken)),
    info: (m) => panel.then((p) => p.info(m)),
    go({ page: address }) {
      const path = pathOf(address);
      if (path && path !== location.pathname && !document.hidden) location.assign(path);
    },
  };

  function hear(message) {
    if (Object.hasOwn(others, message.type)) others[message.type](message);
    else if (!Object.hasOwn(files, message.type)) return;
    else if (document.hidden) late.push(message);
    else files[message.type](message);
  }

  // ---- The connection ------------------------------------------------------------------------------------------------------------

  const address = new URL(`${own}live`, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  let socket = null;
  let met = false; // the server has been there before
  let scripts;
  let pause = 250; // milliseconds until the next try
  let next, probe;
  let sign = null;

  function connect() {
    disconnect();
    const s = (socket = new WebSocket(address));
    s.onopen = () => {
      pause = 250;
      clearTimeout(sign);
      sign = null;
      panel.then((p) => p.away(false));
      here();
      if (met) refreshAll();
      else scripts = scriptTexts();
      met = true;
    };
    s.onmessage = (event) => {
      clearTimeout(probe);
      if (s === socket) hear(JSON.parse(event.data));
    };
    s.onclose = () => {
      if (s === socket) lost();
    };
  }

  function disconnect() {
    clearTimeout(next);
    clearTimeout(probe);
    const s = socket;
    socket = null;
    s?.close();
  }

  const here = () => socket.send(JSON.stringify({ type: "here", page, hash: shown }));

  function lost() {
    disconnect();
    sign ??= setTimeout(() => panel.then((p) => p.away(true)), 1000);
    if (document.hidden) return;
    next = setTimeout(connect, pause);
    pause = Math.min(pause * 1.6, 5000);
  }

  // A connection may have died in its sleep without a word: the server answers a greeting, or it is not there.
  function wake() {
    if (document.hidden) return;
    if (socket?.readyState !== WebSocket.OPEN) return connect();
    clearTimeout(probe);
    probe = setTimeout(connect, 3000);
    here();
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    for (const message of late.splice(0)) hear(message);
    catchUp();
    wake();
  });
  addEventListener("online", wake);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => event.persisted && connect());

  let beat = Date.now();
  setInterval(() => {
    if (Date.now() - beat > 30_000) wake();
    beat = Date.now();
  }, 5000);

  connect();
})();
