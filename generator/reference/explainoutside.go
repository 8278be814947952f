package reference

import (
	"strings"

	"github.com/legpress/legpress/generator/policy"
)

// outside says what the table [outside] means for readers, and what usual services need there.
func outside() string {
	var b strings.Builder
	b.WriteString(outsideMeaning)
	use := ""
	for _, s := range policy.Services() {
		if s.Use != use {
			use = s.Use
			b.WriteString("\nFor " + use + "\n\n")
		}
		for i, n := range s.Needs {
			name := s.Name
			if i > 0 {
				name = ""
			}
			b.WriteString("  " + name + strings.Repeat(" ", max(18-len(name), 1)) + keyLine(n) + "\n")
		}
	}
	b.WriteString(outsideAdvice)
	return b.String()
}

// keyLine writes what a service needs as it is typed; what is too long for a line is broken behind its first address.
func keyLine(n policy.Need) string {
	list := `["` + strings.Join(n.Addresses, `", "`) + `"]`
	if len(list) > 46 {
		list = strings.Replace(list, ", ", ",\n"+strings.Repeat(" ", 20+len(n.Key+" = [")), 1)
	}
	return n.Key + " = " + list
}

const outsideMeaning = `What it means

Without this table your pages ask nobody but your own website for anything: no
other website learns who reads them. The published site says so to browsers
(in _headers, which many hosts send), and the preview does the same: what works
there works on the web.

  forms      That website gets what readers write, when they press the button.
  frames     It learns that somebody reads the page as soon as the page is
             opened, and may put cookies into the frame.
  scripts    It learns the same, and its script can read and change everything
             on the page. List only whom you trust with your readers.
  images     It learns that somebody reads the page.

Your page "about" (content/pages/about.md) then names these websites; if there
is none, the foot of each page does. In many countries you have to say more, or
to ask readers first. A plain link needs nothing here, nor does a video: its
website is asked only when a reader clicks.

An address ends behind the name of the website, or behind a folder of it:
"https://www.google.com/maps/". With "https://*.example.com" all names below
example.com are meant.

The form, frame or script itself stands in your text as HTML, for which
site.toml says raw_html = true. What the table does not allow is a mistake at
its line.
`

const outsideAdvice = `
NAME is what the service calls you. For another service look into what it gives
you to copy: the address behind action= goes into forms, that behind src= of an
<iframe> into frames, that of a <script> into scripts.

What cannot be listed: a script or a style that stands in the text itself, and
onclick="..." and style="...". Put them into files in content/static/, and write
<script src="/my.js"></script> and <link rel="stylesheet" href="/my.css">.
`
