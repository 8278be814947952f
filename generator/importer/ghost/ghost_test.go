package ghost_test

import (
	"encoding/binary"
	"encoding/json"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/ghost"
)

type object = map[string]any

// export is an export with one post, whose fields may be others, and with more tables.
func export(post, tables object) string {
	row := object{"id": "p1", "title": "T", "slug": "t", "html": "<p>x</p>", "status": "published", "visibility": "public", "type": "post", "author_id": 1,
		"published_at": "2021-05-04T22:30:00.000Z", "created_at": "2021-05-01T10:00:00.000Z"}
	maps.Copy(row, post)
	data := object{"posts": []object{row}, "users": []object{{"id": 1, "name": "Ann Lee", "slug": "ann"}}}
	maps.Copy(data, tables)
	out, err := json.Marshal(object{"db": []object{{"meta": object{"version": "5.0.0"}, "data": data}}})
	if err != nil {
		panic(err)
	}
	return string(out)
}

func read(t *testing.T, in ghost.Input, text string) *importer.Blog {
	t.Helper()
	in.Name, in.JSON = "x.json", strings.NewReader(text)
	blog, err := ghost.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	return blog
}

// body returns the finished text of the only post, without its notes.
func body(blog *importer.Blog) string {
	text, _ := blog.Posts[0].Losses.PlaceNotes(blog.Posts[0].Body)
	text, _, _ = strings.Cut("\n"+text, "\n[//]:")
	return strings.TrimSpace(text)
}

// Files that cannot be read get a sentence that says how to get the right one.
func TestWrong(t *testing.T) {
	whole := export(nil, nil)
	for _, test := range []struct{ name, text, want string }{
		{"cut off", whole[:len(whole)/2], "x.json:1: the export breaks off here: it was not downloaded whole. Make one in Ghost: Settings, Import/Export"},
		{"not well-formed", "{\"db\": [\n{]}", "x.json:2: this is not well-formed JSON (invalid character ']'"},
		{"WordPress", `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/">`, `x.json is an export of WordPress: write "legpress import wordpress x.json"`},
		{"a zip", "PK\x03\x04rest", "x.json is a zip, such as a theme or a backup; unpack a backup, and name the .json file in its folder data. Make one"},
		{"members", "id,email,name\n1,a@b.example,A", "x.json is a list of members, which nobody should see here"},
		{"a theme's package", `{"name": "casper", "engines": {"ghost": ">=5"}}`, "x.json is no export of Ghost. Make one"},
		{"another kind of JSON", `{"db": "x"}`, "x.json is no export of Ghost"}, {"a page", "<html>", "x.json is no export of Ghost"}, {"nothing", "", "x.json is no export of Ghost"},
	} {
		_, err := ghost.Read(ghost.Input{Name: "x.json", JSON: strings.NewReader(test.text)})
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// An export is read in each of the encodings that programs write, and without the frame that some versions leave out.
func TestEncodings(t *testing.T) {
	text := export(object{"title": "Über"}, nil)
	wide := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(text)) {
		wide = binary.LittleEndian.AppendUint16(wide, unit)
	}
	unframed := strings.TrimSuffix(strings.TrimPrefix(text, `{"db":[`), `]}`)
	for name, data := range map[string]string{"UTF-8": text, "with a mark": "\uFEFF" + text, "UTF-16": string(wide), "Latin-1": strings.ReplaceAll(text, "Ü", "\xDC"), "unframed": unframed} {
		if blog := read(t, ghost.Input{}, data); blog.Posts[0].Title != "Über" {
			t.Errorf("%s: got %q", name, blog.Posts[0].Title)
		}
	}
}

// What the versions of Ghost call by other names is the same post.
func TestVersions(t *testing.T) {
	for _, test := range []struct {
		name         string
		post, tables object
		want         importer.Post
	}{
		{"before 1", object{"html": nil, "markdown": "*Up* <b>hill</b>", "image": "/content/images/a.jpg", "page": 1, "type": nil, "visibility": nil, "published_at": 1420070400000}, nil,
			importer.Post{Page: true, Image: "/content/images/a.jpg", Body: "*Up* **hill**", Old: []string{"/t/"}}},
		{"addresses with dates", nil, object{"settings": []object{{"key": "permalinks", "value": "/:year/:month/:day/:author/:slug/"}, {"key": "activeTimezone", "value": "Europe/Berlin"}}},
			importer.Post{Body: "x", Old: []string{"/2021/05/05/ann/t/"}}},
		{"plain text", object{"html": "", "plaintext": "A\n\nB *"}, nil, importer.Post{Body: "A\n\nB *", Old: []string{"/t/"}}},
		{"a picture that was not shown", object{"feature_image": "/content/images/a.jpg", "show_title_and_feature_image": 0}, nil, importer.Post{Body: "x", Old: []string{"/t/"}}},
	} {
		p := read(t, ghost.Input{}, export(test.post, test.tables)).Posts[0]
		got := importer.Post{Page: p.Page, Image: p.Image, Body: p.Body, Old: p.Old}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %+v, want %+v", test.name, got, test.want)
		}
		if p.Hidden != "" || p.Author != "Ann Lee" {
			t.Errorf("%s: hidden %q, by %q", test.name, p.Hidden, p.Author)
		}
	}
}

