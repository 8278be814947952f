package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/publish"
	"github.com/legpress/legpress/generator/publish/target"
)

// publishing is what is said of one run.
type publishing struct {
	to       string
	dry, yes bool
	address  string // of the website
	publish.Wishes
}

func publishCommand(s *streams) *cobra.Command {
	var o generator.Options
	var p publishing
	c := &cobra.Command{
		Use:   "publish",
		Short: "Put the website on the web: what has changed, and no more",
		Long: `Publish builds the website, says what is new, changed and gone against what it has
sent before, asks, and puts it on the web:

  sftp://anna@host/var/www           a server or shared hosting by SSH
  ftps://anna@host/htdocs            shared hosting by FTP inside TLS
  webdav://anna@host/folder          WebDAV
  s3://bucket/folder                 a bucket; for others than Amazon's with
                                     ?endpoint=https://... behind it
  git+ssh://git@host/me/site.git#gh-pages
                                     a branch, as for GitHub Pages
  ../www                             a folder

Write it into site.toml, as to = "..." below [publish], or name it with --to.
Passwords never stand there: they are asked for and kept in the keyring of your
system, or taken from LEGPRESS_PASSWORD.

Files go before the pages that show them, and deletions last. What somebody else has
put there stays, unless --delete-foreign asks for its deletion. A run that breaks off
is taken up by the next one.`,
		Example: `  legpress publish --dry-run
  legpress publish --to sftp://anna@host.example/var/www
  legpress publish --yes`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := complete(c, &o); err != nil {
				return err
			}
			spendMemory(&o)
			return s.publish(c.Context(), o, p)
		},
	}
	c.Flags().StringVar(&p.to, "to", "", "the `place`, instead of the one in site.toml")
	c.Flags().BoolVarP(&p.dry, "dry-run", "n", false, "say what would change, send nothing")
	c.Flags().BoolVarP(&p.yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&p.Again, "again", false, "send all files, also those that were sent before")
	c.Flags().BoolVar(&p.DeleteForeign, "delete-foreign", false, "delete what Legpress has not sent, names with a dot in front aside")
	c.Flags().StringVar(&o.BaseURL, "base-url", "", "the `address` of the website, instead of the one in site.toml")
	s.allFlag(c)
	return c
}

// publish builds the website and puts it on the web.
func (s *streams) publish(ctx context.Context, o generator.Options, p publishing) error {
	report, err := generator.Build(ctx, o)
	if err != nil {
		return err
	}
	if err := s.problems(report.Problems, report.Lines); err != nil {
		return err
	}
	if report.Problems.HasErrors() {
		fmt.Fprintln(s.err, "Nothing was sent.")
		return errMistakes
	}
	s.stale(report)
	p.address = report.Site.Settings.URL
	to := p.to
	if to == "" {
		to = report.Site.Settings.PublishTo
	}
	if to == "" {
		return errors.New(`it is not said where the website is put. Write to = "sftp://anna@host.example/var/www" below [publish] into content/site.toml, or name the place with --to; "legpress publish --help" lists the ways`)
	}
	at, err := target.Parse(to, o.Dir)
	if err != nil {
		return err
	}
	site, err := publish.Local(os.DirFS(public(o)))
	if err != nil {
		return err
	}
	person := s.person(ctx)
	person.Yes = p.yes
	store, err := publish.Connect(ctx, at, person, p.dry)
	if err != nil {
		return err
	}
	place, err := publish.Open(ctx, store, publish.Options{Look: p.dry, Remark: func(text string) { fmt.Fprintln(s.err, text) }})
	if err != nil {
		return err
	}
	return errors.Join(s.carry(ctx, place, site, at, p), place.Close())
}

// carry says what is going to change, asks and does it.
func (s *streams) carry(ctx context.Context, place *publish.Place, site *publish.Site, at *target.Target, p publishing) error {
	plan, err := place.Plan(ctx, site, p.Wishes)
	if err != nil {
		return err
	}
	if plan.Nothing() {
		fmt.Fprintf(s.out, "All %s were sent to %s before: there is nothing new. --again sends them once more.\n", plural(plan.Unchanged, "file"), diag.Visible(at.String()))
		return nil
	}
	s.plan(plan, at)
	if p.dry {
		fmt.Fprintln(s.out, "Nothing was sent.")
		return nil
	}
	if err := s.mayGo(ctx, plan, p); err != nil {
		return err
	}
	began := time.Now()
	bar, done, all := newBar(s.err, "Publishing"), 0, plan.Sent()+len(plan.Deleted)+len(plan.Foreign)
	err = place.Carry(ctx, plan, func(int64) { done++; bar.show(done, all) })
	bar.clear()
	how := fmt.Sprintf("%s of %s done; publish again to go on from there", thousands(done), thousands(all))
	switch {
	case errors.Is(err, context.Canceled): // which is what was wanted
		return fmt.Errorf("stopped: %s", how)
	case err != nil:
		return fmt.Errorf("%w\n%s", err, how)
	}
	fmt.Fprintf(s.out, "Published in %s: %s sent, %s, %s deleted.\n", seconds(time.Since(began)), plural(plan.Sent(), "file"), size(plan.Bytes), thousands(len(plan.Deleted)+len(plan.Foreign)))
	fmt.Fprintf(s.out, "Look at %s now.\n", p.address)
	return nil
}

