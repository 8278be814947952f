package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/preview"
	"github.com/legpress/legpress/templates"

	"github.com/legpress/legpress/generator/starter"
)

func startCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "start [FOLDER]",
		Short: "Ask for a folder and show the site in it: what a double click does",
		Long: `Start is for those who do not use a terminal: a double click on Legpress begins
it. It asks in which folder the site is, makes a new one where there is none, shows
it in the browser while you write, and makes the website when you say so.`,
		Example: `  legpress start
  legpress start ~/Documents/my-site`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			d := &desk{streams: s, lines: lines(s.in)}
			err := d.start(c.Context(), strings.Join(args, ""))
			if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, errNobody) {
				return err
			}
			fmt.Fprintf(s.err, "legpress: %s\n", sentence(err)) // before the window closes
			_, _ = d.ask(c.Context(), "\nPress Enter to close this window. ")
			return errSaid
		},
	}
}

// desk is the conversation with somebody who has double-clicked.
type desk struct {
	*streams
	lines   <-chan string // what is typed; closed where nobody types
	address string        // of the preview
}

// errNobody ends a conversation in which nobody answers.
var errNobody = errors.New(`nobody answers. Name the folder, as in "legpress start my-site"`)

// lines returns the lines that are typed, so that a question can be given up.
func lines(in io.Reader) <-chan string {
	typed := make(chan string)
	go func() {
		defer close(typed)
		for s := bufio.NewScanner(in); s.Scan(); {
			typed <- s.Text()
		}
	}()
	return typed
}

// ask asks a question and returns the line that is typed.
func (d *desk) ask(ctx context.Context, question string) (string, error) {
	fmt.Fprint(d.out, question)
	select {
	case <-ctx.Done():
		fmt.Fprintln(d.out)
		return "", ctx.Err()
	case line, ok := <-d.lines:
		if !ok {
			fmt.Fprintln(d.out)
			return "", errNobody
		}
		return strings.TrimSpace(line), nil
	}
}

// start finds or makes the site in a folder, which is asked for where it is "", and shows it.
func (d *desk) start(ctx context.Context, folder string) error {
	fmt.Fprint(d.out, "Legpress makes a website with printable strength plans for runners.\n\n")
	var err error
	if folder == "" {
		folder, err = d.folder(ctx)
	} else {
		folder, err = d.siteIn(ctx, typedPath(folder, "."), false)
	}
	if err != nil || folder == "" {
		return err
	}
	return d.show(ctx, folder)
}

// goodbyes are what people type who want to go.
var goodbyes = []string{"q", "quit", "exit", "end"}

// folder asks for a folder until there is a site in it.
func (d *desk) folder(ctx context.Context) (string, error) {
	usual := usualFolder()
	fmt.Fprintln(d.out, "Your site is a folder with files that you write. Where is it, or where shall a new one be?")
	if state, _ := look(usual); state == siteThere {
		fmt.Fprintf(d.out, "Press Enter for your site in %s,\n", usual)
	} else {
		fmt.Fprintf(d.out, "Press Enter for a new one in %s,\n", usual)
	}
	fmt.Fprint(d.out, "or drag another folder into this window, or type its path, and then press Enter. q ends.\n\n")
	for {
		typed, err := d.ask(ctx, "Folder: ")
		switch {
		case err != nil:
			return "", err
		case slices.Contains(goodbyes, strings.ToLower(typed)):
			return "", nil
		}
		path := usual
		if typed != "" {
			path = typedPath(typed, filepath.Dir(usual))
		}
		folder, err := d.siteIn(ctx, path, typed == "")
		switch {
		case err == nil && folder != "":
			return folder, nil
		case err == nil:
			fmt.Fprint(d.out, "Then name another folder, or type q to end.\n\n")
		case errors.Is(err, context.Canceled), errors.Is(err, errNobody):
			return "", err
		case err != nil:
			fmt.Fprintf(d.out, "That does not work: %s.\n\n", strings.TrimSuffix(sentence(err), "."))
		}
	}
}

// siteIn returns the folder of the site that a path names, and makes one where there is none: after a question, unless that is sure. It
// returns "" where the answer was no.
func (d *desk) siteIn(ctx context.Context, path string, sure bool) (string, error) {
	state, err := look(path)
	switch {
	case err != nil:
		return "", err
	case state == siteThere:
		return path, nil
	case state == siteAbove:
		return filepath.Dir(path), nil
	case state == filesThere:
		return "", fmt.Errorf("in %s are other files and no site. Take a new folder, for example %s", path, filepath.Join(path, siteName))
	}
	if !sure {
		answer, err := d.ask(ctx, fmt.Sprintf("There is no site in %s. Make one? (y or n) ", path))
		if err != nil {
			return "", err
		}
		if !strings.HasPrefix(strings.ToLower(answer), "y") {
			return "", nil
		}
	}
	if err := makeSite(path, starter.Options{Language: systemLanguage()}); err != nil {
		return "", err
	}
	fmt.Fprintf(d.out, "Made a site in %s.\n", path)
	return path, nil
}

// What is in a folder that somebody names.
type folderState int

const (
	noSite     folderState = iota // nothing that a new site would hurt
	siteThere                     // a site
	siteAbove                     // it is the folder content of a site
	filesThere                    // something else
)