// What a blog says of itself.
func TestAbout(t *testing.T) {
	blog := read(t, ghost.Input{Home: "https://hill.example/blog/"}, export(nil, object{"settings": []object{
		{"key": "title", "value": "Hill & Bar"}, {"key": "description", "value": "Up"}, {"key": "lang", "value": "pt_BR"}, {"key": "timezone", "value": "America/Lima"},
		{"key": "navigation", "value": `[{"label":"A","url":"/about/"},{"label":"B","url":"__GHOST_URL__/b/"},{"label":"C","url":"https://hill.example/blog/c/"},{"label":"D","url":"https://d.example/"},{"label":"E","url":"#/portal"}]`},
	}}))
	want := importer.About{Title: "Hill & Bar", Description: "Up", Author: "Ann Lee", Language: "pt-BR", TimeZone: "America/Lima", Menu: []string{"/blog/about/", "/blog/b/", "/blog/c/"}}
	if !reflect.DeepEqual(blog.About, want) {
		t.Errorf("got %+v, want %+v", blog.About, want)
	}
	var left []string
	for _, f := range blog.Found {
		if strings.HasPrefix(f.Reason, "Entries of the menu") {
			left = append(left, f.What)
		}
	}
	if !slices.Equal(left, []string{"D https://d.example/", "E #/portal"}) {
		t.Errorf("left behind: %q", left)
	}
	if got := blog.Posts[0].Old; !slices.Equal(got, []string{"/blog/t/"}) {
		t.Errorf("the address is %q", got)
	}
}

