// The names in a link: each is written as the first bits of its hash, as many as tell the names of the plan apart. A name that is not in
// the plan when the link is read, because the coach has changed it, is nothing.
import { crc24 } from "./bits.js";

const widths = [16, 18, 20, 24]; // bits of a hash

export const hash = (text) => crc24(new TextEncoder().encode(text));

export class Names {
  #width;
  #kinds; // by kind: a map from what is named to its hash

  constructor(kinds, width) {
    this.#kinds = kinds;
    this.#width = width;
  }

  // The names of a plan, as long as they have to be.
  static of(data) {
    const kinds = kindsOf(data);
    const apart = (width) => Object.values(kinds).every((kind) => new Set([...kind.values()].map((h) => h >> (24 - width))).size === kind.size);
    return new Names(kinds, widths.find(apart) ?? widths.at(-1));
  }

  // As long as those of a link.
  static read(from, data) {
    return new Names(kindsOf(data), widths[from.take(2)]);
  }

  begin(out) {
    out.put(widths.indexOf(this.#width), 2);
  }

  has(kind, name) {
    return this.#kinds[kind].has(name);
  }

  all(kind) {
    return [...this.#kinds[kind].keys()];
  }

  hashOfAll(kind) {
    return hash([...this.#kinds[kind].values()].join()) >> 8;
  }

  write(out, kind, name) {
    out.put(this.#kinds[kind].get(name) >> (24 - this.#width), this.#width);
  }

  // What is named; undefined where that is nothing in this plan, or not sure.
  read(from, kind) {
    const is = from.take(this.#width);
    const found = [...this.#kinds[kind]].filter(([, h]) => h >> (24 - this.#width) === is);
    return found.length === 1 ? found[0][0] : undefined;
  }
}

// With each name stands the unit of what the link says of it: in another unit it is another name. A rung is named "LIFT RUNG" by the
// places of both in the plan.
function kindsOf({ machines: { lists, lifts, registers } }) {
  const kinds = { list: new Map(), start: new Map(), rung: new Map(), exercise: new Map(), maximum: new Map() };
  const loadOf = (rung) => (rung.register < 0 ? "none" : registers[rung.register].unit + (registers[rung.register].less ? " less" : ""));
  for (const { name, unit } of lists) kinds.list.set(name, hash(`list ${name} ${unit}`));
  for (const [i, lift] of lifts.entries()) {
    kinds.start.set(lift.key, hash(`start ${lift.key} ${loadOf(lift.rungs[0])}`));
    for (const [j, rung] of lift.rungs.entries()) {
      kinds.rung.set(`${i} ${j}`, hash(`rung ${lift.key} ${rung.exercise} ${rung.unit} ${loadOf(rung)}`));
      kinds.exercise.set(rung.exercise, hash(`exercise ${rung.exercise}`));
    }
  }
  for (const r of registers) if (r.name) kinds.maximum.set(r.name, hash(`maximum ${r.name} ${r.unit}`));
  return kinds;
}
