package pdf

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"time"
)

// Alone is a page in one file, which is no part of a website.
type Alone struct {
	Page        []byte
	Paper, Unit string
	Author      string
	Date        time.Time // zero: none
}

// Print prints the page with a browser, which can reach nothing else.
func (a Alone) Print(ctx context.Context, browserPath string) ([]byte, error) {
	server, err := serve("", func(path string) (io.ReadSeekCloser, error) {
		if path != "index.html" {
			return nil, fs.ErrNotExist
		}
		return struct {
			io.ReadSeeker
			io.Closer
		}{bytes.NewReader(a.Page), io.NopCloser(nil)}, nil
	})
	if err != nil {
		return nil, fmt.Errorf("showing the page to the browser: %w", err)
	}
	defer server.close()
	b, err := launch(ctx, browserPath)
	if err != nil {
		return nil, err
	}
	defer b.close()
	query := url.Values{"paper": {a.Paper}, "unit": {a.Unit}}
	data, err := b.print(ctx, server.origin+"/?"+query.Encode(), a.Paper, "")
	if err != nil {
		return nil, err
	}
	return normalize(data, metadata{author: a.Author, date: a.Date})
}
