// The days on which a runner lifts: the weeks that follow from those that she chooses, and why each day is good or bad. All of it comes with
// follow.json, as the rules of training say; only whether two days follow each other is looked at here.

// The days of each week of the plan, as machine.js takes them; null where it is not the number of days that the plan has.
export function ownDays({ days: { n, spare, sets }, machines }, chosen) {
  if (!Array.isArray(chosen)) return null;
  const days = [...new Set(chosen)].filter((day) => Number.isInteger(day) && day >= 0 && day < 7).sort((a, b) => a - b);
  if (days.length !== n || days.length !== chosen.length) return null;
  const { phases, weeks = {} } = sets[days.join()] ?? {};
  const of = {};
  machines.phases.forEach((phase, i) => {
    for (const { number } of phase.weeks) {
      of[number] = (weeks[number] ?? phases?.[i] ?? days).map((day) => ({ day, spare: spare[number]?.[day] ?? 0 }));
    }
  });
  return of;
}

// Of each day of the week, Monday first, whether it is chosen, how lifting stands on it beside the others, "good", "fair" or "bad", and why.
export function dayReasons({ days, words }, chosen) {
  return days.fit.map(({ fit, why }, day) => {
    const before = (day + 6) % 7, next = (day + 1) % 7, beside = [before, next].find((d) => chosen.includes(d));
    if (fit === "bad" || !days.apart || beside === undefined) return { day, chosen: chosen.includes(day), fit, why };
    const [first, second] = beside === before ? [before, day] : [day, next];
    const apart = words["legs-apart"].replaceAll("{day}", days.names[first]).replaceAll("{next}", days.names[second]);
    return { day, chosen: chosen.includes(day), fit: "bad", why: apart };
  });
}
