package wordpress_test

import (
	"encoding/base64"
	"net/url"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/importer/wordpress"
)

// files are two pictures and a recording, of which the first two were uploaded for text 1.
var files = fileXML("5", "1", "a.jpg", "A") + fileXML("6", "1", "b.jpg", "") + fileXML("7", "0", "talk.mp3", "")

func fileXML(id, parent, name, alt string) string {
	return thing{id: id, kind: "attachment", status: "inherit", title: name, more: "<wp:post_parent>" + parent + "</wp:post_parent><wp:attachment_url>https://a.example/wp-content/uploads/" + name + "</wp:attachment_url>" +
		metaXML("_wp_attachment_image_alt", alt)}.xml()
}

// body returns the text of the last item, without its notes, and what was lost of it.
func body(t *testing.T, xml ...string) (string, []string) {
	t.Helper()
	posts := read(t, xml...).Posts
	p := posts[len(posts)-1]
	text, placed := p.Losses.PlaceNotes(p.Body)
	var lost []string
	for _, x := range placed {
		lost = append(lost, x.Reason)
	}
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "[//]:") && strings.TrimSpace(line) != "" {
			kept = append(kept, strings.TrimRight(line, "\n"))
		}
	}
	return strings.Join(kept, "\n"), lost
}

// Galleries keep the pictures that there are, and shortcodes that show what is elsewhere lead to it.
func TestGalleriesAndRecordings(t *testing.T) {
	const a, b, up = "![A](https://a.example/wp-content/uploads/a.jpg)", "![](https://a.example/wp-content/uploads/b.jpg)", "https://a.example/wp-content/uploads/"
	const missing = "Pictures of galleries that are not in the export stay out; a note in the file keeps the gallery"
	const shortcode, builder = "Shortcodes without a counterpart stay as notes", "Page builders lay texts out; what stands in the columns comes along, one below the other"
	for _, test := range []struct {
		content, want string
		lost          []string
	}{
		{`[gallery ids="6,5"]`, b + "\n" + a, nil},
		{`[gallery ids="5,99"]`, a, []string{missing}},
		{`[gallery ids="99"]`, "", []string{shortcode}},
		{`[gallery]`, a + "\n" + b, nil},
		{`[gallery exclude="5"]`, b, nil},
		{`[gallery id="1" type="rectangular"]`, a + "\n" + b, nil},
		{`[vc_gallery images="5"]`, a, nil},
		{`[et_pb_gallery gallery_ids="5"][/et_pb_gallery]`, a, nil},
		{`<!-- wp:jetpack/tiled-gallery {"ids":[5]} --><div class="wp-block-jetpack-tiled-gallery"><div class="tiled-gallery__gallery"><div class="tiled-gallery__row"><div class="tiled-gallery__col"><figure class="tiled-gallery__item"><img alt="A" data-id="5" src="https://i0.wp.com/a.example/wp-content/uploads/a.jpg?ssl=1"/></figure></div></div></div></div><!-- /wp:jetpack/tiled-gallery -->`, a, nil},
		{`<!-- wp:gallery {"ids":[5,6]} --><figure class="wp-block-gallery"><!-- wp:image {"id":5} --><figure class="wp-block-image"><img src="` + up + `a.jpg" alt="A"/></figure><!-- /wp:image --></figure><!-- /wp:gallery -->`, a, nil},
		{`[playlist ids="7"]`, "[talk.mp3](" + up + "talk.mp3)", nil},
		{`[playlist ids="7,99"]`, "[talk.mp3](" + up + "talk.mp3)", []string{shortcode}},
		{`[audio ` + up + `talk.mp3|titles=x]`, "[talk.mp3](" + up + "talk.mp3)", nil},
		{`see [youtube dQw4w9WgXcQ] there`, "see\n<https://www.youtube.com/watch?v=dQw4w9WgXcQ>\nthere", nil},
		{`[youtube=https://www.youtube.com/watch?v=dQw4w9WgXcQ&w=640]`, "<https://www.youtube.com/watch?v=dQw4w9WgXcQ&w=640>", nil},
		{`[youtube id="dQw4w9WgXcQ" width="600"]`, "<https://www.youtube.com/watch?v=dQw4w9WgXcQ>", nil},
		{`[vimeo 123 w=500]`, "<https://vimeo.com/123>", nil},
		{`[fusion_vimeo id="123"]`, "<https://vimeo.com/123>", nil},
		{`[soundcloud url="https://soundcloud.com/a/b" width="100%"]`, "<https://soundcloud.com/a/b>", nil},
		{`[spotify spotify:track:x1]`, "<https://open.spotify.com/track/x1>", nil},
		{`[tweet 123]`, "<https://twitter.com/i/web/status/123>", nil},
		{`[tweet https://twitter.com/a/status/1]`, "<https://twitter.com/a/status/1>", nil},
		{`[instagram url=https://www.instagram.com/p/x/]`, "<https://www.instagram.com/p/x>", nil},
		{`[googlemaps https://maps.google.com/?q=Gym]`, "<https://maps.google.com/?q=Gym>", nil},
		{`[embed width="5"]https://www.strava.com/activities/1[/embed]`, "<https://www.strava.com/activities/1>", nil},
		{`<!-- wp:embed {"url":"https:\/\/www.tiktok.com\/@a\/video\/1"} /-->`, "<https://www.tiktok.com/@a/video/1>", nil},
		{`[nggallery id=1]`, "", []string{shortcode}},
		{"a\nhttps://b.example/x\nb", "a\n<https://b.example/x>\nb", nil},
		{"a https://b.example/x\nhttps://b.example/y z", "a https://b.example/x  \nhttps://b.example/y z", nil},
		{"https://b.example/x", "<https://b.example/x>", nil},
		{`[vc_row][vc_custom_heading text="Why" tag="h3"][vc_raw_html]` + base64.StdEncoding.EncodeToString([]byte(url.QueryEscape("<b>in it</b>"))) + `[/vc_raw_html][vc_btn title="More" link="url:https%3A%2F%2Fb.example%2F|title:x"][vc_empty_space][vc_video link="https://vimeo.com/12"][/vc_row]`,
			"### Why\n**in it**\n[More](https://b.example/)\n<https://vimeo.com/12>", []string{builder}},
		{`[et_pb_section][et_pb_row][et_pb_column type="1_2"][et_pb_blurb title="Strong"]Legs[/et_pb_blurb][et_pb_button button_url="/x/" button_text="Go"][/et_pb_button][et_pb_video src="https://vimeo.com/12"][/et_pb_video][et_pb_divider][/et_pb_divider][/et_pb_column][/et_pb_row][/et_pb_section]`,
			"### Strong\nLegs\n[Go](/x/)\n<https://vimeo.com/12>", []string{builder}},
		{`[fusion_builder_container][fusion_builder_row][fusion_title size="3"]Why[/fusion_title][fusion_text]Legs[/fusion_text][fusion_imageframe image_id="5"]` + up + `a.jpg[/fusion_imageframe][fusion_toggle title="How"]So[/fusion_toggle][/fusion_builder_row][/fusion_builder_container]`,
			"### Why\nLegs\n" + a + "\n### How\nSo", []string{builder}},
	} {
		got, lost := body(t, files, thing{content: test.content}.xml())
		same(t, test.content, []any{got, lost}, []any{test.want, test.lost})
	}
}

