// Package check finds what only the whole site can get wrong: references that lead nowhere, addresses that clash, ladders that
// go in circles, runner types without a plan, claims without a source.
//
// In goes a [site.Site], out come problems at the lines that have to change. The package must not read files, nor change the site.
package check

import (
	"maps"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parallel"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/rules"
)

// parts is how many parts of the articles are checked in parallel. It does not depend on the number of cores, because limits are for each part
// and the same content must have the same problems everywhere.
const parts = 4

// Asset is a file of the theme that is published.
type Asset struct {
	URL  string // on the site
	File string // in the site's folder; "" if it is of the default theme
}

// Checked is what was found in a site.
type Checked struct {
	Problems diag.List

	site   *site.Site
	assets []Asset
	sound  soundness
}

// soundness is in what nothing was found.
type soundness struct {
	texts                   []bool // of each article
	articleNames, addresses bool
}

// Site checks a whole site with the files of its theme.
func Site(s *site.Site, assets ...Asset) diag.List { return new(Checked).Next(s, assets...).Problems }

// Next checks a site as it is after an edit. The articles of this one that are the same, in which nothing was found, are not checked again
// where all that they lead to is the same, too; nor are names and addresses that were found sound and are the same. Articles are checked in
// parallel with everything else.
func (before *Checked) Next(s *site.Site, assets ...Asset) *Checked {
	next := &Checked{site: s, assets: assets, sound: soundness{texts: make([]bool, len(s.ArticlePages))}}
	if s.LeadsAlike(before.site) {
		for i, p := range s.ArticlePages {
			next.sound.texts[i] = before.sound.texts[i] && before.site.ArticlePages[i] == p
		}
		next.sound.articleNames = before.sound.articleNames && slices.EqualFunc(s.Articles, before.site.Articles, namedAlike)
		next.sound.addresses = before.sound.addresses && slices.Equal(assets, before.assets)
	}
	allowed := s.Settings.Policy()
	var found [parts + 1]diag.List
	var meant [parts + 1][]string
	parallel.Each(len(found), func(i int) {
		c := &checker{site: s, assets: assets, policy: allowed, ids: map[string][]string{}, authors: map[string]string{}}
		if i == 0 {
			c.definitions(&next.sound)
		} else {
			n := len(next.sound.texts)
			c.articles(next.sound.texts, n*(i-1)/parts, n*i/parts)
		}
		found[i], meant[i] = c.problems, c.meant
	})
	problems, named := slices.Concat(found[:]...), slices.Concat(meant[:]...)
	next.Problems = explainOnce(slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.ID == unusedPicture && slices.Contains(named, p.File) }))
	return next
}

// explainOnce sorts problems into file order, and leaves an explanation that several of a kind have in common at the first of them alone. A
// name that was probably meant stays at each. Where no source is described at all, the first place that names one is enough.
func explainOnce(list diag.List) diag.List {
	list = list.Sorted()
	said := map[string]bool{}
	kept := list[:0]
	for _, p := range list {
		repeats := said[p.ID+p.Hint]
		said[p.ID+p.Hint] = true
		switch {
		case repeats && p.ID == noSources:
			continue
		case repeats && slices.Contains(explained, p.ID) && !strings.HasPrefix(p.Hint, "Did you mean") && !strings.HasPrefix(p.Hint, "Write "):
			p.Hint = ""
		}
		kept = append(kept, p)
	}
	return kept
}

// explained are the kinds of problems whose explanation is long, and the same for many.
var explained = []string{"broken-link", "unknown-article", "unknown-exercise", "unknown-page", "unknown-plan", "unknown-runner", "unknown-source"}

// noSources is the id of the problem of a site that names sources and describes none.
const noSources = "no-sources"

// definitions checks everything but the articles' texts, but for what is sound, and notes whether it is.
func (c *checker) definitions(sound *soundness) {
	for _, p := range c.site.OtherPages {
		c.text(p)
	}
	c.exercises()
	c.unshownPictures()
	c.feedIDs()
	c.unpublished()
	c.locations()
	c.names()
	c.unless(&sound.articleNames, c.articleNames)
	c.tags()
	c.days()
	c.plans()
	c.runners()
	c.runnerPhotos()
	c.settings()
	c.moved()
	c.unless(&sound.addresses, c.addresses)
	c.hosts()
}

// unless checks what is not known to be sound, and notes whether it is.
func (c *checker) unless(sound *bool, check func()) {
	if !*sound {
		before := len(c.problems)
		check()
		*sound = len(c.problems) == before
	}
}

type checker struct {
	site            *site.Site
	assets          []Asset
	policy          *policy.Policy
	ids             map[string][]string // by scheme, sorted; see known
	searchCount     int                 // searches for a suggestion so far
	comparisonCount int                 // comparisons for suggestions so far
	authors         map[string]string   // who was meant by a name, by the name
	meant           []string            // the files of pictures that were suggested in place of a name that is wrong
	problems        diag.List
}

// maxSearches is how often all pages are searched for what an author may have meant, in one part of the texts. Without it a large site with
// thousands of broken links would take minutes.
const maxSearches = 40

