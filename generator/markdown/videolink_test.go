package markdown

import "testing"

func TestVideoAt(t *testing.T) {
	const tube, vimeo = "https://www.youtube-nocookie.com/embed/", "https://player.vimeo.com/video/"
	for _, test := range []struct{ address, frame string }{
		{"https://www.youtube.com/watch?v=abcDEF_-123&list=x", tube + "abcDEF_-123?autoplay=1"},
		{"http://m.youtube.com/watch?app=desktop&v=abcDEF_-123&t=75", tube + "abcDEF_-123?autoplay=1&start=75"},
		{"https://youtu.be/abcDEF_-123?si=y", tube + "abcDEF_-123?autoplay=1"},
		{"https://youtube.com/shorts/abcDEF_-123", tube + "abcDEF_-123?autoplay=1"},
		{"https://www.youtube-nocookie.com/embed/abcDEF_-123?start=5", tube + "abcDEF_-123?autoplay=1&start=5"},
		{"https://vimeo.com/76979871", vimeo + "76979871?autoplay=1&dnt=1"},
		{"https://player.vimeo.com/video/76979871", vimeo + "76979871?autoplay=1&dnt=1"},
		{"https://www.youtube.com/watch?v=a\"onload=x", ""},
		{"https://www.youtube.com/embed/videoseries?list=x", ""},
		{"https://www.youtube.com/@somebody", ""},
		{"https://youtube.com.evil.example/watch?v=abcDEF_-123", ""},
		{"https://vimeo.com/channels/staffpicks", ""},
		{"javascript://youtu.be/abcDEF_-123", ""},
		{"https://example.org/watch?v=abcDEF_-123", ""},
		{"", ""},
	} {
		got, ok := VideoAt(test.address)
		if got.Frame != test.frame || ok != (test.frame != "") {
			t.Errorf("%s: got %q, %v, want %q", test.address, got.Frame, ok, test.frame)
		}
	}
}
