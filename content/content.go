// Package content holds the starter site: what `legpress new site` writes, and what building this repository builds.
package content

import "embed"

// Files are the starter site's files; their paths begin below content/.
//
//go:embed site.toml sources.toml articles exercises pages plans runners
var Files embed.FS
