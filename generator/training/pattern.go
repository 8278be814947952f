package training

import "github.com/legpress/legpress/generator/training/quantity"

// Pattern is a movement pattern.
type Pattern string

// The movement patterns.
const (
	Squat     Pattern = "squat"
	Hinge     Pattern = "hinge"
	SingleLeg Pattern = "single-leg"
	Push      Pattern = "push"
	Pull      Pattern = "pull"
	Calf      Pattern = "calf"
	Core      Pattern = "core"
	Carry     Pattern = "carry"
	Jump      Pattern = "jump"
	Isolation Pattern = "isolation" // one joint and its small muscles by themselves, calves and trunk aside
)

// PatternFacts is a row of the table of movement patterns.
type PatternFacts struct {
	Pattern        Pattern
	Group          Group
	Covers         []Group // that it trains as well
	UnloadedCovers []Group // that it trains as well when it is done without a load

	TiresLegs      Answer // the legs need a day before the next hard run
	HeavyTiresLegs Answer // they need it where it is done with a load or to the limit
	LowerBody      Answer // two such exercises in a row tire the same muscles of the legs
	MultiJoint     Answer // it moves several joints, needs one fresh and, with a load, long rests
	Small          Answer // it moves one joint, and comes after the lifts
	Lands          Answer // landings are counted instead of sets and repetitions, and tire the legs even without a load
	Walked         Answer // it may last longer than a hold
	RestsLegs      Answer // the legs rest while it is done
	WideRange      Answer // its muscles are small for the next load, so it needs a wide range of repetitions

	// Body is how much a runner of 65 kg lifts beside the load (house rule): in a squat about 0.65 of the body, on one leg and in a
	// calf raise more, in a hinge the upper half.
	Body quantity.Load
	// BodyWorn is the same where the load is worn on the body, as a vest is (house rule).
	BodyWorn quantity.Load
	// First is how heavy a first weight may be.
	First FirstWeight
}

// patternRows is the table of movement patterns, in the order of lists and plans: lower body first. A test fails for a row that leaves
// something out.
var patternRows = [...]PatternFacts{
	{
		Pattern: Squat, Group: Legs, Covers: []Group{Hips}, UnloadedCovers: []Group{},
		TiresLegs: Yes, HeavyTiresLegs: Yes, LowerBody: Yes, MultiJoint: Yes, Small: No, Lands: No, Walked: No, RestsLegs: No, WideRange: No,
		Body: kilograms(42), BodyWorn: kilograms(42),
		First: FirstWeight{Judged: Yes, One: heaviest(16, 35), Each: heaviest(10, 25), OneLeg: heaviest(10, 25)},
	},
	{
		Pattern: Hinge, Group: Hips, Covers: []Group{}, UnloadedCovers: []Group{},
		TiresLegs: Yes, HeavyTiresLegs: Yes, LowerBody: Yes, MultiJoint: Yes, Small: No, Lands: No, Walked: No, RestsLegs: No, WideRange: No,
		Body: kilograms(30), BodyWorn: kilograms(30),
		First: FirstWeight{Judged: Yes, One: heaviest(16, 35), Each: heaviest(10, 25), OneLeg: heaviest(10, 25), FromFloor: heaviest(40, 95)},
	},
	{
		Pattern: SingleLeg, Group: Legs, Covers: []Group{}, UnloadedCovers: []Group{},
		TiresLegs: Yes, HeavyTiresLegs: Yes, LowerBody: Yes, MultiJoint: Yes, Small: No, Lands: No, Walked: No, RestsLegs: No, WideRange: No,
		Body: kilograms(50), BodyWorn: kilograms(50),
		First: FirstWeight{Judged: Yes, OneLeg: heaviest(10, 25)},
	},
	{
		Pattern: Push, Group: Pushes, Covers: []Group{}, UnloadedCovers: []Group{Trunk}, // a push-up, or its hold
		TiresLegs: No, HeavyTiresLegs: No, LowerBody: No, MultiJoint: Yes, Small: No, Lands: No, Walked: No, RestsLegs: Yes, WideRange: Yes,
		Body: kilograms(0), BodyWorn: kilograms(42),
		First: FirstWeight{Judged: Yes, One: heaviest(10, 25), Each: heaviest(10, 25)},
	},
	{
		Pattern: Pull, Group: Pulls, Covers: []Group{}, UnloadedCovers: []Group{},
		TiresLegs: No, HeavyTiresLegs: No, LowerBody: No, MultiJoint: Yes, Small: No, Lands: No, Walked: No, RestsLegs: Yes, WideRange: Yes,
		Body: kilograms(0), BodyWorn: kilograms(42),
		First: FirstWeight{Judged: Yes, One: heaviest(10, 25), Each: heaviest(10, 25), FromFloor: heaviest(30, 70)},
	},
	{
		Pattern: Calf, Group: Calves, Covers: []Group{}, UnloadedCovers: []Group{},
		TiresLegs: No, HeavyTiresLegs: Yes, LowerBody: Yes, MultiJoint: No, Small: Yes, Lands: No, Walked: No, RestsLegs: No, WideRange: No,
		Body: kilograms(60), BodyWorn: kilograms(60),
		First: FirstWeight{Judged: No},
	},
	{
		Pattern: Core, Group: Trunk, Covers: []Group{}, UnloadedCovers: []Group{},
		TiresLegs: No, HeavyTiresLegs: No, LowerBody: No, MultiJoint: No, Small: Yes, Lands: No, Walked: No, RestsLegs: Yes, WideRange: No,
		Body: kilograms(0), BodyWorn: kilograms(42),
		First: FirstWeight{Judged: No},
	},
	{
		Pattern: Carry, Group: Trunk, Covers: []Group{}, UnloadedCovers: []Group{},
		TiresLegs: No, HeavyTiresLegs: No, LowerBody: No, MultiJoint: No, Small: No, Lands: No, Walked: Yes, RestsLegs: No, WideRange: No,
		Body: kilograms(0), BodyWorn: kilograms(42),
		First: FirstWeight{Judged: Yes, One: heaviest(10, 25), Each: heaviest(10, 25)},
	},
	{
		Pattern: Jump, Group: Calves, Covers: []Group{}, UnloadedCovers: []Group{},
		TiresLegs: Yes, HeavyTiresLegs: Yes, LowerBody: No, MultiJoint: No, Small: No, Lands: Yes, Walked: No, RestsLegs: No, WideRange: No,
		Body: kilograms(0), BodyWorn: kilograms(42),
		First: FirstWeight{Judged: No},
	},
	{
		Pattern: Isolation, Group: SingleJoints, Covers: []Group{}, UnloadedCovers: []Group{},
		// Two of them in a row are a thigh raised to the side and a foot raised by the shin: not the same muscles.
		TiresLegs: No, HeavyTiresLegs: No, LowerBody: No, MultiJoint: No, Small: Yes, Lands: No, Walked: No, RestsLegs: No, WideRange: Yes,
		Body: kilograms(0), BodyWorn: kilograms(42),
		First: FirstWeight{Judged: No},
	},
}

