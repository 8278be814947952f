package parse

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// reachable reports whether readers anywhere may find a website at a host, a name or an IP address. Names and addresses reserved for
// examples, tests or local networks are not reachable; that of the starter is one of them.
func reachable(host string) bool {
	if ip, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return !slices.ContainsFunc(reservedNets(), func(net netip.Prefix) bool { return net.Contains(ip.Unmap()) })
	}
	return strings.Contains(host, ".") && !slices.ContainsFunc(reservedNames(), func(name string) bool {
		return host == name || strings.HasSuffix(host, "."+name)
	})
}

// reservedNames are the domains below which there can be no public website: of RFC 2606 and 6761 (examples, tests, this computer), RFC 6762
// (local), RFC 8375 (home.arpa), ICANN's resolution of 2024-07-29 (internal), and those that routers give to what is behind them.
func reservedNames() []string {
	return []string{"example", "example.com", "example.net", "example.org", "invalid", "localhost", "test", "local", "home.arpa", "internal", "lan", "localdomain"}
}

// reservedNets are the IP addresses at which there can be no public website (the registries of RFC 6890): this computer, private
// networks, those of one link, and examples.
func reservedNets() []netip.Prefix {
	var list []netip.Prefix
	for _, net := range strings.Fields("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.2.0/24 192.168.0.0/16 " +
		"198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 ::/127 fc00::/7 fe80::/10 2001:db8::/32") {
		list = append(list, netip.MustParsePrefix(net))
	}
	return list
}

// Reachable reports whether readers anywhere may find the site at its address. Otherwise sheets, PDFs and calendars do not name it.
func (s *Settings) Reachable() bool { return s.printed != "" }

// Printed returns an address on the site as it is printed on paper; "" if the site is not reachable.
func (s *Settings) Printed(url string) string {
	if s.printed == "" {
		return ""
	}
	return s.printed + url
}

// Unreachable returns a warning if the site is not reachable, and an empty list otherwise.
func (s *Settings) Unreachable() diag.List {
	if s.Reachable() || s.URLPos.File == "" {
		return nil
	}
	return diag.List{diag.Warningf(s.URLPos, "no-address", "%q leads readers nowhere, so sheets, PDFs and calendars carry no address and no QR code.", s.URL).
		WithHint("Write the address at which you publish the site, and build again.")}
}
