package wordpress

import (
	"cmp"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

var mainMenu = regexp.MustCompile(`(?i)main|primary|principal|haupt|hoofd|header|^top|[-_ ]top`)

// menuAddresses returns the addresses that the main menu leads to, in its order.
func (r *reader) menuAddresses() []string {
	if len(r.menu) == 0 {
		return r.blockMenu()
	}
	var list []string
	used := map[*item]bool{}
	for _, i := range r.mainEntries() {
		at, outside := r.entryAddress(i)
		if used[i] = at != "" && !outside; used[i] && !slices.Contains(list, at) {
			list = append(list, at)
		}
	}
	for _, i := range r.menu {
		if !used[i] && !i.leadsNowhere() {
			r.found(reasonMenu, i.line, r.entryWords(i))
		}
	}
	return list
}

// entryWords returns what an entry of a menu says, or where it leads.
func (r *reader) entryWords(i *item) string {
	words := prose.PlainText(i.title)
	if to := r.byID[i.meta("_menu_item_object_id")]; words == "" && to != nil {
		words = prose.PlainText(to.title)
	}
	return cmp.Or(words, i.meta("_menu_item_url"), i.inMenu())
}

// leadsNowhere reports whether an entry only stands above others.
func (i *item) leadsNowhere() bool {
	return i.meta("_menu_item_type") == "custom" && strings.TrimLeft(i.meta("_menu_item_url"), "#") == ""
}

// mainEntries returns the entries of the main menu: of the one whose name says so, or of the first. What stands below another entry is
// left out, unless that one leads nowhere.
func (r *reader) mainEntries() []*item {
	chosen := ""
	for _, i := range r.menu {
		name := i.inMenu()
		if chosen == "" || mainMenu.MatchString(name) && !mainMenu.MatchString(chosen) {
			chosen = name
		}
	}
	below := map[string][]*item{}
	for _, i := range r.menu {
		if i.inMenu() == chosen {
			above := i.meta("_menu_item_menu_item_parent")
			below[cmp.Or(above, "0")] = append(below[cmp.Or(above, "0")], i)
		}
	}
	for _, entries := range below {
		slices.SortStableFunc(entries, func(a, b *item) int { return cmp.Compare(a.place(), b.place()) })
	}
	var list []*item
	for _, i := range below["0"] {
		if i.leadsNowhere() {
			list = append(list, below[i.id]...)
			continue
		}
		list = append(list, i)
	}
	return list
}

func (i *item) inMenu() string {
	for _, t := range i.terms {
		if t.kind == "nav_menu" {
			return t.slug
		}
	}
	return ""
}

func (i *item) place() int {
	n, err := strconv.Atoi(strings.TrimSpace(i.order))
	if err != nil {
		return 0
	}
	return n
}

// entryAddress returns the address on the old website that an entry leads to; "" where readers see nothing there. outside says that it
// leads to another website.
func (r *reader) entryAddress(i *item) (at string, outside bool) {
	id := i.meta("_menu_item_object_id")
	switch i.meta("_menu_item_type") {
	case "post_type":
		return r.shownAddress(r.byID[id]), false
	case "taxonomy":
		kind := strings.TrimPrefix(i.meta("_menu_item_object"), "post_")
		if n, ok := r.termID[kind+" "+id]; ok {
			return r.path(r.base(kind) + r.below(r.terms[n]) + "/"), false
		}
		return "", false
	case "post_type_archive":
		return "", false
	}
	return r.ownAddress(i.meta("_menu_item_url"))
}

func (r *reader) shownAddress(i *item) string {
	if i == nil || i.hidden != "" || i.kind == "attachment" {
		return ""
	}
	if u := r.linkOf(i); u != nil {
		return u.RequestURI()
	}
	return ""
}

// ownAddress returns an address without the old website's host.
func (r *reader) ownAddress(address string) (at string, outside bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil || address == "" || strings.HasPrefix(address, "#"):
		return "", false
	case u.Host != "" && !r.isHome(u.Host), u.Scheme != "" && u.Host == "":
		return address, true
	}
	if u.Path == "" {
		u.Path = "/"
	}
	return u.RequestURI(), false
}

var navigationLink = regexp.MustCompile(`<!--\s+wp:(navigation-link|navigation-submenu|home-link)\s*(\{.*?\})\s*/?-->`)

// blockMenu returns the addresses that a menu made of blocks leads to.
func (r *reader) blockMenu() []string {
	var list []string
	for _, m := range navigationLink.FindAllStringSubmatch(r.menuBlock, -1) {
		var link struct {
			URL   string `json:"url"`
			ID    int    `json:"id"`
			Kind  string `json:"kind"`
			Label string `json:"label"`
		}
		if err := json.Unmarshal([]byte(m[2]), &link); err != nil {
			continue
		}
		at, outside := r.ownAddress(link.URL)
		if i := r.byID[strconv.Itoa(link.ID)]; i != nil && link.Kind == "post-type" {
			at, outside = r.shownAddress(i), false
		}
		if m[1] == "home-link" {
			at, outside = r.path("/"), false
		}
		switch {
		case outside:
			r.found(reasonMenu, 0, strings.TrimSpace(link.Label+" "+at))
		case at != "" && !slices.Contains(list, at):
			list = append(list, at)
		}
	}
	return list
}
