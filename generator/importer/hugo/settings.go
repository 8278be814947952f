package hugo

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// settingsForms are the endings of files with settings, in the order in which Hugo looks for them.
func settingsForms() []string { return []string{".toml", ".yaml", ".yml", ".json"} }

// configure reads the settings, which may have several names and stand in several files, and those of the language that is taken.
func (r *reader) configure() error {
	r.config = matter.Matter{}
	if file := r.mainSettings(); file != "" {
		m, err := r.readSettings(file)
		if err != nil {
			return err
		}
		r.config = m
	}
	for _, folder := range []string{"config/_default", "config/production"} {
		if err := r.configureParts(folder); err != nil {
			return err
		}
	}
	r.chooseLanguage()
	r.locate()
	if zone, err := time.LoadLocation(r.config.String("timezone")); err == nil && r.config.String("timezone") != "" {
		r.zone = zone
	}
	return nil
}

// mainSettings returns the file of the settings beside content/; "" if there is none. Of several, Hugo reads one.
func (r *reader) mainSettings() string {
	for _, name := range []string{"hugo", "config"} {
		for _, form := range settingsForms() {
			if info, err := fs.Stat(r.files, name+form); err == nil && info.Mode().IsRegular() {
				return name + form
			}
		}
	}
	return ""
}

// readSettings reads a file of settings. The error names it.
func (r *reader) readSettings(file string) (matter.Matter, error) {
	read := map[string]func([]byte) (matter.Matter, error){".toml": matter.TOML, ".yaml": matter.YAML, ".yml": matter.YAML, ".json": matter.JSON}[path.Ext(file)]
	data, err := fs.ReadFile(r.files, file)
	if err == nil {
		data, err = matter.Decode(data)
	}
	var m matter.Matter
	if err == nil {
		m, err = read([]byte(prose.StripControls(string(data))))
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", file, err)
	}
	return m, nil
}

// configureParts reads the settings below a folder, such as config/_default/module.toml, over those that are known already.
func (r *reader) configureParts(folder string) error {
	return fs.WalkDir(r.files, folder, func(file string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case d.IsDir() || !slices.Contains(settingsForms(), path.Ext(file)):
			return nil
		}
		m, err := r.readSettings(file)
		if err != nil {
			return err
		}
		keys := keysOf(strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file))))
		if slices.Equal(keys, []string{"cascade"}) {
			m = matter.Matter{"cascade": listOf(slices.Concat(cascadesIn(m), r.config.Tables("cascade")))}
			keys = nil
		}
		for _, key := range slices.Backward(keys) {
			m = matter.Matter{key: m}
		}
		r.config = over(m, r.config)
		return nil
	})
}

// keysOf returns the keys below which the settings of a file stand: those of params.toml are [params], those of params.de.toml are
// [languages.de.params].
func keysOf(name string) []string {
	part, language := name, ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		part, language = name[:i], name[i+1:]
	}
	switch {
	case name == "hugo" || name == "config":
		return nil
	case language == "":
		return []string{part}
	case part == "menu" || part == "menus" || part == "params":
		return []string{"languages", language, part}
	}
	return []string{"languages", language}
}

// cascadesIn returns what stands in a file of cascades: one, or a list.
func cascadesIn(m matter.Matter) []matter.Matter {
	if list := m.Tables("cascade"); len(list) > 0 {
		return list
	}
	return []matter.Matter{m}
}

func listOf(tables []matter.Matter) []any {
	var all []any
	for _, t := range tables {
		all = append(all, t)
	}
	return all
}

// over returns settings, and those of others that they do not have, in tables as well.
func over(m, others matter.Matter) matter.Matter {
	all := maps.Clone(others)
	if all == nil {
		all = matter.Matter{}
	}
	for key, value := range m {
		if table, ok := value.(matter.Matter); ok {
			value = over(table, others.Table(key))
		}
		all[key] = value
	}
	return all
}

// chooseLanguage finds the language whose texts are taken, which is the default one, and puts its settings above the others.
func (r *reader) chooseLanguage() {
	all := r.config.Table("languages")
	r.language = strings.ToLower(cmp.Or(r.config.String("defaultcontentlanguage"), "en"))
	off := r.config.List("disablelanguages")
	for i := range off {
		off[i] = strings.ToLower(off[i])
	}
	var open []string
	r.languages = map[string]bool{}
	for code := range all {
		if all.Table(code).Ask("disabled") == matter.Yes && !slices.Contains(off, code) {
			off = append(off, code)
		}
		r.languages[code] = true
		if !slices.Contains(off, code) {
			open = append(open, code)
		}
	}
	slices.Sort(off)
	r.languagesOff = off
	weight := func(code string) int { return weightOf(all.Table(code)) }
	slices.SortFunc(open, func(a, b string) int { return cmp.Or(byWeight(weight(a), weight(b)), strings.Compare(a, b)) })
	if len(open) > 0 && !slices.Contains(open, r.language) {
		r.language = open[0]
	}
	r.languages[r.language] = true
	r.manyHosts = slices.ContainsFunc(open, func(code string) bool { return all.Table(code).String("baseurl") != "" })
	if r.config.Is("defaultcontentlanguageinsubdir") && len(open) > 1 && !r.manyHosts {
		r.prefix = "/" + r.language
	}
	r.own = all.Table(r.language)
	r.common = r.config
	r.config = over(r.own, r.common)
}

// weightOf returns the weight of a table, which decides its place in an order; 0 for none.
func weightOf(m matter.Matter) int {
	n, _ := strconv.Atoi(m.String("weight"))
	return n
}

// byWeight compares weights as Hugo does: what has none comes last.
func byWeight(a, b int) int {
	switch {
	case a == b:
		return 0
	case b == 0 || a != 0 && a < b:
		return -1
	}
	return 1
}

// locate reads where the site was published.
func (r *reader) locate() {
	home := r.config.String("baseurl")
	scheme, rest, ok := strings.Cut(home, "://")
	if scheme = strings.ToLower(scheme); !ok || scheme != "http" && scheme != "https" {
		return
	}
	host, folder, _ := strings.Cut(rest, "/")
	if folder = strings.Trim(folder, "/"); folder != "" {
		r.root = "/" + folder
	}
	r.blog.Home = scheme + "://" + host + r.root + r.prefix + "/"
}
