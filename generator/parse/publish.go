package parse

import (
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/publish/target"
	"github.com/legpress/legpress/generator/tomlfile"
)

func publishFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "publish",
		Doc:  "Where \"legpress publish\" puts the site. No password stands here: it is asked for, and kept in the keyring of your system.",
		Keys: []tomlfile.Key{
			{Name: "to", Kind: tomlfile.String, Doc: "The place: sftp://, ftps://, webdav://, s3://, git+ssh:// or git+https:// with the branch behind a #, or a folder beside content/.", Example: `"sftp://anna@host.example/var/www"`},
		},
	}
}

// readPublish reads where the site is put.
func (s *Settings) readPublish(t *tomlfile.Table, problems *diag.List) {
	if t == nil || !t.Has("to") {
		return
	}
	s.PublishTo = t.String("to")
	if _, err := target.Parse(s.PublishTo, "."); err != nil {
		problems.Add(diag.Errorf(t.ValuePos("to"), "bad-publish", "%v.", err))
	}
}
