package training

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// ExerciseFormat describes content/exercises/*.toml.
func ExerciseFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "exercise",
		Doc:  "One movement: a file in content/exercises. The name of the file is what plans and texts call it by.",
		Keys: []tomlfile.Key{
			{Name: "name", Kind: tomlfile.String, Required: true, Doc: "What runners call it.", Example: `"Goblet squat"`, Synonyms: []string{"title"}},
			{Name: "also", Kind: list, Doc: "What else it is called: other names and short ones, by which the search finds it as well. They stand on its page.", Example: `["RDL", "Straight-leg deadlift"]`, Synonyms: []string{"aka", "aliases", "other_names", "also_called"}},
			{Name: "pattern", Kind: tomlfile.String, Required: true, OneOf: words(Patterns()), Doc: "The movement pattern. A good week covers a squat or single leg, a hinge, a push and a pull.", Example: `"squat"`},
			{Name: "measure", Kind: tomlfile.String, Required: true, OneOf: words(Measures()), Doc: "What it is counted in: " + meanings() + " A carry or a hold with a weight has load = \"weight\" beside it.", Example: `"load"`},
			{Name: "load", Kind: tomlfile.String, OneOf: words(LoadKinds()), Doc: "What makes it harder, beside any measure but \"load\", which says it: " + loadMeanings() + " A carry with a weight needs it, measure = \"metres\" and load = \"weight\", and so does a hold with one.", Example: `"weight"`},
			{Name: "hands", Kind: tomlfile.Integer, Doc: "2 where a weight is held in each hand, so that the sheet says 2 × 8 kg. 1 if left out.", Example: `2`},
			{Name: "equipment", Kind: list, OneOf: EquipmentNames(), Doc: "What it is done with; of dumbbells, bars and other things that are lifted one is enough. The weights of the first that has a list with the start are used. Nothing if left out.", Example: `["dumbbell"]`},
			{Name: "per_side", Kind: tomlfile.Boolean, Doc: "true where each side is done by itself, so that a set takes twice as long.", Example: `false`},
			{Name: "cues", Kind: list, Doc: "What to think of while doing it: three at the most, about ten words each, because they are printed on the sheet.", Example: `["Hold the weight against your chest.", "Sit down between your heels."]`},
			{Name: "stop", Kind: list, Doc: "What ends the set, besides being tired.", Example: `["Your heels lift off the floor."]`},
			{Name: "if_it_hurts", Kind: tomlfile.String, Doc: "What to do instead where it hurts, in a sentence.", Example: `"Squat to a box that is high enough not to hurt."`},
			{Name: "not_for", Kind: list, Doc: "What keeps a runner from it, or makes her ask a clinician first: a few words each.", Example: `["an earlier stress fracture"]`},
			{Name: "norms", Kind: tomlfile.SubTable, Table: normsFormat(), Doc: "What healthy people reach in a test of it, by age and sex.", Example: `{ ages = ["20-29", "30+"], men = [37, 32], women = [30, 27], source = "hebert-losier-2017" }`},
			{Name: "easier", Kind: tomlfile.String, Doc: "The exercise one rung down the ladder, by its file name.", Example: `"box-squat"`},
			{Name: "harder", Kind: tomlfile.String, Doc: "The exercise one rung up the ladder, by its file name.", Example: `"front-squat"`},
			{Name: "harder_do", Kind: tomlfile.String, Doc: "What to do of the harder exercise, where that is counted in something else or begins elsewhere. The same as here if left out.", Example: `"3 x 5-10"`},
			{Name: "picture", Kind: tomlfile.String, Doc: "A picture, by its path from this file. A photo may be as the phone made it; it stands on the exercise's own page, and where there are poses, lists and sheets have their drawing. An .svg takes the place of that drawing everywhere. Use only pictures that you may use.", Example: `"goblet-squat.svg"`, Synonyms: Pictured()},
			{Name: "picture_alt", Kind: tomlfile.String, Doc: "What the picture shows, for those who cannot see it.", Example: `"A runner squats with a dumbbell held at the chest."`, Synonyms: Described()},
			{Name: "picture_credit", Kind: tomlfile.String, Doc: "Who made the picture, and under which licence. A picture needs it.", Example: `"Own drawing, CC BY 4.0"`},
			FocusKey("picture_focus", "The photo on the exercise's own page is cut to 3 × 2 around it; it is shown whole if left out."),
			{Name: "video", Kind: tomlfile.String, Doc: "The address of a video. It is a link; one of YouTube or Vimeo plays on the page when it is clicked.", Example: `"https://example.org/goblet-squat"`},
			{Name: "about", Kind: tomlfile.Markdown, Doc: "How to do it, in Markdown, for the exercise's own page.", Example: `"""Stand with your feet as wide as your shoulders."""`},
			draftKey(),
			{Name: "facing", Kind: tomlfile.String, OneOf: []string{"right", "left"}, Doc: `Where the drawn figure looks. "right" if left out. On a site that is read from the right it looks the other way, so that its poses stand in the order of reading.`, Example: `"right"`},
			{Name: "pose", Kind: tomlfile.Tables, Table: poseFormat(), Doc: "The positions that a drawing is made from where there is no picture, or a photo: as a rule the start and the end."},
			{Name: "prop", Kind: tomlfile.Tables, Table: propFormat(), Doc: "The things in the drawing."},
		},
		Foreign: foreignInExercise(),
	}
}

