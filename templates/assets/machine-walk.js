// The walk of the machine: where a runner stands, what is asked of her, and where a result leads. As walk.go, show.go and recovery.go
// of package machine.
import { goOn } from "./machine-enter.js";
import { eased, loadOf, off, shift, sign } from "./machine-loads.js";
import { any, classOf, firstOf, floor, keeps, liftsOf, moves, owns, planned, resultOf, top } from "./machine-lifts.js";

const HeavyLegs = 1, Everything = 2; // what a day leaves out
const unknown = { load: null, steps: 0 }; // the value of a register that there is not

// Walk is a runner's way through a programme, phase by phase. Values are not changed but replaced.
export class Walk {
  constructor(programme) {
    this.programme = programme;
    this.values = programme.registers.map((r) => ({ load: r.start ?? null, steps: 0 }));
    this.entered = [...this.values]; // as the phase began, or as soon as the runner has said the load
    this.at = [];
    programme.lifts.forEach((l, lift) => this.#stands(lift, l.begin));
    this.climbing = new Map(); // by the exercise from which a lift has climbed, the highest reached so far
    this.phase = null; // that was entered last
    this.run = 0; // the condition of the legs
    this.last = 0; // the day of the last visit
    this.breaks = 0; // how many have been taken since then
  }

  #stands(lift, state, more) {
    const flags = { done: false, light: false, blocked: false, lowered: false, tooHeavy: false, eased: false, wasEased: false, inWeek: false, held: false };
    this.at[lift] = { state, class: "none", sore: 0, ...flags, ...more };
    Object.assign(this.at[lift], { was: this.is(lift), began: state });
  }

