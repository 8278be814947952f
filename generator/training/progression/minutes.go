package progression

import (
	"github.com/legpress/legpress/generator/training/quantity"
)

// How long things take, in seconds. All are house rules; how long a repetition takes, the table of measures says. Queueing for
// equipment is not counted.
const (
	warmUpSeconds = 300 // at the beginning
	changeSeconds = 60  // from one exercise to the next
	setUpSeconds  = 10  // before each set; in a group it is done in the rest before it
	rampSeconds   = 45  // a light set before the first one, where the exercise is done with a load
	openMore      = 5   // repetitions that an open set has beyond its number, at the top
)

// Seconds returns how long a session takes, at the bottom and at the top of its ranges. In an easy week nobody goes beyond the target, and
// they differ only where a rest is a range. A session without exercises takes no time.
//
//	work     = amount × its seconds × sides
//	exercise = sets × (work + 10 s) + (sets - 1) × rest + 45 s for each warm-up set, of which one with a load has at least one
//	group    = the sets of all rounds, each with the rest behind it, or with 10 s where that is less, + the warm-up sets
//	by clock = the rounds × their time, or the time for which rounds are done, + the warm-up sets
//	session  = 300 s + the exercises and groups + 60 s between them, or the rest after them where that is more
func Seconds(targets []Target, easy bool) (low, high int) {
	if len(targets) == 0 {
		return 0, 0
	}
	for i, took := range each(targets, easy) {
		low, high = low+took[0], high+took[1]
		if i+1 < len(targets) && !sameGroup(&targets[i], &targets[i+1]) {
			change := max(changeSeconds, targets[i].Row.RestAfter)
			low, high = low+change, high+change
		}
	}
	return low + warmUpSeconds, high + warmUpSeconds
}

// Minutes returns the [Seconds] of a session in whole minutes, halves rounded up.
func Minutes(targets []Target, easy bool) [2]int {
	low, high := Seconds(targets, easy)
	return [2]int{inMinutes(low), inMinutes(high)}
}

// TopMinutes returns how long each exercise takes at the top of its range, in whole minutes, halves rounded up: what it adds to the
// Minutes of its session, the change to the next one aside.
func TopMinutes(targets []Target) []int {
	var list []int
	for _, took := range each(targets, false) {
		list = append(list, inMinutes(took[1]))
	}
	return list
}

func inMinutes(seconds int) int { return (seconds + 30) / 60 }

// Widen returns the range of minutes that holds two others, of which the first may be zero: none yet.
func Widen(a, b [2]int) [2]int {
	if a == ([2]int{}) {
		return b
	}
	return [2]int{min(a[0], b[0]), max(a[1], b[1])}
}

// each returns how many seconds each exercise takes, at the bottom and at the top.
func each(targets []Target, easy bool) [][2]int {
	var all [][2]int
	for _, b := range Blocks(targets) {
		took := b.seconds(easy)
		for i := range took {
			ramp := b[i].rampSeconds()
			all = append(all, [2]int{took[i][0] + ramp, took[i][1] + ramp})
		}
	}
	return all
}

// seconds returns how long each exercise of a block takes, with the rests behind its sets, at the bottom and at the top.
func (b Block) seconds(easy bool) [][2]int {
	if b.For() > 0 {
		return b.share([2]int{b.For(), b.For()})
	}
	took, turns := make([][2]int, len(b)), b.turns()
	if len(turns) == 0 {
		return took
	}
	for i, now := range turns {
		t := &took[now.target]
		t[0] += b[now.target].work(now.set, false, easy)
		t[1] += b[now.target].work(now.set, true, easy)
		if i+1 == len(turns) {
			break
		}
		shortest, longest := b.gap(now, turns[i+1])
		t[0], t[1] = t[0]+shortest, t[1]+longest
	}
	took[turns[0].target][0] += setUpSeconds
	took[turns[0].target][1] += setUpSeconds
	if clock := b.Rounds() * b.Every(); clock > 0 {
		return b.share([2]int{max(clock, sum(took, 0)), max(clock, sum(took, 1))})
	}
	return took
}

// gap returns the seconds between two sets of a block. By itself an exercise is set up after its rest. Who goes from one
// exercise of a group to the next uses the rest for it.
func (b Block) gap(now, next turn) (shortest, longest int) {
	shortest, longest = b.pause(now, next)
	if b.InTurn() {
		return max(shortest, setUpSeconds), max(longest, setUpSeconds)
	}
	return shortest + setUpSeconds, longest + setUpSeconds
}

// share divides the time of a block among its exercises, the remainder to the first.
func (b Block) share(whole [2]int) [][2]int {
	n := len(b)
	took := make([][2]int, n)
	for end := range whole {
		for i := range took {
			took[i][end] = whole[end] / n
		}
		took[0][end] += whole[end] % n
	}
	return took
}

func sum(took [][2]int, end int) int {
	n := 0
	for _, t := range took {
		n += t[end]
	}
	return n
}

func sameGroup(a, b *Target) bool { return a.Row.Group != "" && a.Row.Group == b.Row.Group }

// rampSeconds returns how long the sets before the first one take.
func (t *Target) rampSeconds() int {
	seconds := 0
	for _, part := range t.Row.WarmUp.Parts {
		seconds += part.Sets * max(rampSeconds, t.effort(part.High, t.Row.WarmUp.Unit)+setUpSeconds)
	}
	if seconds == 0 && t.Loaded {
		return rampSeconds
	}
	return seconds
}

// work returns how many seconds the nth set takes, from 0, at the bottom or at the top of its range. What has grown beyond its first
// number takes the time of what it has become.
func (t *Target) work(n int, top, easy bool) int {
	set, part := t.Sets[n], t.part(n)
	amount := part.Low
	switch {
	case easy || set.Amount > part.High:
		amount = set.Amount
	case top:
		amount = part.High
	}
	if top && set.Open && t.Prescription.Unit == quantity.Repetitions {
		amount = max(amount+openMore, t.Row.Last)
	}
	return t.effort(amount, t.Prescription.Unit)
}

// part returns the part of the prescription that the nth set belongs to, from 0.
func (t *Target) part(n int) quantity.Part {
	var part quantity.Part
	for _, part = range t.Prescription.Parts {
		if n -= part.Sets; n < 0 {
			break
		}
	}
	return part
}

// effort returns how many seconds an amount takes, on both sides where each has its own. A unit that is not the exercise's own is the
// clock's. A repetition has the tempo of the plan, or the time that the measure gives it; a step is half of one.
func (t *Target) effort(amount int, unit quantity.AmountUnit) int {
	measure := t.Exercise.Measure.Facts()
	if unit == measure.Unit {
		one := measure.Takes
		if tempo := t.Row.Tempo; tempo != (quantity.Tempo{}) && unit == quantity.Repetitions {
			one = tempo.Down + tempo.Hold + tempo.Up
		}
		amount *= one
		if t.Prescription.Steps {
			amount = (amount + 1) / 2
		}
	}
	if t.PerSide {
		amount *= 2
	}
	return amount
}
