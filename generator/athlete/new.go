package athlete

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// New is a runner of whom nothing is written yet.
type New struct {
	Name, Plan, Runner string
	Start              time.Time // the first Monday
}

// Text returns the file of the runner. It holds as it is, and says in its notes what can be written.
func (n New) Text() []byte {
	quoted := func(text string) string {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
	}
	return fmt.Appendf(nil, `# One runner. This file and the log beside it never go on the website; "legpress explain athlete" says what can stand here.
# Write no more about health than you need, and look into "legpress explain athletes" before you do.
name   = %s
plan   = %s
runner = %s

# The Monday on which this runner begins.
start  = %s

# Take the # away from what is to differ from the plan.
# days  = ["tue", "fri"]
# notes = "Trains at the club, where there are only three dumbbells."
# stands = [{ exercise = "goblet-squat", amount = 10, load = "12 kg" }]

# [weights]
# dumbbell = ["4 kg", "8 kg", "12 kg"]

# [starts]
# goblet-squat = "6 kg"
`, quoted(n.Name), quoted(n.Plan), quoted(n.Runner), iso(n.Start))
}

// EmptyLog returns a log with nothing but its head, to be filled in by hand or by a phone's.
func EmptyLog() []byte { return []byte(strings.Join(columns[:], ",") + "\n") }

// NextMonday returns the Monday that comes next; the day itself where it is one.
func NextMonday(day time.Time) time.Time {
	return day.AddDate(0, 0, (8-int(day.Weekday()))%7)
}

// ignoreFile is the file in which git finds what it is to leave alone, and ignoreLine what stands there.
const (
	ignoreFile = ".gitignore"
	ignoreLine = "/" + FolderName + "/"
)

// Ignore sees to it that git leaves the folder of the runners alone, and reports whether it had to.
func Ignore(site string) (written bool, err error) {
	root, err := os.OpenRoot(site)
	if err != nil {
		return false, err
	}
	defer root.Close()
	text, err := root.ReadFile(ignoreFile)
	if err != nil && !os.IsNotExist(err) {
		return false, err
	}
	for line := range strings.Lines(string(text)) {
		switch strings.TrimSpace(line) {
		case ignoreLine, FolderName + "/", "/" + FolderName, FolderName:
			return false, nil
		}
	}
	if len(text) > 0 && !bytes.HasSuffix(text, []byte("\n")) {
		text = append(text, '\n')
	}
	return true, root.WriteFile(ignoreFile, append(text, ignoreLine+"\n"...), 0o644)
}

// Tracked returns a file of the folder that git tracks; "" where it tracks none, or there is no git.
func Tracked(ctx context.Context, site string) string {
	git, err := exec.LookPath("git")
	if err != nil {
		return ""
	}
	out, err := exec.CommandContext(ctx, git, "-C", site, "ls-files", "-z", "--", FolderName).Output()
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(string(out), "\x00")
	return first
}
