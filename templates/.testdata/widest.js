// Fills the sheet that a browser shows with the widest walks of its plan, and returns what does not fit: texts that are wider or higher than
// their boxes, and parts of the page that stand in another way. With nothing chosen all texts are those that stood there. Print media, in a
// window as large as the area that is printed on.
(async () => {
  const place = document.getElementById("_yours"), found = [];
  const module = (name) => import(performance.getEntriesByType("resource").map((e) => e.name).find((url) => url.includes(`/assets/${name}.`)));
  const { showSheets } = await module("yours-sheet"), { modelOf } = await module("yours-model");
  const data = await (await fetch(place.dataset.follow)).json(), monday = data.monday ?? "2026-01-05", end = "2029-01-01";
  const texts = () => [...document.querySelectorAll(".lift .rail ~ div, .heads h3, .log .rail ~ div, .title p, .stock, .aside")].map((e) => e.innerHTML.replace(/\s+/g, " ").replace(/ (?=<\/p>)|(?<=<p>) /g, "").trim());
  const heights = () => [...document.querySelectorAll(".sheet")].map((e) => [...e.querySelectorAll(".lift, .band, .rules, .heads, header, .rail ~ div")].map((part) => Math.round(part.getBoundingClientRect().height * 10)).join());
  const partOf = (text) => text.slice(0, text.indexOf(":")); // "sheet 1, part 7"
  function tooWide() {
    const list = [];
    for (const [i, sheet] of document.querySelectorAll(".sheet").entries()) {
      for (const [j, e] of sheet.querySelectorAll(".lift .rail ~ div, .heads h3, .title, .who, .write, .aside, .stock").entries()) {
        const box = e.getBoundingClientRect(), range = document.createRange();
        range.selectNodeContents(e.matches(".lift .rail ~ div") ? e.querySelector("p") ?? e : e);
        const text = range.getBoundingClientRect();
        if (e.scrollWidth > e.clientWidth + 1 || text.bottom > box.bottom + 2 || text.right > box.right + 2) list.push(`sheet ${i + 1}, part ${j}: ${e.textContent.trim()}`);
      }
    }
    return list;
  }
  const published = texts();
  showSheets(data, {}, [], end);
  const same = texts(), before = heights(), narrow = new Set(tooWide().map(partOf));
  published.forEach((text, i) => { if (text !== same[i]) found.push(`nothing is chosen, and ${text} becomes ${same[i]}`); });
  const weights = Object.fromEntries(data.machines.lists.filter((list) => list.unit !== "level").map((list) => [list.name, [...list.weights, Math.max(...list.weights) + 2250]]));
  const starts = Object.fromEntries(data.machines.lifts.flatMap((lift) => {
    const register = data.machines.registers[lift.rungs[0].register], list = data.machines.stocks[register?.stock]?.weights;
    return list && !register.less ? [[lift.key, Math.max(...list)]] : [];
  }));
  const name = "Wilhelmina Charlotte von Oberndorff-Amstetten".slice(0, 40), days = Array.from({ length: data.days.n }, (_, i) => 7 - data.days.n + i);
  const walked = (amount, settings) => modelOf(data, settings, [], monday).visits.map((v) => ({ visit: v.key, week: v.week, session: v.name, date: v.date, lifts: v.asks.map((ask) => ({
    lift: data.machines.lifts[ask.lift].key, sets: ask.target.sets.map((set) => amount(set)), ...(ask.target.load === null ? {} : { load: ask.target.load }) })) }));
  const fit = (what) => {
    for (const text of tooWide()) if (!narrow.has(partOf(text))) found.push(`${what}: ${text}`);
    heights().forEach((height, i) => { if (height !== before[i]) found.push(`${what}: sheet ${i + 1} is laid out in another way, ${height} and not ${before[i]}`); });
  };
  for (const unit of ["kg", "lb"]) {
    const settings = { unit, weights, starts, days, name, monday };
    showSheets(data, settings, [], end);
    fit(`heaviest starts in ${unit}`);
    showSheets(data, settings, walked(() => 99, settings), end);
    fit(`all that can be climbed in ${unit}`);
    showSheets(data, settings, walked(() => 1, settings), end);
    fit(`too much in ${unit}`);
  }
  return found;
})()
