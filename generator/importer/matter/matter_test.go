package matter_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/importer/matter"
)

func TestSplit(t *testing.T) {
	keys := matter.Matter{"title": "2019", "draft": true, "tags": []any{"a", "b"}, "date": "2019-03-01", "x": matter.Matter{"y": "1.50"}}
	for _, test := range []struct {
		name, text string
		want       matter.Text
	}{
		{"YAML", "---\nTitle: 2019\ndraft: true\ntags: [a, b]\ndate: 2019-03-01\nx:\n  y: 1.50\n---\nbody\n", matter.Text{Matter: keys, Body: "body\n", Line: 9, Found: true}},
		{"TOML", "+++\r\ntitle = \"2019\"\r\ndraft = true\ntags = [\"a\", \"b\"]\ndate = 2019-03-01\n[x]\ny = \"1.50\"\n+++\nbody", matter.Text{Matter: keys, Body: "body", Line: 9, Found: true}},
		{"JSON", "{\"title\": \"2019\", \"draft\": true, \"tags\": [\"a\", \"b\"],\n\"date\": \"2019-03-01\", \"x\": {\"y\": 1.50}}\nbody", matter.Text{Matter: keys, Body: "body", Line: 3, Found: true}},
		{"none", "body\n---\n", matter.Text{Matter: matter.Matter{}, Body: "body\n---\n", Line: 1}},
		{"no end", "---\na: b\n", matter.Text{Matter: matter.Matter{}, Body: "---\na: b\n", Line: 1}},
		{"empty", "---\n---\nbody", matter.Text{Matter: matter.Matter{}, Body: "body", Line: 3, Found: true}},
	} {
		got, err := matter.Split([]byte(test.text))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", test.name, diff)
		}
	}
	for _, text := range []string{"---\na: [\n---\n", "+++\na = \n+++\n", "{\"a\"", "---\n- a\n---\n", "---\na: &a [*a, *a]\n---\n"} {
		if got, err := matter.Split([]byte(text)); err == nil {
			t.Errorf("%q: got %v, want an error", text, got)
		}
	}
}

func TestTime(t *testing.T) {
	tokyo := time.FixedZone("", 9*60*60)
	for _, test := range []struct{ text, want, tokyo string }{
		{"2019-03-01", "2019-03-01 00:00:00", "2019-03-01 00:00:00"},
		{"2019-3-1 9:05", "2019-03-01 09:05:00", "2019-03-01 09:05:00"},
		{"2019-03-01T22:00:00Z", "2019-03-01 22:00:00", "2019-03-02 07:00:00"},
		{"2019-03-01 22:00:00 -0500", "2019-03-01 22:00:00", "2019-03-02 12:00:00"},
		{"2019-03-01 22:00:00 +05:30", "2019-03-01 22:00:00", "2019-03-02 01:30:00"},
	} {
		m, ok := matter.Time(test.text)
		if got := m.Time.Format(time.DateTime); !ok || got != test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
		if got := m.In(tokyo).Format(time.DateTime); got != test.tokyo {
			t.Errorf("%s in Tokyo: got %s, want %s", test.text, got, test.tokyo)
		}
	}
	if m, ok := matter.Time("soon"); ok {
		t.Errorf("soon: got %v", m)
	}
}

func TestOrder(t *testing.T) {
	for text, want := range map[string][]string{
		"Menu:\n  Zero: /z\n  One: {a: b}\n  About: /a\nother: {x: y}": {"zero", "one", "about"}, "menu: [a, b]": nil, "- menu": nil, "other: {x: y}": nil, "menu: {": nil, "": nil,
	} {
		if diff := cmp.Diff(want, matter.Order([]byte(text), "menu")); diff != "" {
			t.Errorf("%q: (-want +got):\n%s", text, diff)
		}
	}
}
