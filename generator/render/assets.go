package render

import (
	"bytes"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
	lines "github.com/tdewolff/parse/v2"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
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

// assetSet is the files of a theme that are published beside the pages, and the script of its worker.
type assetSet struct {
	list   []Asset // sorted by the addresses under which templates ask for them
	worker []byte  // which is no asset: its address may not change

	made     map[string]madeAsset // by its path in the theme
	settings *parse.Settings      // with which they were made
	fonts    []site.Font          // likewise
}

// madeAsset is the bytes of a file that is published, what they were made of, and what is wrong with it.
type madeAsset struct {
	from     []byte
	own      bool // the file is the site's, not the default theme's
	data     []byte
	problems diag.List
}

// Assets returns the theme's files that are published, sorted by the addresses under which templates ask for them.
func (a *assetSet) Assets() []Asset { return a.list }

// Path returns where the file stands in the theme: "/assets/style.css".
func (a Asset) Path() string { return a.address }

// addresses returns the addresses at which the assets are published by those under which templates ask for them.
func (a *assetSet) addresses() map[string]string {
	all := make(map[string]string, len(a.list))
	for _, one := range a.list {
		all[one.address] = one.URL
	}
	return all
}

// workerFile is the script of the site's worker in the theme. It lies beside assets/: it has another address, which says nothing of its bytes.
const workerFile = "sw.js"

// assets gathers the files to publish. With plain names each has the address under which templates ask for it.
func (l *loader) assets(plainNames bool) assetSet {
	all := assetSet{made: map[string]madeAsset{}, settings: l.settings, fonts: l.fonts}
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		if strings.HasPrefix(name, "assets/") {
			all.list = append(all.list, Asset{URL: "/" + name, Data: l.make(&all, name), address: "/" + name})
		}
	}
	all.worker = l.make(&all, workerFile)
	if !plainNames {
		l.nameByContent(all.list)
	}
	return all
}

// make returns the bytes of a file as it is published: those of the theme before, if it made them of the same.
func (l *loader) make(all *assetSet, name string) []byte {
	before, known := l.before.made[name]
	if !known || !bytes.Equal(before.from, l.files[name]) || before.own != l.isOwn(name) || l.before.assetSet.settings != l.settings || !slices.Equal(l.before.fonts, l.fonts) {
		before = madeAsset{from: l.files[name], own: l.isOwn(name)}
		before.data, before.problems = minified(name, l.withLook(name, before.from))
	}
	all.made[name] = before
	l.problems.Add(before.problems...)
	return before.data
}

func (a *Asset) isCode() bool { return slices.Contains([]string{".css", ".js"}, path.Ext(a.address)) }

var minifier = sync.OnceValue(func() *minify.M {
	m := minify.New()
	m.AddFunc(".css", css.Minify)
	m.AddFunc(".js", js.Minify)
	m.AddFunc(".svg", svg.Minify)
	return m
})

// minified returns a file of the theme as it is published. A script that cannot be read is published as it is: it may be newer than
// what is known here. The minifier works in the bytes that it is given.
func minified(name string, text []byte) ([]byte, diag.List) {
	data, err := minifier().Bytes(path.Ext(name), bytes.Clone(text))
	switch {
	case errors.Is(err, minify.ErrNotExist):
		return text, nil
	case err != nil:
		return text, diag.List{assetProblem(name, err)}
	}
	return data, nil
}

func assetProblem(name string, err error) diag.Problem {
	pos := diag.Position{File: source.Templates + "/" + name}
	message := err.Error()
	var at *lines.Error
	if errors.As(err, &at) {
		pos.Line, pos.Column, message = at.Line, at.Column, at.Message
	}
	return diag.Warningf(pos, "bad-asset", "this file cannot be read: %s.", strings.TrimSuffix(message, ".")).
		WithHint("It is published as it is. Browsers may stumble over it too.")
}
