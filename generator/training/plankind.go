package training

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/tomlfile"
)

// PlanKind is what a plan is for, where it is not a runner's whole strength training.
type PlanKind string

// The kinds of plans.
const (
	WholePlan  PlanKind = "" // all the strength training of its runners
	Supplement PlanKind = "supplement"
	Rehab      PlanKind = "rehab"
)

// PlanKindFacts is a row of the table of the kinds of plans that can be written.
type PlanKindFacts struct {
	Kind    PlanKind
	Meaning string // for authors
	// Pain says that a clinician has seen what hurts, so that the plan may say how much pain is all right.
	Pain Answer
	// CalvesAnyDay says that calf raises are the treatment: they stand on the days that it asks for, and do not count as work for the legs.
	CalvesAnyDay Answer
}

// planKindRows is the table of the kinds of plans. A test fails for a row that leaves something out.
var planKindRows = [...]PlanKindFacts{
	{Kind: Supplement, Meaning: "a few exercises beside other strength training", Pain: No, CalvesAnyDay: No},
	{Kind: Rehab, Meaning: "exercises for something that hurts and that a clinician has seen", Pain: Yes, CalvesAnyDay: Yes},
}

// PlanKinds returns the kinds of plans that can be written.
func PlanKinds() []PlanKind {
	return column(planKindRows[:], func(f PlanKindFacts) PlanKind { return f.Kind })
}

// Facts returns what is known about the kind of plan. Of a whole plan nothing is, which is the zero value.
func (k PlanKind) Facts() PlanKindFacts {
	return find(planKindRows[:], k, func(f PlanKindFacts) PlanKind { return f.Kind })
}

// CalvesCount reports whether calf raises with a load or to the limit count as work for the legs.
func (k PlanKind) CalvesCount() bool { return k.Facts().CalvesAnyDay != Yes }

// planKindMeanings explains the kinds of plans to authors: `"supplement" is a few exercises ...`
func planKindMeanings() string {
	list := column(planKindRows[:], func(f PlanKindFacts) string { return fmt.Sprintf("%q is %s", f.Kind, f.Meaning) })
	return strings.Join(list, "; ") + "."
}

// planKind reads what a plan is for, and how much pain it may cause.
func (r *reader) planKind(t *tomlfile.Table, p *Plan) {
	p.Kind, p.KindPos = PlanKind(t.String("kind")), valuePos(t, "kind")
	if p.Kind != WholePlan && p.Summary == "" && !written(t, "summary") {
		r.add(p.KindPos, "kind-without-summary", fmt.Sprintf("a plan of kind %q has to say what it is for.", p.Kind), `Write summary = "..." above it: it is printed on its page.`)
	}
	if !t.Has("pain_up_to") {
		return
	}
	if p.Kind.Facts().Pain != Yes && !t.Broken("kind") {
		r.add(t.KeyPos("pain_up_to"), "pain-outside-rehab", "only where a clinician has seen what hurts can a plan say how much pain is all right.", `Take pain_up_to out. For such a plan write kind = "rehab".`)
		return
	}
	if n := t.Int("pain_up_to"); n < 1 || n > mostPain {
		r.add(t.ValuePos("pain_up_to"), "bad-number", fmt.Sprintf("pain_up_to is of 10, from 1 to %d: above that no pain is all right.", mostPain), "Write what the clinician said, or take pain_up_to out.")
		return
	}
	p.PainUpTo = t.Int("pain_up_to")
}

// mostPain is the most of 10 that a plan can call all right (Silbernagel 2007).
const mostPain = 5
