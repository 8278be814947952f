// Writes, once it is told to, until the disk is full. It then says which code came, whether anything was kept, and by how many events what
// is there differs from what was promised.
import { open } from "/assets/store.js";

globalThis.fill = async () => {
  const store = await open("/full/");
  const long = () => String.fromCharCode(...crypto.getRandomValues(new Uint16Array(20_000))); // disks pack what repeats itself
  let kept = 0, code;
  while (!code && kept < 500) await store.write("p", [{ visit: "1/0/A", changes: [{ lift: long(), set: 0, value: kept }] }]).then(() => kept++, (error) => { code = error.code; });
  const { events } = await store.load("p");
  await fetch("/said", { method: "POST", body: `${code}, ${kept > 0}, ${events.length - kept}` });
  document.title = "done";
};
