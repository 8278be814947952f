// Opens every page of a built site in Chromium and checks that axe finds nothing in light and dark, on a phone and on a desk; that
// every link, picture and fragment leads somewhere; that no request leaves the site.
//
//   node site.mjs public
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";

const root = path.resolve(process.argv[2]);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json", ".png": "image/png", ".jpg": "image/jpeg", ".txt": "text/plain", ".js": "text/javascript", ".ics": "text/calendar", ".xml": "application/xml", ".webmanifest": "application/manifest+json" };

const files = new Set((await readdir(root, { recursive: true, withFileTypes: true }))
  .filter((e) => e.isFile())
  .map((e) => "/" + path.relative(root, path.join(e.parentPath, e.name)).split(path.sep).join("/")));
const fileOf = (url) => (url.endsWith("/") ? url + "index.html" : url);

const server = createServer(async (request, response) => {
  const file = fileOf(decodeURIComponent(new URL(request.url, "http://x").pathname));
  if (!files.has(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" });
  response.end(await readFile(path.join(root, file)));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const problems = [];
const links = []; // { from, to, hash }
const ids = new Map(); // file → its ids
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

const looks = [
  { name: "phone, light", viewport: { width: 360, height: 740 }, colorScheme: "light" },
  { name: "desk, dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
];
const pages = [...files].filter((f) => f.endsWith(".html")).sort();
for (const look of looks) {
  const context = await browser.newContext({ viewport: look.viewport, colorScheme: look.colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("request", (r) => {
    if (!r.url().startsWith(origin) && !r.url().startsWith("data:")) problems.push(`${page.url()} asks for ${r.url()}`);
  });
  page.on("pageerror", (e) => problems.push(`${page.url()}: ${e}`));
  for (const file of pages) {
    const url = file.replace(/index\.html$/, "");
    const text = await readFile(path.join(root, file), "utf8");
    if (/http-equiv="refresh"/.test(text)) continue;
    if (text.length > 60 * 1024) problems.push(`${file} has ${Math.round(text.length / 1024)} KB, more than 60`);
    await page.goto(origin + url);
    await page.evaluate(axe);
    const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const v of result.violations) problems.push(`${url} (${look.name}): ${v.id}: ${v.help}: ${v.nodes[0].html}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) problems.push(`${url} (${look.name}) is ${wide} px wider than the window`);
    if (look !== looks[0]) continue;
    ids.set(file, new Set(await page.$$eval("[id]", (all) => all.map((e) => e.id))));
    for (const to of await page.$$eval("a[href], img[src], link[href]:not([rel=canonical])", (all) => all.map((e) => e.href || e.src))) links.push({ from: url, to });
  }
  await context.close();
}

// The search is found, used and left with the keyboard alone.
const context = await browser.newContext({ viewport: looks[0].viewport });
const page = await context.newPage();
page.on("pageerror", (e) => problems.push(`search: ${e}`));
await page.goto(origin + "/");
for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement.matches(".find"))); i++) await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.activeElement.name === "q");
await page.keyboard.type("goblt squ"); // as somebody types who is out of breath
await page.waitForSelector("#_results a");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("Enter");
await page.waitForURL((url) => !url.pathname.startsWith("/search/"));
if (!page.url().endsWith("/exercises/goblet-squat/")) problems.push(`the search for "goblt squ" leads to ${page.url()}`);
await context.close();
await browser.close();
server.close();

for (const { from, to } of links) {
  const url = new URL(to);
  if (url.origin !== origin) continue;
  const file = fileOf(decodeURIComponent(url.pathname));
  const id = decodeURIComponent(url.hash.slice(1));
  if (!files.has(file)) problems.push(`${from} links to ${url.pathname}, which is not there`);
  else if (id && ids.has(file) && !ids.get(file).has(id)) problems.push(`${from} links to ${url.pathname}#${id}, which is not there`);
}

for (const p of new Set(problems)) console.log(p);
console.log(`${pages.length} pages, ${links.length} links: ${problems.length === 0 ? "nothing is wrong" : new Set(problems).size + " problems"}`);
process.exit(problems.length === 0 ? 0 : 1);
