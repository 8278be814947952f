package publish

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"sync"

	"github.com/studio-b12/gowebdav"
)

// dialWebDAV returns what opens connections to a folder at an address. They share the connections of one client. Without a password nobody
// says who is asking.
func dialWebDAV(address, user string, password *password) func(ctx context.Context) (connection, error) {
	transport := &http.Transport{Proxy: http.ProxyFromEnvironment, MaxIdleConnsPerHost: workers + 1, ResponseHeaderTimeout: 2 * dialTimeout, TLSHandshakeTimeout: dialTimeout}
	var mu sync.Mutex
	var client *gowebdav.Client
	return func(context.Context) (connection, error) {
		mu.Lock()
		defer mu.Unlock()
		if client != nil {
			return davConnection{client}, nil
		}
		made, err := davClient(address, user, password, transport)
		if err == nil {
			client = made
		}
		return davConnection{made}, err
	}
}

// davClient makes a client that the server knows.
func davClient(address, user string, password *password, transport http.RoundTripper) (*gowebdav.Client, error) {
	for {
		word := ""
		if password != nil {
			var err error
			if word, err = password.get(); err != nil {
				return nil, err
			}
		}
		client := gowebdav.NewClient(address, user, word)
		client.SetTransport(transport)
		err := client.Connect()
		switch {
		case err == nil && password != nil:
			password.right()
			return client, nil
		case password == nil || !gowebdav.IsErrCode(err, http.StatusUnauthorized):
			return client, err
		}
		password.wrong(word)
	}
}

type davConnection struct{ client *gowebdav.Client }

func (c davConnection) write(name string, size int64, r io.Reader) error {
	return absent(c.client.WriteStreamWithLength(name, r, size, 0o644))
}

func (c davConnection) read(name string) ([]byte, error) {
	data, err := c.client.Read(name)
	return data, absent(err)
}

func (c davConnection) rename(from, to string) error { return absent(c.client.Rename(from, to, true)) }
func (c davConnection) remove(name string) error     { return absent(c.client.Remove(name)) }

// removeFolder: a server removes a folder with all that is in it, so it is looked at before, by whoever calls.
func (c davConnection) removeFolder(name string) error { return c.remove(name + "/") }

func (c davConnection) makeFolder(name string) error {
	err := c.client.Mkdir(name, 0)
	if gowebdav.IsErrCode(err, http.StatusMethodNotAllowed) {
		return fs.ErrExist
	}
	return absent(err)
}

func (c davConnection) exists(name string) (bool, error) {
	_, err := c.client.Stat(name)
	return existing(nil, absent(err))
}

func (c davConnection) list(folder string) ([]entry, error) {
	found, err := c.client.ReadDir(folder)
	var list []entry
	for _, e := range found {
		list = append(list, entry{path.Base(e.Name()), e.IsDir()})
	}
	return list, absent(err)
}

// claim: a file is moved to a place where nothing may be.
func (c davConnection) claim(name string, data []byte) (bool, error) {
	part := partName()
	if err := c.write(part, int64(len(data)), bytes.NewReader(data)); err != nil {
		return false, err
	}
	err := c.client.Rename(part, name, false)
	if err == nil {
		return true, nil
	}
	_ = c.client.Remove(part)
	if gowebdav.IsErrCode(err, http.StatusPreconditionFailed) || gowebdav.IsErrCode(err, http.StatusLocked) {
		return false, nil
	}
	return false, err
}

func (c davConnection) close() error { return nil }

// absent makes an error that is known of the answers "there is no such file" and "another connection is at work there".
func absent(err error) error {
	if gowebdav.IsErrCode(err, http.StatusLocked) {
		return fmt.Errorf("%w: %w", errLocked, err)
	}
	if gowebdav.IsErrNotFound(err) || gowebdav.IsErrCode(err, http.StatusConflict) {
		return fmt.Errorf("%w: %w", fs.ErrNotExist, err)
	}
	return err
}
