package follow

import "slices"

// asked are the words that the script needs for every programme.
func asked() []string {
	return []string{
		"decimal", "label", "each-side", "steps", "rm", "at-share", "help", "body-share", "you-choose", "rm-load", "open-set", "warm-up-sets",
		"steps-up-one", "steps-up-many", "steps-harder-one", "steps-harder-many",
		"next-easy", "next-easy-last", "next-taper", "next-pain", "next-fewer", "always-light",
		"why-after-race", "why-easy", "why-easy-bottom", "why-easy-load", "why-easy-load-bottom", "why-taper", "why-taper-half", "why-taper-load", "why-taper-load-half",
		"why-pain", "why-pain-below", "why-pain-instead", "why-pain-out", "why-break", "why-break-lighter", "why-fewer-sets", "why-rung-down", "why-start-lowered",
		"why-from-bottom", "why-below", "why-not-all", "why-not-done", "why-hard", "why-bad-run", "why-top-help", "why-top-load", "why-top-amount", "why-top-rung",
		"why-confirmed", "why-same-as-last-time", "why-same-as-before",
	}
}

// words notes the words of the programme: those of every one, and of its units.
func (w *writer) words() {
	for _, name := range asked() {
		w.word(name)
	}
	var units []string
	for i := range w.Programme.Machines.Lifts {
		for _, r := range w.Programme.Machines.Lifts[i].Rungs {
			if !slices.Contains(units, r.Unit) {
				units = append(units, r.Unit)
			}
		}
	}
	for _, unit := range units {
		w.word(unit)
	}
}
