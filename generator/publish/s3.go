package publish

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/minio/minio-go/v7"
)

// s3Store is a bucket, or what lies in it below a prefix. A bucket has no folders: a file is there whole or not at all.
type s3Store struct {
	client *minio.Client
	bucket string
	prefix string // "" or with a slash at the end
	amazon bool   // others refuse to be told where an old address leads: the page at it does that
}

func (s *s3Store) at(name string) string { return s.prefix + name }

func (s *s3Store) Put(ctx context.Context, name string, u Upload) error {
	in, err := u.Open()
	if err != nil {
		return err
	}
	o := minio.PutObjectOptions{ContentType: u.Type, CacheControl: u.CacheControl}
	if s.amazon {
		o.WebsiteRedirectLocation = u.Redirect
	}
	_, err = s.client.PutObject(ctx, s.bucket, s.at(name), in, u.Size, o)
	return errors.Join(err, in.Close())
}

func (s *s3Store) Get(ctx context.Context, name string) ([]byte, error) {
	o, err := s.client.GetObject(ctx, s.bucket, s.at(name), minio.GetObjectOptions{})
	if err != nil {
		return nil, noKey(err)
	}
	data, err := io.ReadAll(o)
	return data, noKey(errors.Join(err, o.Close()))
}

func (s *s3Store) Exists(ctx context.Context, name string) (bool, error) {
	_, err := s.client.StatObject(ctx, s.bucket, s.at(name), minio.StatObjectOptions{})
	return existing(nil, noKey(err))
}

func (s *s3Store) Remove(ctx context.Context, name string) error {
	err := noKey(s.client.RemoveObject(ctx, s.bucket, s.at(name), minio.RemoveObjectOptions{}))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (s *s3Store) List(ctx context.Context, folder string) (paths []string, err error) {
	prefix := s.prefix
	if folder != "" {
		prefix = s.at(path.Clean(folder) + "/")
	}
	for o := range s.client.ListObjectsIter(ctx, s.bucket, minio.ListObjectsOptions{Prefix: prefix, Recursive: true}) {
		if o.Err != nil {
			return nil, o.Err
		}
		if name := strings.TrimPrefix(o.Key, s.prefix); name != "" && !strings.HasSuffix(name, "/") { // which consoles write for folders
			paths = append(paths, name)
		}
	}
	return paths, nil
}

// claim: a store that does not know the condition writes whatever is there, so it is read once more.
func (s *s3Store) Claim(ctx context.Context, name string, data []byte) (bool, error) {
	if there, err := s.Exists(ctx, name); there || err != nil {
		return false, err
	}
	o := minio.PutObjectOptions{ContentType: "application/json", CacheControl: "no-store"}
	o.SetMatchETagExcept("*")
	_, err := s.client.PutObject(ctx, s.bucket, s.at(name), bytes.NewReader(data), int64(len(data)), o)
	switch code := minio.ToErrorResponse(err).StatusCode; {
	case code == http.StatusPreconditionFailed, code == http.StatusConflict:
		return false, nil
	case code == http.StatusNotImplemented:
		err = s.Put(ctx, name, bytesUpload(data))
	}
	if err != nil {
		return false, err
	}
	now, err := s.Get(ctx, name)
	return bytes.Equal(now, data), err
}

func (s *s3Store) Close() error { return nil }

// noKey makes an error that Go knows of the answer "there is no such file".
func noKey(err error) error {
	if err != nil && minio.ToErrorResponse(unjoined(err)).Code == minio.NoSuchKey {
		return fs.ErrNotExist
	}
	return err
}

// unjoined returns the first of several errors, since the library looks at no others.
func unjoined(err error) error {
	if many, ok := err.(interface{ Unwrap() []error }); ok && len(many.Unwrap()) > 0 {
		return many.Unwrap()[0]
	}
	return err
}
