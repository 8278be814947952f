package render_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/templates"
)

// The filters of the exercises work without script, so the stylesheet has a rule for each movement pattern and each equipment.
func TestFilters(t *testing.T) {
	css, err := fs.ReadFile(templates.Files, "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	if len(css) > 20_000 {
		t.Errorf("the stylesheet has %d bytes, more than 20,000", len(css))
	}
	var ids []string
	for _, p := range training.Patterns() {
		ids = append(ids, "p-"+string(p))
	}
	for _, e := range training.EquipmentNames() {
		ids = append(ids, "e-"+e)
	}
	for _, id := range ids {
		if !strings.Contains(string(css), "#"+id+":checked") {
			t.Errorf("there is no rule for #%s", id)
		}
	}
}