// Of a text that Elementor laid out, what Elementor shows comes along, and not what it hides.
func TestElementor(t *testing.T) {
	data := `[{"elType":"section","settings":[],"elements":[{"elType":"column","settings":{},"elements":[
{"elType":"widget","widgetType":"heading","settings":{"title":"Why","header_size":"h3"}},{"elType":"widget","widgetType":"text-editor","settings":{"editor":"<p>Strong <b>legs</b></p>"}},
{"elType":"widget","widgetType":"image","settings":{"image":{"id":5,"url":"https://a.example/wp-content/uploads/a.jpg"},"caption":"Low"}},{"elType":"widget","widgetType":"video","settings":{"youtube_url":"https://youtu.be/x"}},
{"elType":"widget","widgetType":"button","settings":{"text":"Go","link":{"url":"/x/"}}},{"elType":"widget","widgetType":"icon-list","settings":{"icon_list":[{"text":"one"},{"text":"two"}]}},
{"elType":"widget","widgetType":"toggle","settings":{"tabs":[{"tab_title":"How","tab_content":"<p>So</p>"}]}},{"elType":"widget","widgetType":"spacer","settings":{}},
{"elType":"widget","widgetType":"form","settings":{"form_name":"Ask"}},
{"elType":"widget","widgetType":"heading","settings":{"title":"Zanzibar","hide_desktop":"hidden-desktop","hide_tablet":"hidden-tablet","hide_mobile":"hidden-mobile"}},
{"elType":"widget","widgetType":"text-editor","settings":{"editor":"Zanzibar","e_display_conditions":["x"]}}]}]}]`
	content := "Why Strong legs Zanzibar"
	got, lost := body(t, files, thing{kind: "page", content: content, more: metaXML("_elementor_edit_mode", "builder") + metaXML("_elementor_data", data)}.xml())
	same(t, "the text", got, "### Why\nStrong **legs**\n![A](https://a.example/wp-content/uploads/a.jpg \"Low\")\n<https://youtu.be/x>\n[Go](/x/)\n- one\n- two\n### How\nSo")
	same(t, "what was lost", lost, []string{"Page builders lay texts out; what stands in the columns comes along, one below the other", "Blocks without a counterpart stay as notes",
		"Parts of texts that not every reader was to see stay out; a note in the file keeps them", "Parts of texts that not every reader was to see stay out; a note in the file keeps them"})
	got, _ = body(t, thing{content: content, more: metaXML("_elementor_edit_mode", "builder") + metaXML("_elementor_data", "[{")}.xml())
	same(t, "what cannot be read", got, content)
}

