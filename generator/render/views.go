package render

import (
	"reflect"

	"github.com/legpress/legpress/generator/render/typecheck"
	"github.com/legpress/legpress/generator/site"
)

// views make what each layout is given of what all layouts have; nil for the outputs that no layout shows. What shows nothing but the
// site's lists needs no more than all have.
var views = [site.Outputs]func(BaseView) any{
	site.Home:           func(v BaseView) any { return &HomeView{v, v.notedText(), v.page.Article} },
	site.ArticlePage:    func(v BaseView) any { return &ArticleView{v, v.notedText(), v.page.Article} },
	site.StandalonePage: func(v BaseView) any { return &StandaloneView{v, v.notedText(), v.page.Article} },
	site.ListPage:       func(v BaseView) any { return &ListView{v, v.page.List} },
	site.TagsPage:       baseView,
	site.ExercisePage:   func(v BaseView) any { return &ExerciseView{v, v.text(), v.page.Exercise} },
	site.ExercisesPage:  func(v BaseView) any { return &ExercisesView{v} },
	site.RunnerPage:     func(v BaseView) any { return &RunnerView{v, v.notedText(), v.page.Runner} },
	site.RunnersPage:    baseView,
	site.PlanPage:       func(v BaseView) any { return &PlanView{v, v.text(), v.page.Plan} },
	site.PlansPage:      func(v BaseView) any { return &PlansView{v} },
	site.ProgrammePage:  func(v BaseView) any { return &ProgrammeView{v, v.notedText(), v.programme()} },
	site.SheetPage:      func(v BaseView) any { return &SheetView{v, v.programme(), ""} },
	site.LogPage:        func(v BaseView) any { return &LogView{v, v.programme()} },
	site.SourcesPage:    baseView,
	site.MethodPage:     func(v BaseView) any { return &MethodView{v} },
	site.SearchPage:     baseView,
	site.NotFoundPage:   baseView,
	site.RedirectPage:   func(v BaseView) any { return &RedirectView{v, v.page.Target} },
	site.BookPage:       func(v BaseView) any { return &BookView{BaseView: v} },
}

func baseView(v BaseView) any { return &v }

// viewType returns the type of what the layout of an output is given.
func viewType(o site.Output) reflect.Type {
	return reflect.TypeOf(views[o](BaseView{page: &site.Page{}}))
}

// Given are the words that a template of a theme is given.
type Given struct {
	Template string // its path in the theme; empty for all partials that .Fixed fills in
	Words    []string
}

// Words returns what the templates are given: the layouts first.
func Words() []Given {
	var list []Given
	for o := range site.Outputs {
		if views[o] != nil {
			list = append(list, Given{layoutOf(o), typecheck.Words(viewType(o))})
		}
	}
	return append(list, Given{"", typecheck.Words(reflect.TypeFor[*FixedView]())}, Given{"partials/card.html", typecheck.Words(reflect.TypeFor[*Card]())})
}
