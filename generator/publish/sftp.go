package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// dialSFTP returns what opens connections to a folder of a server that is reached by SSH. A folder that does not begin with a slash lies in
// the home folder of the user. One that is not there is made if the function allows it, and left alone where that is nil.
func dialSFTP(address, folder string, config *sshConfig, mayMake func(folder string) error) func(ctx context.Context) (connection, error) {
	greeted := sync.OnceValue(func() error { return greeting(address, "SSH-", "sftp://") })
	return func(ctx context.Context) (connection, error) {
		if err := greeted(); err != nil {
			return nil, err
		}
		raw, err := (&net.Dialer{Timeout: dialTimeout}).DialContext(ctx, "tcp", address)
		if err != nil {
			return nil, unanswered(address, err)
		}
		conn, channels, requests, err := config.handshake(raw, address)
		if err != nil {
			return nil, errors.Join(err, ignoreClosed(raw.Close()))
		}
		shell := ssh.NewClient(conn, channels, requests)
		client, err := sftp.NewClient(shell, sftp.UseConcurrentWrites(true))
		if err != nil {
			return nil, errors.Join(err, ignoreClosed(shell.Close()))
		}
		c := &sftpConnection{client, shell, folder}
		if mayMake == nil {
			return c, nil
		}
		if err := c.root(mayMake); err != nil {
			return nil, errors.Join(denied(err, folder), c.close())
		}
		return c, nil
	}
}

// sshConfig says who is asking.
type sshConfig struct {
	ssh.ClientConfig // with the keys
	password         *password
}

// handshake begins a connection: with a key, or else with the password.
func (c *sshConfig) handshake(raw net.Conn, address string) (ssh.Conn, <-chan ssh.NewChannel, <-chan *ssh.Request, error) {
	last := "" // what was tried before in this connection is wrong
	var failed error
	next := func() (word string, err error) {
		if last != "" {
			c.password.wrong(last)
		}
		last, failed = c.password.get()
		return last, failed
	}
	config := c.ClientConfig
	config.HostKeyCallback = func(host string, remote net.Addr, key ssh.PublicKey) error {
		failed = c.HostKeyCallback(host, remote, key)
		return failed
	}
	config.Auth = append(slices.Clone(config.Auth), ssh.RetryableAuthMethod(ssh.PasswordCallback(next), passwordTries))
	conn, channels, requests, err := ssh.NewClientConn(raw, address, &config)
	switch {
	case err == nil:
		c.password.right()
	case failed != nil:
		err = failed
	case strings.Contains(err.Error(), "unable to authenticate"):
		err = errRefused
	}
	return conn, channels, requests, err
}

type sftpConnection struct {
	client *sftp.Client
	shell  *ssh.Client
	folder string
}

// root makes the folder of the site where there is none and that is allowed.
func (c *sftpConnection) root(mayMake func(folder string) error) error {
	if there, err := c.exists("."); there || err != nil {
		return err
	}
	if err := mayMake(c.folder); err != nil {
		return err
	}
	return c.client.MkdirAll(c.at("."))
}

func (c *sftpConnection) at(name string) string { return path.Join(c.folder, name) }

func (c *sftpConnection) write(name string, _ int64, r io.Reader) error {
	return c.create(name, os.O_TRUNC, r)
}

func (c *sftpConnection) create(name string, how int, r io.Reader) error {
	f, err := c.client.OpenFile(c.at(name), os.O_WRONLY|os.O_CREATE|how)
	if err != nil {
		return err
	}
	_, err = f.ReadFrom(r)
	err = errors.Join(err, f.Close())
	if answer := (*sftp.StatusError)(nil); errors.As(err, &answer) && answer.FxCode() == sftp.ErrSSHFxFailure {
		err = fmt.Errorf("%w: %w", err, errNoRoom)
	}
	return err
}

// claim: a server says of a file that is there only that it has failed.
func (c *sftpConnection) claim(name string, data []byte) (bool, error) {
	err := c.create(name, os.O_EXCL, bytes.NewReader(data))
	if err == nil {
		return true, nil
	}
	if there, again := c.exists(name); there && again == nil {
		return false, nil
	}
	return false, err
}

func (c *sftpConnection) read(name string) ([]byte, error) {
	f, err := c.client.Open(c.at(name))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(f)
	return data, errors.Join(err, f.Close())
}

// rename: servers that do not know how to take the place of a file need it away first.
func (c *sftpConnection) rename(from, to string) error {
	if _, ok := c.client.HasExtension("posix-rename@openssh.com"); ok {
		return c.client.PosixRename(c.at(from), c.at(to))
	}
	if err := c.client.Remove(c.at(to)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return c.client.Rename(c.at(from), c.at(to))
}

func (c *sftpConnection) remove(name string) error       { return c.client.Remove(c.at(name)) }
func (c *sftpConnection) removeFolder(name string) error { return c.client.RemoveDirectory(c.at(name)) }
func (c *sftpConnection) makeFolder(name string) error   { return c.client.Mkdir(c.at(name)) }

// close ends the connection below first: servers may not answer any more.
func (c *sftpConnection) close() error {
	err := ignoreClosed(c.shell.Close())
	_ = c.client.Close()
	return err
}

func (c *sftpConnection) exists(name string) (bool, error) {
	return existing(c.client.Lstat(c.at(name)))
}

func (c *sftpConnection) list(folder string) ([]entry, error) {
	found, err := c.client.ReadDir(c.at(folder))
	var list []entry
	for _, e := range found {
		list = append(list, entry{e.Name(), e.IsDir()})
	}
	return list, err
}

// ignoreClosed takes out the error of a connection that the other side has closed first.
func ignoreClosed(err error) error {
	if errors.Is(err, net.ErrClosed) || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
