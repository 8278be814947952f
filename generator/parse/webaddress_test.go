package parse

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
)

func TestSetURL(t *testing.T) {
	for typed, want := range map[string]string{
		"https://stride.run":                    "https://stride.run/",
		" https://stride.run/ ":                 "https://stride.run/",
		"HTTPS://Stride.RUN/Blog":               "https://stride.run/Blog/",
		"http://stride.run:8080/a/b/":           "http://stride.run:8080/a/b/",
		"https://stride.run:443/":               "https://stride.run/",
		"http://stride.run:80":                  "http://stride.run/",
		"https://stride.run:/":                  "https://stride.run/",
		"https://läufer.de/":                    "https://xn--lufer-gra.de/",
		"https://la\u0308ufer.de/":              "https://xn--lufer-gra.de/",
		"https://xn--lufer-gra.de/":             "https://xn--lufer-gra.de/",
		"https://stride.run/kräftig":            "https://stride.run/kr%C3%A4ftig/",
		"https://stride.run/kra\u0308ftig/":     "https://stride.run/kr%C3%A4ftig/",
		"https://stride.run/kra%CC%88ftig/":     "https://stride.run/kr%C3%A4ftig/",
		"https://stride.run/a%20b/":             "https://stride.run/a%20b/",
		"https://stride.run/%61b/":              "https://stride.run/ab/",
		"https://my_site.hosted.page/~jo/v1.2/": "https://my_site.hosted.page/~jo/v1.2/",
		"https://[2A00:1450:0::5]/":             "https://[2a00:1450::5]/",
		"http://93.184.216.34/":                 "http://93.184.216.34/",
		"https://münchen.de/":                   "https://xn--mnchen-3ya.de/",
		"https://stride.run/%E3%83%88/x":        "https://stride.run/%E3%83%88/x/",
		"https://example.org/":                  "https://example.org/",
	} {
		s := &Settings{}
		if problems := s.SetURL(typed, diag.Position{File: "a"}); len(problems) > 0 || s.URL != want {
			t.Errorf("%q became %q, want %q: %v", typed, s.URL, want, problems)
		}
		if !strings.HasSuffix(s.URL, s.Base+"/") || strings.HasSuffix(s.Base, "/") {
			t.Errorf("%q has the base %q", s.URL, s.Base)
		}
		if typed := s.URL; s.SetURL(typed, diag.Position{}) != nil || s.URL != typed {
			t.Errorf("%q is not read as it is written: %q", typed, s.URL)
		}
	}
}

