package preview

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"syscall"
)

// DefaultPort is the port of the preview unless another one is asked for.
const DefaultPort = 1414

// maxPorts is how many ports above a taken one are tried.
const maxPorts = 20

// Listen listens at an address such as "127.0.0.1:1414", "0.0.0.0", ":8080" or "localhost", or at the next free port behind it.
func Listen(address string) (net.Listener, error) {
	host, port, err := SplitAddress(address)
	if err != nil {
		return nil, err
	}
	for n := port; ; n++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(n)))
		switch {
		case err == nil:
			return l, nil
		case !taken(err) || port == 0:
			return nil, fmt.Errorf("listening at %s: %w", address, err)
		case n == port+maxPorts || n == 65535:
			return nil, fmt.Errorf("all ports from %d to %d are taken. Name another one: --addr 127.0.0.1:8080", port, n)
		}
	}
}

// taken reports whether an error means that another program listens there. Windows has an error number of its own.
func taken(err error) bool {
	const windows = syscall.Errno(10048)
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, windows)
}

// SplitAddress splits an address to listen at. A missing host is 127.0.0.1, except in ":8080", which means every address of the machine. A
// missing port is DefaultPort.
func SplitAddress(address string) (host string, port int, err error) {
	bad := fmt.Errorf("%q is no address to listen at. Write it like 127.0.0.1:%d", address, DefaultPort)
	host, digits, err := net.SplitHostPort(address)
	if err != nil {
		if _, err := strconv.Atoi(address); err == nil {
			host, digits = "127.0.0.1", address
		} else {
			host, digits = strings.Trim(address, "[]"), strconv.Itoa(DefaultPort)
		}
	}
	port, err = strconv.Atoi(digits)
	if err != nil || port < 0 || port > 65535 || strings.ContainsAny(host, "/ @?#") || host == "" && address == "" {
		return "", 0, bad
	}
	return host, port, nil
}