// A text whose words a page builder keeps in a way that cannot be read is a draft, and says so.
func TestBuilders(t *testing.T) {
	p := read(t, thing{kind: "page", more: metaXML("_bricks_page_content_2", "a:1:{i:0;x}")}.xml()).Posts[0]
	same(t, "Bricks", p.Hidden, "a page builder keeps its words where they cannot be read")
	p = read(t, thing{kind: "page", more: metaXML("tve_updated_post", "<p>Legs</p>")}.xml()).Posts[0]
	text, _ := p.Losses.PlaceNotes(p.Body)
	same(t, "Thrive", []any{p.Hidden, strings.TrimSpace(text)}, []any{"", "Legs"})
}

// An episode of a podcast leads to its recording, once.
func TestEpisodes(t *testing.T) {
	recording := metaXML("enclosure", "https://b.example/e.mp3\n123\naudio/mpeg\n")
	got, _ := body(t, thing{content: "Words.", more: recording + metaXML("audio_file", "https://b.example/e.mp3")}.xml())
	same(t, "beside the text", got, "Words.\n[e.mp3](https://b.example/e.mp3)")
	got, _ = body(t, thing{content: "[audio src=\"https://b.example/e.mp3\"]", more: recording}.xml())
	same(t, "in the text", got, "[e.mp3](https://b.example/e.mp3)")
}

// Reading a text of four times the size takes no more than about four times as long.
func TestGrowth(t *testing.T) {
	growthtest.Skip(t)
	for _, pattern := range []string{"[a#]\n\n", "[gallery]\n", "[a]b[/a] ", "[a#]x[/a\n\n", "<!-- wp:a -->", "<!-- wp:group --><!-- /wp:group -->", "<!-- ", "http://a.b\n", `<a href="/?p=#">x</a> `, `<a href="/a/2/2/2/#/">x</a> `, "[members\n\n"} {
		factor, took := growthtest.Factor(pattern, 20_000, func(text []byte) {
			xml := head + thing{content: string(text)}.xml() + tail
			if _, err := wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(xml)}); err != nil {
				t.Fatal(err)
			}
		})
		if factor > growthtest.Most {
			t.Errorf("%q: four times the text takes %.1f times as long, %v", pattern, factor, took)
		}
	}
	for _, pattern := range []string{"<item><title>a</title>", "<item><title>a & b</title></item>", "<item><![CDATA[", "<wp:tag><wp:tag_slug>a#</wp:tag_slug></wp:tag>", "<item><wp:post_type>post</wp:post_type><title>a</title></item>", "<a>",
		"<item><wp:post_type>attachment</wp:post_type><wp:post_id>#</wp:post_id><wp:post_parent>1</wp:post_parent></item>"} {
		factor, took := growthtest.Factor(pattern, 100_000, func(text []byte) {
			_, _ = wordpress.Read(wordpress.Input{Name: "x.xml", XML: strings.NewReader(head + string(text) + tail)})
		})
		if factor > growthtest.Most {
			t.Errorf("%q: four times the export takes %.1f times as long, %v", pattern, factor, took)
		}
	}
}
