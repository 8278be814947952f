// Package target reads where a site is put: the address of a server, a bucket, a repository, or a folder.
package target

import (
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
)

// Target says where a site is put.
type Target struct {
	URL    *url.URL // nil: a folder of this machine
	Folder string   // of this machine
	text   string
}

func (t *Target) String() string { return t.text }

// schemes are the ways that there are, beside a folder.
var schemes = []string{"sftp", "ftps", "webdav", "webdav+http", "s3", "git+ssh", "git+https", "git+file"}

// instead says what to write for addresses that look as if they would do.
var instead = map[string]string{
	"ftp":   "ftp:// sends your password so that everybody on the way can read it. Write ftps://, which most hosts have",
	"ssh":   "write sftp://",
	"scp":   "write sftp://",
	"rsync": "write sftp://",
	"http":  "write webdav+http:// if that is WebDAV on this computer",
	"https": "that is an address at which readers look. Write here what your host has given you to upload with, like sftp://NAME@SERVER/FOLDER; with WebDAV write webdav:// for https://",
	"dav":   "write webdav://",
	"davs":  "write webdav://",
	"git":   "write git+ssh:// or git+https://, and the branch behind a #",
	"r2":    "write s3:// with the endpoint behind it: s3://bucket?endpoint=https://...",
}

// Parse reads where a site is put. A folder is seen from another one, that of the site. Errors are sentences.
func Parse(text, dir string) (*Target, error) {
	scheme, _, ok := strings.Cut(text, "://")
	if who, folder, scp := strings.Cut(text, ":"); !ok && scp && strings.Contains(who, "@") {
		return nil, fmt.Errorf("%s is how scp writes it. Write sftp://%s/%s", text, who, strings.TrimPrefix(folder, "/"))
	}
	if first, _, _ := strings.Cut(filepath.ToSlash(text), "/"); !ok && !strings.HasPrefix(first, ".") && strings.Contains(first, ".") {
		return nil, fmt.Errorf("%s looks like a server. Write sftp://NAME@%s, with the folder behind it; a folder of that name on this computer is ./%s", text, text, text)
	}
	if !ok {
		folder := filepath.FromSlash(text)
		if !filepath.IsAbs(folder) {
			folder = filepath.Join(dir, folder)
		}
		return &Target{Folder: folder, text: folder}, nil
	}
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%q is no address that I can read", text)
	case instead[scheme] != "":
		return nil, fmt.Errorf("%s", instead[scheme])
	case !slices.Contains(schemes, scheme):
		return nil, fmt.Errorf("%s:// is not a way that I know. I know sftp, ftps, webdav, s3, git+ssh, git+https, and folders", scheme)
	case u.Host == "" && scheme != "git+file":
		return nil, fmt.Errorf("%s names no %s", text, map[bool]string{true: "bucket", false: "server"}[scheme == "s3"])
	}
	if words := unfilled(u); words != "" {
		return nil, fmt.Errorf("%s is not filled in yet. Write in its place what your host has told you", words)
	}
	if _, secret := u.User.Password(); secret {
		return nil, fmt.Errorf("a password does not belong into an address, where others read it. Take it out: legpress publish asks for it and keeps it in the keyring of your system, and LEGPRESS_PASSWORD says it elsewhere")
	}
	if (scheme == "sftp" || scheme == "ftps") && u.Path == "" {
		return nil, fmt.Errorf("%s names no folder. Write the one that your host names behind it, %s/var/www for instance; %s/~/ is the one where you arrive", text, text, text)
	}
	if scheme == "webdav+http" && !Loopback(u.Hostname()) {
		return nil, fmt.Errorf("webdav+http:// sends your password so that everybody on the way can read it. Write webdav://")
	}
	if strings.HasPrefix(scheme, "git+") && u.Fragment == "" {
		return nil, fmt.Errorf("say which branch holds the website: %s#gh-pages", text)
	}
	return &Target{URL: u, text: text}, nil
}

// fillIns are the words of the example that new sites begin with, in the languages that there are: who, where, and in which folder.
var fillIns = [3]string{"NAME NOM NOME NAAM USUARIO", "SERVER SERVEUR SERVIDOR", "FOLDER ORDNER DOSSIER PASTA MAP CARPETA"}

// unfilled returns the first word of the example that still stands in an address; "" for none.
func unfilled(u *url.URL) string {
	for i, given := range [3]string{u.User.Username(), u.Hostname(), strings.Trim(u.Path, "/")} {
		if given != "" && slices.Contains(strings.Fields(fillIns[i]), given) {
			return given
		}
	}
	return ""
}

// Loopback reports whether a host is this machine.
func Loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// HostPort returns the host with the port of the address, or else the usual one.
func (t *Target) HostPort(usual string) string {
	if p := t.URL.Port(); p != "" {
		usual = p
	}
	return net.JoinHostPort(t.URL.Hostname(), usual)
}

// Path returns the folder on the server; "~/" begins one in the home folder of the user, which is not the root for everybody.
func (t *Target) Path() string {
	if rest, ok := strings.CutPrefix(t.URL.Path, "/~/"); ok {
		return rest
	}
	return strings.TrimRight(t.URL.Path, "/")
}
