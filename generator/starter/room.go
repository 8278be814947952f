package starter

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/change"
	"github.com/legpress/legpress/generator/tomledit"
)

// gymOnly is the equipment that a room at home does not have.
var gymOnly = []string{"barbell", "pull-up-bar", "trap-bar", "machine", "cable"}

// atHome changes the site for a room without a barbell, and returns what has no place there. The season beside hard running gets a squat on
// one leg with dumbbells in place of the front squat, since its runners would have no plan.
func atHome(site map[string][]byte) []change.Thing {
	const season = "content/plans/strong-season.toml"
	data := site[season]
	var edits []tomledit.Edit
	for _, v := range tomledit.Scan(data) {
		row := strings.TrimSuffix(v.Path, ".exercise")
		switch {
		case v.Path == "warm_up":
			edits = append(edits, tomledit.Set(v, textOf(site["content/plans/one-leg-at-a-time.toml"], "warm_up"), data))
		case v.Path == "about":
			edits = append(edits, tomledit.Set(v, withoutBarbell(v.Text), data))
		case v.Text == "front-squat" && row != v.Path:
			edits = append(edits, tomledit.Set(v, "rear-foot-raised-split-squat", data))
			for _, x := range tomledit.Scan(data) {
				switch x.Path {
				case row + ".do":
					edits = append(edits, tomledit.Set(x, "3 x 6-10 each side", data))
				case row + ".step":
					edits = append(edits, tomledit.Set(x, "2 kg", data))
				}
			}
		}
	}
	site[season] = tomledit.Apply(data, edits...)
	settings := site["content/site.toml"]
	for _, v := range tomledit.Scan(settings) {
		if v.Path == "weights.barbell" {
			note := strings.LastIndex(string(settings[:v.Start]), "\n\n") // which begins the paragraph
			settings = tomledit.Apply(settings, tomledit.Replace(note, v.End, ""))
		}
	}
	site["content/site.toml"] = settings
	out := []change.Thing{{Kind: "plan", ID: "sixteen-weeks-to-a-race"}, {Kind: "plan", ID: "up-the-ladder"}}
	for name, data := range site {
		if path.Dir(name) != "content/exercises" {
			continue
		}
		var equipment []string
		var edits []tomledit.Edit
		for _, v := range tomledit.Scan(data) {
			if v.Kind != tomledit.Text || v.Key() != "equipment" {
				continue
			}
			equipment = append(equipment, v.Text)
			if slices.Contains(gymOnly, v.Text) {
				edits = append(edits, tomledit.Remove(v))
			}
		}
		if !slices.ContainsFunc(equipment, func(e string) bool {
			return !slices.Contains(gymOnly, e) && e != "band" || e == "band" && len(equipment) == 1
		}) {
			out = append(out, change.Named("exercise", name))
		} else {
			site[name] = tomledit.Apply(data, edits...)
		}
	}
	return out
}

// withoutBarbell takes the words on the front squat out of the text of the season beside hard running, in the languages that have them.
func withoutBarbell(text string) string {
	return strings.NewReplacer(
		"know the front squat already, and feel", "know the lifts already, and feel",
		"If you do not know the lift, begin with [Twelve weeks up the ladder](plan:up-the-ladder).", "If the lifts are new to you, begin with [First eight weeks](plan:first-eight-weeks).",
		"heavy sets of four to six for the squat, six to ten for the rest,\n", "sets of six to ten,\n",
		"die die Frontkniebeuge schon können", "die die Übungen schon können",
		"Kannst du sie noch nicht, beginn mit [Zwölf Wochen, Stufe um Stufe](plan:up-the-ladder).", "Sind sie dir neu, beginn mit [Die ersten acht Wochen](plan:first-eight-weeks).",
		"schwere Sätze mit vier bis sechs bei der Kniebeuge, sechs bis\nzehn beim Rest,", "Sätze mit sechs bis zehn,",
	).Replace(text)
}

// textOf returns the text of a key.
func textOf(data []byte, key string) string {
	for _, v := range tomledit.Scan(data) {
		if v.Path == key {
			return v.Text
		}
	}
	return ""
}

// small is what the small starter has.
var small = []change.Thing{
	{Kind: "runner", ID: "only-runs"}, {Kind: "plan", ID: "first-eight-weeks"}, {Kind: "article", ID: "three-lifts-and-a-pen"},
	{Kind: "exercise", ID: "goblet-squat"}, {Kind: "exercise", ID: "bent-over-row"}, {Kind: "exercise", ID: "incline-push-up-hold"}, {Kind: "exercise", ID: "push-up-hold"},
	{Kind: "exercise", ID: "feet-raised-push-up-hold"}, {Kind: "exercise", ID: "single-leg-calf-raise"},
}

// beyondSmall returns what the small starter does not have. Pages stay.
func beyondSmall(site map[string][]byte) []change.Thing {
	var out []change.Thing
	for name := range site {
		kind, ok := map[string]string{"content/runners": "runner", "content/plans": "plan", "content/exercises": "exercise", "content/articles": "article"}[path.Dir(name)]
		if !ok {
			continue
		}
		if thing := change.Named(kind, name); !slices.Contains(small, thing) {
			out = append(out, thing)
		}
	}
	return out
}

