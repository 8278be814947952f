package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"rsc.io/qr"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/preview"
)

func serveCommand(s *streams) *cobra.Command {
	var o generator.Options
	var p preview.Options
	var addr string
	var open, noDrafts, noFuture bool
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the website while you write",
		Long: `Serve shows the website in your browser and follows every edit: save a file, and
the page that you look at changes, where you are on it. What is wrong is said on
the page and here; until it is mended you see the page as it was before.

Drafts and articles dated in the future are shown, and marked. /_legpress/ says
what is to be mended and lists all pages; /_legpress/athletes/ has, for this
computer only, the runners whom you coach. Nothing is written: build makes the
website.

Only this computer can look, unless --addr says otherwise. With --addr 0.0.0.0
everybody in your network can, for example a phone in the gym.`,
		Example: `  legpress serve --open
  legpress serve --follow             go to the page whose file you save
  legpress serve --editor vscode      open the place of a mistake in your editor
  legpress serve --addr 0.0.0.0       look with a phone`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := complete(c, &o); err != nil {
				return err
			}
			p.All = s.all
			o.Drafts, o.Future = !noDrafts, !noFuture
			spendMemory(&o)
			p.Site, p.Voice = o, s.voice()
			p.Now = func() time.Time { now, _, _ := now(); return now }
			return s.serve(c, p, addr, open)
		},
	}
	c.Flags().StringVarP(&addr, "addr", "a", fmt.Sprintf("127.0.0.1:%d", preview.DefaultPort), "the `address` to listen at; 0.0.0.0 lets other devices look")
	c.Flags().BoolVarP(&open, "open", "o", false, "open the browser")
	c.Flags().BoolVarP(&p.Follow, "follow", "f", false, "take the browser to the page whose file was saved")
	c.Flags().BoolVar(&noDrafts, "no-drafts", false, "leave drafts out, as build does")
	c.Flags().BoolVar(&noFuture, "no-future", false, "leave articles dated in the future out, as build does")
	c.Flags().BoolVar(&p.Poll, "poll", false, "look at the files again and again, where the system does not tell of changes")
	c.Flags().StringVar(&p.Editor, "editor", "", "the `editor` that opens a file from its mistake: "+strings.Join(preview.Editors(), ", "))
	c.Flags().StringVar(&o.BaseURL, "base-url", "", "the `address` to publish at, instead of the one in site.toml")
	s.allFlag(c)
	_ = c.RegisterFlagCompletionFunc("editor", cobra.FixedCompletions(preview.Editors(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

// serve runs the preview until the context ends, which is how it is meant to.
func (s *streams) serve(c *cobra.Command, o preview.Options, addr string, open bool) error {
	p, err := preview.New(o)
	if err != nil {
		return err
	}
	l, err := preview.Listen(addr)
	if err != nil {
		return errors.Join(err, p.Close())
	}
	s.welcome(l.Addr(), addr)
	if open {
		if err := openBrowser(local(l.Addr())); err != nil {
			fmt.Fprintf(s.err, "The browser cannot be opened: %v.\n", err)
		}
	}
	if err := p.Serve(c.Context(), l); err != nil {
		return err
	}
	fmt.Fprintln(s.out, "The preview has ended.")
	return nil
}

// welcome says where the preview is, and who can see it.
func (s *streams) welcome(at net.Addr, wanted string) {
	port := at.(*net.TCPAddr).Port
	if p := wantedPort(wanted); p != 0 && p != port {
		fmt.Fprintf(s.out, "Port %d is taken; %d is free.\n", p, port)
	}
	fmt.Fprintf(s.out, "Preview at %s  (Ctrl-C ends it)\n", local(at))
	if preview.Loopback(at) {
		return
	}
	fmt.Fprintln(s.err, "Everybody in your network can look at it, drafts included.")
	if ip, ok := preview.Nearby(at); ok {
		address := fmt.Sprintf("http://%s/", netip.AddrPortFrom(ip, uint16(port)))
		fmt.Fprintf(s.out, "From a phone in the same network: %s\n", address)
		if code, err := qr.Encode(address, qr.M); err == nil && terminal(s.out) {
			fmt.Fprint(s.out, halfBlocks(code, colored(s.out)))
		}
	}
}

func wantedPort(addr string) int {
	_, port, err := preview.SplitAddress(addr)
	if err != nil {
		return 0
	}
	return port
}

// local is the address for a browser on this computer.
func local(at net.Addr) string {
	tcp := at.(*net.TCPAddr)
	if tcp.IP.IsUnspecified() {
		return fmt.Sprintf("http://127.0.0.1:%d/", tcp.Port)
	}
	return fmt.Sprintf("http://%s/", tcp)
}

// halfBlocks draws a QR code for a terminal, two rows to a line, with the four modules of quiet around it that readers need. With
// colour it is dark on light whatever the terminal's colours are; without, the blocks are what is light, as terminals are dark.
func halfBlocks(code *qr.Code, colour bool) string {
	const around = 4
	begin, end := "", ""
	if colour {
		begin, end = "\x1b[30;107m", "\x1b[0m"
	}
	var b strings.Builder
	for y := -around; y < code.Size+around; y += 2 {
		b.WriteString(begin)
		for x := -around; x < code.Size+around; x++ {
			b.WriteString(halfBlock(code.Black(x, y) == colour, code.Black(x, y+1) == colour))
		}
		b.WriteString(end + "\n")
	}
	return b.String()
}

func halfBlock(upper, lower bool) string {
	switch {
	case upper && lower:
		return "█"
	case upper:
		return "▀"
	case lower:
		return "▄"
	}
	return " "
}

// voice prints what the preview has to say, one line for an edit.
func (s *streams) voice() preview.Voice {
	return preview.Voice{
		Changed: func(c preview.Change) {
			fmt.Fprintf(s.out, "changed: %s · %s\n", changedFiles(c.Files), milliseconds(c.Took))
		},
		Problems: s.wrong,
		Remark:   func(text string) { fmt.Fprintln(s.err, text) },
	}
}

// wrong prints the problems that are new, and counts them all.
func (s *streams) wrong(p preview.Problems) {
	if len(p.New) > 0 {
		_ = s.printer(p.Lines).Print(s.err, p.New)
		fmt.Fprintln(s.err)
	}
	switch {
	case p.Broken:
		fmt.Fprintf(s.err, "%s. The pages stay as they were until it is mended.\n", tally(p.All))
	case len(p.All) == 0:
		fmt.Fprintln(s.err, "All is mended.")
	default:
		fmt.Fprintf(s.err, "%s.\n", tally(p.All))
	}
}

// changedFiles names the files of an edit, or counts them.
func changedFiles(files []string) string {
	if len(files) > 3 {
		return plural(len(files), "file")
	}
	var names []string
	for _, f := range files {
		names = append(names, diag.Visible(strings.TrimPrefix(f, "content/")))
	}
	return strings.Join(names, ", ")
}

func milliseconds(d time.Duration) string {
	if d < 10*time.Millisecond {
		return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
	}
	return fmt.Sprintf("%d ms", d.Milliseconds())
}

// openBrowser opens an address in the author's browser.
func openBrowser(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		return err
	}
	return c.Process.Release()
}
