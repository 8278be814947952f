package wordpress

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

var layoutPattern = regexp.MustCompile(`^(?:vc_(?:row|column|section|tta_|tabs?$|accordion).*|vc_column_text|et_pb_(?:section|row|column|text|module|code|fullwidth_section).*|fusion_(?:builder_|text|fullwidth|accordion).*|av_(?:section|textblock|one_|two_|three_).*|` +
	`cs_(?:content|section|row|column|element).*|(?:su_)?(?:row|column|section|container)|(?:one|two|three)_(?:half|third|fourth|fifth)(?:_last)?|x_(?:section|row|column)|tatsu_(?:section|row|column|text).*)$`)

// isLayout reports whether a shortcode of a page builder only arranges other content.
func isLayout(name string) bool { return layoutPattern.MatchString(name) }

// isOrnament reports whether a shortcode of a page builder draws a line or leaves space.
func isOrnament(name string) bool {
	return slices.Contains([]string{"vc_separator", "vc_empty_space", "et_pb_divider", "fusion_separator", "vc_text_separator_line", "av_hr", "su_spacer", "su_divider"}, name)
}

// hiding reports whether the attributes of a shortcode of a page builder hide it, from all readers or from some.
func hiding(s *shortcode) bool {
	value := func(key string) string { return strings.ToLower(strings.TrimSpace(s.attribute(key))) }
	switch {
	case !strings.Contains(s.attributes, "="):
		return false
	case value("disable_element") == "yes", value("disabled") == "on", value("disabled_on") == "on|on|on":
		return true
	case value("display_conditions") != "", value("render_logics") != "" && value("render_logics") != "w10=", value("logged_in") != "", value("conditions") != "" && strings.HasPrefix(s.name, "et_pb_"):
		return true
	}
	return strings.HasPrefix(s.name, "fusion_") && (strings.Contains(value("status"), "draft") || value("publish_date") != "" ||
		value("hide_on_mobile") == "hide" || s.attribute("hide_on_mobile") != "" && !strings.Contains(value("hide_on_mobile"), "visibility"))
}

// layout adds a finding, once for each text, that a page builder laid it out.
func (w *writer) layout(tag string) string {
	if w.laidOut {
		return ""
	}
	w.laidOut = true
	return w.losses.Mark(prose.Loss{Reason: reasonLayout, What: tag})
}

// builderElement returns HTML for an element of a page builder without other elements in it: a picture, a heading, a button, HTML; "" for
// any other.
func (w *writer) builderElement(s *shortcode) string {
	switch s.name {
	case "et_pb_image", "vc_single_image", "fusion_imageframe", "av_image":
		return w.builderPicture(s)
	case "fusion_gallery_image":
		return w.builderPicture(s)
	case "vc_custom_heading", "et_pb_heading", "av_heading":
		return heading(cmp.Or(s.attribute("text", "title", "heading"), s.inside), s.attribute("tag", "title_level"))
	case "fusion_title":
		return heading(s.inside, "h"+cmp.Or(s.attribute("size"), "2"))
	case "vc_text_separator":
		return heading(s.attribute("title"), "")
	case "et_pb_button", "vc_btn", "vc_button", "vc_button2", "fusion_button", "av_button", "su_button":
		return button(s)
	case "vc_raw_html", "fusion_code":
		return raw(s.inside)
	}
	return ""
}

// heading returns a heading; "" without words.
func heading(words, level string) string {
	if prose.PlainText(words) == "" {
		return ""
	}
	if !slices.Contains([]string{"h1", "h2", "h3", "h4", "h5", "h6"}, level) {
		level = "h2"
	}
	return fmt.Sprintf("\n\n<%s>%s</%s>\n\n", level, words, level)
}

// button returns the link of a button; "" if it leads nowhere.
func button(s *shortcode) string {
	to := s.attribute("button_url", "url", "href", "link")
	words := cmp.Or(s.attribute("button_text", "title", "label"), s.inside)
	for part := range strings.SplitSeq(to, "|") { // url:https%3A%2F%2Fexample.org|title:More
		if address, ok := strings.CutPrefix(part, "url:"); ok {
			if plain, err := url.QueryUnescape(address); err == nil {
				to = plain
			}
		}
	}
	if to == "" || prose.PlainText(words) == "" {
		return ""
	}
	return fmt.Sprintf("\n\n<p><a href=\"%s\">%s</a></p>\n\n", html.EscapeString(to), words)
}

// raw returns HTML that is kept as base64; "" where it is not.
func raw(inside string) string {
	data, err := base64.StdEncoding.DecodeString(strings.TrimSpace(inside))
	if err != nil {
		return ""
	}
	text := string(data)
	if plain, err := url.QueryUnescape(text); err == nil {
		text = plain
	}
	return "\n\n" + prose.StripControls(text) + "\n\n"
}

