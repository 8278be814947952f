package check

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/site"
)

// missingEquipment notes that an exercise names, draws or speaks of equipment of which the site says that there is none.
func (c *checker) missingEquipment(e *site.Exercise) {
	for _, equipment := range slices.Sorted(maps.Keys(c.site.Settings.Weights)) {
		if len(c.site.Settings.Weights[equipment]) > 0 {
			continue
		}
		keys := c.speaking(e, equipment)
		named := slices.Contains(e.Equipment, equipment)
		switch {
		case named && len(e.Equipment) > 1: // alone it is an error where a plan asks for it
			c.add(noSuchEquipment(e, "this exercise names", equipment).WithHint("%s", instead(e, equipment, keys)))
		case !named && len(keys) == 1:
			c.add(noSuchEquipment(e, keys[0]+" speaks of", equipment).WithHint("Name there what there is."))
		case !named && len(keys) > 1:
			c.add(noSuchEquipment(e, enumeration(keys)+" speak of", equipment).WithHint("Name there what there is."))
		}
	}
}

func noSuchEquipment(e *site.Exercise, what, equipment string) diag.Problem {
	return diag.Notef(diag.Position{File: e.Pos.File}, "no-such-equipment", "%s a %s, of which site.toml says that there is none.", what, equipment)
}

// instead says what to do with equipment that an exercise names, and of which some of its keys speak.
func instead(e *site.Exercise, equipment string, keys []string) string {
	hint := "Take it out of equipment"
	if slices.ContainsFunc(e.Figure.Props, func(p figure.Prop) bool { return p.Kind == equipment }) {
		hint += fmt.Sprintf(", write another kind below [[prop]], without the turn that suits a %s", equipment)
	}
	if len(keys) > 0 {
		return hint + fmt.Sprintf(", and name something else in %s.", enumeration(keys))
	}
	return hint + fmt.Sprintf(", and look whether the texts here speak of a %s.", equipment)
}

// speaking returns the keys of an exercise whose texts speak of equipment, in the language of the site, of one or of several.
func (c *checker) speaking(e *site.Exercise, equipment string) []string {
	word := strings.ReplaceAll(regexp.QuoteMeta(c.site.EquipmentWord(equipment)), " ", `\p{L}{0,2} `)
	spoken := regexp.MustCompile(`(?i)(?:^|[^\p{L}])` + word + `\p{L}{0,2}(?:$|[^\p{L}])`)
	var keys []string
	for _, text := range []struct{ key, text string }{
		{"cues", strings.Join(e.Cues, "\n")},
		{"stop", strings.Join(e.Stop, "\n")},
		{"if_it_hurts", e.IfItHurts},
		{"not_for", strings.Join(e.NotFor, "\n")},
		{"about", e.Exercise.About.Value},
		{"label", labels(e.Figure)},
	} {
		if spoken.MatchString(text.text) {
			keys = append(keys, text.key)
		}
	}
	return keys
}

// labels returns what all poses of a drawing say.
func labels(f figure.Figure) string {
	var list []string
	for _, p := range f.Poses {
		list = append(list, p.Label)
	}
	return strings.Join(list, "\n")
}