// What Ghost makes of its cards becomes what it shows.
func TestCards(t *testing.T) {
	for _, test := range []struct{ html, want string }{
		{`<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">!</div><div class="kg-callout-text">Rest <em>well</em></div></div>`, "> [!NOTE]\n>\n> ! Rest *well*"},
		{`<div class="kg-card kg-toggle-card"><h4 class="kg-toggle-heading-text">More</h4><button>x</button><div class="kg-toggle-content"><ul><li>a</li></ul></div></div>`, "**More**\n\n- a"},
		{`<div class="kg-card kg-toggle-card"><h4 class="kg-toggle-heading-text">More</h4><div class="kg-toggle-content"><div class="kg-card kg-callout-card"><div class="kg-callout-text">In</div></div></div></div>`, "**More**\n\n> [!NOTE]\n>\n> In"},
		{`<figure class="kg-card kg-bookmark-card"><a href="https://a.example/"><div class="kg-bookmark-title">A [b]</div><div class="kg-bookmark-author">N</div></a></figure>`, "[A \\[b\\]](https://a.example/)\n\n(N)"},
		{`<figure class="kg-card kg-video-card"><video src="/content/media/v.mp4"></video><button>play</button><figcaption>Up</figcaption></figure>`, "[Up](/content/media/v.mp4)"},
		{`<div class="kg-card kg-audio-card"><audio src="/content/media/a.mp3"></audio><div class="kg-audio-title">Talk</div><span>0:00</span></div>`, "[Talk](/content/media/a.mp3)"},
		{`<div class="kg-card kg-product-card"><h4>Band</h4><div class="kg-product-card-rating"><span class="kg-product-card-rating-active"><svg></svg></span><span></span></div><div>Good</div></div>`, "#### Band\n\n★☆☆☆☆\n\nGood"},
		{`<div class="kg-card kg-button-card"><a href="https://a.example/">Go</a></div><div class="kg-card kg-button-card"><a href="#/portal/signup">Join</a></div>`, "[Go](https://a.example/)\n\nJoin"},
		{`<!--kg-card-begin: html--><p>a</p><!--kg-card-end: html-->`, "a"},
		{`<p>a<sup class="footnote-ref"><a href="#fn1">[1]</a></sup> b<sup class="footnote-ref"><a href="#fn1">[1]</a></sup></p><section class="footnotes"><ol><li class="footnote-item" id="fn1"><p>N <a class="footnote-backref" href="#fnref1">^</a></p></li></ol></section>`,
			"a[^1] b[^1]\n\n[^1]: N"},
		{`<img src="https://storage.ghost.io/c/ab/cd/12-34/content/images/2020/a.jpg" alt="A">`, "![A](/content/images/2020/a.jpg)"},
		{`<img src="https://old.example/blog/content/images/2020/here.jpg" alt="A"><img src="https://b.example/content/images/2020/other.jpg" alt="B">`, "![A](/content/images/2020/here.jpg)![B](https://b.example/content/images/2020/other.jpg)"},
		{"a \ue0020\ue003\ue0000\ue001 b", "a 00 b"},
	} {
		if got := body(read(t, ghost.Input{Images: fstest.MapFS{"2020/here.jpg": {}}}, export(object{"html": test.html}, nil))); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.html, got, test.want)
		}
	}
}

// A text that only its editor's format has comes along from there; what of it cannot be read is kept in a note.
func TestEditors(t *testing.T) {
	for _, test := range []struct{ name, lexical, mobiledoc, want, lost string }{
		{"Lexical", `{"root":{"children":[{"type":"heading","tag":"h3","children":[{"type":"text","text":"A & b","format":3}]},{"type":"paragraph","children":[{"type":"link","url":"/x/","children":[{"type":"text","text":"c"}]}]}]}}`, "", "### ***A & b***\n\n[c](/x/)", ""},
		{"no Lexical", `{"root":`, "", "", `{"root":`},
		{"a wrong node", `{"root":{"children":[7,{"type":"paragraph","children":[{"type":"text","text":"a"}]}]}}`, "", "", "7"},
		{"an unknown card", `{"root":{"children":[{"type":"nft","x":"<y>"}]}}`, "", "", `nft: {"x":"<y>"}`},
		{"a member's card", `{"root":{"children":[{"type":"html","html":"Zanzibar","visibility":{"web":{"nonMember":false}}}]}}`, "", "", "html: Zanzibar"},
		{"an older member's card", `{"root":{"children":[{"type":"html","html":"Zanzibar","visibility":{"showOnWeb":false,"showOnEmail":true}}]}}`, "", "", "html: Zanzibar"},
		{"everybody's card", `{"root":{"children":[{"type":"html","html":"<p>a</p>","visibility":{"web":{"nonMember":true,"memberSegment":""},"email":{"memberSegment":""}}}]}}`, "", "a", ""},
		{"Mobiledoc", "", `{"markups":[["a",["href","/x/"]],["em"]],"atoms":[],"cards":[["code",{"code":"a < b","language":"go"}]],"sections":[[1,"p",[[0,[0,1],2,"c"],[0,[],0," d"]]],[3,"ol",[[[0,[],0,"e"]]]],[10,0]]}`, "[*c*](/x/) d\n\n1. e\n\n```go\na < b\n```", ""},
		{"wrong indices", "", `{"markups":[],"cards":[],"sections":[[1,"p",[[0,[7],3,"a"],[1,[],0,9]]],[10,4],[]]}`, "a", "[10,4]"},
		{"no Mobiledoc", "", `[]`, "", "[]"},
	} {
		blog := read(t, ghost.Input{}, export(object{"html": nil, "lexical": test.lexical, "mobiledoc": test.mobiledoc}, nil))
		_, placed := blog.Posts[0].Losses.PlaceNotes(blog.Posts[0].Body)
		lost := ""
		for _, p := range placed {
			lost += p.What
		}
		if got := body(blog); got != test.want || lost != test.lost {
			t.Errorf("%s:\n got %q and lost %q\nwant %q and %q", test.name, got, lost, test.want, test.lost)
		}
	}
}