// builderPicture returns the picture of a page builder, which names the attachment or its address; "" where it is not known.
func (w *writer) builderPicture(s *shortcode) string {
	src, alt := s.attribute("src"), s.attribute("alt")
	if file := w.files[cmp.Or(s.attribute("image"), s.attribute("image_id"), s.attribute("attachment"))]; file != nil {
		src, alt = file.attachment, cmp.Or(alt, file.meta("_wp_attachment_image_alt"))
	}
	if src == "" && strings.HasPrefix(s.attribute("image"), "http") {
		src = s.attribute("image")
	}
	if src == "" && isPicture(strings.TrimSpace(s.inside)) {
		src = strings.TrimSpace(s.inside)
	}
	if src == "" && strings.Contains(s.inside, "<img") {
		return "\n\n" + s.inside + "\n\n"
	}
	return figure(w.localFiles(src), alt, s.attribute("caption"))
}

// figure returns a picture with its caption; "" without an address.
func figure(src, alt, caption string) string {
	if src == "" {
		return ""
	}
	return fmt.Sprintf("\n\n<figure><img src=\"%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>\n\n", html.EscapeString(src), html.EscapeString(alt), html.EscapeString(caption))
}

// boxes are the elements of page builders with a title above other content.
var boxes = []string{"et_pb_blurb", "et_pb_toggle", "et_pb_accordion", "et_pb_accordion_item", "et_pb_cta", "et_pb_tabs", "et_pb_tab", "et_pb_slider", "et_pb_slide", "et_pb_testimonial", "et_pb_team_member", "et_pb_fullwidth_header", "vc_toggle",
	"vc_tta_section", "vc_cta", "vc_message", "vc_tab", "vc_accordion_tab", "fusion_toggle", "fusion_content_box", "fusion_content_boxes", "fusion_checklist", "fusion_li_item", "fusion_tabs", "fusion_tab", "fusion_testimonials", "fusion_testimonial", "fusion_alert",
	"su_spoiler", "su_accordion", "su_box", "su_note", "su_tabs", "su_tab", "su_quote", "su_list", "toggle", "accordion", "tab", "tabs", "spoiler", "av_toggle", "av_toggle_container", "av_promobox"}

// builderBox returns what is in such an element below its title.
func (w *writer) builderBox(s *shortcode, depth int) (string, bool) {
	if !slices.Contains(boxes, s.name) {
		return "", false
	}
	var b strings.Builder
	if file := s.attribute("image", "portrait_url"); isPicture(file) {
		b.WriteString(figure(w.localFiles(file), s.attribute("alt"), ""))
	}
	b.WriteString(heading(html.EscapeString(s.attribute("title", "heading", "h2")), "h3"))
	b.WriteString("\n\n" + w.shortcodes(s.inside, depth+1) + "\n\n")
	if by := strings.TrimSpace(s.attribute("author", "name") + " " + s.attribute("job_title", "position", "company", "company_name")); by != "" {
		b.WriteString("<p>" + html.EscapeString(by) + "</p>\n\n")
	}
	b.WriteString(button(&shortcode{attributes: s.attributes}))
	return b.String(), true
}

// builderKeys are where page builders keep the words of a text, apart from its content.
var builderKeys = []string{"_elementor_data", "tve_updated_post", "ct_builder_shortcodes", "_ct_builder_json", "_bricks_page_content_2", "brizy_post_uid", "_fl_builder_data", "panels_data"}

// built reports whether a page builder keeps the words of an item.
func (i *item) built() bool {
	return slices.ContainsFunc(builderKeys, func(key string) bool { return i.meta(key) != "" && i.meta(key) != "[]" })
}

// source returns the HTML of a text: its content, or what a page builder shows in its place.
func (w *writer) source() string {
	if data := w.item.meta("_elementor_data"); data != "" && w.item.meta("_elementor_edit_mode") == "builder" {
		if text := w.elementor(data); prose.PlainText(text) != "" {
			return w.layout("Elementor") + text
		}
	}
	if strings.TrimSpace(w.item.content) == "" && w.item.meta("tve_updated_post") != "" {
		return w.layout("Thrive Architect") + w.item.meta("tve_updated_post")
	}
	return w.item.content
}

// widget is an element of Elementor.
type widget struct {
	Kind     string          `json:"elType"`
	Name     string          `json:"widgetType"`
	Settings json.RawMessage `json:"settings"`
	Elements []widget        `json:"elements"`
}

// elementor returns the HTML of a text that Elementor laid out; "" if it cannot be read.
func (w *writer) elementor(data string) string {
	var list []widget
	if json.Unmarshal([]byte(data), &list) != nil {
		return ""
	}
	var b strings.Builder
	for _, x := range list {
		w.widget(&b, &x)
	}
	return b.String()
}

var restrictedWidget = regexp.MustCompile(`"(?:e_display_conditions|_?display_conditions|dce_[a-z_]*condition[a-z_]*|eael_cl_[a-z_]*enable|jedv_enabled|[a-z_]*visibility_enabled|[a-z_]*content_protection|ecs_[a-z_]*)"\s*:\s*(?:"[^"]|\[\s*[^\s\]]|true)`)

