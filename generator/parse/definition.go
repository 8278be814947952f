package parse

import (
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// parseDefinition reads an exercise, a runner type or a plan, and what is said about it in Markdown.
func (p *Parser) parseDefinition(out *File, folder string) {
	file := out.File.Path
	if strings.Count(file, "/") > 2 {
		out.Problems.Add(diag.Errorf(diag.Position{File: file}, "misplaced", "a definition stands directly in %s, not in a folder below it.", folder).WithHint("Move it up."))
		return
	}
	id := strings.TrimSuffix(path.Base(file), path.Ext(file))
	out.Problems.Add(checkName(file, id)...)
	var about tomlfile.Text
	switch folder {
	case ExercisesFolder:
		about = p.parseExercise(out, id)
	case RunnersFolder:
		about = p.parseRunner(out, id)
	case PlansFolder:
		about = p.parsePlan(out, id)
	}
	if about.Value != "" {
		doc, problems := p.markdown.Parse(markdown.Source{Text: []byte(about.Value), Pos: about.Body})
		out.About = doc
		out.Problems.Add(problems...)
	}
}

// decode reads the file as TOML of a format.
func (f *File) decode(format *tomlfile.Format) *tomlfile.Table {
	t, problems := tomlfile.Decode(tomlfile.Input{File: f.File.Path, Text: f.File.Data}, format)
	f.Problems.Add(problems...)
	return t
}

func (p *Parser) parseExercise(out *File, id string) (about tomlfile.Text) {
	t := out.decode(training.ExerciseFormat())
	e, problems := training.ReadExercise(id, out.File.Path, t)
	e.Partial = problems.HasErrors() || t.Partial("name", "also", "cues", "stop", "if_it_hurts", "not_for", "about", "picture", "picture_alt", "picture_credit", "video", "norms", "pose", "prop")
	e.KeepsCapital = isSpoken(p.settings.Language, "de")
	out.Exercise = e
	out.Problems.Add(slices.Concat(problems, p.lineClaims(t, e.Draft, "cues"), plainLines(t, "name", "cues", "picture_alt"))...)
	return e.About
}

func (p *Parser) parseRunner(out *File, id string) (about tomlfile.Text) {
	t := out.decode(training.RunnerFormat())
	r, problems := training.ReadRunner(id, out.File.Path, t)
	r.Partial = problems.HasErrors() || t.Partial("name", "order", "signs", "aim", "about", "image", "image_alt", "image_focus")
	out.Runner = r
	out.Problems.Add(slices.Concat(problems, p.lineClaims(t, r.Draft, "name", "aim"), plainLines(t, "name", "aim", "signs", "image_alt"))...)
	return r.About
}

func (p *Parser) parsePlan(out *File, id string) (about tomlfile.Text) {
	t := out.decode(training.PlanFormat())
	plan, problems := training.ReadPlan(id, out.File.Path, t)
	plan.Partial = problems.HasErrors() || t.Partial("title", "summary", "about", "warm_up", "updated", "sources", "allow")
	out.Plan = plan
	out.Problems.Add(slices.Concat(problems, p.lineClaims(t, plan.Draft, "title", "summary"), plainLines(t, "title", "summary", "warm_up"))...)
	return plan.About
}
