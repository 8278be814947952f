package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Programmes that others published are typed in as a coach would. Their weeks are held against tables that were written from what is
// published and not by this program, which is why -update leaves them alone. Beside them stand how many lines the coach types, blank
// ones and comments aside, and each kind of notice that remains, with the reason why it is right. Of some only a few weeks are held.
func TestPublishedProgrammes(t *testing.T) {
	files, err := filepath.Glob("testdata/programmes/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programmes: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			sitetest.WriteArchive(t, dir, archive)
			report := sitetest.Build(t, dir)
			for _, f := range archive.Files {
				var got string
				switch f.Name {
				case "want/weeks":
					got = publishedWeeks(t, report, name)
				case "want/some-weeks":
					got = among(string(f.Data), publishedWeeks(t, report, name))
				case "want/lines":
					got = fmt.Sprintln(typedLines(sitetest.ReadFile(t, filepath.Join(dir, "content/plans", name+".toml"))))
				case "want/notices":
					got = notices(t, string(f.Data), report.Problems)
				default:
					continue
				}
				if diff := cmp.Diff(string(f.Data), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", f.Name, diff)
				}
			}
			if t.Failed() {
				logProblems(t, report)
			}
		})
	}
}

// among returns those of the wanted lines that are there.
func among(wanted, there string) string {
	var found strings.Builder
	for line := range strings.Lines(wanted) {
		if strings.Contains("\n"+there, "\n"+line) {
			found.WriteString(line)
		}
	}
	return found.String()
}

func logProblems(t *testing.T, report *generator.Report) {
	var b bytes.Buffer
	if err := report.Problems.Text(&b, report.Lines, false); err != nil {
		t.Fatal(err)
	}
	t.Logf("the problems:\n%s", &b)
}

// notices returns the kinds of problems that there are, one a line, each with how often it was found and the reason that was given for
// it: "2 warning easy-week: the light weeks stand in the table".
func notices(t *testing.T, given string, problems diag.List) string {
	reasons := map[string]string{}
	for line := range strings.Lines(given) {
		notice, reason, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if reason == "" {
			t.Errorf("no reason is given for %q", notice)
		}
		reasons[notice] = reason
	}
	count := map[string]int{}
	for _, p := range problems {
		if p.ID != "no-address" { // the sites are examples
			count[fmt.Sprint(p.Severity, " ", p.ID)]++
		}
	}
	var b strings.Builder
	for _, kind := range slices.Sorted(maps.Keys(count)) {
		notice := fmt.Sprint(count[kind], " ", kind)
		fmt.Fprintf(&b, "%s: %s\n", notice, reasons[notice])
	}
	return b.String()
}

// typedLines counts the lines of a plan that its coach had to type.
func typedLines(plan string) int {
	n := 0
	for line := range strings.Lines(plan) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			n++
		}
	}
	return n
}

// publishedWeeks has a line for each session of the plan's only programme; weeks that ask for the same as the week before share one.
func publishedWeeks(t *testing.T, report *generator.Report, plan string) string {
	var b strings.Builder
	for _, p := range report.Site.Plans {
		if p.ID != plan || len(p.Programmes) != 1 {
			continue
		}
		for rest := p.Programmes[0].Projection.Weeks; len(rest) > 0; {
			n := 1
			for n < len(rest) && slices.Equal(setLines(&rest[n]), setLines(&rest[0])) {
				n++
			}
			for _, line := range setLines(&rest[0]) {
				fmt.Fprintln(&b, number(rest[0].Number, rest[n-1].Number)+kindMark(&rest[0]), line)
			}
			rest = rest[n:]
		}
	}
	return b.String()
}

func kindMark(w *progression.Week) string { return strings.TrimSpace(kindOf(w)) }

// setLines says of each session of a week what is asked for, set by set: "mon A | back squat 4x3 @40 kg, 1x3+ @40 kg".
func setLines(w *progression.Week) []string {
	var lines []string
	for _, s := range w.Sessions {
		line := fmt.Sprint(s.Day, " ", s.Name)
		for i := range s.Targets {
			x := &s.Targets[i]
			line += fmt.Sprintf(" | %s %s", strings.ToLower(x.Exercise.Name), setsOf(x))
		}
		lines = append(lines, line)
	}
	return lines
}

func setsOf(x *progression.Target) string {
	var parts []string
	for i := 0; i < len(x.Sets); {
		n := 1
		for i+n < len(x.Sets) && x.Sets[i+n] == x.Sets[i] {
			n++
		}
		parts = append(parts, fmt.Sprintf("%dx%s", n, setOf(x, x.Sets[i])))
		i += n
	}
	return strings.Join(parts, ", ")
}

func setOf(x *progression.Target, set progression.Set) string {
	s := fmt.Sprint(set.Amount)
	if set.Top > set.Amount {
		s += fmt.Sprint("-", set.Top)
	}
	for _, mark := range []struct {
		is   bool
		text string
	}{
		{set.Open, "+"},
		{set.RM, " RM"},
		{x.Prescription.Unit == quantity.Seconds, " s"},
		{x.Prescription.Unit == quantity.Metres, " m"},
		{x.Prescription.Steps, " steps"},
		{x.PerSide, " each side"},
	} {
		if mark.is {
			s += mark.text
		}
	}
	switch {
	case !set.Load.IsZero():
		s += " @" + set.Load.String()
	case x.Loaded && x.Row.BodyShare > 0:
		s += fmt.Sprintf(" @%d %% of body mass", x.Row.BodyShare/10)
	case x.Loaded && set.Share > 0:
		s += fmt.Sprintf(" @%d %%", set.Share/10)
	case x.Loaded:
		s += fmt.Sprintf(" @own+%d", x.Steps)
	}
	return s
}
