package client_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// article is a page that is edited at random, as a list of blocks.
type article struct {
	*rand.Rand
	blocks []string
	ids    int
}

// edit does what authors do: write, delete, move, put blocks into one another, and change a word somewhere.
func (a *article) edit() {
	at := a.IntN(len(a.blocks) + 1)
	switch a.IntN(6) {
	case 0, 1:
		a.blocks = slices.Insert(a.blocks, at, a.block())
	case 2:
		a.blocks = slices.Delete(a.blocks, at, min(at+1+a.IntN(2), len(a.blocks)))
	case 3:
		a.Shuffle(len(a.blocks), func(i, j int) { a.blocks[i], a.blocks[j] = a.blocks[j], a.blocks[i] })
	case 4:
		end := min(at+1+a.IntN(4), len(a.blocks))
		tag := []string{"section", "div", "details"}[a.IntN(3)]
		a.blocks = slices.Replace(a.blocks, at, end, "<"+tag+">"+strings.Join(a.blocks[at:end], "\n")+"</"+tag+">")
	case 5:
		for i := range a.blocks {
			a.blocks[i] = strings.Replace(a.blocks[i], a.word(), a.word(), 1)
		}
	}
}

func (a *article) word() string { return []string{"squat", "row", "hold", "plank", "step"}[a.IntN(5)] }

func (a *article) block() string {
	a.ids++
	switch a.IntN(7) {
	case 0:
		return fmt.Sprintf(`<h2 id="h%d">%s</h2>`, a.ids, a.word())
	case 1:
		return "<ul><li>" + a.word() + "</li><li>" + a.word() + " " + a.word() + "</li></ul>"
	case 2:
		return fmt.Sprintf(`<details id="d%d"><summary>%s</summary><p>%s</p></details>`, a.ids, a.word(), a.word())
	case 3:
		return "<table><tbody><tr><td>" + a.word() + "</td><td></td><td></td></tr><tr><td></td></tr></tbody></table>"
	case 4:
		return `<input value="` + a.word() + `"><!-- ` + a.word() + ` -->`
	default:
		return `<p class="` + a.word() + `">` + a.word() + ` <b>` + a.word() + `</b></p>`
	}
}

// Whatever an author does, the page that is shown is the page that was made.
func becomesEqualAtRandom(t *testing.T, open func(string) *tab) {
	f := newFake(t, site(page("0", "")))
	b := open(f.url("/x/"))
	f.await("/x/")
	const seed = 7
	a := &article{Rand: rand.New(rand.NewPCG(seed, seed))}
	before := ""
	for i := range 150 {
		before = strings.Join(a.blocks, "\n")
		a.edit()
		text := page(fmt.Sprint(i), strings.Join(a.blocks, "\n"))
		f.save("/x/", text)
		b.until(fmt.Sprintf(`document.querySelector("script").dataset.hash === %q`, hash(text)))
		same, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`fetch(location).then((r) => r.text()).then((text) => {
			const fresh = new DOMParser().parseFromString(text, "text/html");
			return fresh.body.isEqualNode(document.body) && fresh.title === document.title;
		})`, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		if !same {
			t.Fatalf("seed %d, edit %d:\nfrom %s\ngot  %s\nwant %s", seed, i, before, ask[string](b, `document.body.innerHTML`), text)
		}
	}
}
