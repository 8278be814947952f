// The log as a table for spreadsheets and for the coach: CSV with a line for each set. What is read are records as events.js folds them.
//
//   date,week,session,exercise,set,amount,load,effort,pain,next_day
//   2026-12-01,1,A,goblet-squat,1,8,8 kg,ok,,well
//
// Spreadsheets write their own kinds of it, which are read as well: with ; or tabs, decimal commas, a BOM, other line ends, quoted values,
// days as 1.12.2026, columns in another order or left out. What cannot be read is said in messages: {line, code, values}. A line of which
// the message is kept: true is taken over, though the plan has no place for it.
import { byVisit, does, liftsOf, visitOf } from "./events.js";
import { expanded, hoisted, testVisits } from "./merge.js";

const columns = ["date", "week", "session", "exercise", "set", "amount", "load", "effort", "pain", "next_day"];
const needed = ["exercise", "amount"];
const test = "test"; // the session of what was measured, and not trained
const most = { characters: 4_000_000, lines: 50_000 };

// ---- Writing ---------------------------------------------------------------------------------------------------------------------

const styles = {
  plain: { before: "", between: ",", end: "\n", point: "." },
  excel: { before: "\uFEFF", between: ";", end: "\r\n", point: "," }, // as it opens with two clicks where numbers have commas
};