// A copy of content/images will do, and so will one of content; smaller copies of a picture are the picture.
func TestFind(t *testing.T) {
	blog := read(t, ghost.Input{}, export(nil, nil))
	for at, want := range map[string][]string{
		"/content/images/2020/01/a%20b.jpg":                        {"2020/01/a b.jpg", "images/2020/01/a b.jpg"},
		"/blog/content/images/size/w600/format/webp/2020/01/a.jpg": {"2020/01/a.jpg", "images/2020/01/a.jpg"},
		"/content/media/2020/01/a.mp4":                             {"2020/01/a.mp4", "media/2020/01/a.mp4"},
		"/content/images/../../../etc/passwd":                      {"../../../etc/passwd", "images/../../../etc/passwd"},
		"/assets/a.jpg":                                            nil,
	} {
		got := blog.Find(at)
		for i := range got {
			if !fs.ValidPath(got[i]) && !strings.Contains(got[i], "..") {
				t.Errorf("%s: %q cannot be opened", at, got[i])
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", at, got, want)
		}
	}
}

// Nothing of accounts and members comes out.
func TestPrivateTables(t *testing.T) {
	blog := read(t, ghost.Input{}, export(nil, object{
		"users":   []object{{"id": 1, "name": "Ann Lee", "slug": "ann", "email": "zanzibar@a.example", "password": "zanzibar", "bio": "x"}},
		"members": []object{{"email": "zanzibar@b.example"}}, "sessions": []object{{"session_data": "zanzibar"}}, "comments": []object{{"html": "zanzibar"}},
	}))
	out, err := json.Marshal(object{"posts": blog.Posts, "found": blog.Found, "about": blog.About})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out), "zanzibar") || !strings.Contains(string(out), "comments (1)") {
		t.Errorf("it has %s", out)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(export(nil, nil))
	f.Add(export(object{"html": nil, "lexical": `{"root":{"children":[{"type":"list","children":[{"type":"listitem","children":[{"type":"list"}]}]}]}}`}, nil))
	f.Add(export(object{"html": nil, "mobiledoc": `{"markups":[["a"]],"atoms":[["x"]],"cards":[["image",{}]],"sections":[[10,0],[1,"p",[[1,[0],0,0]]]]}`}, nil))
	f.Add(`{"data":{"posts":[{"html":"<div class='kg-card kg-file-card'><div class='kg-card kg-bookmark-card'>"}]}}`)
	f.Fuzz(func(_ *testing.T, s string) {
		_, _ = ghost.Read(ghost.Input{Name: "x.json", JSON: strings.NewReader(s)})
	})
}
