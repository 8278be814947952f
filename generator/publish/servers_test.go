package publish

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
	"github.com/pkg/sftp"
	ftpd "goftp.io/server/v2"
	"goftp.io/server/v2/driver/file"
	"golang.org/x/crypto/ssh"
	"golang.org/x/net/webdav"
)

// kinds are the stores, each with a server that a test has to itself.
var kinds = map[string]func(t *testing.T) func() Store{
	"folder": func(t *testing.T) func() Store { _, open := newDir(t); return open },
	"sftp": func(t *testing.T) func() Store {
		dir := t.TempDir()
		address, config := sftpServer(t)
		return func() Store { return newFolders("", dialSFTP(address, dir+"/web/site", config, always)) }
	},
	"ftps": func(t *testing.T) func() Store {
		address, config := ftpServer(t, t.TempDir())
		return func() Store {
			return newFolders("", dialFTPS(address, "/web/site", "coach", &password{word: "secret"}, config, false, always))
		}
	},
	"webdav": func(t *testing.T) func() Store {
		dav := &webdav.Handler{FileSystem: webdav.Dir(t.TempDir()), LockSystem: webdav.NewMemLS()}
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if user, word, _ := r.BasicAuth(); user != "coach" || word != "secret" {
				w.Header().Set("WWW-Authenticate", `Basic realm="web"`)
				http.Error(w, "no", http.StatusUnauthorized)
				return
			}
			dav.ServeHTTP(w, r)
		}))
		t.Cleanup(server.Close)
		return func() Store { return newFolders("", dialWebDAV(server.URL, "coach", &password{word: "secret"})) }
	},
	"s3": func(t *testing.T) func() Store {
		client, _ := s3Server(t)
		return func() Store { return &s3Store{client, "site", "folder/", false} }
	},
}

// key makes a key, and a certificate with it for a server on this machine.
func key(t *testing.T) (*ecdsa.PrivateKey, tls.Certificate, *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, about, about, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return private, tls.Certificate{Certificate: [][]byte{der}, PrivateKey: private}, pool
}

// sftpServer starts an SSH server that does nothing but SFTP.
func sftpServer(t *testing.T) (address string, config *sshConfig) {
	private, _, _ := key(t)
	signer, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	server := &ssh.ServerConfig{PasswordCallback: func(c ssh.ConnMetadata, password []byte) (*ssh.Permissions, error) {
		if c.User() == "coach" && string(password) == "secret" {
			return nil, nil
		}
		return nil, errors.New("no")
	}}
	server.AddHostKey(signer)
	l := listen(t)
	go accept(l, func(raw net.Conn) {
		conn, channels, requests, err := ssh.NewServerConn(raw, server)
		if err != nil {
			return
		}
		defer conn.Close()
		go ssh.DiscardRequests(requests)
		for asked := range channels {
			channel, requests, err := asked.Accept()
			if err != nil {
				return
			}
			go func() {
				for r := range requests {
					_ = r.Reply(r.Type == "subsystem", nil)
				}
			}()
			if s, err := sftp.NewServer(channel); err == nil {
				_ = s.Serve()
			}
		}
	})
	return l.Addr().String(), &sshConfig{
		ClientConfig: ssh.ClientConfig{User: "coach", HostKeyCallback: ssh.FixedHostKey(signer.PublicKey()), Timeout: dialTimeout},
		password:     &password{word: "secret"},
	}
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func accept(l net.Listener, serve func(net.Conn)) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		go serve(conn)
	}
}

// ftpServer starts an FTP server for a folder that wants TLS.
func ftpServer(t *testing.T, dir string) (address string, config *tls.Config) {
	_, certificate, pool := key(t)
	driver, err := file.NewDriver(dir)
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t)
	port := l.Addr().(*net.TCPAddr).Port
	l.Close() // the server listens itself
	s, err := ftpd.NewServer(&ftpd.Options{
		Driver: exclusive{driver, dir}, Auth: &ftpd.SimpleAuth{Name: "coach", Password: "secret"}, Perm: ftpd.NewSimplePerm("coach", "coach"),
		Hostname: "127.0.0.1", Port: port, Logger: new(ftpd.DiscardLogger),
		TLS: true, ExplicitFTPS: true, ForceTLS: true, TLSConfig: &tls.Config{Certificates: []tls.Certificate{certificate}},
	})
	if err != nil {
		t.Fatal(err)
	}
	go s.ListenAndServe()
	t.Cleanup(func() { _ = s.Shutdown() })
	for range 100 {
		if c, err := net.Dial("tcp", l.Addr().String()); err == nil {
			_ = c.Close()
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	return l.Addr().String(), &tls.Config{RootCAs: pool, ServerName: "127.0.0.1"}
}

// exclusive makes a folder only where there is none, as servers do outside of tests.
type exclusive struct {
	ftpd.Driver
	dir string
}

func (d exclusive) MakeDir(_ *ftpd.Context, name string) error {
	return os.Mkdir(filepath.Join(d.dir, name), 0o755)
}

// s3Server starts an S3 server with a bucket, and returns a client of it, and what it is told of each file.
func s3Server(t *testing.T) (client *minio.Client, told *sync.Map) {
	told = new(sync.Map)
	fake := gofakes3.New(s3mem.New()).Server()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Amz-Decoded-Content-Length") == "0" {
			r.Header.Set("Content-Length", "0") // which the fake wants to see even of an empty file
		}
		if r.Method == http.MethodPut {
			told.Store(r.URL.Path, r.Header.Clone())
		}
		fake.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	client, err := minio.New(strings.TrimPrefix(server.URL, "http://"), &minio.Options{Creds: credentials.NewStaticV4("key", "secret", ""), BucketLookup: minio.BucketLookupPath})
	if err == nil {
		err = client.MakeBucket(context.Background(), "site", minio.MakeBucketOptions{})
	}
	if err != nil {
		t.Fatal(err)
	}
	return client, told
}

// TestS3Metadata: browsers are told what a file is and how long they may keep it, and where an old address leads.
func TestS3Metadata(t *testing.T) {
	client, told := s3Server(t)
	files := with(before, tree{"_redirects": "/old/ /a/ 301\n", "old/index.html": "moved"})
	if _, err := run(t.Context(), &s3Store{client, "site", "", true}, files, false); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][3]string{
		"index.html":         {"text/html; charset=utf-8"},
		"assets/style.1.css": {"text/css; charset=utf-8", "public, max-age=31536000"},
		"old/index.html":     {"text/html; charset=utf-8", "", "/a/"},
	} {
		h, _ := told.Load("/site/" + name)
		if got := [3]string{h.(http.Header).Get("Content-Type"), h.(http.Header).Get("Cache-Control"), h.(http.Header).Get("X-Amz-Website-Redirect-Location")}; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// always lets every folder be made.
func always(string) error { return nil }
