// Package templates holds the default theme. A site's own templates/ folder takes the place of its files one by one.
package templates

import "embed"

// Files are the theme's files; their paths begin below templates/.
//
//go:embed layouts partials words assets sw.js
var Files embed.FS
