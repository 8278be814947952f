package publish

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/legpress/legpress/generator/publish/target"
)

// Person is who publishes, and can be asked. Both are nil where nobody sits in front of it.
type Person struct {
	Secret  func(question string) (string, error) // what is typed is not shown
	Confirm func(question string) (bool, error)
	Tell    func(text string) // may be nil
	Yes     bool              // a folder that is not there is made without a question
}

// mayMake returns what allows that a folder is made; nil where nothing may change.
func (p Person) mayMake(look bool) func(folder string) error {
	if look {
		return nil
	}
	return func(folder string) error {
		if p.Yes || p.Confirm == nil {
			return nil
		}
		yes, err := p.Confirm(fmt.Sprintf("The folder %s is not there yet. Make it?", folder))
		if err == nil && !yes {
			err = errDeclined
		}
		return err
	}
}

// errDeclined ends a run whose question was answered with no.
var errDeclined = errors.New("nothing was sent")

// Connect opens the store of a target. Secrets come from the environment, the SSH agent, the files of SSH and of S3, the keyring of the
// system, or a person; never from a file of the site. A server whose key is not known is asked about, and one whose key has changed is
// refused. Unless it is only looked at, a folder that is not there is made, after a question.
func Connect(ctx context.Context, t *target.Target, p Person, look bool) (Store, error) {
	if t.URL == nil {
		return openDir(t.Folder, p.mayMake(look))
	}
	user := t.URL.User.Username()
	switch scheme := t.URL.Scheme; scheme {
	case "sftp":
		config, err := p.ssh(t, user)
		if err != nil {
			return nil, err
		}
		return newFolders(t.Path(), dialSFTP(t.HostPort("22"), t.Path(), config, p.mayMake(look))), nil
	case "ftps":
		config := &tls.Config{ServerName: t.URL.Hostname(), MinVersion: tls.VersionTLS12}
		return newFolders(t.Path(), dialFTPS(t.HostPort("21"), t.Path(), user, p.password(t), config, t.URL.Port() == "990", p.mayMake(look))), nil
	case "webdav", "webdav+http":
		at := *t.URL
		at.User, at.Scheme = nil, map[string]string{"webdav": "https", "webdav+http": "http"}[scheme]
		if user == "" {
			return newFolders(at.Path, dialWebDAV(at.String(), "", nil)), nil
		}
		return newFolders(at.Path, dialWebDAV(at.String(), user, p.password(t))), nil
	case "s3":
		return p.s3(ctx, t)
	}
	return openGit(ctx, t)
}

// s3 makes a client for a bucket. The endpoint and the region stand behind the address: s3://bucket/folder?endpoint=https://...&region=...
func (p Person) s3(ctx context.Context, t *target.Target) (Store, error) {
	q := t.URL.Query()
	endpoint, secure := "s3.amazonaws.com", true
	if e := q.Get("endpoint"); e != "" {
		scheme, host, ok := strings.Cut(strings.TrimSuffix(e, "/"), "://")
		if !ok {
			scheme, host = "https", e
		}
		if scheme == "http" && !target.Loopback(hostOf(host)) {
			return nil, errors.New("the endpoint has to begin with https://")
		}
		endpoint, secure = host, scheme == "https"
	}
	open := func(from *credentials.Credentials) (Store, error) {
		client, err := minio.New(endpoint, &minio.Options{Creds: from, Secure: secure, Region: q.Get("region")})
		prefix := strings.Trim(t.URL.Path, "/")
		if prefix != "" {
			prefix += "/"
		}
		return &s3Store{client, t.URL.Host, prefix, strings.HasSuffix(hostOf(endpoint), ".amazonaws.com")}, err
	}
	id := t.URL.User.Username()
	if id == "" {
		return open(credentials.NewChainCredentials([]credentials.Provider{&credentials.EnvAWS{}, &credentials.EnvMinio{}, &credentials.FileAWSCredentials{}}))
	}
	for secret := p.password(t); ; {
		word, err := secret.get()
		if err != nil {
			return nil, err
		}
		store, err := open(credentials.NewStaticV4(id, word, ""))
		if err != nil {
			return nil, err
		}
		_, err = store.Get(ctx, sentPath)
		switch code := minio.ToErrorResponse(unjoined(err)).Code; {
		case err == nil || errors.Is(err, fs.ErrNotExist):
			secret.right()
			return store, nil
		case code != minio.SignatureDoesNotMatch && code != minio.InvalidAccessKeyID:
			return nil, err
		}
		secret.wrong(word)
	}
}

func hostOf(hostPort string) string {
	if host, _, err := net.SplitHostPort(hostPort); err == nil {
		return host
	}
	return hostPort
}

