package training

import "slices"

// noEquipment is what an author writes for an exercise that needs nothing.
const noEquipment = "none"

// EquipmentFacts is a row of the table of equipment.
type EquipmentFacts struct {
	Name string
	Worn Answer // on the body, which is lifted with it
	Bar  Answer // it is heavy even when it is empty, so that a new plan prefers something else
	// Lifted says that it makes an exercise harder by its weight or its pull, so that one such thing stands in for another.
	Lifted Answer
	// Helps says that it can take some of the body's weight, so that 0 of it is something to work towards.
	Helps Answer
	// Stamped says that it is sold with kilograms and pounds on it.
	Stamped Answer
	// Weighed says that the number on it is the weight that is lifted, which it is not on a stack with pulleys or a band.
	Weighed Answer
}

// equipmentRows is the table of equipment, in the order of lists. A test fails for a row that leaves something out.
var equipmentRows = [...]EquipmentFacts{
	{Name: noEquipment, Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
	{Name: "dumbbell", Worn: No, Bar: No, Lifted: Yes, Helps: No, Stamped: No, Weighed: Yes},
	{Name: "kettlebell", Worn: No, Bar: No, Lifted: Yes, Helps: No, Stamped: Yes, Weighed: Yes},
	{Name: "barbell", Worn: No, Bar: Yes, Lifted: Yes, Helps: No, Stamped: No, Weighed: Yes},
	{Name: "trap-bar", Worn: No, Bar: Yes, Lifted: Yes, Helps: No, Stamped: No, Weighed: Yes},
	{Name: "plate", Worn: No, Bar: No, Lifted: Yes, Helps: No, Stamped: No, Weighed: Yes},
	{Name: "sandbag", Worn: No, Bar: No, Lifted: Yes, Helps: No, Stamped: No, Weighed: Yes},
	{Name: "weight-vest", Worn: Yes, Bar: No, Lifted: Yes, Helps: No, Stamped: No, Weighed: Yes},
	{Name: "backpack", Worn: Yes, Bar: No, Lifted: Yes, Helps: No, Stamped: No, Weighed: Yes},
	{Name: "band", Worn: No, Bar: No, Lifted: Yes, Helps: Yes, Stamped: No, Weighed: No},
	{Name: "cable", Worn: No, Bar: No, Lifted: Yes, Helps: Yes, Stamped: No, Weighed: No},
	{Name: "machine", Worn: No, Bar: No, Lifted: Yes, Helps: Yes, Stamped: No, Weighed: No},
	{Name: "medicine-ball", Worn: No, Bar: No, Lifted: Yes, Helps: No, Stamped: No, Weighed: Yes},
	{Name: "pull-up-bar", Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
	{Name: "suspension-trainer", Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
	{Name: "box", Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
	{Name: "bench", Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
	{Name: "step", Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
	{Name: "chair", Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
	{Name: "wall", Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
	{Name: "mat", Worn: No, Bar: No, Lifted: No, Helps: No, Stamped: No, Weighed: No},
}

// EquipmentNames returns the equipment that an exercise can need, "none" first.
func EquipmentNames() []string {
	return column(equipmentRows[:], func(f EquipmentFacts) string { return f.Name })
}

// EquipmentOf returns what is known about a piece of equipment; the zero value where there is no such thing.
func EquipmentOf(name string) EquipmentFacts {
	return find(equipmentRows[:], name, func(f EquipmentFacts) string { return f.Name })
}

// Alternatives returns the equipment one piece of which is enough for the exercise: what is lifted, or else all that it names.
func (e *Exercise) Alternatives() []string {
	var lifted []string
	for _, name := range e.Equipment {
		if EquipmentOf(name).Lifted == Yes {
			lifted = append(lifted, name)
		}
	}
	if len(lifted) > 0 {
		return lifted
	}
	return e.Equipment
}

// needs reports whether an exercise needs a piece of equipment of some kind.
func (e *Exercise) needs(kind func(EquipmentFacts) bool) bool {
	return slices.ContainsFunc(equipmentRows[:], func(f EquipmentFacts) bool {
		return kind(f) && slices.Contains(e.Equipment, f.Name)
	})
}

// IsWorn reports whether some of what the exercise needs is worn on the body.
func (e *Exercise) IsWorn() bool {
	return e.needs(func(f EquipmentFacts) bool { return f.Worn == Yes })
}

// WithBar reports whether the exercise needs a bar.
func (e *Exercise) WithBar() bool {
	return e.needs(func(f EquipmentFacts) bool { return f.Bar == Yes })
}
