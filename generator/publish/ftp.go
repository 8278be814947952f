package publish

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/textproto"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/jlaffaye/ftp"
)

const dialTimeout = 20 * time.Second

// dialFTPS returns what opens connections to a folder of a server by FTP inside TLS: from the first byte on at the port 990, elsewhere when
// it is asked for, as most hosts have it. A folder that is not there is made if the function allows it, and left alone where that is nil.
func dialFTPS(address, folder, user string, password *password, config *tls.Config, implicit bool, mayMake func(folder string) error) func(ctx context.Context) (connection, error) {
	greeted := sync.OnceValue(func() error {
		if implicit {
			return nil
		}
		return greeting(address, "220", "ftps://")
	})
	return func(ctx context.Context) (connection, error) {
		if err := greeted(); err != nil {
			return nil, err
		}
		// Many servers let nobody send a file but by the session of the connection that asked. In TLS 1.3 a session is good for one file.
		config := config.Clone()
		config.MaxVersion, config.ClientSessionCache = tls.VersionTLS12, tls.NewLRUClientSessionCache(1)
		how := ftp.DialWithExplicitTLS(config)
		if implicit {
			how = ftp.DialWithTLS(config)
		}
		client, err := ftp.Dial(address, how, ftp.DialWithTimeout(dialTimeout), ftp.DialWithContext(ctx))
		if err != nil {
			return nil, unanswered(address, err)
		}
		if err := login(client, user, password); err != nil {
			return nil, errors.Join(err, ignoreClosed(client.Quit()))
		}
		c := &ftpConnection{client, folder}
		if mayMake == nil {
			return c, nil
		}
		return c, denied(c.root(mayMake), folder)
	}
}

// login says who is asking, with another password where the server does not take one.
func login(client *ftp.ServerConn, user string, password *password) error {
	for {
		word, err := password.get()
		if err != nil {
			return err
		}
		err = client.Login(user, word)
		var answer *textproto.Error
		switch {
		case err == nil:
			password.right()
			return nil
		case !errors.As(err, &answer) || answer.Code != ftp.StatusNotLoggedIn:
			return err
		}
		password.wrong(word)
	}
}

type ftpConnection struct {
	client *ftp.ServerConn
	folder string
}

// root makes the folder of the site where there is none and that is allowed.
func (c *ftpConnection) root(mayMake func(folder string) error) error {
	if c.folder == "" || c.client.ChangeDir(c.folder) == nil {
		return c.client.ChangeDir("/")
	}
	if err := mayMake(c.folder); err != nil {
		return errors.Join(err, c.close())
	}
	for at := range ancestors(c.folder) {
		_ = c.client.MakeDir(at) // those that there are cannot be made
	}
	if err := c.client.ChangeDir(c.folder); err != nil {
		return errors.Join(fmt.Errorf("the folder %s: %w", c.folder, err), c.close())
	}
	return c.client.ChangeDir("/")
}

func (c *ftpConnection) at(name string) string { return path.Join(c.folder, name) }

func (c *ftpConnection) write(name string, _ int64, r io.Reader) error {
	err := c.client.Stor(c.at(name), r)
	if answer := (*textproto.Error)(nil); errors.As(err, &answer) && answer.Code == ftp.StatusActionAborted {
		return fmt.Errorf("%w: %w", err, errNoRoom)
	}
	return missing(err)
}

func (c *ftpConnection) read(name string) ([]byte, error) {
	r, err := c.client.Retr(c.at(name))
	if err != nil {
		return nil, missing(err)
	}
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}

// rename: servers that do not take the place of a file need it away first.
func (c *ftpConnection) rename(from, to string) error {
	err := c.client.Rename(c.at(from), c.at(to))
	if err != nil && !lost(err) && c.client.Delete(c.at(to)) == nil {
		err = c.client.Rename(c.at(from), c.at(to))
	}
	return err
}

func (c *ftpConnection) remove(name string) error {
	err := c.client.Delete(c.at(name))
	if name == claimPath {
		if err := c.client.RemoveDir(c.at(name + claimSuffix)); err != nil && !refused(err) {
			return err
		}
	}
	if refused(err) {
		if there, again := c.exists(name); !there && again == nil {
			return nil
		}
	}
	return err
}

func (c *ftpConnection) removeFolder(name string) error { return c.client.RemoveDir(c.at(name)) }
func (c *ftpConnection) makeFolder(name string) error   { return c.client.MakeDir(c.at(name)) }
func (c *ftpConnection) close() error                   { return ignoreClosed(c.client.Quit()) }

// exists looks into the folder: few servers know the command that asks for one file.
func (c *ftpConnection) exists(name string) (bool, error) {
	found, err := c.list(path.Dir(name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	for _, e := range found {
		if e.name == path.Base(name) {
			return true, nil
		}
	}
	return false, err
}

func (c *ftpConnection) list(folder string) ([]entry, error) {
	found, err := c.client.List(c.at(folder))
	var list []entry
	for _, e := range found {
		if e.Name != "." && e.Name != ".." {
			list = append(list, entry{e.Name, e.Type == ftp.EntryTypeFolder})
		}
	}
	return list, missing(err)
}

// claimSuffix ends the name of the folder that is the claim: of all that FTP can do, only a folder is made by one of two alone.
const claimSuffix = ".claimed"

func (c *ftpConnection) claim(name string, data []byte) (bool, error) {
	err := c.client.MakeDir(c.at(name + claimSuffix))
	if refused(err) {
		if there, again := c.exists(name + claimSuffix); there && again == nil {
			return false, nil
		}
	}
	if err != nil {
		return false, err
	}
	return true, c.write(name, int64(len(data)), bytes.NewReader(data))
}

// refused reports whether a server says no, for whatever reason.
func refused(err error) bool {
	var answer *textproto.Error
	return errors.As(err, &answer) && answer.Code >= 450 && answer.Code < 600
}

// missing makes an error that Go knows of the answer "there is no such file", which is the answer to several things.
func missing(err error) error {
	var answer *textproto.Error
	if errors.As(err, &answer) && strings.Contains(strings.ToLower(answer.Msg), "permission") {
		return fmt.Errorf("%w: %w", fs.ErrPermission, err)
	}
	if errors.As(err, &answer) && slices.Contains([]int{ftp.StatusFileUnavailable, ftp.StatusPageTypeUnknown, ftp.StatusFileActionIgnored}, answer.Code) {
		return fmt.Errorf("%w: %w", fs.ErrNotExist, err)
	}
	return err
}

// ancestors yields a folder and those around it, from the outermost on: "/a", "/a/b".
func ancestors(folder string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 1; i <= len(folder); i++ {
			if (i == len(folder) || folder[i] == '/') && strings.Trim(folder[:i], "/") != "" && !yield(folder[:i]) {
				return
			}
		}
	}
}