// ReadExercise reads an exercise.
func ReadExercise(id, file string, t *tomlfile.Table) (*Exercise, diag.List) {
	r := &reader{}
	e := &Exercise{
		ID: id, Pos: diag.Position{File: file},
		Name:    r.line(t, "name"),
		Pattern: Pattern(t.String("pattern")), Measure: Measure(t.String("measure")),
		Equipment: r.equipment(t), PerSide: t.Bool("per_side"),
		Cues: r.cues(t), Stop: r.lines(t, "stop"),
		IfItHurts: r.line(t, "if_it_hurts"), NotFor: r.lines(t, "not_for"),
		Easier: r.ref(t, "easier"), Harder: r.ref(t, "harder"), HarderDo: r.harderDo(t),
		Picture: t.Text("picture"), PictureAlt: r.line(t, "picture_alt"), PictureCredit: r.line(t, "picture_credit"),
		Video: r.address(t, "video"), About: t.Text("about"), Figure: r.figure(t), Draft: t.Bool("draft"),
	}
	r.load(t, e)
	e.Also = r.also(t, e.Name)
	e.Norms = r.norms(t, e)
	r.picture(t, e)
	r.alone(t, "harder_do", "harder", `there is no harder exercise that this is for.`, `Name it as well, harder = "front-squat", or take harder_do out.`)
	r.alone(t, "picture_alt", "picture", "there is no picture that this describes.", `Name it as well, picture = "goblet-squat.svg", or take picture_alt out.`)
	r.alone(t, "picture_credit", "picture", "there is no picture that this credits.", `Name it as well, picture = "goblet-squat.svg", or take picture_credit out.`)
	return e, r.problems
}

// also returns the other names of an exercise. Capitals do not make a name another one.
func (r *reader) also(t *tomlfile.Table, name string) []tomlfile.Text {
	var list []tomlfile.Text
	for _, text := range r.texts(t, "also") {
		same := func(other tomlfile.Text) bool { return strings.EqualFold(other.Value, text.Value) }
		switch {
		case strings.EqualFold(text.Value, name):
			r.add(text.Pos, "listed-twice", fmt.Sprintf("%q is the name of the exercise already.", text.Value), `Remove it from "also", which is for other names.`)
		case slices.ContainsFunc(list, same):
			r.add(text.Pos, "listed-twice", fmt.Sprintf("%q is listed twice.", text.Value), "Remove one of them.")
		default:
			list = append(list, text)
		}
	}
	return list
}

// AlsoCalled returns the other names of the exercise.
func (e *Exercise) AlsoCalled() []string {
	var names []string
	for _, also := range e.Also {
		names = append(names, also.Value)
	}
	return names
}

