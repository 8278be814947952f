// Makes a plan's page one's own by its form, and returns what is wrong: with nothing chosen all targets, rules and reasons are those that stood
// there, and what is chosen is shown at once.
(async () => {
  const found = [], $ = (selector) => document.querySelector(selector);
  const until = async (what, is) => {
    for (let i = 0; i < 200 && !is(); i++) await new Promise((done) => setTimeout(done, 25));
    if (!is()) found.push(`${what}: not after five seconds`);
  };
  const cells = () => [...document.querySelectorAll(".ledger td, .ledger .day, .now td, .now thead th, #_rules dt, #_rules dd, #_now .starts")].map((e) => e.textContent.replace(/\s+/g, " ").trim());
  const change = (input, value) => {
    if (input.type === "checkbox") input.checked = value;
    else input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const before = cells();
  $("#_yours-form").open = true;
  await until("the form", () => document.querySelectorAll(".yours .days li").length === 7);
  const opened = cells();
  before.forEach((text, i) => { if (text !== opened[i]) found.push(`the form is opened, and ${text} becomes ${opened[i]}`); });
  const days = [...document.querySelectorAll(".yours [name=day]:checked")], reasons = [...document.querySelectorAll(".yours .fit")];
  if (reasons.some((e) => !e.textContent.includes(" · "))) found.push("a day has no reason");
  change(days[0], false);
  if (!$(".yours .days [role=status]").textContent) found.push("a day is missing, and nothing says so");
  const free = document.querySelector(`.yours [name=day]:not(:checked):not([value="${days[0].value}"])`);
  change(free, true);
  const name = reasons[free.value].closest("li").querySelector("label").textContent.trim();
  await until("the chosen day", () => [...document.querySelectorAll(".ledger .day")].some((e) => name.startsWith(e.textContent.trim().slice(0, 2))));
  if ($(".yours [name=monday]")) {
    change($(".yours [name=monday]"), "2026-12-02");
    await until("the Monday", () => $(".calendar [name=monday]").value === "2026-11-30" && $("#_now-title small"));
  }
  const start = $(".yours .starts select");
  if (start && start.options.length > 1) {
    change(start, start.options[start.options.length - 1].value);
    const load = start.options[start.options.length - 1].text;
    await until(`the start of ${load}`, () => cells().some((text) => text.replaceAll("\u00a0", " ").includes(load)));
  }
  change($(".yours [name=name]"), "Anna");
  const others = $(".yours .others:not([hidden]) input");
  if (others) {
    change(others, "7,5; x");
    if (!$(".yours .others:not([hidden]) output").textContent.includes("x")) found.push("a weight that is none is not named");
    change(others, "7.5, 11");
  }
  await until("what is kept", () => $("#_yours-says").textContent);
  return found;
})()
