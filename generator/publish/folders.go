package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"path"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/pkg/sftp"
)

// connection is a connection to something with folders and files, used by one goroutine at a time. Names are slash-separated and relative.
type connection interface {
	write(name string, size int64, r io.Reader) error
	read(name string) ([]byte, error)
	rename(from, to string) error // in the place of what is there
	remove(name string) error     // a file
	removeFolder(name string) error
	makeFolder(name string) error // fs.ErrExist: it is there
	list(folder string) ([]entry, error)
	exists(name string) (bool, error)
	claim(name string, data []byte) (bool, error) // see [Store]
	close() error
}

// entry is what lies in a folder.
type entry struct {
	name   string
	folder bool
}

// folders is a store with folders, reached by several connections, which are opened when they are needed.
type folders struct {
	dial  func(ctx context.Context) (connection, error)
	idle  chan connection
	where string // the folder on the server, for messages; "" on this machine

	mu   sync.Mutex
	made map[string]bool // folders that are there
}

func newFolders(where string, dial func(ctx context.Context) (connection, error)) *folders {
	return &folders{where: where, dial: dial, idle: make(chan connection, workers+1), made: map[string]bool{".": true}}
}

// errLocked is an error of a server that does not let two connections change a folder at once.
var errLocked = errors.New("the server has locked the folder")

// errNoRoom is said where a server breaks a file off: few say what a full disk is.
var errNoRoom = errors.New("the server does not say why, perhaps its disk is full")

// with does something by a connection. It is tried again, by a new one where the connection breaks, and after a moment where a server
// has locked a folder for another connection of ours.
func (s *folders) with(ctx context.Context, do func(c connection) error) error {
	for try := 1; ; try++ {
		c, err := s.take(ctx)
		if err != nil {
			return err
		}
		err = do(c)
		var pause time.Duration
		switch {
		case err != nil && lost(err) && try < 3:
			_ = c.close()
			pause = time.Duration(try*try) * 500 * time.Millisecond
		case errors.Is(err, errLocked) && try < 10:
			s.give(c)
			pause = time.Duration(try) * 50 * time.Millisecond
		default:
			s.give(c)
			return denied(err, s.where)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

func (s *folders) take(ctx context.Context) (connection, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case c := <-s.idle:
		return c, nil
	default:
		return s.dial(ctx)
	}
}

func (s *folders) give(c connection) {
	select {
	case s.idle <- c:
	default:
		_ = c.close()
	}
}

// lost reports whether an error means that the connection is gone, and not that something cannot be done.
func lost(err error) bool {
	for _, gone := range []error{io.EOF, io.ErrUnexpectedEOF, io.ErrClosedPipe, net.ErrClosed, syscall.EPIPE, syscall.ECONNRESET, sftp.ErrSSHFxConnectionLost} {
		if errors.Is(err, gone) {
			return true
		}
	}
	var failed *net.OpError
	return errors.As(err, &failed) && failed.Op != "dial"
}

func (s *folders) Put(ctx context.Context, name string, u Upload) error {
	return s.with(ctx, func(c connection) error {
		part := partName()
		if err := errors.Join(s.folder(c, ownFolder), s.folder(c, path.Dir(name))); err != nil {
			return err
		}
		err := u.write(ctx, c, part)
		if err == nil {
			err = c.rename(part, name)
		}
		if errors.Is(err, fs.ErrNotExist) { // somebody has taken the folders away since they were made
			s.forget()
		}
		if err != nil && !lost(err) {
			_ = c.remove(part)
		}
		return err
	})
}

// write writes the file to a connection.
func (u Upload) write(ctx context.Context, c connection, name string) error {
	in, err := u.Open()
	if err != nil {
		return err
	}
	return errors.Join(c.write(name, u.Size, reader{ctx, in}), in.Close())
}

// reader ends when its context does.
type reader struct {
	ctx context.Context
	io.Reader
}

func (r reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

// folder makes a folder and those around it.
func (s *folders) folder(c connection, name string) error {
	s.mu.Lock()
	made := s.made[name]
	s.mu.Unlock()
	if made {
		return nil
	}
	if err := s.folder(c, path.Dir(name)); err != nil {
		return err
	}
	if err := c.makeFolder(name); err != nil && !errors.Is(err, fs.ErrExist) {
		if there, _ := c.exists(name); !there { // servers say in many ways that a folder is there
			return fmt.Errorf("making the folder %s: %w", name, err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.made[name] = true
	return nil
}

func (s *folders) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.made = map[string]bool{".": true}
}

func (s *folders) Get(ctx context.Context, name string) (data []byte, err error) {
	err = s.with(ctx, func(c connection) (err error) { data, err = c.read(name); return err })
	return data, err
}

func (s *folders) Exists(ctx context.Context, name string) (there bool, err error) {
	err = s.with(ctx, func(c connection) (err error) { there, err = c.exists(name); return err })
	return there, err
}

func (s *folders) Remove(ctx context.Context, name string) error {
	return s.with(ctx, func(c connection) error {
		if err := c.remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for dir := path.Dir(name); dir != "." && dir != ownFolder; dir = path.Dir(dir) {
			if left, err := c.list(dir); err != nil || len(left) > 0 {
				break
			}
			s.mu.Lock()
			delete(s.made, dir)
			s.mu.Unlock()
			if c.removeFolder(dir) != nil { // somebody has put something into it
				break
			}
		}
		return nil
	})
}

func (s *folders) List(ctx context.Context, folder string) (paths []string, err error) {
	err = s.with(ctx, func(c connection) error {
		paths = nil
		return s.walk(ctx, c, path.Clean(folder), func(name string) { paths = append(paths, name) })
	})
	return paths, err
}

func (s *folders) walk(ctx context.Context, c connection, folder string, found func(name string)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	entries, err := c.list(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(folder, e.name)
		switch {
		case e.name == "." || e.name == ".." || strings.Contains(e.name, "/"):
		case !e.folder:
			found(name)
		case e.name == ".git":
		default:
			if err := s.walk(ctx, c, name, found); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *folders) Claim(ctx context.Context, name string, data []byte) (claimed bool, err error) {
	err = s.with(ctx, func(c connection) (err error) {
		if err := s.folder(c, path.Dir(name)); err != nil {
			return err
		}
		claimed, err = c.claim(name, data)
		return err
	})
	return claimed, err
}

func (s *folders) Close() error {
	var errs []error
	for {
		select {
		case c := <-s.idle:
			errs = append(errs, c.close())
		default:
			return errors.Join(errs...)
		}
	}
}