// alone reports a key that says something of another one, which is not there.
func (r *reader) alone(t *tomlfile.Table, key, other, message, hint string) {
	if t.Has(key) && !written(t, other) {
		r.warn(t.KeyPos(key), "nothing-for-it", message, hint)
	}
}

// InSentence returns the exercise's name as it stands within a sentence: "Goblet squat" becomes "goblet squat". One with a capital further on
// stays: "TRX row", "Goblet-Squat".
func (e *Exercise) InSentence() string {
	first, n := utf8.DecodeRuneInString(e.Name)
	second, _ := utf8.DecodeRuneInString(e.Name[n:])
	if e.Name == "" || e.KeepsCapital || unicode.IsDigit(second) || strings.ContainsFunc(e.Name[n:], unicode.IsUpper) {
		return e.Name
	}
	return string(unicode.ToLower(first)) + e.Name[n:]
}

// TiresLegs reports whether the exercise leaves the legs tired, however it is done. Jumps do: they are few, but they are not light.
func (e *Exercise) TiresLegs() bool { return e.Pattern.Facts().TiresLegs == Yes }

// WorksLegs reports whether the legs do the exercise, so that the run of the next day says whether it was too much for them.
func (e *Exercise) WorksLegs() bool { return e.TiresLegs() || e.Pattern.Facts().LowerBody == Yes }

// TiresCalves reports whether the exercise leaves the legs tired because it is done with a load or to the limit, as a calf raise is.
func (e *Exercise) TiresCalves(limit bool) bool {
	f := e.Pattern.Facts()
	return f.TiresLegs != Yes && f.HeavyTiresLegs == Yes && (e.Loaded() || limit)
}

// HeavyOnLegs reports whether the exercise leaves the legs too tired for a race that is near: it tires them with a load or by landings.
func (e *Exercise) HeavyOnLegs() bool {
	return e.TiresLegs() && (e.Loaded() || e.Lands()) || e.TiresCalves(false)
}

// Lands reports whether the exercise is counted in landings.
func (e *Exercise) Lands() bool { return e.Pattern.Facts().Lands == Yes }

// equipment returns what an exercise needs: nothing for "none".
func (r *reader) equipment(t *tomlfile.Table) []string {
	names := r.lines(t, "equipment")
	switch {
	case !slices.Contains(names, noEquipment):
		return names
	case len(names) > 1:
		r.add(t.ValuePos("equipment"), "bad-equipment", `"none" stands beside other equipment.`, `Remove "none", or everything else.`)
	case Measure(t.String("measure")).Facts().Loaded == Yes:
		r.add(t.ValuePos("equipment"), "bad-equipment", `an exercise with a load needs equipment.`, `Name it, or write measure = "reps".`)
	case t.Has("load"):
		r.add(t.ValuePos("equipment"), "bad-equipment", `an exercise with a load needs equipment.`, `Name it, or take load out.`)
	}
	return nil
}

// On the sheet a cue has one line, and an exercise has three.
const (
	mostCues     = 3
	mostCueWords = 12 // "about 10" in the words of the message
)

func (r *reader) cues(t *tomlfile.Table) []string {
	texts := r.texts(t, "cues")
	if len(texts) > mostCues {
		r.warn(t.ValuePos("cues"), "many-cues", fmt.Sprintf("%d cues are too many to think of.", len(texts)), fmt.Sprintf("Keep the best %d; the others can go into about.", mostCues))
	}
	var cues []string
	for i, text := range texts {
		if n := len(strings.Fields(text.Value)); n > mostCueWords {
			r.warn(text.Pos, "long-cue", fmt.Sprintf("cue %d is %d words.", i+1, n), "On paper it must fit one line: about 10 words.")
		}
		cues = append(cues, text.Value)
	}
	return cues
}

func (r *reader) harderDo(t *tomlfile.Table) *quantity.Prescription {
	if !t.Has("harder_do") {
		return nil
	}
	p, ok := parse(r, "harder_do", t.Text("harder_do"), quantity.ParsePrescription)
	if !ok {
		return nil
	}
	return &p
}

// written reports whether the key was typed at all: if its value is of no use, that has been said.
func written(t *tomlfile.Table, key string) bool { return t.Has(key) || t.Broken(key) }