func kilograms(n int) quantity.Load {
	return quantity.Load{Thousandths: 1000 * n, Unit: quantity.Kilogram}
}

// Patterns returns the movement patterns in the order of lists and plans.
func Patterns() []Pattern {
	return column(patternRows[:], func(f PatternFacts) Pattern { return f.Pattern })
}

// Facts returns what is known about the pattern. Of one that is not in the table nothing is known, which is the zero value.
func (p Pattern) Facts() PatternFacts {
	return find(patternRows[:], p, func(f PatternFacts) Pattern { return f.Pattern })
}

// Group is a group of movement patterns that stand in for each other: where a week needs the group, it needs one of them.
type Group string

// The groups of movement patterns.
const (
	Legs   Group = "legs"
	Pulls  Group = "pulls"
	Pushes Group = "pushes"
	Hips   Group = "hips"
	Calves Group = "calves"
	Trunk  Group = "trunk"
	// SingleJoints is what a plan may add and no week has to have.
	SingleJoints Group = "single joints"
)

// GroupFacts is a row of the table of groups.
type GroupFacts struct {
	Group    Group
	Exercise string // in messages: "this plan has no ..."
	Sets     string // in messages: "... has 2 sets a week"; the sets of groups with the same words are counted together
	Needed   Answer // a week without it lacks something, and one with it needs enough sets of it
	ForAll   Answer // plans for beginners need it, too
}

// Groups returns the table of groups, the most needed first: legs, a pull and a push make a whole plan (Iversen 2021). A test fails for
// a row that leaves something out.
func Groups() []GroupFacts {
	return []GroupFacts{
		{Group: Legs, Exercise: "squat or single-leg exercise", Sets: "squat, hinge or single-leg work", Needed: Yes, ForAll: Yes},
		{Group: Pulls, Exercise: "pull", Sets: "pull", Needed: Yes, ForAll: Yes},
		{Group: Pushes, Exercise: "push", Sets: "push", Needed: Yes, ForAll: Yes},
		{Group: Hips, Exercise: "hinge or squat", Sets: "squat, hinge or single-leg work", Needed: Yes, ForAll: Yes},
		{Group: Calves, Exercise: "calf exercise", Sets: "calf work", Needed: Yes, ForAll: No},
		{Group: Trunk, Exercise: "trunk exercise", Sets: "trunk work", Needed: Yes, ForAll: No},
		{Group: SingleJoints, Exercise: "isolation exercise", Sets: "isolation work", Needed: No, ForAll: No},
	}
}

// Facts returns what is known about the group; the zero value where there is no such group.
func (g Group) Facts() GroupFacts {
	return find(Groups(), g, func(f GroupFacts) Group { return f.Group })
}
