package change

import (
	"fmt"
	"regexp"
	"strings"
)

// still returns where texts that stay speak of what is gone, by its name: with the words of links, too, which stay. What is said in comments of
// a file is not for readers.
func (e *editor) still() []string {
	var names []string
	for t := range e.gone {
		if name := e.text(t, "name", "title"); name != "" && t.Kind != "picture" {
			names = append(names, regexp.QuoteMeta(name))
		}
	}
	if len(names) == 0 {
		return nil
	}
	spoken := regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{N}])(` + strings.Join(names, "|") + `)(?:$|[^\p{L}\p{N}])`)
	texts := map[string][]byte{}
	for _, t := range e.change.Texts {
		texts[t.File] = t.Data
	}
	var places []string
	for _, file := range e.paths() {
		if e.isGone(file) {
			continue
		}
		text, changed := texts[file]
		if !changed {
			text = e.texts[file]
		}
		for i, line := range strings.Split(string(text), "\n") {
			if found := spoken.FindStringSubmatch(line); found != nil && !strings.HasPrefix(strings.TrimSpace(line), "#") {
				places = append(places, fmt.Sprintf("%s:%d: %s", file, i+1, found[1]))
			}
		}
	}
	return places
}
