package progression

import (
	"reflect"
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Said is what is said of a lift wherever it may stand: whoever walks its machine looks its sentences up, and need not know how they come
// about. A load that the walk knows stands in them as [Hole].
type Said struct {
	Row     *training.Row // the first of those that it stands for
	Exist   bool          // its first load is taken from a list of those that exist
	Moves   bool          // what is done of its table moves its load
	Keeps   bool          // nothing progresses in its phase
	Share   int           // of the body, in thousandths, with which it begins; 0: none
	Rungs   []SaidRung
	States  []SaidState
	Uneven  []Uneven
	Reasons []string // the names of the words with which a walk says what has moved
}

// SaidRung is what is said of a rung.
type SaidRung struct {
	Exercise *training.Exercise
	Do       quantity.Prescription // what is prescribed there, with its ranges
	Climbed  phrase.Phrase         // why the next one is done; zero on the last
}

// SaidState is what is said of a state: the rules by the [Room] beside its load, and why a lift begins with it. Paper says how much more the
// next load is, as for weights that follow the step.
type SaidState struct {
	Rule, Paper [Rooms][]phrase.Phrase
	Start       [Starts]phrase.Phrase
}

// Uneven is a sentence of paper that names a step, and the one that stands in its place for weights that do not follow the step.
type Uneven struct{ Even, Instead phrase.Phrase }

// What is known of the load with which a lift begins, and how many such cases there are.
const (
	UnknownStart = iota
	KnownStart
	OwnStart // the runner has said it
	Starts
)

// Room says which loads there are beside the one that a lift has: 0 where that is not known, else 1 and the sum of [HarderRoom] and
// [EasierRoom] where there are such.
type Room int

// The parts of a room, and how many rooms there are.
const (
	KnownRoom  Room = 1
	HarderRoom Room = 1
	EasierRoom Room = 2
	Rooms           = KnownRoom + HarderRoom + EasierRoom + 1
)

// Hole is a load that a walk fills in, as words write it: "{weight}".
func Hole() quantity.Load {
	return quantity.Load{Thousandths: 1, Unit: quantity.Level, Name: "{weight}"}
}

// room returns the room with the hole in the place of its load.
func (r Room) room() room {
	if r < KnownRoom {
		return room{easier: true}
	}
	of := room{known: true, easier: (r-KnownRoom)&EasierRoom != 0}
	if (r-KnownRoom)&HarderRoom != 0 {
		of.next = Hole()
	}
	return of
}

// Said returns what is said of the lifts of the machines.
func (p *Programme) Said() []Said {
	list := make([]Said, len(p.lifts))
	for i, l := range p.lifts {
		s := &list[i]
		*s = Said{Row: l.row(), Exist: len(l.rungs[0].loads.exist) > 0, Moves: l.moves(&l.rungs[0]), Keeps: l.maintain, Share: l.row().BodyShare}
		for k := range p.Machines.Lifts[i].States {
			x := p.placeIn(l, k)
			s.States = append(s.States, x.said())
			s.Uneven = append(s.Uneven, x.uneven()...)
			s.note(x.reasons()...)
		}
		for k := range l.rungs {
			s.Rungs = append(s.Rungs, l.saidRung(k))
		}
	}
	return list
}

func (s *Said) note(names ...string) {
	for _, name := range names {
		if !slices.Contains(s.Reasons, name) {
			s.Reasons = append(s.Reasons, name)
		}
	}
}

// placeIn returns the place of a lift in a state that is known to nobody but the walk.
func (p *Programme) placeIn(l *lift, state int) place {
	m := &p.Machines.Lifts[l.index]
	at := &machine.Position{State: state, Was: machine.Standing{State: state}}
	x := place{p: &projection{in: p.in, out: p, machines: p.Machines}, lift: l, m: m, at: at, is: at.Was}
	x.asked = machine.Target{State: state, Rung: m.States[state].Rung, Sets: make([]machine.Asked, m.States[state].Count())}
	return x
}

// said returns the rules of a state. Those of a lift without a load are the same in every room.
func (x *place) said() SaidState {
	var s SaidState
	for r := range Rooms {
		if x.room = r.room(); x.register() == nil {
			x.room = Room(0).room()
		}
		x.room.even = true
		s.Rule[r], s.Paper[r] = x.rule(), x.paperRule()
	}
	s.Start = x.starts()
	return s
}

// uneven returns the sentences of paper that differ by whether the weights follow the step.
func (x *place) uneven() (list []Uneven) {
	says := func(even bool) []phrase.Phrase {
		x.room = Room(0).room()
		x.room.even = even
		return append([]phrase.Phrase{x.paperNext()}, x.paperRule()...)
	}
	instead := says(false)
	for i, p := range says(true) {
		if !reflect.DeepEqual(p, instead[i]) {
			list = append(list, Uneven{p, instead[i]})
		}
	}
	return list
}

// saidRung returns what is said of a rung.
func (l *lift) saidRung(k int) SaidRung {
	r := &l.rungs[k]
	rung := SaidRung{Exercise: r.exercise, Do: r.do}
	rung.Do.PerSide = rung.Do.PerSide || r.exercise.PerSide
	if k+1 < len(l.rungs) {
		rung.Climbed = climbed(r, l.rungs[k+1].exercise)
	}
	return rung
}

// starts returns why a lift begins with a state.
func (x *place) starts() [Starts]phrase.Phrase {
	r := x.rung()
	t := Target{Exercise: r.exercise, Prescription: x.lift.dos[x.is.State], Loaded: r.exercise.Loaded()}
	var why [Starts]phrase.Phrase
	x.room.known = false
	why[UnknownStart] = x.whyStart(&t)
	x.room.known, t.Load, t.Maximum = true, Hole(), Hole()
	why[KnownStart] = x.whyStart(&t)
	hers := *x.lift
	hers.carriesOn, hers.ownStart = false, true
	of := *x
	of.lift = &hers
	why[OwnStart] = of.whyStart(&t)
	return why
}

// RowOf returns the row of a lift in a session of its phase.
func (p *Programme) RowOf(lift int, session string) *training.Row {
	l := p.lifts[lift]
	if i := slices.Index(l.sessions, session); i >= 0 {
		return l.rows[i]
	}
	return l.row()
}

// reasons returns the names of the words with which it is said what has moved a lift that was in this state.
func (x *place) reasons() []string {
	r, s := x.rung(), x.state()
	t := &Target{Exercise: r.exercise, Prescription: x.lift.dos[x.is.State], Loaded: r.exercise.Loaded()}
	var list []phrase.Phrase
	if r.model == training.Wave || r.model == training.ByWeeks {
		name := tableName(r)
		for _, end := range []string{"-same", "-new", "-again", "-light", "-heavier", "-week"} {
			list = append(list, phrase.New(name+end))
		}
	}
	for _, light := range []bool{false, true} {
		x.at.Light = light
		list = append(list, x.whyMore(t.Prescription, 1), x.whyMore(t.Prescription, 2))
	}
	for _, load := range []quantity.Load{{}, Hole()} {
		if t.Load = load; r.register >= 0 && s.Entry == 0 {
			list = append(list, x.whyHeavier(t, s), x.whyLighter(t))
		}
	}
	if r.max != nil {
		list = append(list, phrase.New("why-max"))
	}
	var names []string
	for _, p := range list {
		names = append(names, p.Word())
	}
	return names
}
