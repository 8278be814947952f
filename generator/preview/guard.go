package preview

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"slices"
	"strings"
)

// guard passes on only requests by a name of this machine, and from a page of the preview or from none. Otherwise a page elsewhere on the
// web, or one under a foreign name that was made to point here, could read what is not published yet.
func guard(at net.Addr, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Referrer-Policy", "same-origin")
		switch {
		case !isOwnName(at, r.Host):
			http.Error(w, "The preview does not answer to this name.", http.StatusMisdirectedRequest)
		case isForeign(r):
			http.Error(w, "The preview does not answer to other pages.", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "The preview can only be looked at.", http.StatusMethodNotAllowed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// isForeign reports whether a request comes from a page elsewhere. A reader may follow a link from there.
func isForeign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		return err != nil || !strings.EqualFold(u.Host, r.Host)
	}
	site, mode := r.Header.Get("Sec-Fetch-Site"), r.Header.Get("Sec-Fetch-Mode")
	return (site == "cross-site" || site == "same-site") && (mode != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document")
}

// isOwnName reports whether a host name means this machine at the address where the preview listens.
func isOwnName(at net.Addr, host string) bool {
	name := hostname(host)
	ip, err := netip.ParseAddr(name)
	if name == "localhost" || err == nil && ip.IsLoopback() {
		return true
	}
	if Loopback(at) {
		return false
	}
	if err == nil {
		return slices.Contains(addresses(), ip.Unmap())
	}
	own, _ := os.Hostname()
	own = strings.ToLower(own)
	return own != "" && (name == own || name == own+".local")
}

// hostname returns the name or the address in a Host header, in small letters, without port and brackets.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
}

// Loopback reports whether only this machine can reach a listener's address.
func Loopback(at net.Addr) bool {
	tcp, ok := at.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// addresses returns all addresses of this machine.
func addresses() []netip.Addr {
	var list []netip.Addr
	all, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	for _, a := range all {
		if n, ok := a.(*net.IPNet); ok {
			if ip, ok := netip.AddrFromSlice(n.IP); ok {
				list = append(list, ip.Unmap())
			}
		}
	}
	return list
}

// Nearby returns the address by which a phone in the same network reaches a listener of this machine.
func Nearby(at net.Addr) (netip.Addr, bool) {
	tcp, ok := at.(*net.TCPAddr)
	if !ok {
		return netip.Addr{}, false
	}
	if ip, ok := netip.AddrFromSlice(tcp.IP); ok && !ip.IsUnspecified() {
		return ip.Unmap(), true
	}
	all := addresses()
	for _, fits := range []func(netip.Addr) bool{
		func(ip netip.Addr) bool { return ip.Is4() && ip.IsPrivate() },
		func(ip netip.Addr) bool { return ip.Is4() && ip.IsGlobalUnicast() },
		func(ip netip.Addr) bool { return ip.IsGlobalUnicast() },
	} {
		if i := slices.IndexFunc(all, fits); i >= 0 {
			return all[i], true
		}
	}
	return netip.Addr{}, false
}
