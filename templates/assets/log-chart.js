// The small charts of what was done: the load of each visit, or where there is none the amount, beside what the plan would ask for.
const wide = 260, high = 84, side = 4, top = 16, foot = 14;

function make(name, attributes, text) {
  const e = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  if (text !== undefined) e.textContent = text;
  return e;
}

const path = (points) => points.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

// Returns a figure of a lift: {name, weeks, asked: [{at, value}], done: [{at, value, label}], says}. At is the week and its part, 1 to
// weeks + 1; value is a number in any measure, the same for both lists; says is the chart in words.
export function chart({ name, weeks, asked, done, says }) {
  const values = [...asked, ...done].map((p) => p.value);
  const low = Math.min(...values), span = Math.max(...values) - low || 1;
  const point = ({ at, value }) => [side + (at - 1) / weeks * (wide - 2 * side), high - foot - (value - low) / span * (high - foot - top)];
  const svg = make("svg", { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, role: "img", "aria-label": says });
  svg.append(make("path", { class: "asked", d: path(asked.map(point)) }), make("path", { class: "done", d: path(done.map(point)) }));
  for (const p of done) {
    const [cx, cy] = point(p);
    svg.append(make("circle", { cx, cy, r: 3 }));
  }
  const last = done.at(-1);
  if (last) {
    const [x, y] = point(last);
    svg.append(make("text", { x: Math.min(x, wide - 40), y: y - 6 }, last.label));
  }
  for (const week of [1, weeks]) svg.append(make("text", { x: point({ at: week, value: low })[0], y: high - 1 }, week));
  const caption = document.createElement("figcaption");
  caption.textContent = name;
  const figure = document.createElement("figure");
  figure.append(caption, svg);
  return figure;
}
