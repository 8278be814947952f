package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"strings"
	"time"
)

// What servers say, or do not say, in words for whoever publishes.

// unanswered says what it means that no connection was made.
func unanswered(address string, err error) error {
	var failed *net.OpError
	if !errors.As(err, &failed) || failed.Op != "dial" {
		return err
	}
	host, port, _ := net.SplitHostPort(address)
	var unknown *net.DNSError
	if errors.As(err, &unknown) {
		return fmt.Errorf("there is no server %s, or this computer is not connected: %w", host, err)
	}
	return fmt.Errorf("nothing answers at %s, port %s. If your host has told you another port, write %s:PORT: %w", host, port, host, err)
}

// greetingTimeout is how long a server may take to say who it is.
const greetingTimeout = 10 * time.Second

// greeting looks whether a server begins as it should. One that does not is another kind of server, which may never answer what it does not
// understand.
func greeting(address, begin, scheme string) error {
	conn, err := net.DialTimeout("tcp", address, dialTimeout)
	if err != nil {
		return unanswered(address, err)
	}
	defer conn.Close()
	if err := conn.SetReadDeadline(time.Now().Add(greetingTimeout)); err != nil {
		return err
	}
	line, _ := bufio.NewReader(conn).ReadString('\n')
	other := map[string]string{"SSH-": "SFTP: write sftp:// instead of " + scheme, "220": "FTP: write ftps:// instead of " + scheme}
	for known, instead := range other {
		if known != begin && strings.HasPrefix(line, known) {
			return fmt.Errorf("the server at %s speaks %s", address, instead)
		}
	}
	return nil
}

// denied says that a server does not let the user into a folder.
func denied(err error, folder string) error {
	if folder == "" || !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return fmt.Errorf("the server does not let you write to %s (%v). Many hosts mean a folder below the one where you arrive: ~/htdocs in place of /htdocs", folder, err)
}
