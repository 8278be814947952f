package importer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
)

// Write writes the files of a result into the site's folder. Nothing is overwritten or deleted but what the result names of the starter's,
// and that comes last: a site that is half written holds together.
func (r *Result) Write(ctx context.Context, b *Blog, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	files := withComposedNames(b.Files)
	done := 0
	for _, last := range []bool{false, true} {
		for _, f := range r.Files {
			if takesPlace := f.Replaces || slices.Contains(r.Gone, f.Path); takesPlace != last {
				continue
			}
			if ctx.Err() != nil {
				return fmt.Errorf("stopped after %d of %d files. Import again to go on: what is there stays", done, len(r.Files))
			}
			if err := f.write(files, root, last); err != nil {
				return fmt.Errorf("writing %s: %w", f.Path, err)
			}
			done++
		}
	}
	for _, gone := range r.Gone {
		if r.writes(gone) {
			continue
		}
		if err := root.Remove(gone); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// writes reports whether a result has a file of that name.
func (r *Result) writes(name string) bool {
	return slices.ContainsFunc(r.Files, func(f File) bool { return f.Path == name })
}

// write writes a file, by another name first where one of that name is there to be replaced.
func (f File) write(files fs.FS, root *os.Root, replace bool) error {
	if replace {
		part := f
		part.Path = path.Join(path.Dir(f.Path), ".import-"+path.Base(f.Path))
		if err := root.Remove(part.Path); err != nil && !errors.Is(err, fs.ErrNotExist) { // of an import that broke off
			return err
		}
		if err := part.write(files, root, false); err != nil {
			return err
		}
		return root.Rename(part.Path, f.Path)
	}
	if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return err
	}
	out, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if f.From == "" {
		_, err = out.Write(f.Text)
	} else {
		err = copyTo(out, files, f.From)
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, root.Remove(f.Path))
	}
	return nil
}

func copyTo(out io.Writer, files fs.FS, from string) error {
	in, err := files.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = io.Copy(out, in)
	return err
}

// WriteReport writes the whole list of findings into a new file of the site and returns its name, which has a number where there are
// reports already.
func (r *Result) WriteReport(dir string) (string, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	name := "import-report.txt"
	for n := 2; ; n++ {
		out, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) && n < 1000 {
			name = fmt.Sprintf("import-report-%d.txt", n)
			continue
		}
		if err != nil {
			return "", err
		}
		err = r.report(out)
		return name, errors.Join(err, out.Close())
	}
}

// reportHead says what readers see of what is listed below it.
const reportHead = `What did not come along as it was. Of a note readers see nothing: its words stand in a line [//]: # (...) of the
file. What stays behind or stays out is not on the new website at all.

`

// report writes the findings, grouped by reason.
func (r *Result) report(w io.Writer) error {
	if len(r.Findings) == 0 {
		_, err := io.WriteString(w, "Everything was carried over.\n")
		return err
	}
	if _, err := io.WriteString(w, reportHead); err != nil {
		return err
	}
	for i, f := range r.Findings {
		if i == 0 || r.Findings[i-1].Reason != f.Reason {
			if _, err := fmt.Fprintf(w, "%s%s\n", gap(i), f.Reason); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintf(w, "  %s\n", f); err != nil {
			return err
		}
	}
	return nil
}

func gap(i int) string {
	if i == 0 {
		return ""
	}
	return "\n"
}

// String returns a finding without its reason: "content/articles/2019-03-01-start.md:12: [contact-form]".
func (f Finding) String() string { return f.within(160) }

// Short returns a finding without its reason, for a line on a terminal.
func (f Finding) Short() string { return f.within(60) }

// within returns a finding with at most so many characters of the thing that was lost.
func (f Finding) within(length int) string {
	s := f.File
	if f.Line > 0 {
		s += fmt.Sprintf(":%d", f.Line)
	}
	what := []rune(oneLine(f.What))
	if len(what) > length {
		what = append(what[:length], []rune(" ...")...)
	}
	if s != "" && len(what) > 0 {
		s += ": "
	}
	return s + string(what)
}