// errDeclined ends a run whose question was answered with no.
var errDeclined = errors.New("nothing was sent")

// errUnasked ends a run that has nobody to ask.
var errUnasked = errors.New("nobody is asked here. Say --yes to publish without a question, or --dry-run to see what would change")

// mayGo asks whether a plan is to be carried out.
func (s *streams) mayGo(ctx context.Context, plan *publish.Plan, p publishing) error {
	if p.yes && plan.First && len(plan.Foreign) > 0 {
		return fmt.Errorf("this is the first time that Legpress publishes there, and %s of others would be deleted, %s for instance. Publish once without --yes, and you are asked", plural(len(plan.Foreign), "file"), plan.Foreign[0])
	}
	if p.yes && len(plan.Replaced) > 0 && !p.DeleteForeign {
		return fmt.Errorf("there are files that Legpress has not sent, %s for instance. Publish once without --yes, and you are asked whether they are replaced; or say --delete-foreign", plan.Replaced[0].Path)
	}
	if p.yes {
		return nil
	}
	person := s.person(ctx)
	if person.Confirm == nil {
		return errUnasked
	}
	switch yes, err := person.Confirm("Go on?"); {
	case err != nil:
		return err
	case !yes:
		return errDeclined
	}
	return nil
}

// shownFiles is how many files of a kind are named, unless --all is there.
const shownFiles = 8

// plan says what is going to change.
func (s *streams) plan(p *publish.Plan, at *target.Target) {
	fmt.Fprintf(s.out, "To %s:\n", diag.Visible(at.String()))
	list := func(sign, what string, names []string) {
		if len(names) == 0 {
			return
		}
		fmt.Fprintf(s.out, "  %s %s\n", thousands(len(names)), what)
		for i, name := range names {
			if i == shownFiles && len(names) > shownFiles+1 && !s.all {
				fmt.Fprintf(s.out, "    %s and %s more\n", sign, thousands(len(names)-i))
				break
			}
			fmt.Fprintf(s.out, "    %s %s\n", sign, diag.Visible(name))
		}
	}
	list("+", "new", paths(p.Added))
	list("~", "changed", paths(p.Changed))
	list("!", "replaced: what is there now is not from Legpress, a page of the host perhaps", paths(p.Replaced))
	list("-", "deleted", p.Deleted)
	list("x", "of others deleted", p.Foreign)
	fmt.Fprintf(s.out, "  %s to send; %s unchanged\n", size(p.Bytes), plural(p.Unchanged, "file"))
}

func paths(files []publish.File) (names []string) {
	for _, f := range files {
		names = append(names, path.Clean(f.Path))
	}
	return names
}

// size writes a number of bytes as people do: "3.2 MB".
func size(bytes int64) string {
	switch {
	case bytes < 1000:
		return plural(int(bytes), "byte")
	case bytes < 1000_000:
		return fmt.Sprintf("%.1f kB", float64(bytes)/1e3)
	default:
		return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
	}
}

// person is who sits at the terminal; nobody can be asked where there is none.
func (s *streams) person(ctx context.Context) publish.Person {
	f, ok := s.in.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) {
		return publish.Person{}
	}
	answer := func(question string, read func() (string, error)) (string, error) {
		state, err := term.GetState(int(f.Fd()))
		if err != nil {
			return "", err
		}
		fmt.Fprint(s.err, question)
		line, err := typed(ctx, read)
		if ctx.Err() != nil {
			fmt.Fprintln(s.err)
			err = errors.Join(err, term.Restore(int(f.Fd()), state)) // what is typed is shown again
		}
		return line, err
	}
	return publish.Person{
		Secret: func(question string) (string, error) {
			return answer(question, func() (string, error) {
				data, err := term.ReadPassword(int(f.Fd()))
				fmt.Fprintln(s.err)
				return string(data), err
			})
		},
		Confirm: func(question string) (bool, error) {
			for question += " (y or n) "; ; question = "Please answer y or n: " {
				line, err := answer(question, func() (string, error) { return bufio.NewReader(f).ReadString('\n') })
				if errors.Is(err, io.EOF) {
					fmt.Fprintln(s.err)
					return false, nil
				}
				switch word := strings.ToLower(strings.TrimSpace(line)); {
				case err != nil:
					return false, err
				case word == "y" || word == "yes":
					return true, nil
				case word == "n" || word == "no":
					return false, nil
				}
			}
		},
		Tell: func(text string) { fmt.Fprintln(s.err, text) },
	}
}
