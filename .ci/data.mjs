// Holds what a built site says to programs against what others have written for reading it: the feeds against feed parsers, the
// sitemap's addresses against the files, JSON-LD against the types of schema.org's vocabulary.
//
//   node data.mjs public
import { readFile, readdir, writeFile, mkdtemp } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import path from "node:path";
import FeedParser from "feedparser";
import ts from "typescript";

const root = path.resolve(process.argv[2]);
const here = createRequire(import.meta.url);
const files = (await readdir(root, { recursive: true, withFileTypes: true }))
  .filter((e) => e.isFile())
  .map((e) => path.relative(root, path.join(e.parentPath, e.name)).split(path.sep).join("/"));
const text = (file) => readFile(path.join(root, file), "utf8");
const problems = [];

// Feeds: every entry has a title, an absolute address whose page is there, a date, and its whole text.
const site = (await text("sitemap.xml")).match(/<loc>([^<]+)<\/loc>/)[1];
const fileOf = (url) => url.slice(site.length).split("#")[0] + (url.endsWith("/") ? "index.html" : "");
function entry(from, e) {
  if (!e.title || !e.content || !(e.date instanceof Date) || isNaN(e.date)) problems.push(`${from}: an entry lacks title, text or date: ${e.link}`);
  if (!e.link?.startsWith(site) || !files.includes(fileOf(e.link))) problems.push(`${from}: there is no page at ${e.link}`);
  for (const [, address] of (e.content ?? "").matchAll(/(?:href|src)="([^"]*)"/g)) {
    if (!/^(https?:|mailto:|tel:)/.test(address)) problems.push(`${from}: the address ${address} is not absolute`);
  }
}
let entries = 0;
for (const file of files.filter((f) => /(^|\/)(atom|rss)\.xml$/.test(f))) {
  await new Promise((done) => {
    const parser = new FeedParser({ normalize: true });
    parser.on("error", (error) => { problems.push(`${file}: ${error.message}`); done(); });
    parser.on("readable", () => {
      for (let item = parser.read(); item; item = parser.read()) {
        entries++;
        entry(file, { title: item.title, link: item.link, date: item.pubdate, content: item.description });
      }
    });
    parser.on("end", () => {
      if (parser.meta?.xmlUrl !== site + file) problems.push(`${file} says that it stands at ${parser.meta?.xmlUrl}`);
      done();
    });
    createReadStream(path.join(root, file)).pipe(parser);
  });
}
for (const file of files.filter((f) => /(^|\/)feed\.json$/.test(f))) {
  const feed = JSON.parse(await text(file));
  if (feed.version !== "https://jsonfeed.org/version/1.1" || feed.feed_url !== site + file) problems.push(`${file}: version ${feed.version}, feed_url ${feed.feed_url}`);
  for (const item of feed.items) {
    entries++;
    entry(file, { title: item.title, link: item.url, date: new Date(item.date_published), content: item.content_html });
  }
}

// Sitemap: its addresses are pages, and every page that may be found is in it.
const places = new Set();
for (const file of files.filter((f) => /^sitemap[^/]*\.xml$/.test(f))) for (const [, url] of (await text(file)).matchAll(/<url><loc>([^<]+)<\/loc>/g)) places.add(url);
for (const url of places) if (!files.includes(fileOf(url))) problems.push(`the sitemap has ${url}, which is not there`);

// JSON-LD: what the vocabulary's types do not allow does not compile.
const statements = ['import type { Thing, WithContext } from "schema-dts";'];
for (const file of files.filter((f) => f.endsWith(".html"))) {
  for (const [, data] of (await text(file)).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
    statements.push(`const _${statements.length}: WithContext<Thing> = ${JSON.stringify(JSON.parse(data))}; // ${file}`);
  }
}
const folder = await mkdtemp(path.join(tmpdir(), "linked-"));
const source = path.join(folder, "linked.ts");
await writeFile(source, statements.join("\n"));
const program = ts.createProgram([source], {
  noEmit: true, strict: true, skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Node10, types: [],
  baseUrl: folder, paths: { "schema-dts": [path.dirname(here.resolve("schema-dts/package.json"))] },
});
for (const d of ts.getPreEmitDiagnostics(program)) {
  const line = d.file ? d.file.getLineAndCharacterOfPosition(d.start).line : 0;
  problems.push(`linked data${d.file ? ", " + statements[line].slice(-80) : ""}: ${ts.flattenDiagnosticMessageText(d.messageText, " ").slice(0, 600)}`);
}

for (const p of new Set(problems)) console.log(p);
console.log(`${entries} entries of feeds, ${places.size} addresses, ${statements.length - 1} pieces of linked data: ${problems.length === 0 ? "nothing is wrong" : problems.length + " problems"}`);
process.exit(problems.length === 0 ? 0 : 1);
