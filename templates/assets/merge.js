// Compares a log with one that was read from a file, for the preview of what an import changes, and says which events bring it in. The
// file counts where it says something; what only this log has stays.
import { changesOf, liftsOf, sortOut, visitOf } from "./events.js";

const felt = ["effort", "hurt", "pain"];
const said = (of) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
const without = (of, names) => Object.fromEntries(Object.entries(of).filter(([name]) => !names.includes(name)));

// A record in which each lift has what was felt: a spreadsheet knows no other place for it. An effort is that of the visit where the lift
// has none; pain is that of the visit where no lift has any, and then all lifts of the session hurt, also those that were not done.
export function expanded(record, session = []) {
  if (record.lifts.length === 0) return record;
  const hurts = record.lifts.some((l) => l.hurt || l.pain > 0);
  const pain = hurts ? {} : said({ hurt: record.hurt || undefined, pain: record.pain || undefined });
  const undone = Object.keys(pain).length > 0 ? session.filter(({ key }) => !record.lifts.some((l) => l.lift === key)) : [];
  const lifts = [...record.lifts, ...undone.map(({ key, rungs }) => ({ lift: key, exercise: rungs[0].exercise, sets: [null] }))];
  return { ...without(record, felt), lifts: lifts.map((l) => said({ ...l, ...pain, effort: l.effort ?? record.effort })) };
}

// The same record the other way round: an effort on which all lifts agree is that of the visit.
export function hoisted(record) {
  const [first, ...others] = record.lifts;
  if (!first?.effort || others.some((l) => l.effort !== first.effort)) return record;
  return { ...record, effort: first.effort, lifts: record.lifts.map((l) => without(l, ["effort"])) };
}

// The tests of a week as visits to no session: those of one day are one.
export function testVisits(tests) {
  const visits = new Map();
  for (const { visit, week, date, exercise, ...done } of tests) {
    const key = JSON.stringify([visit, week, date]);
    if (!visits.has(key)) visits.set(key, said({ visit, week, session: "", date, lifts: [] }));
    visits.get(key).lifts.push({ lift: exercise, exercise, ...done });
  }
  return [...visits.values()];
}

// What a file changes: {added, changed: [{before, after}], same, apart, edits}. added, same and what is in changed are records; tests are
// records without a session. apart is what the plan has no place for (see sortOut), which is kept all the same. edits are for the store.
export function changes(log, file, machines) {
  const all = (of) => [...of.records, ...testVisits(of.tests)];
  const whole = (record) => expanded(record, liftsOf(machines, record.week, record.session));
  const [here, there] = [all(log), all(file)];
  const partners = partnersOf(here, there);
  const taken = new Set(here.map((r) => r.visit));
  const found = { added: [], changed: [], same: [], edits: [] };
  for (const record of there) {
    const before = partners.get(record);
    const after = before ? merged(before, whole(before), whole(record)) : { ...record, visit: free(record, taken) };
    const edit = { visit: after.visit, changes: changesOf(after, before) };
    if (!before) found.added.push(after);
    else if (differs(hoisted(whole(before)), hoisted(whole(after)))) found.changed.push({ before, after });
    else found.same.push(before);
    if (!found.same.includes(before)) found.edits.push(edit);
  }
  return { ...found, apart: sortOut(there.filter((r) => r.session !== ""), machines).apart };
}

// Of each record of the file the one of the log that is of the same visit: that of the same day, or where one of them has no day, the next
// one of the session in that week that is left.
function partnersOf(here, there) {
  const left = new Set(here), partners = new Map();
  const pair = (fits) => {
    for (const record of there) {
      const partner = !partners.has(record) && [...left].find((r) => r.week === record.week && r.session === record.session && fits(r, record));
      if (partner) {
        partners.set(record, partner);
        left.delete(partner);
      }
    }
  };
  pair((a, b) => a.date === b.date);
  pair((a, b) => !a.date || !b.date);
  return partners;
}

// The first name of a visit that no other has.
function free({ week, session }, taken) {
  let nth = 0;
  while (taken.has(visitOf(week, session, nth))) nth++;
  taken.add(visitOf(week, session, nth));
  return visitOf(week, session, nth);
}

// One record of two, the log's and the file's with all that they say of each lift: of each field the file's, where it has one.
function merged(before, was, is) {
  const lifts = was.lifts.map((l) => {
    const newer = is.lifts.find((n) => n.lift === l.lift);
    return newer ? { ...l, ...newer, sets: Array.from({ length: Math.max(l.sets.length, newer.sets.length) }, (_, i) => (i in newer.sets ? newer.sets[i] : l.sets[i])) } : l;
  });
  const more = is.lifts.filter((n) => !was.lifts.some((l) => l.lift === n.lift));
  return hoisted({ ...was, ...is, visit: before.visit, lifts: [...lifts, ...more] });
}

// Whether two records say different things. It is no difference whether the visit or each lift has what was felt, nor that only one of them
// names the exercise of a lift.
function differs(before, after) {
  return changesOf(after, before).some(({ field, lift }) => field !== "exercise" || before.lifts.find((l) => l.lift === lift).exercise !== undefined);
}
