package tomlfile

// planFormat is like the format of a plan, with one key of every kind.
func planFormat() *Format {
	row := &Format{Name: "exercise", Keys: []Key{
		{Name: "exercise", Kind: String, Required: true, Example: `"goblet-squat"`},
		{Name: "do", Kind: String, Required: true, Example: `"3 x 8-12"`},
		{Name: "rest", Kind: String, Example: `"2 min"`},
		{Name: "start", Kind: String, Example: `"8 kg"`},
		{Name: "step", Kind: String, Example: `"2 kg"`},
		{Name: "weights", Kind: Strings, Example: `["8 kg", "10 kg"]`},
	}}
	session := &Format{Name: "session", Keys: []Key{
		{Name: "name", Kind: String, Example: `"A"`},
		{Name: "exercises", Kind: Tables, Required: true, Table: row, Example: `[{ exercise = "goblet-squat", do = "3 x 8-12" }]`},
	}}
	phase := &Format{Name: "phase", Keys: []Key{
		{Name: "name", Kind: String, Required: true, Example: `"Base"`},
		{Name: "weeks", Kind: Integer, Example: "6"},
		{Name: "session", Kind: Tables, Table: session},
	}}
	return &Format{Name: "plan", Keys: []Key{
		{Name: "title", Kind: String, Required: true, Example: `"First eight weeks"`},
		{Name: "pattern", Kind: String, OneOf: []string{"squat", "hinge", "push", "pull"}, Example: `"squat"`},
		{Name: "weeks", Kind: Integer, Example: "8"},
		{Name: "date", Kind: Date, Example: "2026-03-01"},
		{Name: "draft", Kind: Boolean, Example: "true"},
		{Name: "cues", Kind: Strings, Example: `["Sit down.", "Stand up."]`},
		{Name: "lift_on", Kind: Strings, OneOf: []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}, Example: `["tue", "fri"]`},
		{Name: "minutes", Kind: Integers, Example: "[30, 45]"},
		{Name: "about", Kind: Markdown, Example: `"""..."""`},
		{Name: "picture", Kind: String, Example: `"goblet-squat.svg"`},
		{Name: "running_week", Kind: SubTable, Table: &Format{Name: "running week", Keys: []Key{
			{Name: "mon", Kind: String, OneOf: []string{"rest", "easy", "hard"}, Example: `"rest"`},
			{Name: "tue", Kind: String, OneOf: []string{"rest", "easy", "hard"}, Example: `"rest"`},
		}}},
		{Name: "barbell", Kind: Strings | SubTable, Example: `{ bar = "20 kg" }`, Table: &Format{Name: "barbell", Keys: []Key{
			{Name: "bar", Kind: String, Required: true, Example: `"20 kg"`},
		}}},
		{Name: "rules", Kind: SubTable, Table: &Format{Name: "rules", Any: &Key{Kind: String, OneOf: []string{"error", "warning", "note", "off"}}}},
		{Name: "session", Kind: Tables, Table: session},
		{Name: "phase", Kind: Tables, Table: phase},
	}}
}
