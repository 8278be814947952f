// Follows a programme by what a runner has written down: what package machine does in Go, over the machines of plan.json. Both ask for the
// same, whatever was done. A lift is a list of states, each with the sets that it asks for and with edges: where to go on after a result.
// The load stands beside the states in a register. All numbers are integers; loads are in thousandths of their unit, and null where
// nobody knows them.
import { liftsOf } from "./machine-lifts.js";
import { Walk } from "./machine-walk.js";

export { amount, classes, classOf, each, firstOf, liftsOf, planned } from "./machine-lifts.js";
export { easier, eased, even, fit, harder, need, shift } from "./machine-loads.js";
export { personal, read } from "./machine-programme.js";
export { Walk } from "./machine-walk.js";

// A day as the number of days since 1970; 0 where it is not said, or is none.
export function dayOf(date) {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  return time > 0 && new Date(time).toISOString().startsWith(date) ? time / 86_400_000 : 0;
}

// The visits of a phase in their order; whoever gets one records what was done before the next. The sessions take the days in turn, and the
// turn goes on from week to week. A session of which nothing is left takes no turn near a race; where a table leaves it out, the next one
// has its day. Visits up to where a runner stands are passed over.
export function* visits(walk, phase, stand) {
  const { sessions, weeks } = walk.programme.phases[phase];
  const inTurn = [...sessions.keys()].filter((i) => !sessions[i].optional), optional = [...sessions.keys()].filter((i) => sessions[i].optional);
  let turn = stand?.turn ?? 0, full = 0;
  for (const week of weeks) {
    if (!week.light && ++full > 1 && !(week.number <= stand?.week)) walk.newWeek();
    const extra = Math.max(week.days.length - optional.length, 0);
    for (const [index, day] of week.days.entries()) {
      if (week.number < stand?.week || (week.number === stand?.week && index <= stand.day)) continue;
      const visit = { phase, week, day, index, optional: index >= extra };
      if (visit.optional) {
        Object.assign(visit, { session: optional[index - extra], turn });
        visit.lifts = walk.left(visit);
        if (visit.lifts.length > 0) yield visit;
        continue;
      }
      for (let tried = 0; tried < inTurn.length; tried++) {
        visit.session = inTurn[turn % inTurn.length];
        visit.lifts = walk.left(visit);
        const empty = visit.lifts.length === 0 && sessions[visit.session].lifts.length > 0;
        if (empty && day.spare) break;
        visit.turn = ++turn;
        if (empty) continue;
        yield visit;
        break;
      }
    }
  }
}

// Diary hands the records of a log to the visits of a walk, in their order.
class Diary {
  constructor({ log = [], monday, today }) {
    Object.assign(this, { log: [...log], lost: [], monday: dayOf(monday), today: dayOf(today) });
  }

  // Says on which day a visit is: what was written down of it, and whether it lies ahead. Behind the last record, a visit whose day is over
  // was missed. The first one that was not has today as its day.
  next(walk, visit) {
    const { week } = visit;
    this.lost.push(...this.log.filter((r) => r.week < week.number));
    this.log = this.log.filter((r) => !(r.week < week.number));
    const record = this.#find(visit, walk.programme.phases[visit.phase]);
    if (record) {
      this.log.splice(this.log.indexOf(record), 1);
      walk.come(visit, dayOf(record.date));
      return { record, ahead: false };
    }
    const missed = this.monday > 0 && this.#on(week, visit.day) < this.today;
    if (this.log.length > 0 || missed) return { record: null, ahead: false };
    walk.come(visit, this.today);
    Object.assign(this, { monday: 0, today: 0 });
    return { record: null, ahead: true };
  }

  // The record of a visit. A session that comes several times in a week was done on that of its days which is nearest to the record's, as long
  // as there are enough of them for all of its records.
  #find({ week, day, index, optional, session }, { sessions }) {
    const records = this.log.filter((r) => r.week === week.number && r.session === sessions[session].name);
    const on = dayOf(records[0]?.date), turns = sessions.filter((s) => !s.optional).length, end = week.days.length - sessions.length + turns;
    const again = optional ? [] : week.days.filter((_, i) => i > index && i < end && (i - index) % turns === 0);
    const nearer = on > 0 && this.monday > 0 && again.length > 0 && Math.abs(on - this.#on(week, again[0])) < Math.abs(on - this.#on(week, day));
    return nearer && records.length <= again.length ? undefined : records[0];
  }

  // The date of a day.
  #on(week, { day }) {
    return this.monday + 7 * (week.number - 1) + day;
  }
}

// Where a runner stands after a visit: all that a walk knows of the lifts of its phase, and of those that a later phase goes on from. Lifts
// and registers have their places, and states their numbers: it is to be kept only as long as the programme.
export function standOf(walk, { phase, week, index, turn }) {
  const { phases, lifts } = walk.programme, { last, breaks, run } = walk, later = phases.slice(phase + 1).flatMap(liftsOf);
  const stand = { phase, week: week.number, day: index, turn, last, breaks, run, reached: Object.fromEntries(walk.climbing), registers: {}, lifts: {} };
  for (const lift of [...liftsOf(phases[phase]), ...later.map((i) => lifts[i].entry.from)]) {
    if (lift === undefined) continue;
    stand.lifts[lift] = { ...walk.at[lift] };
    for (const { register } of lifts[lift].rungs) {
      if (register >= 0) stand.registers[register] = { ...walk.values[register], began: walk.entered[register] };
    }
  }
  return stand;
}

// A walk that goes on in the phase in which a runner stands. What is not said of a lift is as if nothing had been done.
export function resume(programme, stand) {
  const walk = new Walk(programme), { registers = {}, lifts = {}, reached = {}, last = 0, breaks = 0, run = 0 } = stand;
  const put = () => {
    for (const [i, { load, steps }] of Object.entries(registers)) walk.values[i] = { load, steps };
    for (const [i, at] of Object.entries(lifts)) Object.assign(walk.at[i], at);
    walk.climbing = new Map(Object.entries(reached));
  };
  for (let phase = 0; phase <= stand.phase; phase++) {
    if (phase === stand.phase) put();
    walk.enter(phase);
  }
  put();
  for (const [i, { began }] of Object.entries(registers)) walk.entered[i] = began ?? walk.entered[i];
  return Object.assign(walk, { last, breaks, run });
}

// Walks a programme by a log, and calls visit for each session before anything of it is done, with what is asked for and with its record. It
// goes on from where a runner stands, if that is said. In the end it says which records have no visit, and where she stands after the last.
export function follow(programme, { stand = null, ...diary }, visit) {
  const walk = stand ? resume(programme, stand) : new Walk(programme), records = new Diary(diary);
  let now = stand;
  for (const phase of programme.phases.keys()) {
    const from = phase === stand?.phase ? stand : null;
    if (phase < stand?.phase) continue;
    if (!from) walk.enter(phase);
    for (const v of visits(walk, phase, from)) {
      const { record, ahead } = records.next(walk, v);
      visit(v, v.lifts.map((lift) => walk.show(lift, v.week.light)), record, walk, ahead);
      const done = ahead ? walk.planned(v) : record;
      if (done) walk.record(v, { ...done, lifts: done.lifts ?? [], day: dayOf(done.date) });
      if (record) now = standOf(walk, v);
    }
  }
  return { lost: [...records.lost, ...records.log], stand: now };
}
