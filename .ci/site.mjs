// Looks at a built site in Chromium and checks that axe finds nothing in light and dark, on a phone and on a desk; that every link,
// picture and fragment leads somewhere; that no request leaves the site, and that its own policy blocks nothing. Links are followed on
// every page. Of a large site axe sees some pages of each kind: it takes half a second for one.
//
//   node site.mjs public
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";
import { fileOf, serve } from "./server.mjs";

const many = 200; // pages that axe looks at one and all
const ofEach = 5; // pages of each kind that it looks at in a larger site

const root = path.resolve(process.argv[2]);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { origin, files, close } = await serve(root);

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
const pages = [];
for (const file of [...files].filter((f) => f.endsWith(".html")).sort()) {
  const text = await readFile(path.join(root, file), "utf8");
  if (/http-equiv="?refresh/.test(text)) continue;
  pages.push({ file, url: file.replace(/index\.html$/, ""), text });
}

// Every page is parsed by the browser without being opened, for its links and what they may lead to.
const reader = await browser.newPage();
for (const { file, url, text } of pages) {
  const bytes = Buffer.byteLength(text.replace(/<svg.*?<\/svg>/gs, "")); // charts are pictures
  if (bytes > 60 * 1024) problems.push(`${file} has ${Math.round(bytes / 1024)} KB without pictures, more than 60`);
  const found = await reader.evaluate((text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const all = (selector, name) => [...page.querySelectorAll(selector)].map((e) => e.getAttribute(name));
    return {
      ids: all("[id]", "id"),
      links: [
        ...all("a[href], link[href]:not([rel=canonical])", "href"), ...all("[src]", "src"),
        ...all("[srcset]", "srcset").flatMap((set) => set.split(",").map((one) => one.trim().split(/\s+/)[0])),
      ],
    };
  }, text);
  ids.set(file, new Set(found.ids));
  for (const to of found.links) links.push({ from: url, to: new URL(to, origin + url).href });
}
await reader.close();

// kind tells what sort of page there is at an address: names are left out, words and numbers of the theme stay.
function kind(url) {
  const [first, ...rest] = url.split("/").filter(Boolean);
  return [first, ...rest.map((part) => (["page", "sheet", "articles", "index.html"].includes(part) ? part : /^\d+$/.test(part) ? "N" : "*"))].join("/");
}
const kinds = new Map();
for (const page of pages) kinds.set(kind(page.url), [...(kinds.get(kind(page.url)) ?? []), page]);
const spread = (list) => (list.length <= ofEach ? list : Array.from({ length: ofEach }, (_, i) => list[Math.floor((i * (list.length - 1)) / (ofEach - 1))]));
const looked = pages.length <= many ? pages : [...kinds.values()].flatMap(spread);

async function see(look) {
  const context = await browser.newContext({ viewport: look.viewport, colorScheme: look.colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("request", (r) => {
    if (!r.url().startsWith(origin) && !r.url().startsWith("data:")) problems.push(`${page.url()} asks for ${r.url()}`);
  });
  page.on("console", (m) => { // what the site's own policy blocks is an error there
    if (m.type() === "error") problems.push(`${page.url()}: ${m.text()}`);
  });
  page.on("pageerror", (e) => problems.push(`${page.url()}: ${e}`));
  for (const { url } of looked) {
    await page.goto(origin + url);
    await page.evaluate(axe);
    const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const v of result.violations) problems.push(`${url} (${look.name}): ${v.id}: ${v.help}: ${v.nodes[0].html}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) problems.push(`${url} (${look.name}) is ${wide} px wider than the window`);
  }
  await context.close();
}
await Promise.all(looks.map(see));

// The search is found, used and left with the keyboard alone.
const context = await browser.newContext({ viewport: looks[0].viewport });
const page = await context.newPage();
page.on("pageerror", (e) => problems.push(`search: ${e}`));
await page.goto(origin + "/");
for (const way of [".menu", ".find a"]) {
  for (let i = 0; i < 20 && !(await page.evaluate((way) => document.activeElement.matches(way), way)); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}
await page.waitForFunction(() => document.activeElement.name === "q");
await page.keyboard.type("goblt squ"); // as somebody types who is out of breath
await page.waitForSelector("#_results a");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("Enter");
await page.waitForURL((url) => !url.pathname.startsWith("/search/"));
if (!page.url().endsWith("/exercises/goblet-squat/")) problems.push(`the search for "goblt squ" leads to ${page.url()}`);
await context.close();
await browser.close();
close();

for (const { from, to } of links) {
  const url = new URL(to);
  if (url.origin !== origin) continue;
  const file = fileOf(decodeURIComponent(url.pathname));
  const id = decodeURIComponent(url.hash.slice(1));
  if (!files.has(file)) problems.push(`${from} links to ${url.pathname}, which is not there`);
  else if (id && ids.has(file) && !ids.get(file).has(id)) problems.push(`${from} links to ${url.pathname}#${id}, which is not there`);
}

for (const p of new Set(problems)) console.log(p);
console.log(`${pages.length} pages of ${kinds.size} kinds, ${looked.length} of them seen by axe, ${links.length} links: ${problems.length === 0 ? "nothing is wrong" : new Set(problems).size + " problems"}`);
process.exit(problems.length === 0 ? 0 : 1);