// maxComparisons is how many names are compared with what an author wrote, in one part of the texts. Without it thousands of mistakes in a
// site of thousands of names would take minutes. Later mistakes get no suggestion; they are like the first ones as a rule.
const maxComparisons = 500_000

// didYouMean returns a suggestion from names, or "" once there were too many comparisons.
func (c *checker) didYouMean(word string, names []string) string {
	if c.comparisonCount += len(names); c.comparisonCount > maxComparisons {
		return ""
	}
	return diag.DidYouMean(word, names)
}

func (c *checker) add(p diag.Problem) { c.problems.Add(p) }

// known returns the ids of a scheme, sorted, including those of files that could not be read.
func (c *checker) known(scheme string) []string {
	if _, ok := c.ids[scheme]; !ok {
		c.ids[scheme] = slices.Sorted(maps.Keys(c.site.IDs(scheme)))
	}
	return c.ids[scheme]
}

// exists reports a reference to a definition that does not exist or is not published, and returns whether it is fine.
func (c *checker) exists(scheme string, ref training.Ref) bool {
	switch h := c.site.HiddenAs(scheme, ref.ID); {
	case ref.ID == "":
		return true
	case h != nil:
		c.add(hiddenDefinition(scheme, ref, h))
		return false
	case c.site.IDs(scheme)[ref.ID]:
		return true
	}
	c.unknown(scheme, ref.ID, ref.Pos)
	return false
}

func schemeName(scheme string) string {
	if scheme == "runner" {
		return "runner type"
	}
	return scheme
}

func (c *checker) exercises() {
	for _, e := range c.site.Exercises {
		if c.exists("exercise", e.Exercise.Harder) {
			c.ladderPattern(e, e.Harder, e.Exercise.Harder)
		}
		if c.exists("exercise", e.Exercise.Easier) {
			c.ladderPattern(e, e.Easier, e.Exercise.Easier)
		}
		c.ladderLoop(e)
		c.missingEquipment(e)
		if e.Norms != nil {
			c.exists("source", e.Norms.Source)
		}
		c.chosen(e.Pos.File, e.Picture, e.PictureFocus.Given)
	}
}

// ladderPattern reports a ladder that leaves its movement pattern.
func (c *checker) ladderPattern(e, next *site.Exercise, ref training.Ref) {
	if next == nil || next.Pattern == "" || e.Pattern == "" || next.Pattern == e.Pattern {
		return
	}
	c.add(diag.Errorf(ref.Pos, "ladder-pattern", "%s is a %s exercise but %s is a %s exercise.", e.ID, e.Pattern, next.ID, next.Pattern).
		WithHint("A ladder stays in one movement pattern."))
}

// ladderLoop reports a ladder that goes in a circle, once: at the exercise of the circle whose id comes first.
func (c *checker) ladderLoop(e *site.Exercise) {
	names := []string{e.ID}
	for next := e.Harder; next != nil; next = next.Harder {
		names = append(names, next.ID)
		if next == e {
			if slices.Min(names) == e.ID {
				c.add(diag.Errorf(e.Exercise.Harder.Pos, "ladder-loop", "%s goes in a circle.", strings.Join(names, " → ")).
					WithHint("A ladder ends with its hardest exercise: leave out harder there."))
			}
			return
		}
		if len(names) > len(c.site.Exercises) {
			return
		}
	}
}

func (c *checker) plans() {
	for p := range c.site.AllPlans() {
		for _, ref := range p.Runners {
			c.exists("runner", ref)
		}
		for _, ref := range p.Sources {
			c.exists("source", ref)
		}
		var verdicts []*rules.Verdict
		for _, programme := range p.Programmes {
			if !programme.Partial() { // else the rules have judged another one than was meant
				verdicts = append(verdicts, programme.Verdict)
			}
		}
		c.problems.Add(rules.Problems(p.Plan, verdicts, c.site.Settings.Rules)...)
		for _, test := range p.Tests {
			c.exists("exercise", test.Exercise)
		}
		c.rows(p.Plan)
	}
}

// logs says where the plans of the site cannot be followed in a browser.
func (c *checker) logs() {
	if !c.site.Settings.Followed() && len(c.site.Plans) > 0 {
		c.add(diag.Notef(c.site.Settings.ScriptsPos, "no-log", "scripts of other websites could read what runners keep in their browser. So plans have no log, and cannot be made one's own.").
			WithHint("They have both where scripts is left out."))
	}
}

// settings checks the menu, the look, the links and the pictures of the settings.
func (c *checker) settings() {
	c.menu()
	c.look()
	c.logs()
	for _, l := range c.site.Settings.Links {
		at, fragment, _ := strings.Cut(l.Value, "#")
		c.reference(&site.Page{From: diag.Position{File: parse.SettingsFile}}, &markdown.Ref{Target: at, Fragment: fragment, Pos: l.Pos})
	}
	for _, picture := range c.site.Settings.Pictures {
		c.picture(parse.SettingsFile, picture.Value, picture.Pos)
	}
}
