package jekyll_test

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/importer/prose"
)

// bodyOf returns what becomes of the body of a post, with the notes in it.
func bodyOf(t *testing.T, files map[string]string, keys, body string) string {
	t.Helper()
	all := map[string]string{"_config.yml": "title: Long Way\nbaseurl: /b\nemail: ana@old.example", "about.md": "---\n---\nI run.\n", "tags.md": "---\n---\n{% for t in site.tags %}{% endfor %}\n"}
	for name, text := range files {
		all[name] = text
	}
	const file = "_posts/2020-02-01-body.md"
	all[file] = "---\ntitle: Body\n" + keys + "---\n" + body + "\n"
	p := postFrom(readSite(t, all), file)
	text, _ := p.Losses.PlaceNotes(p.Body)
	return strings.TrimSpace(text)
}

func TestLiquid(t *testing.T) {
	player := map[string]string{"_includes/player.html": `<iframe src="https://www.youtube.com/embed/{{ include.film }}"></iframe>`, "_includes/clip.html": `<iframe src="https://player.vimeo.com/video/{{ include.id }}">`}
	const film = "<https://www.youtube.com/watch?v=abc-12>"
	for _, test := range []struct{ keys, body, want string }{
		{"", `{% include youtube.html id="abc-12" %}`, film},
		{"", `{% include embed/youtube.html id='abc-12' width=300 %}`, film},
		{"", `{% include youtubePlayer.html id="abc-12" %}`, film},
		{"", `{% include youtube-embed.html video="https://youtu.be/abc-12?t=3" %}`, film},
		{"film: abc-12\n", `{%- include youtube.html id=page.film -%}`, film},
		{"", `{% include video id="12" provider="vimeo" %}`, "<https://vimeo.com/12>"},
		{"", `{% include video.html url="https://www.youtube.com/embed/abc-12" %}`, film},
		{"", `{% include player.html film="abc-12" %}`, film},
		{"", `{% include clip.html id="12" %}`, "<https://vimeo.com/12>"},
		{"", `{% include_cached youtube.html id="abc-12" %}`, film},
		{"", `{% youtube abc-12 %}`, film},
		{"", `{% youtube "https://www.youtube.com/watch?v=abc-12" %}`, film},
		{"", `{% youtube abc-12 500 400 %}`, film},
		{"", `{% vimeo 12 %}`, "<https://vimeo.com/12>"},
		{"", `{% include youtube.html id=include.x %}`, "[//]: # ({% include youtube.html id=include.x %})"},
		{"", `<iframe src="https://www.youtube.com/embed/{{ page.film }}"></iframe>`, "[//]: # (<iframe src=\"https://www.youtube.com/embed/\"></iframe>)"},
		{"", `{% include figure.html src="/a.png" alt="Hill" caption="Up, *slowly*" %}`, `![Hill](/a.png "Up, *slowly*")`},
		{"", `{% include figure image_path="/a.png" caption="See [more](/b/about/)" %}`, `![See more](/a.png "See [more](/b/about/)")`},
		{"", `{% include image.html url="/a.png" description="Hill" %}`, "![Hill](/a.png)"},
		{"", `{% img left /a.png 300 200 "From afar" "Hill" %}`, `![Hill](/a.png "From afar")`},
		{"", `{% responsive_image path: img/a.png alt: "Hill" %}`, "![Hill](img/a.png)"},
		{"", `{% picture a.png --alt A hill %}`, "![A hill](a.png)"},
		{"", `{% picture %}`, "[//]: # ({% picture %})"},
		{"", `[a]({% link about.md %}) [p]({{ site.baseurl }}{% post_url 2020-01-05-calf %}) [t]({% link tags.md %})`, "[a](/about.md) [p](/_posts/2020-01-05-calf.md) [t](/b/tags.html)"},
		{"", `[a]({{ "/x/" | relative_url }}) [b]({{ '/x/' | prepend: site.baseurl }}) [c]({{ site.url }}{{ site.baseurl }}/x/) [d]({{ site.baseurl | append: '/x/' }}) [e]({{ "x" | absolute_url }})`,
			"[a](/x/) [b](/x/) [c](/x/) [d](/x/) [e](/x)"},
		{"mood: glad\n", `{{ page.title }}, {{ page.mood }}, {{ site.title }}, {{ site.email }}`, "Body, glad, Long Way, ana@old.example"},
		{"", `{{ page.date | date: "%-d %B %Y" }}, {{ page.date | date_to_string }}, {{ page.date | date_to_long_string }}`, "1 February 2020, 01 Feb 2020, 01 February 2020"},
		{"", `{{ page.date | date: "%U" }}`, "[//]: # ({{ page.date | date: \"%U\" }})"},
		{"", `{% assign pace = "slow" %}A {{ pace }} run.`, "A slow run."},
		{"", `{{ "word" | upcase }}`, "[//]: # ({{ \"word\" | upcase }})"},
		{"", `{% gist ana/123 plan.txt %}`, "<https://gist.github.com/ana/123>"},
		{"", `{% twitter https://social.example/1 %}`, "<https://social.example/1>"},
		{"", "{% highlight ruby %}\na = 1\n{% endhighlight %}", "```ruby\na = 1\n```"},
		{"", `{% raw %}{{ x }}{% endraw %}`, "{{ x }}"},
	} {
		if got := bodyOf(t, player, test.keys, test.body); got != test.want {
			t.Errorf("%s: got %q, want %q", test.body, got, test.want)
		}
	}
}

