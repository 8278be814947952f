package generator_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/templates"
)

// A folder with settings and one article becomes a website; what is wrong with the content is in the report.
func ExampleBuild() {
	dir, err := os.MkdirTemp("", "site")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string]string{
		"content/site.toml":         "title = \"Hills\"\nurl = \"https://balanced-stride.com/\"\n",
		"content/articles/first.md": "+++\ntitle = \"First\"\ndate = 2026-01-05\n+++\nRun, and [lift](exercise:squat).\n",
	} {
		file := filepath.Join(dir, name)
		if os.MkdirAll(filepath.Dir(file), 0o755) != nil || os.WriteFile(file, []byte(text), 0o644) != nil {
			return
		}
	}
	options := generator.Options{Dir: dir, Theme: templates.Files, Now: time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)}

	report, err := generator.Build(context.Background(), options)
	fmt.Println(err, published(dir))
	for _, p := range report.Problems {
		fmt.Printf("%s:%d:%d: %s\n", p.File, p.Line, p.Column, p.Message)
	}

	article := filepath.Join(dir, "content/articles/first.md")
	if err := os.WriteFile(article, []byte("+++\ntitle = \"First\"\ndate = 2026-01-05\n+++\nRun, and lift.\n"), 0o644); err != nil {
		fmt.Println(err)
	}
	_, err = generator.Build(context.Background(), options)
	fmt.Println(err, published(dir))
	// Output:
	// <nil> false
	// content/articles/first.md:5:10: there is no exercise "squat".
	// <nil> true
}

func published(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "public/articles/first/index.html"))
	return err == nil
}
