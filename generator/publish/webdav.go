package publish

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"

	"github.com/studio-b12/gowebdav"
)

// dialWebDAV returns what opens connections to a folder at an address. They share the connections of the client.
func dialWebDAV(address, user, password string) func(ctx context.Context) (connection, error) {
	client := gowebdav.NewClient(address, user, password)
	client.SetTransport(&http.Transport{Proxy: http.ProxyFromEnvironment, MaxIdleConnsPerHost: workers + 1, ResponseHeaderTimeout: 2 * dialTimeout, TLSHandshakeTimeout: dialTimeout})
	return func(context.Context) (connection, error) { return davConnection{client}, nil }
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
