// A runner's log as events: each tap is one, and none is ever changed. What she has written down is folded from them: of each field the
// last event counts. So two tabs, a crash and the copy of another phone lose nothing: the union of two lists of events is a log as well.
//
// An event is {id, n, at, visit, changes} or {id, n, at, visit, deleted: true}. n counts the events, and gives their order: clocks jump.
// at is the time on the clock, for people. A visit is named by its week, which one of its session in that week it is, and the session:
// "1/0/A". Tests are measured on a visit to no session: "1/0/". A change is one field of a visit, of a lift or of a set:
//
//   {field: "effort", value: "hard"}    {lift: "goblet-squat@A", field: "load", value: 8000}    {lift: "goblet-squat@A", set: 0, value: 8}
//
// Without a value the field is cleared. Of a set, null is a value: it was not done.

export const visitOf = (week, session, nth = 0) => `${week}/${nth}/${session}`;

export function partsOf(visit) {
  const [, week, nth, session] = /^(\d+)\/(\d+)\/(.*)$/s.exec(visit);
  return { week: Number(week), nth: Number(nth), session };
}

// The calendar day on which a runner is, where she is.
export function today(now = new Date()) {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

const felt = ["effort", "hurt", "pain"];
const ofVisit = ["date", "run", ...felt];
const ofLift = ["exercise", "load", ...felt];

const inOrder = (a, b) => a.n - b.n || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

// The records of the visits, and the tests, as the events leave them.
export function fold(events) {
  const visits = new Map();
  for (const { visit, changes, deleted } of events.toSorted(inOrder)) {
    if (deleted) visits.delete(visit);
    else visits.set(visit, (changes ?? []).reduce(changed, visits.get(visit) ?? { lifts: new Map() }));
  }
  const all = [...visits].map(([visit, kept]) => record(visit, kept)).sort(byVisit);
  return { records: all.filter((r) => r.session !== ""), tests: all.filter((r) => r.session === "").flatMap(testsOf) };
}

// A visit with one field as a change says. A field that is not known here, as a newer version of this script may write, is left alone.
function changed(visit, { lift, set, field, value }) {
  let of = visit;
  if (lift !== undefined) {
    of = visit.lifts.get(lift) ?? { sets: [] };
    visit.lifts.set(lift, of);
  }
  if (set !== undefined) of.sets[set] = value;
  else if ((lift === undefined ? ofVisit : ofLift).includes(field)) of[field] = value;
  return visit;
}

const picked = (from, names) => Object.fromEntries(names.filter((n) => from[n] !== undefined).map((n) => [n, from[n]]));

// A set that was cleared is not there; one before others that are there was not done.
function setsOf({ sets }) {
  const end = sets.findLastIndex((n) => n !== undefined) + 1;
  return Array.from({ length: end }, (_, i) => sets[i] ?? null);
}

function record(visit, kept) {
  const { week, session } = partsOf(visit);
  const lifts = [...kept.lifts].map(([lift, of]) => ({ lift, sets: setsOf(of), ...picked(of, ofLift) }));
  return { visit, week, session, ...picked(kept, ofVisit), lifts: lifts.filter(saysSomething) };
}

const saysSomething = (lift) => lift.sets.length > 0 || ["load", ...felt].some((name) => lift[name] !== undefined);

const testsOf = ({ visit, week, date, lifts }) =>
  lifts.map(({ lift, sets, load }) => ({ visit, week, ...(date && { date }), exercise: lift, sets, ...(load !== undefined && { load }) }));

// By the weeks, and within one by the days; one whose day is not said comes first.
export function byVisit(a, b) {
  const [dayA, dayB] = [a.date ?? "", b.date ?? ""];
  return a.week - b.week || (dayA < dayB ? -1 : dayA > dayB ? 1 : 0) || partsOf(a.visit).nth - partsOf(b.visit).nth;
}

// The changes that make one record of another.
export function changesOf(next, before = { lifts: [] }) {
  const changes = fieldChanges({}, next, before, ofVisit);
  const lifts = new Set([...before.lifts, ...next.lifts].map((l) => l.lift));
  for (const lift of lifts) {
    const [is, was] = [next, before].map((r) => r.lifts.find((l) => l.lift === lift) ?? { sets: [] });
    for (let set = 0; set < Math.max(is.sets.length, was.sets.length); set++) {
      if (is.sets[set] !== was.sets[set]) changes.push({ lift, set, ...(set < is.sets.length && { value: is.sets[set] }) });
    }
    changes.push(...fieldChanges({ lift }, is, was, ofLift));
  }
  return changes;
}

const fieldChanges = (of, is, was, names) =>
  names.filter((field) => is[field] !== was[field]).map((field) => ({ ...of, field, ...(is[field] !== undefined && { value: is[field] }) }));

// What of some records the plan has a place for, and what stays apart: an author may have changed the plan since. A lift that has another
// name now is found by its exercise.
export function sortOut(records, machines) {
  const fitting = [], apart = [];
  for (const record of records) {
    const lifts = liftsOf(machines, record.week, record.session);
    if (!lifts) {
      apart.push({ record, code: machines.phases.some((p) => p.weeks.some((w) => w.number === record.week)) ? "session" : "week" });
      continue;
    }
    const found = placed(record.lifts, lifts);
    for (const { done, lift } of found) if (!lift) apart.push({ record, code: "lift", lift: done.lift });
    fitting.push({ ...record, lifts: found.filter((f) => f.lift).map(({ done, lift }) => (lift.key === done.lift ? done : { ...done, lift: lift.key })) });
  }
  return { fitting, apart };
}

// The lift of the plan for each that was done: that of its name, or else the first free one with its exercise.
function placed(done, lifts) {
  const free = lifts.filter((l) => !done.some((d) => d.lift === l.key));
  return done.map((d) => {
    const named = lifts.find((l) => l.key === d.lift);
    const at = named ? -1 : free.findIndex((l) => does(l, d.exercise ?? d.lift.split("@")[0]));
    return { done: d, lift: named ?? (at < 0 ? undefined : free.splice(at, 1)[0]) };
  });
}

// Whether an exercise is one of a lift's: a rung of it, or what is done in its place when it hurts.
export const does = (lift, exercise) => lift.rungs.some((r) => r.exercise === exercise) || lift.rungs[0].easier === exercise;

// The lifts of a session in a week of the plan; undefined where the week has none of that name.
export function liftsOf(machines, week, session) {
  for (const phase of machines.phases) {
    const found = phase.weeks.some((w) => w.number === week) && phase.sessions.find((s) => s.name === session);
    if (found) return found.lifts.map((i) => machines.lifts[i]);
  }
  return undefined;
}

// ---- The file of everything ------------------------------------------------------------------------------------------------------

const version = 1;

export const writeAll = ({ plan, settings, events }) => JSON.stringify({ legpress: version, plan, settings, events: events.toSorted(inOrder) }, null, 1) + "\n";

// Reads the file back. A file of a later version may mean other things by the same names, and is not guessed at.
export function readAll(text) {
  let file;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { code: "not-json" };
  }
  if (!isObject(file) || !Number.isInteger(file.legpress) || !Array.isArray(file.events) || typeof file.plan !== "string") return { code: "not-a-log" };
  if (file.legpress > version) return { code: "newer" };
  return file.events.every(isEvent) ? { plan: file.plan, settings: isObject(file.settings) ? file.settings : {}, events: file.events } : { code: "not-a-log" };
}

