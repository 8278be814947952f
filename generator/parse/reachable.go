package parse

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// reachable reports whether a website may be found at a host, by its name or its number. That of the starter cannot, nor those that are
// set aside for examples and tests or for one network alone.
func reachable(host string) bool {
	if ip, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return !slices.ContainsFunc(reservedNets(), func(net netip.Prefix) bool { return net.Contains(ip.Unmap()) })
	}
	return strings.Contains(host, ".") && !slices.ContainsFunc(reservedNames(), func(name string) bool {
		return host == name || strings.HasSuffix(host, "."+name)
	})
}

// reservedNames are the names below which no website for all can be: of RFC 2606 and 6761 (examples, tests, this computer), RFC 6762
// (local), RFC 8375 (home.arpa), ICANN's resolution of 2024-07-29 (internal), and those that routers give to what is behind them.
func reservedNames() []string {
	return []string{"example", "example.com", "example.net", "example.org", "invalid", "localhost", "test", "local", "home.arpa", "internal", "lan", "localdomain"}
}

// reservedNets are the addresses of numbers at which no website for all can be (the registries of RFC 6890): this computer, private
// networks, those of one link, and examples.
func reservedNets() []netip.Prefix {
	var list []netip.Prefix
	for _, net := range strings.Fields("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.2.0/24 192.168.0.0/16 " +
		"198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 ::/127 fc00::/7 fe80::/10 2001:db8::/32") {
		list = append(list, netip.MustParsePrefix(net))
	}
	return list
}

// Reachable reports whether the address of the site may lead readers to it. Otherwise nothing that is printed or kept names it: it would
// lead nowhere.
func (s *Settings) Reachable() bool { return s.printed != "" }

// Printed returns an address on the site as it stands on paper; "" where it would lead nowhere.
func (s *Settings) Printed(url string) string {
	if s.printed == "" {
		return ""
	}
	return s.printed + url
}

// Unreachable returns the warning that the address of the site leads nobody to it; none where it may.
func (s *Settings) Unreachable() diag.List {
	if s.Reachable() || s.URLPos.File == "" {
		return nil
	}
	return diag.List{diag.Warningf(s.URLPos, "no-address", "%q leads readers nowhere, so sheets, PDFs and calendars carry no address and no QR code.", s.URL).
		WithHint("Write the address at which you publish the site, and build again.")}
}