// ssh says who is asking for what: the keys of the agent and of the files that ssh uses, then the password.
func (p Person) ssh(t *target.Target, user string) (*sshConfig, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil, err
	}
	if user == "" {
		return nil, fmt.Errorf("say who you are there: sftp://NAME@%s%s", t.URL.Host, t.URL.Path)
	}
	folder := filepath.Join(home, ".ssh")
	check, algorithms, err := p.hostKeys(filepath.Join(folder, "known_hosts"), t.HostPort("22"))
	if err != nil {
		return nil, err
	}
	keys := sync.OnceValue(func() []ssh.Signer { return p.keys(folder) }) // several connections are opened, and a passphrase is asked for once
	return &sshConfig{
		ClientConfig: ssh.ClientConfig{
			User: user, Timeout: dialTimeout, HostKeyCallback: check, HostKeyAlgorithms: algorithms, Auth: []ssh.AuthMethod{ssh.PublicKeysCallback(func() ([]ssh.Signer, error) { return keys(), nil })},
		},
		password: p.password(t),
	}, nil
}

// keys returns the keys of the agent and those in files.
func (p Person) keys(folder string) (keys []ssh.Signer) {
	if socket := os.Getenv("SSH_AUTH_SOCK"); socket != "" {
		if conn, err := net.Dial("unix", socket); err == nil {
			keys, _ = agent.NewClient(conn).Signers()
		}
	}
	for _, name := range []string{"id_ed25519", "id_ecdsa", "id_rsa"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			continue
		}
		key, err := ssh.ParsePrivateKey(data)
		var locked *ssh.PassphraseMissingError
		if errors.As(err, &locked) && p.Secret != nil && len(keys) == 0 {
			if phrase, err := p.Secret(fmt.Sprintf("Passphrase of %s: ", filepath.Join(folder, name))); err == nil && phrase != "" {
				key, _ = ssh.ParsePrivateKeyWithPassphrase(data, []byte(phrase))
			}
		}
		if key != nil {
			keys = append(keys, key)
		}
	}
	return keys
}

// hostKeys returns what looks at the key of a server, and the kinds of key that are known of it, which have to be asked for.
func (p Person) hostKeys(file, address string) (check ssh.HostKeyCallback, algorithms []string, err error) {
	known, err := knownhosts.New(file)
	if errors.Is(err, fs.ErrNotExist) {
		known, err = knownhosts.New()
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", file, err)
	}
	var other *knownhosts.KeyError
	if errors.As(known(address, &net.TCPAddr{}, nobodysKey{}), &other) {
		for _, k := range other.Want {
			kind := k.Key.Type()
			if kind == ssh.KeyAlgoRSA {
				algorithms = append(algorithms, ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256)
			}
			if !slices.Contains(algorithms, kind) {
				algorithms = append(algorithms, kind)
			}
		}
	}
	var mu sync.Mutex // several connections are opened at once
	accepted := map[string]bool{}
	return func(host string, remote net.Addr, key ssh.PublicKey) error {
		mu.Lock()
		defer mu.Unlock()
		if accepted[ssh.FingerprintSHA256(key)] {
			return nil
		}
		err := known(host, remote, key)
		var unlike *knownhosts.KeyError
		switch {
		case !errors.As(err, &unlike):
			return err
		case len(unlike.Want) > 0:
			return fmt.Errorf("%s shows another key than before, %s. Somebody may pretend to be that server: nothing was sent. If its owner says that the key is new, take the old line out of %s", host, ssh.FingerprintSHA256(key), file)
		case p.Confirm == nil:
			return fmt.Errorf("%s is not known here. Publish once from a terminal, where its key is asked about, or write it into %s (ssh-keyscan shows it)", host, file)
		}
		yes, err := p.Confirm(fmt.Sprintf("%s is not known here. Its key is %s. Is that the one your host tells you?", host, ssh.FingerprintSHA256(key)))
		if err != nil {
			return err
		}
		if !yes {
			return errDeclined
		}
		accepted[ssh.FingerprintSHA256(key)] = true
		return remember(file, host, key)
	}, algorithms, nil
}

// nobodysKey is a key that nobody has.
type nobodysKey struct{}

func (nobodysKey) Type() string                        { return "none" }
func (nobodysKey) Marshal() []byte                     { return []byte("none") }
func (nobodysKey) Verify([]byte, *ssh.Signature) error { return errors.New("no key") }

// remember adds the key of a server to those that are known.
func remember(file, host string, key ssh.PublicKey) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(f, knownhosts.Line([]string{knownhosts.Normalize(host)}, key))
	return errors.Join(err, f.Close())
}
