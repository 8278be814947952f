package render

import (
	"reflect"

	"github.com/legpress/legpress/generator/site"
)

// views make what each layout is given of what all layouts have; nil for the outputs that no layout shows. What shows nothing but the
// site's lists needs no more than all have.
var views = [site.Outputs]func(BaseView) any{
	site.Home:           baseView,
	site.ArticlePage:    func(v BaseView) any { return &ArticleView{StandaloneView{v, v.text(), v.page.Article}} },
	site.StandalonePage: func(v BaseView) any { return &StandaloneView{v, v.text(), v.page.Article} },
	site.ListPage:       func(v BaseView) any { return &ListView{v, v.page.List} },
	site.TagsPage:       baseView,
	site.ExercisePage:   func(v BaseView) any { return &ExerciseView{v, v.text(), v.page.Exercise} },
	site.ExercisesPage:  func(v BaseView) any { return &ExercisesView{v} },
	site.RunnerPage:     func(v BaseView) any { return &RunnerView{v, v.text(), v.page.Runner} },
	site.RunnersPage:    baseView,
	site.PlanPage:       func(v BaseView) any { return &PlanView{v, v.text(), v.page.Plan} },
	site.PlansPage:      func(v BaseView) any { return &PlansView{v} },
	site.ProgrammePage:  func(v BaseView) any { return &ProgrammeView{v, v.text(), v.programme()} },
	site.SheetPage:      func(v BaseView) any { return &SheetView{v, v.programme()} },
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

// View is what a template of a theme is given.
type View struct {
	Template string // its path in the theme
	Type     reflect.Type
}

// Views returns what the layouts are given, in an order that does not change.
func Views() []View {
	var list []View
	for o, view := range views {
		if view != nil {
			list = append(list, View{layoutOf(site.Output(o)), viewType(site.Output(o))})
		}
	}
	return list
}
