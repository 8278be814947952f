package rules

import "github.com/legpress/legpress/generator/tomlfile"

// SettingsFormat describes the table of the rules in the settings of a site. What each rule is about is no part of it: that stands among
// the words.
func SettingsFormat() *tomlfile.Format {
	f := &tomlfile.Format{
		Name: "rules",
		Doc:  `What becomes of a rule that is broken. Each key is the name of a rule; "legpress explain" lists them all.`,
	}
	for _, r := range All() {
		f.Keys = append(f.Keys, tomlfile.Key{
			Name: r.ID, Kind: tomlfile.String, OneOf: levels(), Example: `"` + r.Severity.String() + `"`,
		})
	}
	return f
}

func levels() []string {
	var names []string
	for _, l := range Levels() {
		names = append(names, string(l))
	}
	return names
}

// ReadSettings reads that table; without it the rules are as they are.
func ReadSettings(t *tomlfile.Table) Config {
	c := Config{Severity: map[string]Level{}}
	if t == nil {
		return c
	}
	for _, id := range t.Keys() {
		if level := t.String(id); level != "" {
			c.Severity[id] = Level(level)
		}
	}
	return c
}
