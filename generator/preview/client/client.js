// The script of the preview on each page: it changes the page when the author saves a file. It talks with `legpress serve` over a
// WebSocket, in JSON.
//
// It sends {type: "here", page, hash}: the address of the page that is shown and the hash of its bytes. It receives
//   {type: "page", hash}                  the page's bytes have changed
//   {type: "style", href}                 a style sheet has changed
//   {type: "asset", path}                 another file has changed: a picture, a script
//   {type: "problems", problems, broken}  what is wrong with the site; problem.more counts those like it that are left out; broken: the
//                                         page is the last one without errors
//   {type: "info", words, minutes, draft, unlisted, future}  about the page, after each change; future: the day of its date
//   {type: "gone"}                        the page does not exist any more; it follows the info
//   {type: "go", page}                    show that page
(() => {
  "use strict";

  const self = document.currentScript;
  if (window[Symbol.for("legpress.preview")]) return;
  window[Symbol.for("legpress.preview")] = true;

  // A worker would show pages of an earlier build, or of another site that was once at this port.
  if (navigator.serviceWorker) {
    navigator.serviceWorker.getRegistrations().then((found) => found.forEach((r) => r.unregister()), () => {});
    navigator.serviceWorker.register = () => Promise.reject(new DOMException("The preview has no workers.", "NotSupportedError"));
  }

  const ownPath = "/_legpress/";
  const page = self.dataset.page || location.pathname;
  let shownHash = self.dataset.hash || ""; // of the bytes that are shown

  // ---- The page's file ----------------------------------------------------------------------------------------------------------

  // For each node of the page, the node of the file that it was made from. Only what has changed in the file is changed in the page, so
  // that what the reader and the site's scripts have done stays: a <details> that was opened, a field that was filled in.
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

  // A parsed document has elements in its <noscript>; on a page with scripts they are text.
  function parse(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    for (const n of next.querySelectorAll("noscript")) n.textContent = n.innerHTML;
    for (const e of next.querySelectorAll(`${pictures}, ${sheets}`)) setVersion(e);
    return next.documentElement;
  }

  // ---- Files that have changed under the same address -------------------------------------------------------------------------

  const sheets = "link[rel~=stylesheet]";
  const pictures = "img, source, video, audio, track, object, embed, input[type=image], link[rel~=icon], use, image";
  const versions = new Map(); // path of a file that has changed → what is added to its address, so that the browser loads it again

  const pathOf = (address) => {
    const url = URL.canParse(address, document.baseURI) && new URL(address, document.baseURI);
    return url && url.origin === location.origin ? url.pathname : "";
  };
  const newVersion = (path) => versions.set(path, Date.now().toString(36));

  function versioned(address) {
    const version = versions.get(pathOf(address));
    if (!version) return address;
    const [, bare, query, fragment] = address.match(/^([^?#]*)\??([^#]*)(.*)$/s);
    const parts = query.split("&").filter((p) => p && !p.startsWith("_legpress="));
    return `${bare}?${[...parts, `_legpress=${version}`].join("&")}${fragment}`;
  }

  function setVersion(element) {
    for (const name of ["src", "href", "poster", "data", "srcset"]) {
      const value = element.getAttribute(name);
      if (!value) continue;
      const next = name === "srcset" ? value.replace(/[^\s,]\S*[^\s,]/g, versioned) : versioned(value);
      if (next !== value) element.setAttribute(name, next);
    }
  }

  function reloadPictures() {
    for (const e of [...document.querySelectorAll(pictures), ...file.querySelectorAll(pictures)]) {
      setVersion(e);
      if (origin.has(e)) setVersion(origin.get(e));
    }
  }

  const loaded = (link) => new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));

  // Loads a style sheet again. The old one goes when the new one is loaded, so that the page is never bare. Returns whether the page has
  // such a style sheet.
  const replaced = new WeakMap(); // link → the links that it replaces
  const outdated = new WeakSet(); // links that are being replaced

  function reloadSheet(path) {
    const links = [...document.querySelectorAll(sheets)].filter((l) => pathOf(l.href) === path && !outdated.has(l));
    for (const link of links) {
      const next = link.cloneNode();
      setVersion(next);
      replaced.set(next, [link, ...(replaced.get(link) ?? [])]);
      outdated.add(link);
      const from = origin.get(link);
      if (from) {
        setVersion(from);
        origin.set(next, from);
        origin.delete(link);
      }
      loaded(next).then(() => replaced.get(next).forEach((l) => l.remove()), () => {});
      link.after(next);
    }
    return links.length > 0;
  }

  // Whether the page got the file through a script or a style sheet, so that only a reload shows its change.
  const initiators = ["script", "css", "fetch", "xmlhttprequest", "iframe", "other"];
  const needsReload = (path) => performance.getEntriesByType("resource").some((r) => initiators.includes(r.initiatorType) && pathOf(r.name) === path);

  // Loads all files again: while the connection was lost, any of them may have changed.
  async function reloadFiles() {
    for (const link of new Set([...document.querySelectorAll(sheets)].map((l) => pathOf(l.href)))) {
      if (!link) continue;
      newVersion(link);
      reloadSheet(link);
    }
    for (const e of document.querySelectorAll("img, source, link[rel~=icon]")) {
      const path = pathOf(e.currentSrc || e.src || e.href || "");
      if (path) newVersion(path);
    }
    reloadPictures();
    if ((await scriptTexts()) !== (await scripts)) reload();
  }

  const scriptTexts = () =>
    Promise.all([...document.scripts].filter((s) => s.src && runs(s)).map((s) => fetch(s.src, { cache: "no-store" }).then((r) => r.text()))).then(
      (texts) => texts.join("\n"),
      () => "",
    );

  // ---- The next state of the page ------------------------------------------------------------------------------------------------

  let wantedHash = ""; // of the page's newest bytes, as the server has said
  let busy = false;

  // Fetches the page as long as there are newer bytes. A hidden tab does so when it is looked at.
  async function catchUp() {
    if (busy || document.hidden) return;
    busy = true;
    try {
      while (wantedHash && wantedHash !== shownHash) await fetchPage();
    } catch {
      setTimeout(checkConnection, 1000); // the server then says again what has changed
    } finally {
      busy = false;
    }
  }

  async function fetchPage() {
    wantedHash = "";
    const response = await fetch(location.pathname + location.search, { cache: "no-store", headers: { Accept: "text/html" } });
    if (response.redirected) return location.replace(response.url);
    const hash = response.headers.get("X-Legpress-Hash");
    if (!hash) throw new Error(`${response.status} for ${location.pathname}`);
    if (hash === shownHash) return;
    await show(parse(await response.text()), hash);
  }

  const morphing = import(`${ownPath}morph.js`).then((m) => m.morpher(origin, remember, sheets));

  // Changes the page into its next state. Style sheets that it no longer needs go when the new ones are loaded.
  async function show(next, hash) {
    if (changesForScripts(next)) return reload();
    const morph = await morphing;
    const before = new Set(document.querySelectorAll(sheets));
    let leaving;
    try {
      leaving = morph(document.documentElement, next);
    } catch (error) {
      console.error(error);
      return reload();
    }
    const coming = [...document.querySelectorAll(sheets)].filter((l) => !before.has(l));
    Promise.allSettled(coming.map(loaded)).then(() => leaving.forEach((l) => l.remove()));
    file = next;
    shownHash = self.dataset.hash = hash;
  }

  const isOwn = (e) => e.localName === "script" && (e.getAttribute("src") ?? "").startsWith(ownPath);

  const runs = (script) => !isOwn(script) && /^(|module|importmap|(text|application)\/(x-)?(java|ecma)script)$/i.test(script.type);

  // Whether the page must be loaded again, because it has scripts and more than text has changed: scripts run only once, and may have
  // acted on what has changed.
  function changesForScripts(next) {
    const element = (e) => (e.localName === "script" ? e : e.cloneNode(false)).outerHTML;
    const outline = (root) => [...root.querySelectorAll("script, body *")].filter((e) => !isOwn(e)).map(element).join("");
    return [file, next].some((root) => [...root.querySelectorAll("script")].some(runs)) && outline(file) !== outline(next);
  }

  // Reloads the page, but not more than four times in ten seconds: no mistake of the server may make it reload for ever.
  function reload() {
    const now = Date.now();
    let times = [];
    try {
      times = JSON.parse(sessionStorage.getItem("legpress.reloads") ?? "[]").filter((t) => now - t < 10_000);
      sessionStorage.setItem("legpress.reloads", JSON.stringify([...times, now]));
    } catch {
      // Without storage nothing can be counted.
    }
    if (times.length < 4) location.reload();
  }

  // ---- Messages ---------------------------------------------------------------------------------------------------------------

  const panel = import(`${ownPath}panel.js`).then((m) => m.open(ownPath));
  let waiting = []; // messages about files that a hidden tab has received; they are handled when it is looked at

  const fileHandlers = {
    style({ href }) {
      const path = pathOf(href);
      newVersion(path);
      if (!reloadSheet(path) && needsReload(path)) reload();
    },
    asset({ path: address }) {
      const path = pathOf(address);
      newVersion(path);
      if (needsReload(path)) reload();
      else reloadPictures();
    },
  };

  let backTimer; // an info that no "gone" follows says that the page exists again

  const handlers = {
    page({ hash }) {
      wantedHash = hash;
      catchUp();
    },
    gone() {
      clearTimeout(backTimer);
      panel.then((p) => p.gone(true));
    },
    problems: (m) => panel.then((p) => p.problems(m.problems ?? [], m.broken)),
    info(m) {
      clearTimeout(backTimer);
      backTimer = setTimeout(() => panel.then((p) => p.gone(false)), 100);
      panel.then((p) => p.info(m));
    },
    go({ page: address }) {
      const path = pathOf(address);
      if (path && path !== location.pathname && !document.hidden) location.assign(path);
    },
  };

  function receive(message) {
    if (Object.hasOwn(handlers, message.type)) handlers[message.type](message);
    else if (!Object.hasOwn(fileHandlers, message.type)) return;
    else if (document.hidden) waiting.push(message);
    else fileHandlers[message.type](message);
  }

  // ---- The connection ------------------------------------------------------------------------------------------------------------

  const address = new URL(`${ownPath}live`, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  let socket = null;
  let wasConnected = false; // before
  let scripts; // promise of the text of the page's scripts, as they were when it was first connected
  let retryDelay = 250; // milliseconds
  let retryTimer, replyTimer;
  let awayTimer = null; // runs until the panel says that the server is away

  function connect() {
    disconnect();
    const s = (socket = new WebSocket(address));
    s.onopen = () => {
      retryDelay = 250;
      clearTimeout(awayTimer);
      awayTimer = null;
      panel.then((p) => p.away(false));
      sendHere();
      if (wasConnected) reloadFiles();
      else scripts = scriptTexts();
      wasConnected = true;
    };
    s.onmessage = (event) => {
      clearTimeout(replyTimer);
      if (s === socket) receive(JSON.parse(event.data));
    };
    s.onclose = () => {
      if (s === socket) connectionLost();
    };
  }

  function disconnect() {
    clearTimeout(retryTimer);
    clearTimeout(replyTimer);
    const s = socket;
    socket = null;
    s?.close();
  }

  const sendHere = () => socket.send(JSON.stringify({ type: "here", page, hash: shownHash }));

  function connectionLost() {
    disconnect();
    awayTimer ??= setTimeout(() => panel.then((p) => p.away(true)), 1000);
    if (document.hidden) return;
    retryTimer = setTimeout(connect, retryDelay);
    retryDelay = Math.min(retryDelay * 1.6, 5000);
  }

  // Connects again where the connection is lost. While the computer sleeps that may happen without a close event, so the server is asked
  // for a reply.
  function checkConnection() {
    if (document.hidden) return;
    if (socket?.readyState !== WebSocket.OPEN) return connect();
    clearTimeout(replyTimer);
    replyTimer = setTimeout(connect, 3000);
    sendHere();
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    for (const message of waiting.splice(0)) receive(message);
    catchUp();
    checkConnection();
  });
  addEventListener("online", checkConnection);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => event.persisted && connect());

  let lastTick = Date.now();
  setInterval(() => {
    if (Date.now() - lastTick > 30_000) checkConnection(); // the computer was asleep
    lastTick = Date.now();
  }, 5000);

  connect();
})();