// What cannot be the address of a site is said in one sentence, with what was probably meant.
func TestBadURL(t *testing.T) {
	for typed, want := range map[string][2]string{ // what is said, and what was meant
		"":                                  {"is empty", ""},
		"  ":                                {"is empty", ""},
		"stride.run":                        {"does not begin with https://", "https://stride.run/"},
		"www.stride.run/x":                  {"does not begin with https://", "https://www.stride.run/x/"},
		"stride.run:8080/x":                 {"does not begin with https://", "https://stride.run:8080/x/"},
		"/blog/":                            {"does not begin with https://", ""},
		"//stride.run/":                     {"does not begin with https://", "https://stride.run/"},
		"ftp://stride.run/":                 {"begins with ftp:", "https://stride.run/"},
		"htps://stride.run/":                {"begins with htps:", "https://stride.run/"},
		"https:stride.run":                  {"two slashes behind https:", "https://stride.run/"},
		"http:/stride.run":                  {"two slashes behind http:", "http://stride.run/"},
		"https:///stride.run":               {"two slashes behind https:", "https://stride.run/"},
		"https://":                          {"does not say which website", ""},
		"https:///":                         {"two slashes behind https:", ""},
		"https://?x":                        {"does not say which website", ""},
		"https://:80/":                      {"does not say which website", ""},
		`https:\\stride.run\x`:              {`has \ where / belongs`, "https://stride.run/x/"},
		"https://my site.run/":              {"has a blank in it", "https://mysite.run/"},
		"https://stride.run/a b/":           {"has a blank in it", "https://stride.run/a-b/"},
		"https://stride.run/\u00a0x/":       {"has a blank in it", "https://stride.run/x/"},
		"https://stride.run/\x01x/":         {"cannot be seen", "https://stride.run/x/"},
		"https://str\u200bide.run/":         {"cannot be seen", ""},
		"https://stride.run/\u202ex/":       {"cannot be seen", "https://stride.run/x/"},
		"https://jo:secret@stride.run/":     {"name or a password", "https://stride.run/"},
		"https://jo@stride.run/":            {"name or a password", "https://stride.run/"},
		"https://stride.run./":              {"a dot behind the name", "https://stride.run/"},
		"https://stride..run/":              {`has "stride..run" where the name`, ""},
		"https://-stride.run/":              {`where the name of a website belongs`, ""},
		"https://str*ide.run/":              {`where the name of a website belongs`, ""},
		"https://str%20ide.run/":            {`where the name of a website belongs`, ""},
		"https://1.2.3/":                    {`where the name of a website belongs`, ""},
		"https://1.2.3.999/":                {`where the name of a website belongs`, ""},
		"https://[::1/":                     {`where the name of a website belongs`, ""},
		"https://[fe80::1%25eth0]/":         {`where the name of a website belongs`, ""},
		"https://stride.run:99999/":         {`has "99999" where the number of a port`, "https://stride.run/"},
		"https://stride.run:0/":             {`has "0" where`, "https://stride.run/"},
		"https://stride.run:http/":          {`has "http" where`, "https://stride.run/"},
		"https://stride.run:-1/":            {`has "-1" where`, "https://stride.run/"},
		"https://stride.run/?x":             {`has "?" behind it`, "https://stride.run/"},
		"https://stride.run?":               {`has "?" behind it`, "https://stride.run/"},
		"https://stride.run/#x":             {`has "#" behind it`, "https://stride.run/"},
		"https://stride.run//x/":            {"two slashes in a row", "https://stride.run/x/"},
		"https://stride.run//":              {"two slashes in a row", "https://stride.run/"},
		"https://stride.run/x//":            {"two slashes in a row", "https://stride.run/x/"},
		"https://stride.run/../x/":          {`has "..", which is no name`, "https://stride.run/x/"},
		"https://stride.run/x/..":           {`has "..", which is no name`, "https://stride.run/x/"},
		"https://stride.run/./":             {`has ".", which is no name`, "https://stride.run/"},
		"https://stride.run/%2e%2E/":        {`has "..", which is no name`, "https://stride.run/"},
		"https://stride.run/*/":             {`has "*", which is no good name`, "https://stride.run/"},
		"https://stride.run/:splat/":        {`has ":splat", which is no good name`, "https://stride.run/splat/"},
		"https://stride.run/a:b/":           {`has "a:b", which is no good name`, "https://stride.run/a-b/"},
		"https://stride.run/a%20/":          {`has "a ", which is no good name`, "https://stride.run/a/"},
		"https://stride.run/a%2Fb/":         {`has "a/b", which is no good name`, "https://stride.run/a-b/"},
		"https://stride.run/a%5Cb/":         {`has "a\\b", which is no good name`, "https://stride.run/a-b/"},
		"https://stride.run/a+b/":           {`has "a+b", which is no good name`, "https://stride.run/a-b/"},
		"https://stride.run/<b>/":           {`has "<b>", which is no good name`, "https://stride.run/b/"},
		"https://stride.run/100%/":          {`a % stands for no letter`, "https://stride.run/"},
		"https://stride.run/%FF/":           {`no good name`, "https://stride.run/"},
		"https://stride.run/_headers/":      {`has the folder "_headers"`, "https://stride.run/headers/"},
		"https://stride.run/.well-known/":   {`has the folder ".well-known"`, "https://stride.run/well-known/"},
		"https://stride.run/index.html":     {`has "index.html" at its end`, "https://stride.run/"},
		"https://stride.run/blog/index.php": {`has "index.php" at its end`, "https://stride.run/blog/"},
		"https://läufer.de//übung/":         {"two slashes in a row", "https://läufer.de/übung/"},
	} {
		s := &Settings{URL: "/"}
		problems := s.SetURL(typed, diag.Position{File: "a", Line: 2, Column: 7})
		if len(problems) != 1 || s.URL != "/" {
			t.Errorf("%q: %d problems, and the address is %q", typed, len(problems), s.URL)
			continue
		}
		p := problems[0]
		if p.ID != "bad-url" || p.Line != 2 || !strings.Contains(p.Message, want[0]) {
			t.Errorf("%q: %q, want %q", typed, p.Message, want[0])
		}
		if said := strings.Contains(p.Hint, "Write it like this: "); said != (want[1] != "") || !strings.Contains(p.Hint, `"`+want[1]+`"`) && said {
			t.Errorf("%q: %q, want %q", typed, p.Hint, want[1])
		}
	}
}

