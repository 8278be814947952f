package render

import (
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
	"github.com/tdewolff/parse/v2"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/source"
)

// Asset is a file of the theme that is published beside the pages: stylesheets, scripts and SVG without what only their authors
// need, everything else as it is.
type Asset struct {
	URL     string // "/assets/style.1a2b3c4d5e.css"
	Data    []byte
	Hashed  bool   // the address says what the bytes are, so they can be kept for ever
	address string // under which templates ask for it: "/assets/style.css"
}

// Assets returns the theme's files that are published, sorted by the addresses under which templates ask for them.
func (t *Theme) Assets() []Asset { return t.assets }

// Path returns where the file stands in the theme: "/assets/style.css".
func (a Asset) Path() string { return a.address }

// asset returns the address at which a file of the theme is published; other addresses are returned as they are.
func (t *Theme) asset(address string) string {
	i, found := slices.BinarySearchFunc(t.assets, address, func(a Asset, address string) int { return strings.Compare(a.address, address) })
	if !found {
		return address
	}
	return t.assets[i].URL
}

// workerFile is the script of the site's worker in the theme. It lies beside assets/: it has another address, which says nothing of its bytes.
const workerFile = "sw.js"

// assets gathers the files to publish. With plain names each has the address under which templates ask for it.
func (l *loader) assets(plainNames bool) {
	small := minifier()
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		if strings.HasPrefix(name, "assets/") {
			l.theme.assets = append(l.theme.assets, Asset{URL: "/" + name, Data: l.minify(small, name), address: "/" + name})
		}
	}
	l.theme.worker = l.minify(small, workerFile)
	if !plainNames {
		l.nameByContent()
	}
}

func (a *Asset) isCode() bool { return slices.Contains([]string{".css", ".js"}, path.Ext(a.address)) }

func minifier() *minify.M {
	m := minify.New()
	m.AddFunc(".css", css.Minify)
	m.AddFunc(".js", js.Minify)
	m.AddFunc(".svg", svg.Minify)
	return m
}

// minify returns a file of the theme as it is published. A script that cannot be read is published as it is: it may be newer than
// what is known here.
func (l *loader) minify(small *minify.M, name string) []byte {
	data, err := small.Bytes(path.Ext(name), l.files[name])
	switch {
	case errors.Is(err, minify.ErrNotExist):
		return l.files[name]
	case err != nil:
		l.problems.Add(assetProblem(name, err))
		return l.files[name]
	}
	return data
}

func assetProblem(name string, err error) diag.Problem {
	pos := diag.Position{File: source.Templates + "/" + name}
	message := err.Error()
	var at *parse.Error
	if errors.As(err, &at) {
		pos.Line, pos.Column, message = at.Line, at.Column, at.Message
	}
	return diag.Warningf(pos, "bad-asset", "this file cannot be read: %s.", strings.TrimSuffix(message, ".")).
		WithHint("It is published as it is. Browsers may stumble over it too.")
}
