package progression

// How long things take, in seconds. All are house rules; how long a repetition takes, the table of measures says. Queueing for
// equipment is not counted.
const (
	warmUpSeconds = 300 // at the beginning
	changeSeconds = 60  // from one exercise to the next
	setUpSeconds  = 10  // before each set
	rampSeconds   = 45  // a light set before the first one, where the exercise is done with a load
)

// Seconds returns how long a session takes, at the bottom and at the top of its ranges. In an easy week both are the same, as
// nobody goes beyond the target. A session without exercises takes no time.
//
//	work     = amount × its seconds × sides
//	exercise = sets × (work + 10 s) + (sets - 1) × rest + 45 s with a load
//	session  = 300 s + the exercises + 60 s between them
func Seconds(targets []Target, easy bool) (low, high int) {
	if len(targets) == 0 {
		return 0, 0
	}
	low = warmUpSeconds + changeSeconds*(len(targets)-1)
	high = low
	for i := range targets {
		t := &targets[i]
		bottom, top := t.span(easy)
		low += t.seconds(bottom)
		high += t.seconds(top)
	}
	return low, high
}

// Minutes returns the [Seconds] of a session in whole minutes, halves rounded up.
func Minutes(targets []Target, easy bool) [2]int {
	low, high := Seconds(targets, easy)
	return [2]int{(low + 30) / 60, (high + 30) / 60}
}

// Widen returns the range of minutes that holds two others, of which the first may be zero: none yet.
func Widen(a, b [2]int) [2]int {
	if a == ([2]int{}) {
		return b
	}
	return [2]int{min(a[0], b[0]), max(a[1], b[1])}
}

// TopMinutes returns how long the exercise takes at the top of its range, in whole minutes, halves rounded up: what it adds to the
// Minutes of its session, the change to the next one aside.
func (t *Target) TopMinutes() int {
	_, top := t.span(false)
	return (t.seconds(top) + 30) / 60
}

// span returns the fewest and the most of the amount that a set may have in a week.
func (t *Target) span(easy bool) (low, high int) {
	low, high = t.Prescription.Span()
	if easy || t.Most() > high {
		return t.Most(), t.Most()
	}
	return low, high
}

// seconds returns how long the exercise takes with this amount in a set.
func (t *Target) seconds(amount int) int {
	work, ramp := amount*t.Exercise.Measure.Facts().Takes, 0
	if t.PerSide {
		work *= 2
	}
	if t.Loaded {
		ramp = rampSeconds
	}
	return t.Count()*(work+setUpSeconds) + (t.Count()-1)*t.Rest + ramp
}
