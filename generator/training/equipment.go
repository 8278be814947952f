package training

import "slices"

// noEquipment is what an author writes for an exercise that needs nothing.
const noEquipment = "none"

// EquipmentFacts is a row of the table of equipment.
type EquipmentFacts struct {
	Name string
	Worn Answer // on the body, which is lifted with it
	Bar  Answer // it is heavy even when it is empty, so that a new plan prefers something else
}

// equipmentRows is the table of equipment, in the order of lists. A test fails for a row that leaves something out.
var equipmentRows = [...]EquipmentFacts{
	{Name: noEquipment, Worn: No, Bar: No},
	{Name: "dumbbell", Worn: No, Bar: No},
	{Name: "kettlebell", Worn: No, Bar: No},
	{Name: "barbell", Worn: No, Bar: Yes},
	{Name: "trap-bar", Worn: No, Bar: Yes},
	{Name: "plate", Worn: No, Bar: No},
	{Name: "sandbag", Worn: No, Bar: No},
	{Name: "weight-vest", Worn: Yes, Bar: No},
	{Name: "backpack", Worn: Yes, Bar: No},
	{Name: "band", Worn: No, Bar: No},
	{Name: "cable", Worn: No, Bar: No},
	{Name: "machine", Worn: No, Bar: No},
	{Name: "medicine-ball", Worn: No, Bar: No},
	{Name: "pull-up-bar", Worn: No, Bar: No},
	{Name: "suspension-trainer", Worn: No, Bar: No},
	{Name: "box", Worn: No, Bar: No},
	{Name: "bench", Worn: No, Bar: No},
	{Name: "step", Worn: No, Bar: No},
	{Name: "chair", Worn: No, Bar: No},
	{Name: "wall", Worn: No, Bar: No},
	{Name: "mat", Worn: No, Bar: No},
}

// EquipmentNames returns the equipment that an exercise can need, "none" first.
func EquipmentNames() []string {
	return column(equipmentRows[:], func(f EquipmentFacts) string { return f.Name })
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
