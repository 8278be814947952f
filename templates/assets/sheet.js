// The choices of a sheet: paper, unit, drawings, and on a screen one session of it. Without this script the site's own choices stand. What is chosen is kept for
// other sheets and stands in the address, so that a link leads to the same sheet: ?paper=letter&unit=lb&drawings=no.
const form = document.getElementById("_choices");
const desk = document.getElementById("_desk");
let unit = form.unit.value;

function kept(name) {
  const asked = new URLSearchParams(location.search).get(name);
  try {
    return asked ?? localStorage.getItem("legpress-" + name);
  } catch { // storage is forbidden
    return asked;
  }
}

function keep(name, value) {
  const url = new URL(location);
  url.searchParams.set(name, value);
  history.replaceState(null, "", url);
  try {
    localStorage.setItem("legpress-" + name, value);
  } catch { /* then it is forgotten */ }
}

// Every weight stands in the page in both units: the one that is not shown is the value of its <data>.
function swapUnits() {
  for (const weight of document.querySelectorAll("data")) [weight.textContent, weight.value] = [weight.value, weight.textContent];
  unit = form.unit.value;
}

// Each visit of each sheet, in the order of the weeks: of a sheet's bands it has one cell each, at the same place.
const visits = ":scope > .rail ~ div";
const sheets = [...desk.querySelectorAll(".sheet:not(.tests)")];
for (const [at, sheet] of sheets.entries()) {
  const heads = sheet.querySelectorAll(".heads h3");
  const cells = sheet.querySelector(".band").querySelectorAll(visits);
  for (const [column, head] of heads.entries()) {
    for (let i = column; i < cells.length; i += heads.length) {
      const words = [head.firstChild, head.querySelector("small"), cells[i].querySelector("small")];
      const name = words.map((w) => w?.textContent.trim()).filter(Boolean).join(" ");
      form.session.add(new Option(sheet.querySelector(".letter b").textContent + " · " + name, at + "-" + i));
    }
  }
}

// One session has the room of the page: the other sheets, weeks and visits are hidden on the screen, and printed all the same.
function showSession() {
  const [chosen, visit] = form.session.value.split("-").map(Number);
  const one = form.session.value !== "";
  desk.classList.toggle("one", one);
  for (const [at, sheet] of sheets.entries()) {
    const heads = sheet.querySelectorAll(".heads h3");
    sheet.classList.toggle("shown", at === chosen);
    heads.forEach((head, i) => { head.hidden = one && i !== visit % heads.length; });
    for (const band of sheet.querySelectorAll(".band")) {
      band.querySelectorAll(visits).forEach((cell, i) => { cell.hidden = one && i !== visit; });
    }
  }
}

function show() {
  desk.classList.toggle("letter", form.paper.value === "letter");
  desk.classList.toggle("a4", form.paper.value === "a4");
  desk.classList.toggle("lb", form.unit.value === "lb");
  desk.classList.toggle("kg", form.unit.value === "kg");
  desk.classList.toggle("plain", !form.drawings.checked);
  if (unit !== form.unit.value) swapUnits();
}

for (const select of [form.paper, form.unit]) {
  const value = kept(select.name);
  if ([...select.options].some((o) => o.value === value)) select.value = value;
}
form.drawings.checked = kept("drawings") !== "no";
form.addEventListener("change", ({ target }) => {
  if (target === form.session) {
    showSession();
    return;
  }
  keep(target.name, target === form.drawings ? (target.checked ? "yes" : "no") : target.value);
  show();
});
form.querySelector("button").addEventListener("click", () => print());
form.hidden = false;
show();
