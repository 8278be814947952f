package training

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/tomlfile"
)

// Norms are what healthy people reach in a test of an exercise: the median of each age group, counted as the exercise is. A runner
// compares the results on the test card with them.
type Norms struct {
	Ages       []AgeGroup // the youngest first
	Men, Women []int      // one for each age group
	Source     Ref
	How        string // they were tested
}

// AgeGroup is a span of ages in years, both included. To is 0 where there is no oldest one.
type AgeGroup struct{ From, To int }

func (a AgeGroup) String() string {
	if a.To == 0 {
		return fmt.Sprintf("%d+", a.From)
	}
	return fmt.Sprintf("%d–%d", a.From, a.To)
}

func normsFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "norms",
		Doc:  "What healthy people reach in a test of this exercise: the middle one of all results, by age and sex. It is printed on the test card, in small, and on the exercise's page.",
		Keys: []tomlfile.Key{
			{Name: "ages", Kind: tomlfile.Strings, Required: true, Doc: "The age groups, the youngest first.", Example: `["20-29", "30-39", "40+"]`},
			{Name: "men", Kind: tomlfile.Integers, Required: true, Doc: "What the middle one of the men reaches, a number for each age group.", Example: `[37, 32, 28]`},
			{Name: "women", Kind: tomlfile.Integers, Required: true, Doc: "The same of the women.", Example: `[30, 27, 24]`},
			{Name: "source", Kind: tomlfile.String, Required: true, Doc: "Where the numbers come from, by its name in sources.toml.", Example: `"hebert-losier-2017"`},
			{Name: "how", Kind: tomlfile.String, Doc: "How they were tested, so that others can test in the same way.", Example: `"On a slope of 10°, 60 beats a minute."`},
		},
	}
}

// mostInTest is more than anybody reaches, in seconds as in repetitions (house rule).
const mostInTest = 1000

// norms reads what healthy people reach; nil where nothing is said, or not enough of it could be read.
func (r *reader) norms(t *tomlfile.Table, e *Exercise) *Norms {
	in := t.Table("norms")
	if in == nil {
		return nil
	}
	if e.Loaded() {
		r.add(t.KeyPos("norms"), "norms-with-load", "norms have no weight, and this exercise is tested with one.", "Take norms out.")
		return nil
	}
	n := &Norms{Ages: r.ages(in), Source: r.ref(in, "source"), How: r.line(in, "how")}
	groups := len(in.Texts("ages"))
	n.Men, n.Women = r.perAge(in, "men", groups), r.perAge(in, "women", groups)
	if len(n.Ages) == 0 || len(n.Men) == 0 || len(n.Women) == 0 || n.Source.ID == "" {
		return nil
	}
	return n
}

// ages reads age groups; none where one of them cannot be read.
func (r *reader) ages(t *tomlfile.Table) []AgeGroup {
	var list []AgeGroup
	texts := r.texts(t, "ages")
	if t.Has("ages") && len(t.Texts("ages")) == 0 {
		r.add(t.ValuePos("ages"), "bad-ages", "there are no ages in it.", `Write them like ["20-29", "30-39", "40+"].`)
	}
	for _, text := range texts {
		a, ok := ageGroup(text.Value)
		switch {
		case !ok:
			r.add(text.Pos, "bad-ages", fmt.Sprintf("I cannot read the ages %q.", text.Value), `Write them like "20-29", or "70+" for the oldest.`)
			continue
		case a.To != 0 && a.From > a.To:
			r.add(text.Pos, "counts-down", fmt.Sprintf("%q counts down.", text.Value), fmt.Sprintf("Write \"%d-%d\".", a.To, a.From))
			continue
		}
		if n := len(list); n > 0 && (list[n-1].To == 0 || a.From <= list[n-1].To) {
			r.add(text.Pos, "ages-order", fmt.Sprintf("the ages %q do not lie above %q.", text.Value, typedAges(list[n-1])), "Write the youngest first, and each age in one group.")
			continue
		}
		list = append(list, a)
	}
	if len(list) < len(t.Texts("ages")) {
		return nil
	}
	return list
}

// typedAges writes an age group as it is typed.
func typedAges(a AgeGroup) string { return strings.ReplaceAll(a.String(), "–", "-") }

// ageGroup reads "20-29", with a dash of any length, and "70+".
func ageGroup(text string) (a AgeGroup, ok bool) {
	text = strings.TrimSpace(text)
	from, to, both := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(text), "-")
	if !both {
		from, ok = strings.CutSuffix(text, "+")
		age, err := strconv.Atoi(strings.TrimSpace(from))
		return AgeGroup{From: age}, ok && err == nil && believed(age)
	}
	low, err := strconv.Atoi(strings.TrimSpace(from))
	high, err2 := strconv.Atoi(strings.TrimSpace(to))
	return AgeGroup{low, high}, err == nil && err2 == nil && believed(low) && believed(high)
}

// believed reports whether people can be so old, in years.
func believed(age int) bool { return age > 0 && age <= 120 }

// perAge reads a number for each age group; none where there are more or fewer, or one is not believed.
func (r *reader) perAge(t *tomlfile.Table, key string, groups int) []int {
	numbers := t.Ints(key)
	if groups > 0 && t.Has(key) && len(numbers) != groups {
		r.add(t.ValuePos(key), "norms-per-age", fmt.Sprintf(`there are %d in "ages" and %d in %q.`, groups, len(numbers), key), "Write a number for each age group.")
		return nil
	}
	var list []int
	for _, n := range numbers {
		if r.within(n, "bad-number", bounds{1, mostInTest, "in a test", "10 to 60"}) {
			list = append(list, n.Value)
		}
	}
	if len(list) < len(numbers) {
		return nil
	}
	return list
}