// pounds are the weights that a gym in pounds has: dumbbells in steps of 5, kettlebells as they are sold, a bar of 45 and its plates.
var pounds = map[string]string{
	"weights.dumbbell":   `["5 lb", "10 lb", "15 lb", "20 lb", "25 lb", "30 lb", "35 lb", "40 lb", "45 lb", "50 lb", "55 lb", "60 lb", "65 lb", "70 lb"]`,
	"weights.kettlebell": `["10 lb", "15 lb", "20 lb", "25 lb", "35 lb", "45 lb", "55 lb"]`,
	"weights.barbell":    `{ bar = "45 lb", plates = ["2.5 lb", "5 lb", "10 lb", "25 lb", "45 lb"] }`,
}

// inPounds gives the site the weights that there are in pounds, and its plans weights and steps among them. Sheets are on Letter.
func inPounds(site map[string][]byte) {
	settings := site["content/site.toml"]
	var edits []tomledit.Edit
	for _, v := range tomledit.Scan(settings) {
		if list, ok := pounds[v.Path]; ok {
			edits = append(edits, tomledit.Replace(v.Start, v.End, list))
		}
		switch v.Path {
		case "unit":
			edits = append(edits, tomledit.Set(v, "lb", settings))
		case "paper":
			edits = append(edits, tomledit.Set(v, "letter", settings))
		}
	}
	for _, n := range tomledit.Notes(settings) {
		edits = append(edits, tomledit.Rewrite(n, strings.ReplaceAll(n.Text, `"10 kg"`, `"10 lb"`), settings))
	}
	site["content/site.toml"] = tomledit.Apply(settings, edits...)
	for name, data := range site {
		switch {
		case path.Dir(name) == "content/plans":
			site[name] = planInPounds(path.Base(name), data)
		case path.Dir(name) == "content/exercises":
			edits := []tomledit.Edit{}
			for _, v := range tomledit.Scan(data) {
				if v.Kind == tomledit.Text && kilograms.MatchString(v.Text) {
					edits = append(edits, tomledit.Set(v, textInPounds(v.Text), data))
				}
			}
			site[name] = tomledit.Apply(data, edits...)
		case strings.HasSuffix(name, ".md"):
			site[name] = []byte(textInPounds(string(data)))
		}
	}
}

// planInPounds gives the rows of a plan weights and steps in pounds. A step is 5 lb: no rack has smaller ones, and the smallest plates on
// both sides are that. The row in the later phases up the ladder goes on with the weight of the first: 20 lb would be too much after 15.
func planInPounds(name string, data []byte) []byte {
	var edits []tomledit.Edit
	for _, v := range tomledit.Scan(data) {
		if v.Kind != tomledit.Text {
			continue
		}
		switch key := v.Key(); {
		case name == "up-the-ladder.toml" && (v.Path == "phase.1.session.0.exercises.1.start" || v.Path == "phase.2.session.0.exercises.1.start"):
			edits = append(edits, tomledit.Remove(v))
		case key == "do" && wider[v.Text] != "":
			edits = append(edits, tomledit.Set(v, wider[v.Text], data))
		case key == "step" && strings.HasSuffix(v.Text, " kg"):
			edits = append(edits, tomledit.Set(v, "5 lb", data))
		case key == "start" && strings.HasSuffix(v.Text, " kg"), kilograms.MatchString(v.Text):
			edits = append(edits, tomledit.Set(v, textInPounds(v.Text), data))
		}
	}
	return tomledit.Apply(data, edits...)
}

// wider are the ranges of rows with a light dumbbell, which have to reach over a step of 5 lb.
var wider = map[string]string{"3 x 8-16 each side": "3 x 8-19 each side", "3 x 6-12 each side": "3 x 6-14 each side"}

// kilograms finds a weight in kilograms, and another one before it that shares the unit: "8 or 10 kg".
var kilograms = regexp.MustCompile(`(?:(\d+)( (?:or|to|o|a|ou|à|oder|bis|auf|of|tot|–) |–|-))?(\d+(?:[.,]\d+)?)[ \x{00A0}]kg\b`)

// textInPounds writes the weights of a text in pounds that exist. From 15 to 20 lb is more than from 8 to 10 kg.
func textInPounds(text string) string {
	if strings.Contains(text, "8 to 10 kg") || strings.Contains(text, "8 auf 10 kg") {
		text = quarters.Replace(text)
	}
	text = strings.ReplaceAll(text, "marked kg", "marked lb")
	return kilograms.ReplaceAllStringFunc(text, func(s string) string {
		m := kilograms.FindStringSubmatch(s)
		if m[1] != "" {
			return inLb(m[1]) + m[2] + inLb(m[3]) + " lb"
		}
		return inLb(m[3]) + " lb"
	})
}

var quarters = strings.NewReplacer("a quarter more", "a third more", "adds a\nquarter", "adds a\nthird", "ein Viertel", "ein Drittel", "at sixteen\nwith 8 kg", "at nineteen\nwith 8 kg")

// inLb returns the weight in pounds that stands in for one in kilograms: the bar for the bar, else the next lower multiple of 5.
func inLb(kg string) string {
	n, _ := strconv.ParseFloat(strings.Replace(kg, ",", ".", 1), 64)
	switch {
	case n == 20:
		return "45"
	case n*2.2046 < 10:
		return strconv.Itoa(max(5, int(n*2.2046/5)*5))
	}
	return strconv.Itoa(int(n*2.2046/5) * 5)
}
