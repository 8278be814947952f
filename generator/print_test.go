package generator_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// tool returns the path of a program that is not part of Go. Where it is missing the test skips, or fails when all tools are required.
func tool(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("LEGPRESS_REQUIRE_TOOLS") == "1" {
		t.Fatalf("%s is not installed", names[0])
	}
	t.Skipf("%s is not installed", names[0])
	return ""
}

// run runs a tool and returns what it printed.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(tool(t, name), args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out, stderr.String())
	}
	return string(out)
}

// serveDir serves a built site over loopback, with the headers that forbid what stands inside a page to run or to style it.
func serveDir(t *testing.T, dir string) (origin string) {
	files := http.FileServer(http.Dir(filepath.Join(dir, "public")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// startChromium starts Chromium, once for all the pages of a test.
func startChromium(t *testing.T) context.Context {
	t.Helper()
	path := tool(t, "chromium", "chromium-browser", "google-chrome")
	tool(t, "pdfinfo")
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-component-update", true))
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	return ctx
}

// paper is a size of paper, in millimetres.
type paper struct {
	name          string
	width, height float64
}

var (
	a4     = paper{"A4", 210, 297}
	letter = paper{"Letter", 215.9, 279.4}
)

// tab opens a page in a tab of its own, as it is on paper, does what is asked, and closes it.
func tab(t *testing.T, browser context.Context, url string, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(718, 900)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, append([]chromedp.Action[chromedp.Void]{media("print"), chromedp.Navigate(url)}, actions...)...); err != nil {
		t.Fatalf("%s: %v", url, err)
	}
}

// media shows the page of a tab as it is on "print" or "screen".
func media(name string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: name})
		return err
	})
}

// evaluate runs a script in the page of a tab and keeps its value.
func evaluate[T any](script string, value *T) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) (err error) {
		*value, err = chromedp.Evaluate[T](script)(ctx, t)
		return err
	})
}

// printTo prints the page of a tab. The size of the paper is the printer's, not the page's.
func printTo(file string, p paper) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		preferCSS := func(p *page.PrintToPDFParams) { yes := true; p.PreferCSSPageSize = &yes }
		data, err := chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperSize{Width: p.width / 25.4, Height: p.height / 25.4}), preferCSS)(ctx, t)
		if err != nil {
			return err
		}
		return os.WriteFile(file, data, 0o644)
	})
}

// printed is a PDF that was read back.
type printed struct {
	file  string
	pages []printedPage
}

// printedPage has its size and the places of its words in millimetres.
type printedPage struct {
	width, height float64
	words         []word
}

type word struct {
	text                   string
	left, top, right, down float64
}

// read reads a PDF back with poppler.
func read(t *testing.T, file string) printed {
	t.Helper()
	const point = 25.4 / 72
	p := printed{file: file}
	d := xml.NewDecoder(strings.NewReader(run(t, "pdftotext", "-bbox", file, "-")))
	d.Strict = false
	for {
		token, err := d.Token()
		if token == nil || err != nil {
			return p
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		at := func(name string) float64 {
			i := slices.IndexFunc(start.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
			n, _ := strconv.ParseFloat(start.Attr[i].Value, 64)
			return n * point
		}
		switch start.Name.Local {
		case "page":
			p.pages = append(p.pages, printedPage{width: at("width"), height: at("height")})
		case "word":
			w := word{left: at("xMin"), top: at("yMin"), right: at("xMax"), down: at("yMax")}
			if text, err := d.Token(); err == nil {
				if data, ok := text.(xml.CharData); ok {
					w.text = string(data)
				}
			}
			last := &p.pages[len(p.pages)-1]
			last.words = append(last.words, w)
		}
	}
}

// text returns the words of a page, in the order in which they are read.
func (p printedPage) text() string {
	var words []string
	for _, w := range p.words {
		words = append(words, w.text)
	}
	return strings.Join(words, " ")
}
