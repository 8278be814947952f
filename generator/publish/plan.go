package publish

import (
	"context"
	"path"
	"slices"
	"strings"
)

// Plan is what a run is going to do. Paths are sorted.
type Plan struct {
	Added     []File
	Changed   []File
	Replaced  []File   // that are there, though Legpress has not sent them
	Deleted   []string // of ours, which the site no longer has
	Foreign   []string // to be deleted too, because that was asked for
	Unchanged int
	First     bool  // nothing was sent there before
	Bytes     int64 // to be sent

	site *Site
	gone []Digest // of paths that are ours and neither in the site nor there any more
}

// Nothing reports whether there is nothing to do.
func (p *Plan) Nothing() bool {
	return len(p.Added)+len(p.Changed)+len(p.Replaced)+len(p.Deleted)+len(p.Foreign)+len(p.gone) == 0
}

// Sent returns how many files are to be sent.
func (p *Plan) Sent() int { return len(p.Added) + len(p.Changed) + len(p.Replaced) }

// Wishes are what whoever publishes asks for.
type Wishes struct {
	DeleteForeign bool // names with a dot in front aside
	Again         bool // send all files, whatever was sent before: somebody else may have changed or deleted them
}

// Plan compares a site with what was sent to the place.
func (p *Place) Plan(ctx context.Context, site *Site, w Wishes) (*Plan, error) {
	out := &Plan{site: site, First: !p.sent.known}
	l := &looker{store: p.store, ctx: ctx}
	if !p.sent.known || w.DeleteForeign {
		if err := l.all(); err != nil {
			return nil, err
		}
	}
	here := map[Digest]bool{}
	for _, f := range site.Files {
		of := digestOf(f.Path)
		here[of] = true
		hash, ours := p.sent.files[of]
		if ours && hash == f.Hash && !w.Again {
			out.Unchanged++
			continue
		}
		out.Bytes += f.Size
		if ours {
			out.Changed = append(out.Changed, f)
			continue
		}
		switch there, err := l.exists(f.Path); {
		case err != nil:
			return nil, err
		case there:
			out.Replaced = append(out.Replaced, f)
		default:
			out.Added = append(out.Added, f)
		}
	}
	return out, p.planDeletions(out, here, l, w.DeleteForeign)
}

// planDeletions finds the files that the site no longer has: the list of what was sent has only digests of their paths.
func (p *Place) planDeletions(out *Plan, here map[Digest]bool, l *looker, deleteForeign bool) error {
	missing := map[Digest]bool{}
	for of := range p.sent.files {
		if !here[of] {
			missing[of] = true
		}
	}
	if len(missing) == 0 && !deleteForeign {
		return nil
	}
	if err := l.all(); err != nil {
		return err
	}
	for _, name := range l.paths {
		of := digestOf(name)
		switch {
		case missing[of]:
			out.Deleted = append(out.Deleted, name)
			delete(missing, of)
		case deleteForeign && !here[of] && !hidden(name):
			out.Foreign = append(out.Foreign, name)
		}
	}
	for of := range missing {
		out.gone = append(out.gone, of)
	}
	return nil
}

// hidden reports whether a file or a folder around it has a name with a dot in front: what a host keeps there, certificates and rights
// among it, is never deleted as foreign.
func hidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return strings.HasPrefix(part, ".") })
}

// looker looks what is in a store, all at once where that is needed.
type looker struct {
	store Store
	ctx   context.Context
	known bool
	paths []string // sorted, without those of our own folder
}

func (l *looker) all() error {
	if l.known {
		return nil
	}
	paths, err := l.store.List(l.ctx, "")
	if err != nil {
		return err
	}
	paths = slices.DeleteFunc(paths, func(name string) bool { return strings.HasPrefix(name, ownFolder+"/") })
	slices.Sort(paths)
	l.paths, l.known = paths, true
	return nil
}

func (l *looker) exists(name string) (bool, error) {
	if !l.known {
		return l.store.Exists(l.ctx, name)
	}
	_, there := slices.BinarySearch(l.paths, name)
	return there, nil
}

// phase says when a file is sent: what pages show, then the pages, then the lists that name them, of which the root of the search is one.
func phase(name string) int {
	switch base := path.Base(name); {
	case slices.Contains([]string{"atom.xml", "rss.xml", "feed.json", "sitemap.xml"}, base), slices.Contains([]string{"search/index.json", "_redirects"}, name):
		return 2
	case path.Ext(base) == ".html":
		return 1
	}
	return 0
}

const phases = 3
