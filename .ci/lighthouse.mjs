// Looks at pages of built sites with Lighthouse, as on a phone, and asks for 100 in all four categories.
//
//   node lighthouse.mjs public / /plans/ ... [-- other/public / ...]
//
// The speed of a page is measured on a machine that does other things too, so a page has five tries, and each category counts at
// its best.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "./server.mjs";

const categories = ["performance", "accessibility", "best-practices", "seo"];
const tries = 5;

const sites = [[]];
for (const argument of process.argv.slice(2)) argument === "--" ? sites.push([]) : sites.at(-1).push(argument);

const browser = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

// lacking returns the audits that keep a category from 100, with what they say.
function lacking(report, category) {
  return report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && report.audits[id].score !== null && report.audits[id].score < 1)
    .map(({ id }) => `${id} (${report.audits[id].displayValue ?? report.audits[id].score})`)
    .join(", ");
}

// look returns what is wrong with a page, one line for each category.
async function look(url) {
  const open = new Map(categories.map((c) => [c, ""]));
  for (let n = 0; n < tries && open.size > 0; n++) {
    const { lhr } = await lighthouse(url, { port: browser.port, onlyCategories: [...open.keys()], logLevel: "silent" });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    for (const category of [...open.keys()]) {
      const score = lhr.categories[category].score;
      if (score === 1) open.delete(category);
      else open.set(category, `${category} is ${score === null ? "not known" : Math.round(score * 100)}: ${lacking(lhr, category)}`);
    }
  }
  return [...open.values()];
}

let wrong = 0, pages = 0;
for (const [root, ...urls] of sites) {
  const { origin, files, close } = await serve(root);
  for (const url of urls) {
    pages++;
    if (!files.has(url + "index.html")) throw new Error(`there is no page ${url} in ${root}`);
    for (const problem of await look(origin + url)) {
      wrong++;
      console.log(`${root}: ${url}: ${problem}`);
    }
  }
  close();
}
browser.kill();
console.log(`${pages} pages, ${categories.join(", ")}: ${wrong === 0 ? "100 each" : wrong + " lower than 100"}`);
process.exit(wrong === 0 ? 0 : 1);
