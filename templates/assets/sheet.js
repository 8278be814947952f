// The choices of a sheet: paper, unit and drawings. Without this script the site's own choices stand. What is chosen is kept for
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
  keep(target.name, target === form.drawings ? (target.checked ? "yes" : "no") : target.value);
  show();
});
form.querySelector("button").addEventListener("click", () => print());
form.hidden = false;
show();
