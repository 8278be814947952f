package markdown

import (
	"net/url"
	"regexp"
	"strings"
)

// Video is a video of another website that has frames for other pages.
type Video struct {
	Frame string // the address of the frame, which plays at once and asks its website to keep no trace where that is possible
	Host  string // what the website is called
}

var (
	youTubeID = regexp.MustCompile(`^[A-Za-z0-9_-]{6,20}$`)
	vimeoPath = regexp.MustCompile(`^/(?:video/)?([0-9]{5,12})(?:/([0-9a-f]{6,20}))?/?$`)
	seconds   = regexp.MustCompile(`^([0-9]{1,5})s?$`)
)

// VideoAt returns the video of YouTube or Vimeo that an address leads to, and whether there is one.
func VideoAt(address string) (Video, bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return Video{}, false
	}
	switch host := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(u.Host), "www."), "m."); host {
	case "youtube.com", "youtube-nocookie.com", "youtu.be":
		return youTube(u, host)
	case "vimeo.com", "player.vimeo.com":
		m := vimeoPath.FindStringSubmatch(u.Path)
		if m == nil {
			return Video{}, false
		}
		query := "autoplay=1&dnt=1"
		if m[2] != "" { // of a video that is not listed
			query += "&h=" + m[2]
		}
		return Video{"https://player.vimeo.com/video/" + m[1] + "?" + query, "Vimeo"}, true
	}
	return Video{}, false
}

// youTube reads the ways in which YouTube writes the address of a video: /watch?v=ID, youtu.be/ID, /shorts/ID, /live/ID, /embed/ID.
func youTube(u *url.URL, host string) (Video, bool) {
	folder, id, _ := strings.Cut(strings.Trim(u.Path, "/"), "/")
	switch {
	case host == "youtu.be":
		id = folder
	case folder == "watch":
		id = u.Query().Get("v")
	case folder != "shorts" && folder != "live" && folder != "embed":
		return Video{}, false
	}
	if !youTubeID.MatchString(id) || id == "videoseries" {
		return Video{}, false
	}
	frame := "https://www.youtube-nocookie.com/embed/" + id + "?autoplay=1"
	for _, key := range []string{"t", "start"} {
		if m := seconds.FindStringSubmatch(u.Query().Get(key)); m != nil {
			frame += "&start=" + m[1]
			break
		}
	}
	return Video{frame, "YouTube"}, true
}

// videoFault says why there can be no video here.
func (w *writer) videoFault(ref *Ref) *fault {
	switch {
	case !w.aloneInParagraph:
		return &fault{"video-in-text", "a video cannot stand in the middle of a text.",
			"Put it on a line of its own with an empty line before and after it, or leave out the exclamation mark to make it a link."}
	case w.inLink:
		return &fault{"video-in-text", "a video cannot be the words of a link.", "Put it on a line of its own."}
	case ref.Alt == "":
		return &fault{"video-without-name", "this video has no name.", "Say in the square brackets what it shows."}
	}
	return nil
}
