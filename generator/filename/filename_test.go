package filename

import (
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	long := strings.Repeat("a", LongestName)
	for path, want := range map[string]struct{ reason, better string }{
		"index.html":                      {},
		"a/b/index.html":                  {},
		".nojekyll":                       {},
		"_headers":                        {},
		".well-known/security":            {},
		"a/.legpress/x":                   {},
		"console/com10/lpt.txt":           {},
		"com/auxiliary/nulls/price":       {},
		"über/käse.html":                  {},
		"a b/c.html":                      {},
		"100%/a+b=c,d;e!.txt":             {},
		long + "/" + long:                 {},
		"":                                {"straight down", ""},
		".":                               {"straight down", ""},
		"/etc/passwd":                     {"straight down", ""},
		"a/":                              {"straight down", ""},
		"a//b":                            {"straight down", ""},
		"a/./b":                           {"straight down", ""},
		"../x":                            {"straight down", ""},
		"a/../../x":                       {"straight down", ""},
		"a/../b":                          {"straight down", ""},
		"a\xffb":                          {"cannot read", "a-b"},
		`a\b`:                             {"on Windows", "a-b"},
		`..\x`:                            {"on Windows", "..-x"},
		"c:x":                             {"on Windows", "c-x"},
		"what?.pdf":                       {"on Windows", "what-.pdf"},
		"x/a*b/index.html":                {"on Windows", "a-b"},
		`"a".txt`:                         {"on Windows", "a-.txt"},
		"<a>":                             {"on Windows", "a-"},
		"a|b":                             {"on Windows", "a-b"},
		"a\x00b":                          {"invisible", "a-b"},
		"a\nb":                            {"invisible", "a-b"},
		"a\u0085b":                        {"invisible", "a-b"},
		"a./b":                            {"end in a dot", "a"},
		"a /b":                            {"end in a dot", "a"},
		"a. .":                            {"end in a dot", "a"},
		"...":                             {"end in a dot", ""},
		" ":                               {"end in a dot", ""},
		"con/index.html":                  {`Windows keeps the name "con"`, "my-con"},
		"a/NUL.txt":                       {"Windows keeps", "my-NUL.txt"},
		"aux .tar.gz":                     {"Windows keeps", "my-aux .tar.gz"},
		"com1":                            {"Windows keeps", "my-com1"},
		"lpt¹.html":                       {"Windows keeps", "my-lpt¹.html"},
		"conin$":                          {"Windows keeps", "my-conin$"},
		"con.":                            {"end in a dot", "my-con"},
		".git/config":                     {"Git", ""},
		"a/.GIT/config":                   {"Git", ""},
		".legpress/x":                     {"Legpress keeps", ""},
		".Legpress":                       {"Legpress keeps", ""},
		long + "a":                        {"256 bytes long, and 255", ""},
		"a/" + strings.Repeat("ü", 128):   {"256 bytes long", ""},
		strings.Repeat("abc/", 225) + "a": {"901 bytes long, and 900", ""},
	} {
		f := Check(path)
		if want.reason == "" {
			if f != nil {
				t.Errorf("%q: got %+v, want no fault", path, *f)
			}
			continue
		}
		if f == nil || !strings.Contains(f.Reason, want.reason) || f.Better != want.better {
			t.Errorf("%q: got %+v, want %q and a better name %q", path, f, want.reason, want.better)
		}
		if f != nil && f.Better != "" && Check(f.Better) != nil {
			t.Errorf("%q: the better name %q is none", path, f.Better)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("a/b.txt")
	f.Add("con. /x:y")
	f.Fuzz(func(t *testing.T, path string) {
		if fault := Check(path); fault != nil && fault.Better != "" && Check(fault.Better) != nil {
			t.Errorf("%q: the better name %q has a fault itself: %+v", path, fault.Better, Check(fault.Better))
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	for b.Loop() {
		Check("articles/an-article-about-strength/index.html")
	}
}
