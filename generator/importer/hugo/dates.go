package hugo

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer/matter"
)

// The dates of Hugo, as [frontmatter] in the settings names them.
const (
	dateKey    = "date"
	publishKey = "publishdate"
	updateKey  = "lastmod"
	expiryKey  = "expirydate"

	fromName = ":filename"
)

// otherNames returns the other names of a date.
func otherNames(key string) []string {
	return map[string][]string{publishKey: {"pubdate", "published"}, updateKey: {"modified"}, expiryKey: {"unpublishdate"}}[key]
}

// usualKeys returns where Hugo looks for a date if the settings do not say it.
func usualKeys(key string) []string {
	return map[string][]string{
		dateKey: {dateKey, publishKey, updateKey}, publishKey: {publishKey, dateKey}, updateKey: {updateKey, dateKey, publishKey}, expiryKey: {expiryKey},
	}[key]
}

// dateKeys returns the keys of the front matter that may have a date, in the order in which Hugo asks them. Those that begin with a colon
// are other places: ":filename".
func (r *reader) dateKeys(key string) []string {
	keys := usualKeys(key)
	if r.config.Table("frontmatter").Has(key) {
		keys = nil
		for _, k := range r.config.Table("frontmatter").List(key) {
			if k = strings.ToLower(k); k == ":default" {
				keys = append(keys, usualKeys(key)...)
			} else {
				keys = append(keys, k)
			}
		}
	}
	var all []string
	for _, k := range keys {
		all = append(append(all, k), otherNames(k)...)
	}
	return all
}

// readDates reads the dates of a text.
func (r *reader) readDates(s *source) {
	p := s.post
	for _, key := range r.dateKeys(dateKey) {
		if t, ok := r.dateAt(s, key); ok {
			p.Date = t.Time
			break
		}
	}
	for _, key := range append(r.dateKeys(updateKey), "modified", "updated") {
		if t, ok := matter.Time(s.matter.String(key)); ok && !slices.Contains(usualKeys(publishKey), key) && !slices.Contains(otherNames(publishKey), key) {
			p.Updated = t.Time
			break
		}
	}
	s.hugoDate = p.Date
	if found := dated.FindStringSubmatch(s.name); found != nil && p.Date.IsZero() && s.matter.String("slug") == "" {
		if t, ok := matter.Time(found[1]); ok {
			p.Date = t.Time
		}
	}
	r.fileDates(s)
	r.readTimes(s)
}

var dated = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[-_](.+)$`)

// dateAt reads a date from a key or from the name of the file, which then gives the last word of the address, too.
func (r *reader) dateAt(s *source, key string) (matter.Moment, bool) {
	if key != fromName {
		return matter.Time(s.matter.String(key))
	}
	if len(s.name) < len(time.DateOnly) {
		return matter.Moment{}, false
	}
	t, err := time.Parse(time.DateOnly, s.name[:len(time.DateOnly)])
	if err != nil {
		return matter.Moment{}, false
	}
	if !s.matter.Has("slug") {
		s.slug = strings.Trim(s.name[len(time.DateOnly):], " -_")
	}
	return matter.Moment{Time: t}, true
}

// readTimes reads from when and until when a text was shown. Dates of a section count for its texts, too.
func (r *reader) readTimes(s *source) {
	all := []matter.Matter{s.matter}
	for _, folder := range above(s.path) {
		all = append(all, r.ofFolder(folder))
	}
	for _, m := range all {
		for _, key := range r.publishKeys() {
			if t, ok := matter.Time(m.String(key)); ok && !r.config.Is("buildfuture") && r.instant(t).After(s.post.Appears) {
				s.post.Appears = r.instant(t)
			}
		}
		for _, key := range r.expiryKeys() {
			if t, ok := matter.Time(m.String(key)); ok && !r.config.Is("buildexpired") && (s.post.Expires.IsZero() || t.Before(s.post.Expires)) {
				s.post.Expires = t.Time
			}
		}
	}
}

// instant returns the time of a date, which is one of the settings' time zone where it says none itself.
func (r *reader) instant(m matter.Moment) time.Time {
	if m.Offset || r.zone == nil {
		return m.Instant()
	}
	t := m.Time
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, r.zone)
}

// publishKeys returns every key that may say when a text was to appear, those that the settings pass over included.
func (r *reader) publishKeys() []string {
	return slices.Concat(r.dateKeys(publishKey), usualKeys(publishKey), otherNames(publishKey))
}

func (r *reader) expiryKeys() []string {
	return slices.Concat(r.dateKeys(expiryKey), usualKeys(expiryKey), otherNames(expiryKey))
}

// unreadDate returns which date of a text cannot be read, so that it is unknown when the text was shown.
func (r *reader) unreadDate(s *source) string {
	for _, key := range slices.Concat(r.publishKeys(), r.expiryKeys()) {
		if _, ok := matter.Time(s.matter.String(key)); !ok && s.matter.String(key) != "" && s.matter.Ask(key) == matter.Unclear {
			return fmt.Sprintf("it says %s: %s, which is no date that can be read", key, s.matter.String(key))
		}
	}
	return ""
}

// fileDates reports the settings by which Hugo takes dates from the files themselves or from Git, for a text that has no other date.
func (r *reader) fileDates(s *source) {
	if !s.hugoDate.IsZero() {
		return
	}
	for _, key := range r.dateKeys(dateKey) {
		if key == ":filemodtime" || key == ":git" || key == ":gitauthordate" {
			s.undated = true
			r.find(s.post.From, reasonFileDate, key)
			return
		}
	}
}
