// Serves a built site as hosts do: compressed, with the headers that its _headers asks for, and only what there is.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".txt": "text/plain", ".js": "text/javascript", ".ics": "text/calendar", ".xml": "application/xml", ".webmanifest": "application/manifest+json" };
const packed = [".png", ".jpg", ".webp"]; // what is as small as it gets

// fileOf returns the file that stands for an address.
export const fileOf = (url) => (url.endsWith("/") ? url + "index.html" : url);

// rulesOf reads a file of headers: addresses, of which a * at the end stands for all that begin so, and below each what is sent.
function rulesOf(text) {
  const rules = [];
  for (const line of text.split("\n").filter(Boolean)) {
    const header = line.match(/^\s+([^:]+):\s*(.*)$/);
    if (header) rules.at(-1).headers[header[1].toLowerCase()] = header[2];
    else rules.push({ address: line.trim(), headers: {} });
  }
  return rules;
}

const fits = (address, file) => (address.endsWith("*") ? file.startsWith(address.slice(0, -1)) : file === address);

// serve serves the folder over loopback. files are its files, by their addresses.
export async function serve(root) {
  const files = new Set((await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((e) => e.isFile())
    .map((e) => "/" + path.relative(root, path.join(e.parentPath, e.name)).split(path.sep).join("/")));
  const rules = files.has("/_headers") ? rulesOf(await readFile(path.join(root, "_headers"), "utf8")) : [];
  const server = createServer(async (request, response) => {
    const file = fileOf(decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (!files.has(file)) return response.writeHead(404).end();
    const kind = path.extname(file), data = await readFile(path.join(root, file));
    const sent = rules.filter((rule) => fits(rule.address, file)).map((rule) => rule.headers);
    const head = { ...Object.assign({}, ...sent), "content-type": types[kind] ?? "application/octet-stream" };
    if (packed.includes(kind)) return response.writeHead(200, head).end(data);
    response.writeHead(200, { ...head, "content-encoding": "gzip" }).end(gzipSync(data));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { files, origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
