// The preview's part of a page: it follows what the author saves. It talks with `legpress serve` over a WebSocket, in JSON.
//
// It says {type: "here", page, hash}: the address of the page that is shown and the hash of its bytes.
// It hears
//   {type: "page", hash}             the page's bytes have changed
//   {type: "style", href}            a style sheet has changed
//   {type: "asset", path}            another file has changed: a picture, a script
//   {type: "problems", problems, broken}  what is wrong with the site now (with more: so many like it are left out); broken: the page is the last good one
//   {type: "info", words, minutes, draft, unlisted, future}  about the page, after each change; future: the day it will be there
//   {type: "gone"}                   after that: the page does not exist any more
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

  // A parsed document has its <noscript> as elements; on a page with scripts it is text.
  function parse(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    for (const n of next.querySelectorAll("noscript")) n.textContent = n.innerHTML;
    for (const e of next.querySelectorAll(`${pictures}, ${sheets}`)) stamp(e);
    return next.documentElement;
  }

  // ---- Files that have changed under their old address ------------------------------------------------------------------------

  const sheets = "link[rel~=stylesheet]";
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

  const loaded = (link) => new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));

  // The old style sheet goes when the new one is there, so that the page is never without.
  const replaced = new WeakMap(); // link → the links whose place it takes
  const old = new WeakSet(); // links whose place is taken

  function swap(path) {
    const links = [...document.querySelectorAll(sheets)].filter((l) => pathOf(l.href) === path && !old.has(l));
    for (const link of links) {
      const next = link.cloneNode();
      stamp(next);
      replaced.set(next, [link, ...(replaced.get(link) ?? [])]);
      old.add(link);
      const from = origin.get(link);
      if (from) {
        stamp(from);
        origin.set(next, from);
        origin.delete(link);
      }
      loaded(next).then(() => replaced.get(next).forEach((l) => l.remove()), () => {});
      link.after(next);
    }
    return links.length > 0;
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

  let wanted = ""; // the hash that the server has named last
  let busy = false;

  // A hidden tab waits until it is looked at.
  async function catchUp() {
    if (busy || document.hidden) return;
    busy = true;
    try {
      while (wanted && wanted !== shown) await fetchPage();
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
    await show(parse(await response.text()), hash);
  }

  const turning = import(`${own}turn.js`).then((m) => m.turner(origin, remember, sheets));

  // A style sheet that the page does not need any more goes when those that it needs now are there.
  async function show(next, hash) {
    if (disturbs(next)) return reload();
    const turn = await turning;
    const before = new Set(document.querySelectorAll(sheets));
    let leaving;
    try {
      leaving = turn(document.documentElement, next);
    } catch (error) {
      console.error(error);
      return reload();
    }
    const coming = [...document.querySelectorAll(sheets)].filter((l) => !before.has(l));
    Promise.allSettled(coming.map(loaded)).then(() => leaving.forEach((l) => l.remove()));
    file = next;
    shown = self.dataset.hash = hash;
  }

  const isOwn = (e) => e.localName === "script" && (e.getAttribute("src") ?? "").startsWith(own);

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

  let back; // when what is said of the page comes without its being gone, it is there again

  const others = {
    page({ hash }) {
      wanted = hash;
      catchUp();
    },
    gone() {
      clearTimeout(back);
      panel.then((p) => p.gone(true));
    },
    problems: (m) => panel.then((p) => p.problems(m.problems ?? [], m.broken)),
    info(m) {
      clearTimeout(back);
      back = setTimeout(() => panel.then((p) => p.gone(false)), 100);
      panel.then((p) => p.info(m));
    },
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