func TestKramdown(t *testing.T) {
	for body, want := range map[string]string{
		"The HTML.\n\n*[HTML]: Words with links":  "The HTML.\n\n[//]: # (*[HTML]: Words with links)",
		"`$$x$$` is $$x^2$$ and\n\n$$\na = b\n$$": "`$$x$$` is ` x^2 ` and\n\n` a = b `",
		"* a\n^\n* b":              "* a\n\n* b",
		"It says <<go>>, `<<x>>`.": "It says «go», `<<x>>`.",
		"| a | b |\n| 1 | 2 |":     "|   |   |\n|---|---|\n| a | b |\n| 1 | 2 |",
		"|---\n| a | b\n|:--|--:\n| 1 | 2\n|===\n| s | t\n{:.x}":    "| a | b\n|:--|--:\n| 1 | 2\n| s | t",
		"| a | b |\n|---\n| 1 | 2 |":                                "| a | b |\n|---|---|\n| 1 | 2 |",
		"```\n| a |\n| b |\n```":                                    "```\n| a |\n| b |\n```",
		"| a | b |\n|---|---|\n| 1 | 2 |":                           "| a | b |\n|---|---|\n| 1 | 2 |",
		"a | b\n--|--\n1 | 2":                                       "a | b\n--|--\n1 | 2",
		"## Head\n{: #own .x}\n\nText":                              "## Head {#own}\n\nText",
		"## Head {: .x #own}\n\nText":                               "## Head {#own}\n\nText",
		"[out](https://x.example){:target=\"_blank\"} `{: .x}`":     "[out](https://x.example) `{: .x}`",
		"{::nomarkdown}\nRaw\n{:/}\n\n{::options toc=\"x\" /}\nEnd": "Raw\n\nEnd",
		"Term\n: What it is\n\nA note[^1].\n\n[^1]: Less.":          "Term\n: What it is\n\nA note[^1].\n\n[^1]: Less.",
		"> Quote\n{: .prompt-info }":                                "> Quote",
		"* TOC\n{:toc}\n\nText":                                     "Text",
	} {
		if got := bodyOf(t, nil, "", body); got != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
	}
}

// A page that shows only what Liquid or a script makes has no words of its own; one with a picture has.
func TestIsBlank(t *testing.T) {
	var l prose.Losses
	for text, want := range map[string]bool{"": true, " \n": true, l.Mark(prose.Loss{}) + "\n": true, "![](a.png)": false, "a" + l.Mark(prose.Loss{}): false} {
		if prose.IsBlank(text) != want {
			t.Errorf("%q: want %v", text, want)
		}
	}
}
