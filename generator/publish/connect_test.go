package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zalando/go-keyring"

	"github.com/legpress/legpress/generator/publish/target"
)

// TestHostKeys: a server that is not known is asked about once, its password once, and one with another key is refused.
func TestHostKeys(t *testing.T) {
	keyring.MockInit()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("SSH_AUTH_SOCK", "")
	t.Setenv("LEGPRESS_PASSWORD", "")
	dir := t.TempDir()
	address, _ := sftpServer(t)
	var asked []string
	person := Person{
		Secret:  func(q string) (string, error) { asked = append(asked, q); return "secret", nil },
		Confirm: func(q string) (bool, error) { asked = append(asked, q); return true, nil },
	}
	to := func(address string) *target.Target {
		at, err := target.Parse("sftp://coach@"+address+filepath.ToSlash(dir)+"/web", ".")
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	publish := func(address string, p Person) error {
		s, err := Connect(t.Context(), to(address), p, false)
		if err != nil {
			return err
		}
		_, err = run(t.Context(), s, before, false)
		return err
	}
	if err := publish(address, Person{}); err == nil || !strings.Contains(err.Error(), "is not known here") {
		t.Errorf("without anybody to ask: %v", err)
	}
	if err := publish(address, person); err != nil || len(asked) != 4 || !strings.Contains(asked[0], "Is that the one your host tells you?") || !strings.Contains(asked[3], "/web is not there yet. Make it?") {
		t.Errorf("the first time: %v, asked %q", err, asked)
	}
	asked = nil
	if err := publish(address, Person{}); err != nil || len(asked) > 0 {
		t.Errorf("the second time: %v, asked %q", err, asked)
	}
	other, _ := sftpServer(t)
	known, err := os.ReadFile(filepath.Join(home, ".ssh", "known_hosts"))
	if err != nil {
		t.Fatal(err)
	}
	here, there := strings.Split(address, ":"), strings.Split(other, ":")
	if err := os.WriteFile(filepath.Join(home, ".ssh", "known_hosts"), []byte(strings.ReplaceAll(string(known), here[1], there[1])), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := publish(other, person); err == nil || !strings.Contains(err.Error(), "another key than before") || !strings.Contains(err.Error(), "nothing was sent") {
		t.Errorf("a server with another key: %v", err)
	}
}

// TestPassword: a wrong password is asked for again, in each way, and is not kept; the right one is.
func TestPassword(t *testing.T) {
	t.Setenv("LEGPRESS_PASSWORD", "")
	t.Setenv("HOME", t.TempDir())
	t.Setenv("SSH_AUTH_SOCK", "")
	sftpAddress, config := sftpServer(t)
	ftpAddress, certificates := ftpServer(t, t.TempDir())
	dir := t.TempDir()
	for name, dial := range map[string]func(p *password) func(context.Context) (connection, error){
		"sftp": func(p *password) func(context.Context) (connection, error) {
			return dialSFTP(sftpAddress, dir, &sshConfig{config.ClientConfig, p}, always)
		},
		"ftps": func(p *password) func(context.Context) (connection, error) {
			return dialFTPS(ftpAddress, "/", "coach", p, certificates, false, always)
		},
	} {
		t.Run(name, func(t *testing.T) {
			keyring.MockInit()
			typed := []string{"wrong", "secret"}
			p := &password{account: "coach@host", person: Person{
				Secret:  func(string) (string, error) { word := typed[0]; typed = typed[1:]; return word, nil },
				Confirm: func(string) (bool, error) { return true, nil },
			}}
			c, err := dial(p)(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			_ = c.close()
			if kept, err := keyring.Get(keyringService, "coach@host"); kept != "secret" {
				t.Errorf("%q is kept, %v", kept, err)
			}
			if err := keyring.Set(keyringService, "coach@host", "old"); err != nil {
				t.Fatal(err)
			}
			if _, err := dial(&password{account: "coach@host"})(t.Context()); !errors.Is(err, errRefused) {
				t.Errorf("a password that was kept and is wrong now: %v", err)
			}
		})
	}
}

// TestLook: whoever only looks changes nothing.
func TestLook(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	at, err := target.Parse(dir, ".")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Connect(t.Context(), at, Person{}, true)
	if err != nil {
		t.Fatal(err)
	}
	site, err := Local(before.fs())
	if err != nil {
		t.Fatal(err)
	}
	place, err := Open(t.Context(), s, Options{Look: true})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := place.Plan(t.Context(), site, Wishes{})
	if err != nil || len(plan.Added) != len(before) {
		t.Errorf("%v, %v", plan, err)
	}
	if err := place.Carry(t.Context(), plan, nil); err == nil {
		t.Error("a look sends something")
	}
	if err := place.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
	if diff := cmp.Diff(len(before), len(site.Files)); diff != "" {
		t.Error(diff)
	}
}

// TestUnanswered: a server of another kind, none at all, and a folder that is not to be made are said in words, and soon.
func TestUnanswered(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("SSH_AUTH_SOCK", "")
	sftpAddress, _ := sftpServer(t)
	ftpAddress, _ := ftpServer(t, t.TempDir())
	nobody := listen(t)
	nobody.Close()
	yes := func(string) (bool, error) { return true, nil }
	secret := func(string) (string, error) { return "secret", nil }
	for to, want := range map[string]string{
		"ftps://coach@" + sftpAddress + "/web":              "speaks SFTP: write sftp:// instead of ftps://",
		"sftp://coach@" + ftpAddress + "/web":               "speaks FTP: write ftps:// instead of sftp://",
		"sftp://coach@" + nobody.Addr().String() + "/web":   "nothing answers at 127.0.0.1, port",
		"ftps://coach@" + nobody.Addr().String() + "/web":   "If your host has told you another port",
		"sftp://coach@no-such-host.invalid/web":             "there is no server no-such-host.invalid",
		"sftp://coach@" + sftpAddress + t.TempDir() + "/no": "nothing was sent",
	} {
		at, err := target.Parse(to, ".")
		if err != nil {
			t.Fatal(err)
		}
		confirm := yes
		if strings.HasSuffix(to, "/no") {
			confirm = func(q string) (bool, error) { return !strings.Contains(q, "Make it?"), nil }
		}
		s, err := Connect(t.Context(), at, Person{Secret: secret, Confirm: confirm}, false)
		if err == nil {
			_, err = run(t.Context(), s, before, false)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", to, err, want)
		}
	}
}

// TestDenied: a folder that the user may not write to is named.
func TestDenied(t *testing.T) {
	err := denied(&fs.PathError{Op: "open", Path: ".", Err: fs.ErrPermission}, "/var/www")
	if err == nil || !strings.Contains(err.Error(), "does not let you write to /var/www") || errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
	if err := denied(fs.ErrNotExist, "/var/www"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
