package generator_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
)

// Whatever key of an exercise speaks of equipment that the site has none of is named, in each language, of one and of several.
func TestSpokenEquipment(t *testing.T) {
	for language, spoken := range map[string]string{
		"en": "two dumbbells", "de": "zwei Kurzhanteln", "es": "dos mancuernas", "fr": "deux haltères", "nl": "twee dumbbells", "pt": "dois halteres",
	} {
		dir := t.TempDir()
		sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), fmt.Appendf(nil, "title = \"A\"\nurl = \"https://a.example/\"\nlanguage = %q\n[weights]\ndumbbell = []\nkettlebell = [\"8 kg\"]\n", language))
		sitetest.WriteFile(t, filepath.Join(dir, "content/exercises/a.toml"), fmt.Appendf(nil,
			"name = \"A\"\npattern = \"push\"\nmeasure = \"hold\"\nif_it_hurts = \"Hold on to %s.\"\nnot_for = [%q]\nabout = \"A kettlebell.\"\n", spoken, spoken))
		report, err := generator.Check(context.Background(), sitetest.Options(dir))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range report.Problems {
			if p.ID == "no-such-equipment" {
				got = append(got, p.Message)
			}
		}
		if len(got) != 1 || !strings.HasPrefix(got[0], "if_it_hurts and not_for speak of a dumbbell") {
			t.Errorf("%s: got %q", language, got)
		}
	}
}
