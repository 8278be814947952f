package jekyll

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// hidden returns why Jekyll did not show a text, or may not have shown it; "" where it did.
func (r *reader) hidden(s *source) string {
	why := cmp.Or(s.place.passed, r.byPlace(s))
	if why != "" {
		s.unseen = true
		return why
	}
	if s.unreadable {
		return "it is not in UTF-8, and Jekyll may have passed it over"
	}
	if prose.HasFront(s.body) {
		return "it begins with keys that could not be read"
	}
	s.post.Shown = r.config.Ask("future") == matter.Yes && s.place.kind != page
	said := s.matter
	if r.config.Ask("unpublished") == matter.Yes {
		said = maps.Clone(said)
		delete(said, "published")
	}
	if why := said.Hidden(); why != "" {
		s.unseen = said.Has("published") && said.Ask("published") != matter.Yes || said.Ask("draft") == matter.Yes
		return "it says " + why
	}
	return r.byDates(s)
}

// byDates reads the further dates of a text, and returns what keeps it from being shown where they cannot be read.
func (r *reader) byDates(s *source) string {
	for _, key := range []string{"date", "publish_date", "publishdate", "expires", "expiry_date", "expirydate", "unpublish_date"} {
		t, ok := matter.Time(s.matter.String(key))
		switch {
		case !s.matter.Has(key) || s.matter.Ask(key) == matter.None:
		case !ok:
			return fmt.Sprintf("it says %s: %v, which is no date that can be read", key, s.matter[key])
		case strings.HasPrefix(key, "publish") && t.Instant().After(s.post.Appears):
			s.post.Appears = t.Instant()
			s.post.Shown = false
		case strings.Contains(key, "expir") || key == "unpublish_date":
			s.post.Expires = t.Time
		}
	}
	return ""
}

// byPlace returns why Jekyll does not show a text of its kind, or of its name.
func (r *reader) byPlace(s *source) string {
	name := path.Base(s.path)
	switch stem := strings.TrimSuffix(name, path.Ext(name)); {
	case s.place.kind == draft && r.config.Ask("show_drafts") != matter.Yes:
		return "it lies in _drafts"
	case s.place.kind == post && !postName.MatchString(stem):
		return "its name does not begin with a date"
	case s.place.kind == post && s.clock.IsZero():
		return "its name begins with a date that there is not"
	case s.place.kind == item && !s.place.collection.output:
		return "the texts of its collection " + s.place.collection.label + " had no addresses"
	}
	return ""
}
