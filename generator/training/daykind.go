package training

// DayKind is what a runner does on a day of the running week.
type DayKind string

// The kinds of day.
const (
	Rest   DayKind = "rest"
	Easy   DayKind = "easy"
	Medium DayKind = "medium"
	Hard   DayKind = "hard"
	Long   DayKind = "long"
)

// DayFacts is a row of the table of the kinds of day.
type DayFacts struct {
	Kind      DayKind
	Run       Answer // there is a run, and lifting comes after it
	Hard      Answer // the legs have to be fresh for it
	LiftPlace int    // in the order of the kinds on which lifting stands, 1 being the best (house rule)
	Article   string // with which it stands in messages
}

// dayRows is the table of the kinds of day, from nothing to the most. A test fails for a row that leaves something out.
var dayRows = [...]DayFacts{
	{Kind: Rest, Run: No, Hard: No, LiftPlace: 4, Article: "a rest"},
	{Kind: Easy, Run: Yes, Hard: No, LiftPlace: 2, Article: "an easy"},
	{Kind: Medium, Run: Yes, Hard: No, LiftPlace: 1, Article: "a medium"},
	{Kind: Hard, Run: Yes, Hard: Yes, LiftPlace: 3, Article: "a hard"},
	{Kind: Long, Run: Yes, Hard: Yes, LiftPlace: 5, Article: "a long"},
}

// DayKinds returns what a runner can do on a day, from nothing to the most.
func DayKinds() []DayKind {
	return column(dayRows[:], func(f DayFacts) DayKind { return f.Kind })
}

// Facts returns what is known about the kind of day. One that is not in the table is a rest day.
func (k DayKind) Facts() DayFacts {
	if f := find(dayRows[:], k, func(f DayFacts) DayKind { return f.Kind }); f.Kind != "" {
		return f
	}
	return dayRows[0]
}

// IsHard reports whether the legs have to be fresh for the day's run.
func (k DayKind) IsHard() bool { return k.Facts().Hard == Yes }