// widget writes an element of Elementor, unless it was not shown to everybody.
func (w *writer) widget(b *strings.Builder, x *widget) {
	settings := map[string]any{}
	_ = json.Unmarshal(x.Settings, &settings) // an element without settings has an empty list
	get := func(key string) string { return prose.StripControls(textOf(settings[key])) }
	if restrictedWidget.Match(x.Settings) || get("hide_desktop") != "" && get("hide_tablet") != "" && get("hide_mobile") != "" {
		whole, _ := json.Marshal(x)
		b.WriteString("\n\n<p>" + w.losses.Conceal(string(whole)) + "</p>\n\n")
		return
	}
	before := b.Len()
	w.simpleWidget(b, x, settings, get)
	if b.Len() == before && x.Kind == "widget" && len(x.Elements) == 0 && !slices.Contains([]string{"spacer", "divider"}, x.Name) {
		b.WriteString("\n\n<p>" + w.losses.Mark(prose.Loss{Reason: reasonBlock, What: "Elementor: " + x.Name + " " + string(x.Settings), Noted: true}) + "</p>\n\n")
	}
	for n := range x.Elements {
		w.widget(b, &x.Elements[n])
	}
}

// simpleWidget writes an element of Elementor that has words, a picture or a recording.
func (w *writer) simpleWidget(b *strings.Builder, x *widget, settings map[string]any, get func(string) string) {
	within := func(key, inner string) string {
		m, _ := settings[key].(map[string]any)
		return prose.StripControls(textOf(m[inner]))
	}
	entries := func(keys ...string) []map[string]any {
		var list []map[string]any
		for _, key := range keys {
			all, _ := settings[key].([]any)
			for _, one := range all {
				if m, ok := one.(map[string]any); ok {
					list = append(list, m)
				}
			}
		}
		return list
	}
	switch x.Name {
	case "heading":
		b.WriteString(heading(get("title"), get("header_size")))
	case "text-editor":
		b.WriteString("\n\n" + get("editor") + "\n\n")
	case "html":
		b.WriteString("\n\n" + get("html") + "\n\n")
	case "shortcode":
		b.WriteString("\n\n" + get("shortcode") + "\n\n")
	case "image":
		b.WriteString(w.elementorPicture(within("image", "id"), within("image", "url"), get("caption")))
	case "image-gallery", "image-carousel", "gallery":
		for _, m := range entries("wp_gallery", "carousel", "gallery") {
			b.WriteString(w.elementorPicture(textOf(m["id"]), textOf(m["url"]), ""))
		}
	case "video":
		if to := cmp.Or(elementorVideo(get("video_type"), get), within("hosted_url", "url")); to != "" {
			b.WriteString("\n\n" + paragraphLink(to) + "\n\n")
		}
	case "button":
		b.WriteString(link(get("text"), within("link", "url")))
	case "image-box", "icon-box", "call-to-action":
		b.WriteString(w.elementorPicture(within("image", "id"), within("image", "url"), ""))
		b.WriteString(heading(cmp.Or(get("title_text"), get("title")), "h3"))
		b.WriteString("\n\n<p>" + cmp.Or(get("description_text"), get("description")) + "</p>\n\n" + link(cmp.Or(get("button"), get("title_text")), within("link", "url")))
	case "icon-list", "price-list":
		b.WriteString("\n\n<ul>")
		for _, m := range entries("icon_list", "price_list") {
			b.WriteString("<li>" + cmp.Or(textOf(m["text"]), textOf(m["title"])+" "+textOf(m["price"])) + "</li>")
		}
		b.WriteString("</ul>\n\n")
	case "accordion", "toggle", "tabs":
		for _, m := range entries("tabs") {
			b.WriteString(heading(textOf(m["tab_title"]), "h3") + "\n\n" + textOf(m["tab_content"]) + "\n\n")
		}
	case "testimonial":
		fmt.Fprintf(b, "\n\n<blockquote><p>%s</p><p>%s</p></blockquote>\n\n", get("testimonial_content"), get("testimonial_name"))
	case "blockquote":
		fmt.Fprintf(b, "\n\n<blockquote><p>%s</p><p>%s</p></blockquote>\n\n", get("blockquote_content"), get("author_name"))
	case "alert":
		b.WriteString("\n\n<p>" + get("alert_title") + "</p><p>" + get("alert_description") + "</p>\n\n")
	}
}

// textOf returns a value of JSON as text.
func textOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case float64:
		return fmt.Sprintf("%.0f", v)
	}
	return ""
}

func link(words, to string) string {
	if to == "" || prose.PlainText(words) == "" {
		return ""
	}
	return fmt.Sprintf("\n\n<p><a href=\"%s\">%s</a></p>\n\n", html.EscapeString(to), words)
}

// elementorVideo returns the address of a video that Elementor shows from elsewhere.
func elementorVideo(kind string, get func(string) string) string {
	return get(cmp.Or(kind, "youtube") + "_url")
}

// elementorPicture returns a picture, whose attachment says what it shows.
func (w *writer) elementorPicture(id, address, caption string) string {
	alt := ""
	if file := w.files[id]; file != nil {
		address, alt = cmp.Or(address, file.attachment), file.meta("_wp_attachment_image_alt")
	}
	return figure(w.localFiles(address), alt, caption)
}
