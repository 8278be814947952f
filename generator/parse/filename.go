package parse

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/gosimple/slug"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/filename"
	"github.com/legpress/legpress/generator/tomlfile"
)

// BadFilename returns the problem of a file whose name cannot be that of a file on the website.
func BadFilename(file string, fault *filename.Fault) diag.Problem {
	reason := fault.Reason
	long := len(fault.Name) > filename.LongestName
	if long && !strings.Contains(file, fault.Name) {
		reason = "with what Legpress adds to it " + reason
	}
	p := diag.Errorf(diag.Position{File: file}, "file-name", "there can be no such name on the website: %s.", reason)
	switch {
	case fault.Better != "":
		return p.WithHint("Rename %q: %s.", fault.Name, fault.Better)
	case long:
		return p.WithHint("Give it a shorter name.")
	}
	return p.WithHint("Give it another name.")
}

// checkFilenames reports the first path made from a file's name that no host or computer could store.
func checkFilenames(file string, paths ...string) diag.List {
	for _, path := range paths {
		if fault := filename.Check(strings.TrimSuffix(path, "/")); fault != nil {
			return diag.List{BadFilename(file, fault)}
		}
	}
	return nil
}

// cutDate splits a name like "2026-03-01-start" into the day and the rest. Where no day is in front, the rest is the whole name. Blanks around
// the day are no part of either; checkName reports them.
func cutDate(name string) (date, rest string, found bool) {
	const day = len(time.DateOnly)
	dated := strings.TrimLeft(name, " ")
	if len(dated) < day+2 || !strings.ContainsRune("-_ ", rune(dated[day])) {
		return "", name, false
	}
	for i := range day {
		isDash := i == 4 || i == 7
		if isDash != (dated[i] == '-') || !isDash && (dated[i] < '0' || dated[i] > '9') {
			return "", name, false
		}
	}
	return dated[:day], strings.TrimLeft(dated[day+1:], " "), true
}

// ArticleID returns the id of the article in a file, and the date in front of the file's name; "" for no date. The id of a folder's
// index.md is the folder's name.
func ArticleID(path string) (id, date string) {
	date, id, _ = cutDate(articleName(path))
	return id, date
}

// articleName returns the name of the file of an article without its end, or that of the folder with its index.md.
func articleName(path string) string {
	name := strings.TrimSuffix(path, ".md")
	name = strings.TrimSuffix(name, "/index")
	return name[strings.LastIndexByte(name, '/')+1:]
}

// foreignDate matches a name that begins with three numbers, as those of a date in the order of some country.
var foreignDate = regexp.MustCompile(`^(\d{1,4}[-_.]\d{1,2}[-_.]\d{1,4})[-_. ]+(.+)$`)

// noDate returns the problem of an article without a day. Where the name of its file begins with one that is written in another way, or that
// is not in the calendar, it says that.
func noDate(pos diag.Position, file string) diag.Problem {
	p := diag.Errorf(pos, "missing-key", "this article has no date.")
	parts := foreignDate.FindStringSubmatch(articleName(file))
	if parts == nil {
		return p.WithHint("Write date = 2026-03-01 (with your day) between the lines of +++, or put the day in front of the file's name.")
	}
	if dates := tomlfile.MeantDates(parts[1]); len(dates) == 1 {
		if path.Base(file) == "index.md" {
			return p.WithHint("Call the folder %s-%s.", dates[0], slug.Make(parts[2]))
		}
		return p.WithHint("Call it %s-%s%s.", dates[0], slug.Make(parts[2]), path.Ext(file))
	}
	if short := tomlfile.ShortMonth(parts[1]); short != "" {
		p.Message = fmt.Sprintf("this article has no date: %s, in front of its file's name, is not in the calendar.", parts[1])
		return p.WithHint("%s", short)
	}
	return p.WithHint("In front of the file's name the day stands as year, month and day: 2026-03-01-%s%s.", slug.Make(parts[2]), path.Ext(file))
}

// checkName reports a file's name, or that of the folder around an index.md, from which a bad address would be made, or a path made from it that
// cannot be on the website. The id is what of the name becomes the address.
func checkName(file, id string, made ...string) diag.List {
	_, stem, ending := nameParts(file)
	at := diag.Position{File: file}
	switch {
	case id != "" && strings.IndexFunc(stem, unfit) < 0:
		return checkFilenames(file, append([]string{id}, made...)...)
	case strings.HasPrefix(ending, "/"):
		return diag.List{diag.Errorf(at, "file-name", "the name of the folder becomes an address, and %q makes a bad one.", stem).
			WithHint("Use small letters, digits and hyphens: %s.", betterStem(stem, ending))}
	case strings.HasSuffix(stem, ending):
		return diag.List{diag.Errorf(at, "file-name", "the name of this file ends in %s twice.", ending).
			WithHint("Call it %s%s.", betterStem(stem, ending), ending)}
	}
	return diag.List{diag.Errorf(at, "file-name", "the name of this file becomes an address, and %q makes a bad one.", stem).
		WithHint("Use small letters, digits and hyphens: %s%s.", betterStem(stem, ending), ending)}
}

// nameParts returns the part of a path from which an address is made, with what stands before it and behind it.
func nameParts(file string) (before, stem, after string) {
	folder, name := path.Split(file)
	after = path.Ext(name)
	if name == "index.md" && path.Dir(file) != Folder(file) {
		folder, name = path.Split(path.Dir(file))
		return folder, name, "/index.md"
	}
	return folder, strings.TrimSuffix(name, after), after
}

// betterStem returns a part of a path that is like one and makes a good address. It has no second ending.
func betterStem(stem, ending string) string {
	if better := slug.Make(strings.NewReplacer("&", " & ", "@", " @ ").Replace(strings.TrimSuffix(stem, ending))); better != "" {
		return better
	}
	return "a-name"
}

// wellNamed returns the path of a text or definition as it should be; "" where it is so already, and for other files.
func wellNamed(file string) string {
	before, stem, after := nameParts(file)
	if ending := EndingIn(file); ending == "" || path.Ext(file) != ending || strings.IndexFunc(stem, unfit) < 0 {
		return ""
	}
	return before + betterStem(stem, after) + after
}

// unfit reports whether a letter does not belong in an address. Small letters, digits, "-" and "_" do.
func unfit(r rune) bool {
	return !(unicode.IsDigit(r) || r == '-' || r == '_' || unicode.IsLetter(r) && unicode.ToLower(r) == r || unicode.Is(unicode.Mn, r))
}