const isObject = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
const isCount = (n) => Number.isSafeInteger(n) && n >= 0;

export function isEvent(e) {
  return isObject(e) && typeof e.id === "string" && e.id !== "" && isCount(e.n) && e.n < 1e9 && typeof e.visit === "string" && /^\d{1,4}\/\d{1,4}\//.test(e.visit)
    && (e.deleted === true || (Array.isArray(e.changes) && e.changes.every(isChange)));
}

// The values that each field can have.
const values = {
  date: (v) => typeof v === "string" && /^\d{4}-\d\d-\d\d$/.test(v),
  run: (v) => v === "well" || v === "badly",
  effort: (v) => ["easy", "ok", "hard"].includes(v),
  hurt: (v) => typeof v === "boolean",
  pain: (v) => isCount(v) && v <= 10,
  load: isCount,
  exercise: (v) => typeof v === "string",
};

function isChange(c) {
  if (!isObject(c) || (c.lift !== undefined && typeof c.lift !== "string")) return false;
  if (c.set !== undefined) return c.lift !== undefined && isCount(c.set) && c.set < 100 && (c.value === undefined || c.value === null || isCount(c.value));
  const names = c.lift === undefined ? ofVisit : ofLift;
  return typeof c.field === "string" && (c.value === undefined || !names.includes(c.field) || values[c.field](c.value));
}
