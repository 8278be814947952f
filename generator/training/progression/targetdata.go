package progression

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

type (
	targetData struct {
		Exercise     string            `json:"exercise"`
		Name         string            `json:"name"`
		Lift         string            `json:"lift"`
		Rung         int               `json:"rung"`
		Or           string            `json:"or,omitempty"`
		Prescription prescriptionData  `json:"prescription"`
		Sets         []setData         `json:"sets"`
		LoadKind     training.LoadKind `json:"load_kind"`
		LoadSteps    int               `json:"load_steps"`
		Hands        int               `json:"hands,omitempty"`
		BodyMass     int               `json:"body_mass_thousandths,omitempty"`
		Group        string            `json:"group,omitempty"`
		Every        int               `json:"every_seconds,omitempty"`
		For          int               `json:"for_seconds,omitempty"`
		Rest         int               `json:"rest_seconds"`
		RestFrom     int               `json:"rest_from_seconds,omitempty"`
		RestAfter    int               `json:"rest_after_seconds,omitempty"`
		Tempo        *[3]int           `json:"tempo_seconds,omitempty"`
		WarmUp       []setData         `json:"warm_up,omitempty"`
		Note         string            `json:"note,omitempty"`
		Rule         textData          `json:"rule"`
		Why          textData          `json:"why"`
	}
	prescriptionData struct {
		Unit    quantity.AmountUnit `json:"unit"`
		Steps   bool                `json:"steps"`
		PerSide bool                `json:"per_side"`
		Parts   []partData          `json:"parts"`
	}
	partData struct {
		Sets  int  `json:"sets"`
		Low   int  `json:"low"`
		High  int  `json:"high"`
		Open  bool `json:"open,omitempty"`
		RM    bool `json:"rm,omitempty"`
		Share int  `json:"share_thousandths,omitempty"`
		*loadData
	}
	setData struct {
		Reps    int  `json:"reps,omitempty"`
		Seconds int  `json:"seconds,omitempty"`
		Metres  int  `json:"metres,omitempty"`
		Top     int  `json:"top,omitempty"`
		Open    bool `json:"open,omitempty"`
		RM      bool `json:"rm,omitempty"`
		Share   int  `json:"share_thousandths,omitempty"`
		*loadData
	}
	// loadData is a load. Of a level there are no grams.
	loadData struct {
		Grams *int   `json:"load_grams"`
		Load  string `json:"load,omitempty"`
	}
)

// noLoad is the kind of load of an exercise that is done without one.
const noLoad training.LoadKind = "none"

func (t *Target) data(v voice) targetData {
	row, do := t.Row, t.Prescription
	do.PerSide = t.PerSide
	d := targetData{
		Exercise: t.Exercise.ID, Name: t.Exercise.Name, Lift: t.Lift, Rung: t.Rung, Or: row.Or.ID,
		Prescription: prescriptionOf(do), Sets: t.sets(do.Unit, t.Sets),
		LoadKind: t.loadKind(), LoadSteps: t.Steps, Hands: t.Exercise.Hands, BodyMass: row.BodyShare,
		Group: row.Group, Every: row.Every, For: row.For, Rest: t.Rest, RestFrom: row.RestFrom, RestAfter: row.RestAfter,
		WarmUp: t.sets(row.WarmUp.Unit, t.WarmUp), Note: row.Note, Rule: v.data(t.Rule...), Why: v.data(t.Why),
	}
	if tempo := row.Tempo; tempo != (quantity.Tempo{}) {
		d.Tempo = &[3]int{tempo.Down, tempo.Hold, tempo.Up}
	}
	return d
}

// loadKind returns what the exercise is made harder with.
func (t *Target) loadKind() training.LoadKind {
	switch {
	case !t.Loaded:
		return noLoad
	case t.Exercise.Load == "": // measure = "load" says it
		return training.LoadWeight
	}
	return t.Exercise.Load
}

func prescriptionOf(p quantity.Prescription) prescriptionData {
	d := prescriptionData{Unit: p.Unit, Steps: p.Steps, PerSide: p.PerSide, Parts: make([]partData, len(p.Parts))}
	for i, part := range p.Parts {
		d.Parts[i] = partData{Sets: part.Sets, Low: part.Low, High: part.High, Open: part.Open, RM: part.RM, Share: part.Share}
		if !part.Load.IsZero() {
			load := loadOf(part.Load)
			d.Parts[i].loadData = &load
		}
	}
	return d
}

// sets returns sets of the target as data, by the unit that they are counted in.
func (t *Target) sets(unit quantity.AmountUnit, list []Set) []setData {
	data := make([]setData, len(list))
	for i, s := range list {
		d := &data[i]
		switch unit {
		case quantity.Repetitions:
			d.Reps = s.Amount
		case quantity.Seconds:
			d.Seconds = s.Amount
		case quantity.Metres:
			d.Metres = s.Amount
		}
		if s.Top > s.Amount {
			d.Top = s.Top
		}
		d.Open, d.RM, d.Share = s.Open, s.RM, s.Share
		if t.Loaded {
			load := loadOf(s.Load)
			d.loadData = &load
		}
	}
	return data
}

func loadOf(l quantity.Load) loadData {
	d := loadData{Load: l.String()}
	if grams := l.Grams(); !l.IsZero() && l.Unit != quantity.Level {
		d.Grams = &grams
	}
	return d
}
