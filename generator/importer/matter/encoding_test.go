package matter_test

import (
	"testing"

	"github.com/legpress/legpress/generator/importer/matter"
)

func TestDecode(t *testing.T) {
	for _, test := range []struct{ name, data, want string }{
		{"UTF-8", "Größe", "Größe"}, {"Latin-1", "Gr\xf6\xdfe", "Größe"}, {"Windows-1252", "\x93a\x94", "“a”"}, {"UTF-16, small end first", "\xff\xfeG\x00\xf6\x00", "Gö"},
		{"UTF-16, big end first", "\xfe\xff\x00G\x00\xf6", "Gö"}, {"UTF-16 without a mark", "-\x00-\x00-\x00\xf6\x00", "---ö"}, {"a mark of UTF-8", "\xef\xbb\xbfa", "\ufeffa"}, {"nothing", "", ""},
	} {
		if got, err := matter.Decode([]byte(test.data)); err != nil || string(got) != test.want {
			t.Errorf("%s: got %q %v, want %q", test.name, got, err, test.want)
		}
	}
	if got, err := matter.Decode([]byte("GIF\x01\x00\x00")); err == nil {
		t.Errorf("a picture: got %q", got)
	}
}
