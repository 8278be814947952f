package wordpress_test

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/wordpress"
)

var (
	megabytes  = flag.Int("megabytes", 1, "how large the export of the benchmark is")
	exportFile = flag.String("export", "", "write the export of the benchmark into this file, and measure nothing")
)

// BenchmarkImport reads an export and plans its import into an empty site. For one as large as they come:
//
//	go test -run '^$' -bench Import -benchtime 1x ./generator/importer/wordpress -megabytes 200
func BenchmarkImport(b *testing.B) {
	if *exportFile != "" {
		writeExport(b, *exportFile, *megabytes<<20)
		b.SkipNow()
	}
	var export bytes.Buffer
	writeLarge(&export, *megabytes<<20)
	dir := b.TempDir()
	writeSite(b, dir)
	b.SetBytes(int64(export.Len()))
	b.ReportAllocs()
	for b.Loop() {
		blog, err := wordpress.Read(wordpress.Input{Name: "export.xml", XML: bytes.NewReader(export.Bytes())})
		if err != nil {
			b.Fatal(err)
		}
		if r, err := importer.Plan(blog, dir, importer.Options{Now: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)}); err != nil || r.Articles == 0 {
			b.Fatal(err, r)
		}
	}
}

func writeExport(b *testing.B, name string, size int) {
	b.Helper()
	file, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	writeLarge(w, size)
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
}

func writeSite(tb testing.TB, dir string) {
	tb.Helper()
	settings := filepath.Join(dir, "content", "site.toml")
	if err := os.MkdirAll(filepath.Dir(settings), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(settings, []byte("title = \"x\"\nurl = \"https://x.example/\"\n"), 0o644); err != nil {
		tb.Fatal(err)
	}
}

// writeLarge writes an export of about so many bytes: for each post three pictures, what plugins note, comments, and a text of one of the two
// editors with links to the posts before it.
func writeLarge(to io.Writer, size int) {
	w := &sizedWriter{Writer: to}
	io.WriteString(w, head)
	for n := range 60 {
		fmt.Fprintf(w, "<wp:tag><wp:tag_slug>tag-%d</wp:tag_slug><wp:tag_name>tag %d</wp:tag_name></wp:tag>\n", n, n)
	}
	for n := 1; w.size < size; n++ {
		for k := range 3 {
			fmt.Fprintf(w, `<item><title>picture %d-%d</title><link>https://a.example/post-%d/picture-%d/</link><content:encoded><![CDATA[]]></content:encoded>
<wp:post_id>%d</wp:post_id><wp:post_date>2015-01-01 10:00:00</wp:post_date><wp:status>inherit</wp:status><wp:post_parent>%d</wp:post_parent><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://a.example/wp-content/uploads/2015/01/picture-%d-%d.jpg</wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attachment_metadata</wp:meta_key><wp:meta_value><![CDATA[%s]]></wp:meta_value></wp:postmeta></item>
`, n, k, n, k, n*10+k+1, n*10, n, k, strings.Repeat(`a:5:{s:5:"width";i:1600;s:6:"height";i:1067;}`, 20))
		}
		day := time.Date(2000, 1, 1, 10, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Hour)
		fmt.Fprintf(w, `<item><title>Post number %d &amp; more</title><link>https://a.example/%s/post-%d/</link><dc:creator>jo</dc:creator><guid isPermaLink="false">https://a.example/?p=%d</guid>
<content:encoded><![CDATA[%s]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>%d</wp:post_id><wp:post_date>%s</wp:post_date><wp:status>publish</wp:status><wp:post_name>post-%d</wp:post_name><wp:post_type>post</wp:post_type>
<category domain="category" nicename="strength">Strength</category><category domain="post_tag" nicename="tag-%d">tag %d</category>
`, n, day.Format("2006/01"), n, n*10, largeText(n), n*10, day.Format(time.DateTime), n, n%60, n%60)
		for k := range 12 {
			fmt.Fprintf(w, "<wp:postmeta><wp:meta_key>_plugin_%d</wp:meta_key><wp:meta_value><![CDATA[%s]]></wp:meta_value></wp:postmeta>\n", k, strings.Repeat("x", 80))
		}
		for k := range 4 {
			fmt.Fprintf(w, "<wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_author>Reader</wp:comment_author><wp:comment_content><![CDATA[%s]]></wp:comment_content></wp:comment>\n",
				n*10+k, strings.Repeat("That is how I do it, too. ", 8))
		}
		io.WriteString(w, "</item>\n")
	}
	io.WriteString(w, tail)
}

// largeText returns the text of post n, with blocks for every other post.
func largeText(n int) string {
	link := func(back int) string {
		m := max(n-back, 1)
		day := time.Date(2000, 1, 1, 10, 0, 0, 0, time.UTC).Add(time.Duration(m) * time.Hour)
		return fmt.Sprintf(`<a href="https://a.example/%s/post-%d/">post %d</a>`, day.Format("2006/01"), m, m)
	}
	const words = "Strong legs carry a runner through the last kilometres, and a squat twice a week is what makes them strong; add a little load each week & rest between. "
	var b strings.Builder
	for k := range 10 {
		paragraph := strings.Repeat(words, 4) + "See " + link(k+1) + " and <em>then</em> <strong>" + link(2*k+7) + "</strong>."
		picture := fmt.Sprintf(`<img src="https://a.example/wp-content/uploads/2015/01/picture-%d-%d-300x200.jpg" alt="A squat" class="wp-image-%d"/>`, n, k%3, n*10+k%3+1)
		switch {
		case n%2 == 0 && k%4 == 3:
			fmt.Fprintf(&b, "<!-- wp:image {\"id\":%d,\"sizeSlug\":\"large\"} -->\n<figure class=\"wp-block-image\">%s<figcaption>Low &amp; slow</figcaption></figure>\n<!-- /wp:image -->\n\n", n, picture)
		case n%2 == 0:
			fmt.Fprintf(&b, "<!-- wp:heading -->\n<h2>Week %d</h2>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->\n<p>%s</p>\n<!-- /wp:paragraph -->\n\n", k, paragraph)
		case k%4 == 3:
			fmt.Fprintf(&b, "[caption id=\"attachment_%d\" width=\"300\"]%s Low and slow[/caption]\n\n<ul>\n<li>squat</li>\n<li>row</li>\n</ul>\n\n", n, picture)
		default:
			fmt.Fprintf(&b, "<h3>Week %d</h3>\n%s\n\n%s\n\n", k, paragraph, words)
		}
	}
	return b.String()
}

// sizedWriter counts what it writes.
type sizedWriter struct {
	io.Writer
	size int
}

func (w *sizedWriter) Write(p []byte) (int, error) {
	w.size += len(p)
	return w.Writer.Write(p)
}
