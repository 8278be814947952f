package pdf

import (
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// opener opens a file of the website by its path below the public folder.
type opener func(path string) (io.ReadSeekCloser, error)

// server serves the website to the browser that prints it, on this machine only.
type server struct {
	origin string // "http://127.0.0.1:40123"
	http   *http.Server
	ended  chan error
}

// serve starts a server for files below the path base.
func serve(base string, open opener) (*server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	host := listener.Addr().String()
	s := &server{origin: "http://" + host, ended: make(chan error, 1)}
	s.http = &http.Server{Handler: handler(host, base, open), ReadHeaderTimeout: 10 * time.Second}
	go func() { s.ended <- s.http.Serve(listener) }()
	return s, nil
}

// close ends the server and waits for its end.
func (s *server) close() {
	s.http.Close()
	<-s.ended
}

// handler answers GET for files, and only under the address at which it listens, so that no page elsewhere can get them by making its own
// name point to this machine.
func handler(host, base string, open opener) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != host || r.Method != http.MethodGet {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		path, below := strings.CutPrefix(r.URL.Path, base+"/")
		if path == "" || strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		if !below {
			http.NotFound(w, r)
			return
		}
		f, err := open(path)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		defer f.Close()
		http.ServeContent(w, r, path, time.Time{}, f)
	})
}
