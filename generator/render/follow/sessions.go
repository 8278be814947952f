package follow

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
)

type (
	phaseData struct {
		Name     string        `json:"name,omitempty"`
		Sessions []sessionData `json:"sessions"`
	}
	sessionData struct {
		PerDay  int        `json:"per_day,omitempty"` // where it is more than one
		Minutes [3]*[2]int `json:"minutes"`           // in full weeks, easy ones and a taper, as far as the session comes there
		Rows    []rowData  `json:"rows"`
	}
	rowData struct {
		Rest   *[2]int     `json:"rest,omitempty"` // seconds
		Pause  string      `json:"pause,omitempty"`
		After  int         `json:"after,omitempty"`
		Group  string      `json:"group,omitempty"`
		Every  int         `json:"every,omitempty"`
		For    int         `json:"for,omitempty"`
		Tempo  string      `json:"tempo,omitempty"`
		Note   string      `json:"note,omitempty"`
		Or     string      `json:"or,omitempty"`
		WarmUp *warmUpData `json:"warm_up,omitempty"`
	}
	warmUpData struct {
		Do   string    `json:"do"` // what the plan says of it
		Unit string    `json:"unit"`
		Sets []setData `json:"sets"`
	}
	setData struct {
		N     int  `json:"n"`
		To    int  `json:"to,omitempty"`
		Share int  `json:"share,omitempty"`
		Load  *int `json:"load,omitempty"`
	}
)

// sessions writes what is beside the lifts of each session.
func (w *writer) sessions() {
	p := w.Programme
	for i := range p.Machines.Phases {
		m := &p.Machines.Phases[i]
		phase := phaseData{Name: p.Phases[i].Name, Sessions: make([]sessionData, len(m.Sessions))}
		for j := range m.Sessions {
			s := &phase.Sessions[j]
			w.visits(s, i, m.Sessions[j].Name)
			s.Rows = make([]rowData, len(m.Sessions[j].Lifts))
			for k, lift := range m.Sessions[j].Lifts {
				s.Rows[k] = w.row(i, p.RowOf(lift, m.Sessions[j].Name))
			}
		}
		w.data.Phases = append(w.data.Phases, phase)
	}
}

// visits says how long the visits of a session take.
func (w *writer) visits(s *sessionData, phase int, name string) {
	for _, visit := range w.weeks(phase) {
		light := machine.Full
		switch {
		case visit.Taper:
			light = machine.Taper
		case visit.Easy:
			light = machine.Easy
		}
		for i := range visit.Sessions {
			if of := &visit.Sessions[i]; of.Name == name {
				if of.PerDay > 1 {
					s.PerDay = of.PerDay
				}
				minutes := of.Minutes
				if before := s.Minutes[light]; before != nil {
					minutes = progression.Widen(*before, minutes)
				}
				s.Minutes[light] = &minutes
			}
		}
	}
}

// weeks returns the weeks of a phase.
func (w *writer) weeks(phase int) []progression.Week {
	of := &w.Programme.Phases[phase]
	return w.Programme.Weeks[of.First-1 : of.First-1+of.Weeks]
}

func (w *writer) row(phase int, row *training.Row) rowData {
	d := rowData{After: row.RestAfter, Group: row.Group, Every: row.Every, For: row.For, Tempo: w.Words.Tempo(row.Tempo), Note: row.Note}
	if rest := w.rest(phase, row); rest > 0 {
		from := row.RestFrom
		if from <= 0 {
			from = rest
		}
		d.Rest, d.Pause = &[2]int{from, rest}, w.Words.Rest(row.RestFrom, rest)
	}
	d.Or = w.exercise(w.Programme.Exercise(row.Or.ID))
	if !row.WarmUp.IsZero() {
		d.WarmUp = w.warmUp(row)
	}
	return d
}

// rest returns the seconds of rest after a set of a row, as its targets have it.
func (w *writer) rest(phase int, row *training.Row) int {
	weeks := w.weeks(phase)
	for i := range weeks {
		for j := range weeks[i].Sessions {
			for k := range weeks[i].Sessions[j].Targets {
				if t := &weeks[i].Sessions[j].Targets[k]; t.Row == row {
					return t.Rest
				}
			}
		}
	}
	return row.Rest
}

func (w *writer) warmUp(row *training.Row) *warmUpData {
	d := &warmUpData{Do: w.Words.Prescription(row.WarmUp), Unit: string(row.WarmUp.Unit)}
	for _, part := range row.WarmUp.Parts {
		set := setData{N: part.Low, Share: part.Share}
		if part.High > part.Low {
			set.To = part.High
		}
		if !part.Load.IsZero() {
			load := part.Load.Thousandths
			set.Load = &load
		}
		for range part.Sets {
			d.Sets = append(d.Sets, set)
		}
	}
	return d
}