// An address that is proposed is one.
func FuzzSetURL(f *testing.F) {
	for _, s := range []string{"https://stride.run/x/", "//a@b:0/../*/%2e?x", "https:läufer.de/_x", "http://[::1]:80/", "\\\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		s := &Settings{}
		problems := s.SetURL(typed, diag.Position{})
		if len(problems) == 0 {
			first := *s
			if len(s.SetURL(first.URL, diag.Position{})) > 0 || s.URL != first.URL || s.Base != first.Base {
				t.Fatalf("%q became %q and then %q", typed, first.URL, s.URL)
			}
			return
		}
		if m := readWebAddress(typed).mended(); m != "" && len(s.SetURL(m, diag.Position{})) > 0 {
			t.Fatalf("%q is proposed for %q and is none itself", m, typed)
		}
	})
}

func TestReachable(t *testing.T) {
	for address, want := range map[string]bool{
		"https://stride.run/":          true,
		"https://notexample.org/":      true,
		"https://example.org.uk/":      true,
		"https://jo.github.io/":        true,
		"https://xn--lufer-gra.de/":    true,
		"http://93.184.216.34/":        true,
		"https://[2a00:1450::5]/":      true,
		"https://example.org/":         false,
		"https://EXAMPLE.com/x/":       false,
		"https://www.example.net/":     false,
		"https://a.test/":              false,
		"https://my.example/":          false,
		"https://x.invalid/":           false,
		"http://localhost:8080/":       false,
		"http://x.localhost/":          false,
		"http://127.0.0.1:1414/":       false,
		"http://127.9.9.9/":            false,
		"http://[::1]/":                false,
		"http://[::ffff:192.168.1.4]/": false,
		"http://192.168.178.20/":       false,
		"http://10.1.2.3/":             false,
		"http://172.31.0.1/":           false,
		"http://172.32.0.1/":           true,
		"http://169.254.1.1/":          false,
		"http://0.0.0.0/":              false,
		"http://192.0.2.1/":            false,
		"http://[fd00::1]/":            false,
		"http://[fe80::1]/":            false,
		"http://[2001:db8::1]/":        false,
		"http://nas.local/":            false,
		"http://server/":               false,
		"http://fritz.home.arpa/":      false,
	} {
		s := &Settings{}
		if problems := s.SetURL(address, diag.Position{File: "a"}); len(problems) > 0 || s.Reachable() != want {
			t.Errorf("%s: %v, want %v, %v", address, s.Reachable(), want, problems)
		}
		if warned := len(s.Unreachable()) == 1; warned == want {
			t.Errorf("%s: a warning: %v", address, warned)
		}
	}
	s := &Settings{}
	s.SetURL("https://xn--lufer-gra.de/kr%C3%A4ftig/", diag.Position{})
	if got, want := s.Printed("/über/"), "https://läufer.de/kräftig/über/"; got != want {
		t.Errorf("printed: %s, want %s", got, want)
	}
}
