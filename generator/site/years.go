package site

import (
	"fmt"
	"strconv"

	"github.com/legpress/legpress/generator/parse"
)

// Year is a year and what was written in it.
type Year struct {
	Number   int
	URL      string
	Articles []*parse.Article // newest first
}

// years adds a list of the articles of each year, where there is more than one. An article whose address is that of a year comes
// first.
func (s *Site) years() {
	taken := map[string]bool{}
	for a := range s.allArticles() {
		if len(a.ID) == len("2026") {
			taken[a.ID] = true
		}
	}
	for from := 0; from < len(s.Articles); {
		year, to := s.Articles[from].Date.Year(), from
		for to < len(s.Articles) && s.Articles[to].Date.Year() == year {
			to++
		}
		if url := fmt.Sprintf("/articles/%d/", year); !taken[strconv.Itoa(year)] {
			s.Years = append(s.Years, Year{Number: year, URL: url, Articles: s.Articles[from:to]})
		}
		from = to
	}
	if len(s.Years) < 2 {
		s.Years = nil
	}
	for _, y := range s.Years {
		s.list(y.URL, "articles", y.Articles, List{Year: y.Number})
	}
}
