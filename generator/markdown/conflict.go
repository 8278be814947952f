package markdown

import (
	"bytes"
	"regexp"

	"github.com/legpress/legpress/generator/diag"
)

// Programs that bring together what two people wrote, or one on two computers, leave both versions in the text where they differ, with
// lines of seven signs around them.

// conflict matches two versions, conflictLine one of the lines around them.
var (
	conflict     = regexp.MustCompile(`(?m)^<{7}(?: .*)?$(?s:.*?)^={7}[ \t\r]*$(?s:.*?)^>{7}(?: .*)?$`)
	conflictLine = regexp.MustCompile(`(?m)^(?:[<>|]{7}(?: .*)?|={7}[ \t\r]*)$`)
)

// hideConflicts reports each place with two versions, and puts spaces for the lines around them, so that they make no heading or quotation.
func (w *writer) hideConflicts() {
	if !bytes.Contains(w.src, []byte("<<<<<<<")) {
		return
	}
	w.src = bytes.Clone(w.src)
	for _, at := range conflict.FindAllIndex(w.src, -1) {
		for i, line := range conflictLine.FindAllIndex(w.src[at[0]:at[1]], -1) {
			start, stop := at[0]+line[0], at[0]+line[1]
			if i == 0 {
				w.problem(w.pos(start, stop), diag.Error, fault{"conflict", "two versions of this text stand here, one above and one below the line =======.",
					"Keep one, and take out the other and the lines of <, = and >."})
			}
			copy(w.src[start:stop], bytes.Repeat([]byte(" "), stop-start))
		}
	}
}