// look says what is in a folder.
func look(path string) (folderState, error) {
	is := func(file string) bool {
		info, err := os.Stat(filepath.Join(path, file))
		return err == nil && !info.IsDir()
	}
	switch {
	case is("content/site.toml"):
		return siteThere, nil
	case is("site.toml") && filepath.Base(path) == "content":
		return siteAbove, nil
	}
	full, err := occupied(path)
	if full {
		return filesThere, nil
	}
	return noSite, err
}

// siteName is what the folder of a site is called when nobody has a better name.
const siteName = "legpress-site"

// usualFolder is where a site is if nobody says otherwise: among the documents, where people look for what they write.
func usualFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	documents := filepath.Join(home, "Documents")
	if info, err := os.Stat(documents); err == nil && info.IsDir() {
		home = documents
	}
	return filepath.Join(home, siteName)
}

// typedPath reads a path as it is typed or dragged into a window: in quotes, or with backslashes before blanks where that is how terminals
// write it. One that is not whole begins in a folder.
func typedPath(text, from string) string {
	text = strings.TrimSpace(text)
	if n := len(text); n >= 2 && (text[0] == '"' || text[0] == '\'') && text[n-1] == text[0] {
		text = text[1 : n-1]
	} else if runtime.GOOS != "windows" {
		text = unescaped(text)
	}
	if home, err := os.UserHomeDir(); err == nil {
		if rest, ok := strings.CutPrefix(filepath.ToSlash(text), "~/"); ok || text == "~" {
			text = filepath.Join(home, strings.TrimPrefix(rest, "~"))
		}
	}
	if !filepath.IsAbs(text) {
		text = filepath.Join(from, text)
	}
	if whole, err := filepath.Abs(text); err == nil {
		return whole
	}
	return text
}

// unescaped takes out the backslashes that protect other characters.
func unescaped(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// show shows a site in the browser until it is told to end, and makes the website when it is told to.
func (d *desk) show(ctx context.Context, folder string) error {
	o := generator.Options{Dir: folder, Theme: templates.Files, Drafts: true, Future: true}
	var err error
	if o.Now, o.Stamp, err = now(); err != nil {
		return err
	}
	spendMemory(&o)
	p, err := preview.New(preview.Options{Site: o, Voice: d.voice(), Now: func() time.Time { now, _, _ := now(); return now }})
	if err != nil {
		return err
	}
	l, err := preview.Listen(fmt.Sprintf("127.0.0.1:%d", preview.DefaultPort))
	if err != nil {
		return errors.Join(err, p.Close())
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	served := make(chan error, 1)
	go func() { served <- p.Serve(ctx, l) }()
	d.address = local(l.Addr())
	if port := l.Addr().(*net.TCPAddr).Port; port != preview.DefaultPort {
		fmt.Fprintf(d.out, "Something else shows a site at %d already, so this one is at %d.\n", preview.DefaultPort, port)
	}
	d.next(folder)
	lines := d.lines
	for {
		select {
		case err := <-served:
			return err
		case line, ok := <-lines:
			if !ok {
				lines = nil // nobody types: the preview goes on
				continue
			}
			if d.does(ctx, folder, strings.ToLower(strings.TrimSpace(line))) {
				end()
				return <-served
			}
		}
	}
}

// next says where the site is, and what to do with it.
func (d *desk) next(folder string) {
	d.openBrowser()
	in := func(file string) string { return filepath.Join(folder, filepath.FromSlash(file)) }
	plan := in("content/plans")
	if plans, _ := filepath.Glob(filepath.Join(plan, "*.toml")); len(plans) > 0 {
		plan = plans[0]
	}
	fmt.Fprintf(d.out, `
What to do next, with any editor for plain text (Notepad, TextEdit, gedit, ...):
  1  Write the title of your site and your name into
     %s
  2  Change a plan, for example
     %s
  Each time you save a file the page in your browser changes.

%s
`, in("content/site.toml"), plan, menu)
}

// menu is what can be typed while a site is shown.
const menu = `Leave this window open while you write. Type a letter here, and press Enter:
  f  to open the folder with your files
  o  to open the browser again
  b  to make the website, ready to be put on the web
  p  to make it with the PDFs of all plans
  q  to end
`

// openBrowser shows the site, or says where it can be seen.
func (d *desk) openBrowser() {
	if err := openBrowser(d.address); err != nil {
		fmt.Fprintf(d.out, "\nOpen this address in your browser: %s\n", d.address)
		return
	}
	fmt.Fprintf(d.out, "\nYour browser opens your site now. If it does not, open this address in it: %s\n", d.address)
}

// does does what is typed, and reports whether that is to end.
func (d *desk) does(ctx context.Context, folder, typed string) (end bool) {
	switch {
	case typed == "b":
		d.made(d.execute(ctx, "build", "--site", folder), folder)
	case typed == "p":
		d.made(d.execute(ctx, "pdf", "--site", folder), folder)
	case typed == "f":
		if err := openBrowser(folder); err != nil {
			fmt.Fprintf(d.out, "It is %s\n", folder)
		}
	case typed == "o":
		d.openBrowser()
	case slices.Contains(goodbyes, typed):
		return true
	default:
		fmt.Fprint(d.out, menu)
	}
	return false
}

// made says where the website is, if it was made.
func (d *desk) made(code int, folder string) {
	if code == clean {
		fmt.Fprintf(d.out, "All that lies in %s is your website: your host is where you put it.\n", filepath.Join(folder, "public"))
	}
}
