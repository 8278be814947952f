package matter

import (
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// String returns the value of the first of the keys that has a text, or "".
func (m Matter) String(keys ...string) string {
	for _, key := range keys {
		if s, ok := m[key].(string); ok && strings.TrimSpace(s) != "" {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

// Table returns the table of a key; nil, which has no keys, if there is none.
func (m Matter) Table(key string) Matter {
	t, _ := m[key].(Matter)
	return t
}

// Has reports whether there is such a key.
func (m Matter) Has(key string) bool { _, ok := m[key]; return ok }

// Is reports whether the value of a key is true.
func (m Matter) Is(key string) bool { return m[key] == true || m[key] == "true" }

// Isnt reports whether the value of a key is false, and not only missing.
func (m Matter) Isnt(key string) bool { return m[key] == false || m[key] == "false" }

// List returns the texts of a key that has a list of them, or one text.
func (m Matter) List(key string) []string {
	switch v := m[key].(type) {
	case string:
		if s := strings.TrimSpace(v); s != "" {
			return []string{s}
		}
	case []any:
		var list []string
		for _, x := range v {
			if s, ok := x.(string); ok && strings.TrimSpace(s) != "" {
				list = append(list, strings.TrimSpace(s))
			}
		}
		return list
	}
	return nil
}

// Moment is a date as its author's clock showed it.
type Moment struct {
	time.Time      // as if in UTC; zero for none
	Offset    bool // it was typed with an offset, which is kept in Zone
	Zone      *time.Location
}

// Time parses a date in one of the usual forms, and reports whether it is one.
func Time(s string) (Moment, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{
		"2006-1-2", "2006-1-2 15:04", "2006-1-2 15:04:05", "2006-1-2T15:04:05", "2006-1-2T15:04", "2006/1/2", "2006/1/2 15:04:05", "2 January 2006", "January 2, 2006",
		"2 Jan 2006", "Jan 2, 2006",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return Moment{Time: t}, true
		}
	}
	for _, layout := range []string{
		time.RFC3339, "2006-1-2T15:04:05-0700", "2006-1-2 15:04:05 -0700", "2006-1-2 15:04:05 -07:00", "2006-1-2 15:04:05-07:00", "2006-1-2 15:04:05Z07:00",
		"2006-1-2 15:04 -0700", "2006-1-2 15:04:05 MST", "2006-1-2 15:04:05 -0700 MST", time.RFC1123Z, time.RFC1123,
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return Moment{clock(t), true, t.Location()}, true
		}
	}
	return Moment{}, false
}

// clock returns what a clock showed at a time, as if in UTC.
func clock(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// Instant returns the time of a moment. Without an offset it is taken as UTC.
func (m Moment) Instant() time.Time {
	if !m.Offset {
		return m.Time
	}
	return time.Date(m.Year(), m.Month(), m.Day(), m.Hour(), m.Minute(), m.Second(), 0, m.Zone)
}

// In returns what a clock in another zone showed, for a moment that was typed with an offset.
func (m Moment) In(zone *time.Location) time.Time {
	if !m.Offset || zone == nil {
		return m.Time
	}
	t := time.Date(m.Year(), m.Month(), m.Day(), m.Hour(), m.Minute(), m.Second(), 0, m.Zone)
	return clock(t.In(zone))
}

// Order returns the keys of the table behind a key of a YAML text, in small letters and in their order; none if there is no such table.
func Order(data []byte, key string) []string {
	var n yaml.Node
	if err := yaml.Unmarshal(data, &n); err != nil || len(n.Content) == 0 {
		return nil
	}
	var keys []string
	for i, name := range n.Content[0].Content {
		if n.Content[0].Kind != yaml.MappingNode || i%2 > 0 || !strings.EqualFold(name.Value, key) {
			continue
		}
		for j, inner := range n.Content[0].Content[i+1].Content {
			if n.Content[0].Content[i+1].Kind == yaml.MappingNode && j%2 == 0 {
				keys = append(keys, strings.ToLower(inner.Value))
			}
		}
	}
	return keys
}
