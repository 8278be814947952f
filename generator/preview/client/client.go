// Package client is the part of the preview that runs in the author's browser, as plain files that are served below
// /_legpress/ as they are, but for the site's accent at the end of client.css.
//
// Every page of the preview has to load client.js, before any script of the site's own, from an element
//
//	<script src="/_legpress/client.js" data-page="/articles/x/" data-hash="..." defer></script>
//
// with the page's address and the hash of its bytes; the other files follow from it. What goes over the WebSocket at
// /_legpress/live is said at the top of client.js. Nothing here is part of a site that is built.
package client

import "embed"

// Files are what the browser may ask for, each by its own name.
//
//go:embed client.js morph.js panel.js client.css
var Files embed.FS