  #value(register) {
    return this.values[register] ?? unknown;
  }

  #rung(lift, state) {
    const { rungs, states } = this.programme.lifts[lift];
    return rungs[states[state].rung];
  }

  // Where a lift stands, with the load that it has now.
  is(lift) {
    const { state } = this.at[lift];
    return { state, ...this.#value(this.#rung(lift, state).register) };
  }

  // Begins a phase: every lift of it, from its start or from where another one stands.
  enter(phase) {
    const top = new Map(this.climbing), next = this.programme.phases[phase];
    for (const lift of liftsOf(next)) this.#enter(lift, top);
    this.entered = [...this.values];
    this.phase = next;
  }

  #enter(lift, top) {
    const l = this.programme.lifts[lift], { exercise } = l.rungs[0];
    const before = (this.phase ? liftsOf(this.phase) : []).filter((i) => this.programme.lifts[i].rungs[0].exercise === exercise);
    const sore = Math.max(0, ...before.map((i) => this.at[i].sore)); // read before the place of the lift is taken
    const went = l.entry.from === undefined ? {} : goOn(this, l);
    const climbed = l.states.findIndex((s) => s.rung > 0 && l.rungs[s.rung].exercise === top.get(exercise));
    this.#stands(lift, climbed < 0 ? l.begin : climbed, { sore, ...went });
  }

  // What is asked for of a lift: a view, which moves nothing. A light week looks at what was last done. What hurts is left for the rung below.
  show(lift, light = 0) {
    const l = this.programme.lifts[lift], at = this.at[lift], below = this.#below(at);
    let from = light ? at.was : this.is(lift);
    const { rung } = l.states[from.state];
    if (below && rung > 0) from = { state: firstOf(l, rung - 1), ...this.#value(l.rungs[rung - 1].register) };
    const target = { ...this.#asks(l, from, light), hurt: at.sore > 0, below, instead: "" };
    if (at.eased || (light && at.wasEased)) this.#ease(l, target);
    return below && rung === 0 ? { ...target, sets: [], instead: l.rungs[0].easier ?? "" } : target;
  }

  #asks(l, from, light) {
    const p = this.programme, state = l.states[from.state], rung = l.rungs[state.rung], r = p.registers[rung.register];
    const load = (set) => set.load ?? (!r || set.rm ? null : loadOf(p, r, set, from));
    const sets = state.sets.flatMap((set) => {
      const asked = { n: light ? floor(set) : set.n, to: light ? floor(set) : top(set), open: false, rm: set.rm ?? false, share: set.share ?? 0, load: load(set) };
      return Array.from({ length: set.x }, (_, i) => ({ ...asked, open: !light && i === set.x - 1 && (set.open ?? false) }));
    });
    const first = r && sets.length > 0 ? shift(p, r, from, state.sets[0].plus ?? 0)[0] : from;
    return { state: from.state, rung: state.rung, load: first.load, steps: first.steps, sets: sets.slice(0, this.#fewer(rung, keeps(light, sets.length))) };
  }

  #ease(l, target) {
    const r = this.programme.registers[l.rungs[target.rung].register];
    if (!r) return;
    for (const x of [target, ...target.sets]) x.load = eased(this.programme, r, x.load);
  }

  // Whether what was felt counts as pain. A yes without a number does.
  #hurts(result) {
    return result.pain > (this.programme.recovery.pain_up_to ?? 0) || Boolean(result.hurt && !result.pain);
  }

  // Whether a lift is left for the rung below it, because it hurts.
  #below(at) {
    return this.programme.recovery.pain[at.sore]?.below ?? false;
  }

  // How many of so many sets the legs leave to a lift, and whether it waits for them.
  #fewer(rung, sets) {
    return rung.leg_lift && sets > 0 ? Math.max(sets - (this.programme.recovery.runs[this.run]?.fewer ?? 0), 1) : sets;
  }

  #tired(rung, run) {
    const { runs } = this.programme.recovery;
    return Boolean(rung.leg_lift && runs.length > 0 && (run === "badly" || runs[this.run]?.fewer > 0));
  }

  // Says on which day a visit is, before anything is asked of it. After a break the lifts of its phase go back.
  come(visit, on) {
    if (!on || !this.last) return;
    const { breaks } = this.programme.recovery, passed = breaks.filter((b) => on - this.last >= b.days).length;
    if (passed <= this.breaks) return;
    this.breaks = passed;
    const phase = this.programme.phases[visit.phase];
    for (const lift of liftsOf(phase)) this.#goBack(liftsOf(phase), lift, breaks[passed - 1]);
    visit.lifts = this.left(visit);
  }

  #goBack(lifts, lift, { first }) {
    const l = this.programme.lifts[lift], at = this.at[lift];
    if (!first || !this.#first(lift, at)) {
      const { register } = this.#rung(lift, at.state);
      at.eased = !l.states[at.state].break && !lifts.some((i) => owns(this.programme.lifts[i], register) && moves(this.programme.lifts[i]));
      this.#take(lift, l.states[at.state].break);
    }
    Object.assign(at, { was: this.is(lift), class: "after-break" });
  }

  // Takes a lift back to where the phase began, and says whether its load or its rung is an easier one by that.
  #first(lift, at) {
    const l = this.programme.lifts[lift], before = l.states[at.state].rung;
    at.state = before < l.states[at.began].rung ? firstOf(l, before) : at.began;
    const rung = this.#rung(lift, at.state), lower = l.states[at.state].rung < before;
    if (rung.register < 0 || rung.looks) return lower;
    const r = this.programme.registers[rung.register], now = this.values[rung.register], then = this.entered[rung.register];
    const less = now.load === null ? then.steps < now.steps : then.load !== null && sign(r) * (now.load - then.load) > 0;
    if (less) this.values[rung.register] = then;
    return less || lower;
  }

  // The record of a visit on which all goes to plan.
  planned(visit) {
    const { lifts } = this.programme;
    return { run: "well", lifts: visit.lifts.map((lift) => ({ lift: lifts[lift].key, ...planned(lifts[lift].states[this.at[lift].state]) })) };
  }

  // Moves the lifts of a visit by what was written down of it, and then the recovery.
  record(visit, record) {
    const { runs } = this.programme.recovery;
    let done = false, legs = false;
    for (const lift of visit.lifts) {
      const result = resultOf(record, this.programme.lifts[lift].key), leg = this.#rung(lift, this.at[lift].state).leg_lift;
      this.#after(visit, lift, result, record.run);
      done ||= any(result);
      legs ||= leg && any(result);
    }
    if (legs && record.run) this.run = runs[this.run]?.[record.run === "badly" ? "bad" : "good"] ?? 0;
    if (done && record.day) Object.assign(this, { last: record.day, breaks: 0 });
  }

  #after(visit, lift, result, run) {
    const at = this.at[lift], l = this.programme.lifts[lift], below = this.#below(at), hurt = this.#hurts(result), done = any(result);
    at.light = Boolean(visit.week.light);
    if (hurt || done || below) {
      const pain = this.programme.recovery.pain[at.sore];
      at.sore = (hurt ? pain?.bad : pain?.good) ?? 0;
      at.held = below || hurt || this.#tired(this.#rung(lift, at.state), run);
    }
    if (!at.light && !visit.optional && !below && done && !this.#another(lift, at, result)) {
      this.#takeLoad(lift, result, hurt);
      const state = l.states[at.state];
      Object.assign(at, { wasEased: at.eased, eased: at.eased && at.held, was: this.is(lift), done: true, inWeek: true, lowered: false });
      at.class = this.#class(lift, state, result, run, hurt);
      if (at.class === "up") this.#up(lift, result);
      else if (at.class === "below") this.#take(lift, state.down);
      else if (!at.held || !state.week) this.#take(lift, state.same);
    }
    this.#note(lift);
  }

  // Whether another exercise was done than that of the rung on which the lift stands: its amounts and loads say nothing of this one.
  #another(lift, at, { exercise }) {
    return Boolean(exercise) && exercise !== this.#rung(lift, at.state).exercise;
  }

  #class(lift, state, result, run, hurt) {
    if (hurt) return "pain"; // what was not reached because it hurt is no miss
    const is = classOf(this.programme.lifts[lift], state, result);
    return is === "up" && this.#tired(this.#rung(lift, this.at[lift].state), run) ? "bad-run" : is;
  }

  // Goes on as far as the result meets the state that is reached, and one edge further where it felt easy and the last edge says so.
  #up(lift, result) {
    const l = this.programme.lifts[lift], at = this.at[lift];
    for (let left = l.states.length; left > 0; left--) {
      const { up } = l.states[at.state];
      this.#take(lift, up);
      if (up?.on && classOf(l, l.states[at.state], result) === "up") continue;
      if (up?.easy && result.effort === "easy") this.#take(lift, l.states[at.state].up);
      return;
    }
  }

  // Lets the register follow the load that was taken, where that is the load of the register. One that was harder and hurt is not asked
  // for again, nor one that was lighter for this visit alone.
  #takeLoad(lift, { load }, hurt) {
    const p = this.programme, at = this.at[lift], [first] = p.lifts[lift].states[at.state].sets, rung = this.#rung(lift, at.state), r = p.registers[rung.register];
    if (load === null || !r || rung.looks || !first || r.free || first.share || first.load !== undefined) return;
    const value = this.values[rung.register], plus = first.plus ?? 0, [shown] = shift(p, r, value, plus);
    if (shown.load !== null) {
      const more = sign(r) * (load - shown.load);
      if (more === 0 || (more > 0 && hurt)) return;
      if (at.eased && sign(r) * (load - eased(p, r, shown.load)) >= 0) return;
    }
    const taken = { load: shift(p, r, { load, steps: 0 }, -plus)[0].load, steps: value.steps };
    this.values[rung.register] = taken;
    if (this.entered[rung.register].load === null) this.entered[rung.register] = taken;
  }

  // Goes along an edge; without one a lift stays.
  #take(lift, edge) {
    const at = this.at[lift], { week } = this.programme.lifts[lift].states[at.state], { register, looks } = this.#rung(lift, at.state);
    at.blocked = false;
    if (!edge) return;
    if (register >= 0 && !looks && !this.#move(register, edge)) {
      at.blocked = true;
      if (edge.else !== undefined) return void (at.state = edge.else);
      if (edge.load > 0 && edge !== week) return;
    }
    at.state = edge.to;
  }

  // Moves a register as an edge says, and says whether there was such a load.
  #move(register, edge) {
    const p = this.programme, r = p.registers[register];
    let blocked = false;
    if (edge.load) [this.values[register], blocked] = shift(p, r, this.values[register], edge.load);
    if (edge.off) {
      const lower = off(p, r, this.values[register], edge.off);
      blocked = !lower;
      this.values[register] = lower ?? this.values[register];
    }
    return !blocked;
  }

  // Moves the lifts that go by weeks, when a full week begins that is not the first one of the phase.
  newWeek() {
    for (const lift of liftsOf(this.phase)) {
      const at = this.at[lift], { week } = this.programme.lifts[lift].states[at.state];
      if (week && !at.held && (week.always || at.inWeek)) this.#take(lift, week);
      at.inWeek = false;
    }
  }

  // Takes down on which rung a lift stands, unless another one has come further on the same ladder.
  #note(lift) {
    const { rungs, states } = this.programme.lifts[lift], { rung } = states[this.at[lift].was.state];
    for (const { exercise } of rungs.slice(0, rung)) {
      const before = rungs.findIndex((r) => r.exercise === this.climbing.get(exercise));
      if (!this.climbing.has(exercise) || (before >= 0 && before < rung)) this.climbing.set(exercise, rungs[rung].exercise);
    }
  }

  // The lifts of a session that are done on a day: near a race some are left out, and a table may leave one out in some weeks.
  left({ phase, week, day, session }) {
    if (day.spare === Everything) return [];
    return this.programme.phases[phase].sessions[session].lifts.filter((lift) => {
      const at = this.at[lift], state = this.programme.lifts[lift].states[week.light ? at.was.state : at.state];
      return !(day.spare === HeavyLegs && this.#rung(lift, at.was.state).legs) && state.sets.length > 0;
    });
  }
}
