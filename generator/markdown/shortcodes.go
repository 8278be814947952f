package markdown

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/diag"
)

// shortcodeKind is some commands in square brackets of WordPress and its plugins, that show the same kind of thing.
type shortcodeKind struct {
	names   string // of those that are commands also where nothing else is in the brackets
	told    string // of those that are so only with what they show: [instagram] is a word
	shows   string // what they do, behind "a command of WordPress that"
	instead string // what to write here, as a sentence
}

// shortcodeKinds are the kinds of them. Their names are in small letters alone, so that [Video] is a word.
var shortcodeKinds = [...]shortcodeKind{
	{"gallery caption wp_caption nggallery foogallery envira-gallery tiled_gallery rev_slider metaslider smartslider3", "ngg modula slideshow soliloquy", "shows pictures",
		"For each picture write ![What it shows](its-file.jpg), and put the file beside the text; \"legpress explain photo\" says more."},
	{"video youtube vimeo embed wpvideo videopress playlist", "dailymotion ted arve fvplayer", "shows a video",
		"For a video write ![What it shows](https://www.youtube.com/watch?v=...), with its own address."},
	{"audio", "soundcloud spotify", "plays a sound", "Write a link to it: [What is heard](https://...), with its own address."},
	{"googlemaps wpgmza", "instagram tweet twitter facebook tiktok strava gist flickr giphy slideshare", "shows what another website has", "Write a link to it: [What it is](https://...), with its own address."},
	{"contact-form contact-form-7 wpforms ninja_form ninja_forms gravityform gravityforms mc4wp_form caldera_form forminator_form fluentform", "formidable wufoo", "shows a form",
		`Write a link to your address, [Write to me](mailto:you@...), or see "legpress explain outside".`},
	{`(?:vc|wpb|et_pb|fusion|su)_[a-z_]+`, "", "lays words out", "Take it out; the words in it can stay."},
}

// attributed is what stands behind the name of a command: key=value, an address or the number of what it shows; a word is none.
const attributed = ` +[\w-]+ *=[^\[\]]*|=[^\[\]]+| +https?://[^\s\[\]]+| +(?:[\w-]*[\d_][\w-]*|[\w-]+[A-Z][\w-]*)`

// openings find the beginnings of each kind; the group is the name.
var openings = func() []*regexp.Regexp {
	var list []*regexp.Regexp
	for _, k := range shortcodeKinds {
		names, told := strings.ReplaceAll(k.names, " ", "|"), strings.ReplaceAll(k.told, " ", "|")
		expression := `\[(` + names + `)(?:` + attributed + `)? */?\]`
		if told != "" {
			expression += `|\[(` + told + `)(?:` + attributed + `) */?\]`
		}
		list = append(list, regexp.MustCompile(expression))
	}
	return list
}()

// anyOpening finds the beginning of a command with a name that is not known; anyClosing finds the end of any.
var (
	anyOpening = regexp.MustCompile(`\[([a-z][\w-]*) +[a-z_]+=["'“”][^\]]*\]|\[(url|img|size|color|colour|quote|font)=[^\]]*\]`)
	anyClosing = regexp.MustCompile(`\[/([A-Za-z][\w-]*)\]`)
)

// warnShortcodes warns of commands in square brackets, of each once: at its beginning, or at its end where that is all that there is. It
// returns the line with them hidden.
func (w *writer) warnShortcodes(line string, start int) string {
	if !strings.Contains(line, "[") {
		return line
	}
	for i, k := range shortcodeKinds {
		line = w.warnOpenings(line, start, openings[i], func(typed string) fault {
			return fault{"shortcode", "readers see " + shortened(typed) + " as it is typed: it is a command of WordPress that " + k.shows + ".", k.instead}
		})
	}
	line = w.warnOpenings(line, start, anyOpening, func(typed string) fault { return shortcode([]string{typed}) })
	view := []byte(line)
	for _, at := range anyClosing.FindAllStringSubmatchIndex(line, -1) {
		if name := line[at[2]:at[3]]; w.shortcodes[name] > 0 {
			w.shortcodes[name]--
		} else {
			w.problem(w.pos(start+at[0], start+at[1]), diag.Warning, shortcode([]string{line[at[0]:at[1]]}))
		}
		hide(view[at[0]:at[1]])
	}
	return string(view)
}

// warnOpenings warns of the beginnings of commands that an expression finds, remembers their names, and returns the line with them hidden.
func (w *writer) warnOpenings(line string, start int, found *regexp.Regexp, say func(typed string) fault) string {
	view := []byte(line)
	for _, at := range found.FindAllStringSubmatchIndex(line, -1) {
		if !isCommand(line, at) {
			continue
		}
		name := ""
		for group := 2; group < len(at); group += 2 {
			if at[group] >= 0 {
				name = line[at[group]:at[group+1]]
			}
		}
		if w.shortcodes == nil {
			w.shortcodes = map[string]int{}
		}
		w.shortcodes[name]++
		w.problem(w.pos(start+at[0], start+at[1]), diag.Warning, say(string(w.src[start+at[0]:start+at[1]])))
		hide(view[at[0] : at[1]+len(addressBehind.FindString(line[at[1]:]))])
	}
	return string(view)
}

// addressBehind is an address that is what a command shows: [embed]https://...[/embed].
var addressBehind = regexp.MustCompile(`^ *https?://[^\s\[\]]+`)

// isCommand reports whether brackets are not those of something else: of [[words]], of a link with a space in it, or of values[video].
func isCommand(line string, at []int) bool {
	before, after := neighbours(line, at[0], at[1])
	if (unicode.IsLetter(before) || unicode.IsDigit(before)) && !strings.ContainsAny(line[at[0]:at[1]], " =") {
		return false
	}
	return before != '[' && after != ']' && after != '(' && !strings.HasPrefix(line[at[1]:], " (")
}

// hide hides a part of a line from further searches.
func hide(part []byte) {
	for i := range part {
		part[i] = hiddenByte
	}
}