// The records and tests as CSV; follow is the data of the plan.
export function write({ records, tests }, follow, style = "plain") {
  const { before, between, end, point } = styles[style];
  const loads = loadsOf(follow, point);
  const visits = [...testVisits(tests), ...records].sort(testsFirst);
  const quoted = (value) => (/["\r\n]/.test(value) || value.includes(between) ? `"${value.replaceAll('"', '""')}"` : value);
  return before + [columns, ...visits.flatMap((visit) => linesOf(visit, loads))].map((cells) => cells.map((c) => quoted(String(c ?? ""))).join(between) + end).join("");
}

const testsFirst = (a, b) => a.week - b.week || ((a.date ?? "") < (b.date ?? "") ? -1 : (a.date ?? "") > (b.date ?? "") ? 1 : 0) || (a.session !== "") - (b.session !== "");

function linesOf(record, loads) {
  const lifts = liftsOf(loads.machines, record.week, record.session);
  const visit = expanded(record, lifts);
  const session = visit.session === "" ? test : visit.session;
  const line = (exercise, set, amount, load, of) => [visit.date, visit.week, session, exercise, set, amount, load, of.effort, painOf(of), visit.run];
  if (visit.lifts.length === 0) return [line("", "", "", "", visit)];
  return visit.lifts.flatMap((done) => {
    const lift = lifts?.find((l) => l.key === done.lift);
    const exercise = done.exercise ?? lift?.rungs[0].exercise ?? done.lift.split("@")[0];
    const load = done.load === undefined ? "" : loads.text(done.load, lift, exercise);
    const sets = done.sets.length > 0 ? done.sets : [null]; // of which only is said that it hurt
    return sets.map((amount, i) => line(exercise, i + 1, amount, load, done));
  });
}

const painOf = ({ pain, hurt }) => (pain > 0 ? pain : hurt ? "yes" : "");

// ---- Loads -----------------------------------------------------------------------------------------------------------------------

// Loads as text and back. A load is in thousandths of the plan's unit; one that exists has the name that stands on it, as a band has.
function loadsOf({ machines, unit }, point = ".") {
  const registerOf = (lift, exercise) => machines.registers[(lift?.rungs.find((r) => r.exercise === exercise) ?? lift?.rungs[0])?.register];
  const stockOf = (register) => machines.stocks[register?.stock] ?? { weights: [], labels: [] };
  return {
    machines,
    text(load, lift, exercise) {
      const register = registerOf(lift, exercise), { weights, labels } = stockOf(register);
      const label = labels[weights.indexOf(load)];
      if (label && !/^\d/.test(label)) return label;
      return `${String(load / 1000).replace(".", point)} ${register?.unit || unit}`;
    },
    read(text, lift, exercise) {
      const register = registerOf(lift, exercise), { weights, labels } = stockOf(register);
      const named = labels.findIndex((l) => l.toLowerCase() === text.toLowerCase());
      if (named >= 0) return weights[named];
      const [, whole, decimals = "", of] = /^(\d{1,6})(?:[.,](\d{1,3}))?\s*(\S*)$/.exec(text) ?? [];
      if (whole === undefined || (of && of.toLowerCase() !== (register?.unit || unit))) return undefined;
      return Number(whole) * 1000 + Number(decimals.padEnd(3, "0"));
    },
  };
}

// ---- Reading ---------------------------------------------------------------------------------------------------------------------

// Reads a table of a log; follow is the data of the plan. The first Monday of the settings tells the week of a line that says none.
export function read(text, follow, settings = {}) {
  const messages = [];
  const say = (line, code, values = {}, kept = false) => messages.push({ line, code, values, ...(kept && { kept }) });
  const nothing = { records: [], tests: [], messages };
  if (text.length > most.characters) return say(1, "too-long"), nothing;
  const [head, ...rows] = rowsOf(text, say);
  if (!head) return say(1, "empty"), nothing;
  if (rows.length > most.lines) return say(rows[most.lines].line, "too-long"), nothing;
  const names = head.cells.map((c) => c.trim().toLowerCase());
  const missing = needed.filter((c) => !names.includes(c));
  if (missing.length > 0) return say(head.line, "no-columns", { missing }), nothing;
  for (const column of names) if (column && !columns.includes(column)) say(head.line, "unknown-column", { column });
  const reader = new Reader(follow, settings, say);
  for (const { line, cells } of rows) {
    const row = Object.fromEntries(columns.map((c) => [c, (cells[names.indexOf(c)] ?? "").trim()]));
    if (Object.values(row).some(Boolean)) reader.row(line, row);
  }
  return { ...reader.visits(), messages };
}

// The rows of a table, each with the line on which it begins. A quoted value may go over several lines.
function rowsOf(text, say) {
  text = text.replace(/^\uFEFF?sep=.(?=[\r\n])/i, ""); // what Excel is told of a file
  const head = /[^\r\n]+/.exec(text)?.[0] ?? "";
  const between = [";", "\t", ","].find((sign) => head.includes(sign)) ?? ",";
  const token = new RegExp(`"((?:[^"]|"")*)"|([^"${between}\\r\\n][^${between}\\r\\n]*)|(${between})|(\\r\\n?|\\n)|(")`, "g");
  const rows = [];
  let line = 1, row = { line, cells: [""] };
  for (const [whole, quoted, plain, sign, end, open] of text.matchAll(token)) {
    if (sign) row.cells.push("");
    else if (!end) row.cells[row.cells.length - 1] += quoted?.replaceAll('""', '"') ?? plain ?? "";
    if (open) say(line, "quote");
    line += (whole.match(/\r\n?|\n/g) ?? []).length;
    if (end) {
      rows.push(row);
      row = { line, cells: [""] };
    }
  }
  return [...rows, row].filter(({ cells }) => cells.some((c) => c.trim()));
}

const words = {
  effort: { easy: "easy", ok: "ok", hard: "hard" },
  pain: { yes: { hurt: true }, y: { hurt: true }, no: {}, n: {}, ...Object.fromEntries(Array.from({ length: 11 }, (_, n) => [n, n > 0 ? { pain: n } : {}])) },
  "next-day": { well: "well", badly: "badly" },
};

class Reader {
  #visits = new Map(); // in the order in which they come in the file
  #loads;

  constructor(follow, settings, say) {
    Object.assign(this, { follow, settings, say });
    this.#loads = loadsOf(follow);
  }

  row(line, row) {
    const date = row.date && dayOf(row.date);
    if (date === undefined) return this.say(line, "date", { text: row.date });
    const week = this.#week(line, row.week, date);
    if (week === undefined) return undefined;
    const session = this.#session(line, row, week);
    if (session === undefined) return undefined;
    const visit = this.#visit(week, session, date);
    visit.run ??= this.#word(line, "next-day", row.next_day);
    const felt = { effort: this.#word(line, "effort", row.effort), ...this.#word(line, "pain", row.pain) };
    const done = row.exercise ? this.#lift(line, row, visit) : visit;
    for (const [name, value] of Object.entries(felt)) done[name] ??= value;
    return undefined;
  }

  #week(line, text, date) {
    const { monday } = this.settings;
    const counted = !text && date && monday ? Math.floor((Date.parse(date) - Date.parse(monday)) / 604_800_000) + 1 : undefined;
    const week = counted ?? (/^\d{1,3}$/.test(text) ? Number(text) : 0);
    if (week > 0) return week;
    this.say(line, text || counted !== undefined ? "week" : "no-week", { text: text || date });
    return undefined;
  }

  // The session as the plan names it; "" is a test.
  #session(line, { session, exercise }, week) {
    const { phases } = this.follow.machines;
    const names = [...new Set(phases.filter((p) => p.weeks.some((w) => w.number === week)).flatMap((p) => p.sessions.map((s) => s.name)))];
    if (!session && names.length === 1) return names[0];
    if (!session) return this.say(line, "no-session", { week });
    if (session.toLowerCase() === test && !liftsOf(this.follow.machines, week, session)?.some((l) => does(l, exercise))) return "";
    if (!names.includes(session)) this.say(line, "session", { session, week }, true);
    return session;
  }

  #visit(week, session, date) {
    const key = JSON.stringify([week, session, date]);
    if (!this.#visits.has(key)) this.#visits.set(key, { week, session, date, lifts: [], lines: 0 });
    return this.#visits.get(key);
  }

  // The lift that a line is of, with its set and load. A set number that does not rise begins the next lift with this exercise.
  #lift(line, { exercise, set, amount, load }, visit) {
    const number = /^[1-9]\d?$/.test(set) ? Number(set) : undefined;
    if (set && !number) this.say(line, "set", { text: set });
    const value = amount === "" ? null : /^\d{1,6}([.,]0+)?$/.test(amount) ? parseInt(amount) : undefined;
    const before = visit.lifts.findLast((l) => l.exercise === exercise);
    const done = before && !(number <= before.sets.length) ? before : this.#next(line, exercise, visit, before, number);
    if (value === undefined) this.say(line, "amount", { text: amount });
    else done.sets[(number ?? done.sets.length + 1) - 1] = value;
    const taken = load && this.#loads.read(load, done.of, exercise);
    if (load && taken === undefined) this.say(line, "load", { text: load, unit: this.follow.unit });
    else if (load) done.load ??= taken;
    return done;
  }

  #next(line, exercise, visit, before, set) {
    const lifts = liftsOf(this.follow.machines, visit.week, visit.session);
    const of = lifts?.find((l) => does(l, exercise) && !visit.lifts.some((d) => d.of === l));
    if (!of && before) {
      this.say(line, "twice", { exercise, set });
      return before;
    }
    if (!of && lifts) this.say(line, "exercise", { exercise, session: visit.session }, true);
    const done = { of, lift: of?.key ?? exercise, exercise, sets: [] };
    visit.lifts.push(done);
    return done;
  }

  #word(line, column, text) {
    if (!text) return undefined;
    const word = Object.hasOwn(words[column], text.toLowerCase()) ? words[column][text.toLowerCase()] : undefined;
    if (word === undefined) this.say(line, column, { text });
    return word;
  }

  // The visits that were read, named by their order in their weeks.
  visits() {
    const all = [...this.#visits.values()].map((visit) => ({ visit: visitOf(visit.week, visit.session), ...visit })).sort(byVisit);
    const seen = new Map();
    const records = all.map(({ visit: name, week, session, date, run, effort, hurt, pain, lifts }) => {
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      const done = lifts.map(({ of, sets, ...l }) => ({ ...l, sets: Array.from(sets, (n) => n ?? null) }));
      return hoisted({ visit: visitOf(week, session, nth), week, session, ...said({ date: date || undefined, run, effort, hurt, pain }), lifts: done.map(said) });
    });
    const tests = records.filter((r) => r.session === "");
    return { records: records.filter((r) => r.session !== ""), tests: tests.flatMap(({ visit, week, date, lifts }) => lifts.map(({ lift, exercise, sets, load }) => said({ visit, week, date, exercise, sets, load }))) };
  }
}

const said = (of) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));

// A day as 2026-12-01; undefined where there is no such day. Days with slashes are read by nobody: 5/6 is in May or in June.
function dayOf(text) {
  const [, y, m, d] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text) ?? [];
  const [, d2, m2, y2] = /^(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})$/.exec(text) ?? [];
  const day = [y ?? y2, (m ?? m2)?.padStart(2, "0"), (d ?? d2)?.padStart(2, "0")].join("-");
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}
