// The visits of a plan as one runner has them: what each asks for, what was done, and which of them is the one to show. Nothing here
// touches the page or what is kept.
import { dayOf, easier, follow, harder, personal } from "./machine.js";
import { sortOut, visitOf } from "./events.js";
import { askOf, ownDays } from "./text.js";

// Returns the date some days after another one: "2026-11-30".
export const later = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

// Returns the Monday of the week in which a day is.
export const mondayOf = (date) => later(date, -((dayOf(date) + 3) % 7)); // 1970 began on a Thursday

// Returns the Monday of the plan's first week: the runner's, the plan's, or else the one by which the first record is of its week, or
// with none the one of this week.
function begins(data, settings, records, today) {
  const first = records.find((r) => r.date);
  return settings.monday ?? data.monday ?? (first ? later(mondayOf(first.date), -7 * (first.week - 1)) : mondayOf(today));
}

// Returns {visits, monday, programme, stand, apart}; stand is where she stands after her last record. A visit is {key, week, light, name, date, optional, lifts, asked, asks, record, ahead,
// legs}: its lifts with what is asked of each and what text.js tells of it, its record, and whether no record comes after it and its day is
// not over. Apart is what the plan as it is now has no place for.
export function visitsOf(data, settings, records, today) {
  const programme = personal(data, settings, settings.days ? ownDays(data, settings.days) : null);
  const { fitting, apart } = sortOut(records, programme);
  const monday = begins(data, settings, fitting, today);
  const visits = [];
  const { lost, stand } = follow(programme, { log: fitting, monday, today, stand: settings.stand }, (v, asked, record, walk, ahead) => {
    visits.push({
      week: v.week.number, light: v.week.light ?? 0, name: programme.phases[v.phase].sessions[v.session].name, phase: v.phase, session: v.session,
      date: later(monday, 7 * (v.week.number - 1) + v.day.day), optional: v.optional, lifts: v.lifts, asked, record, ahead,
      asks: v.lifts.map((lift) => askOf(data, walk, v, lift)),
      legs: v.lifts.some((lift, i) => programme.lifts[lift].rungs[asked[i].rung].leg_lift),
    });
  });
  giveKeys(visits, fitting);
  return { programme, visits, monday, stand: stand ?? settings.stand ?? null, apart: [...apart, ...lost.map((record) => ({ record, code: "session" }))] };
}

// The key of a visit is that of its record; one without a record has the first that no record of its week and session has.
function giveKeys(visits, records) {
  const taken = new Set(records.map((r) => r.visit));
  for (const v of visits) {
    let nth = 0;
    while (!v.record && taken.has(visitOf(v.week, v.name, nth))) nth++;
    v.key = v.record?.visit ?? visitOf(v.week, v.name, nth);
    taken.add(v.key);
  }
}

// Returns where the visit is that is to be shown when nobody chose one: what was begun today, what today is for, or else what comes next. Who
// has no log and has not said when she begins, begins now.
export function showFirst(visits, today, begun) {
  if (!begun && !visits.some((v) => v.record)) return 0;
  const found = [(v) => v.record?.date === today, (v) => v.date === today && !v.record, (v) => v.date > today && !v.record];
  for (const is of found) {
    const at = visits.findIndex(is);
    if (at >= 0) return at;
  }
  return visits.length - 1;
}

// Returns the last visit before today with something done for the legs of whose next run nothing is said; undefined where there is none.
export function withoutRun(visits, today) {
  const last = visits.findLast((v) => v.record?.lifts.length > 0 && v.record.date < today);
  return last?.legs && !last.record.run ? last : undefined;
}

// Returns what text.js needs of a lift on the next visit that has it; undefined where there is none.
export function nextOf(visits, at, lift) {
  for (const v of visits.slice(at + 1)) {
    const i = v.lifts.indexOf(lift);
    if (i >= 0) return v.asks[i];
  }
  return undefined;
}

// Returns the load that is a weight harder or easier than this one; null where there is none. A load that nobody knows yet begins with
// the lightest.
export function beside(programme, lift, rung, load, way) {
  const register = programme.registers[programme.lifts[lift].rungs[rung].register];
  if (!register) return null;
  if (load === null) return way > 0 ? programme.stocks[register.stock]?.weights[0] ?? null : null;
  return (way > 0 ? harder : easier)(programme, register, load);
}
