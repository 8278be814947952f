package policy

import "strings"

// Service is a service that authors often use, and what it needs below [outside].
type Service struct {
	Name, Use string
	Needs     []Need
}

// Need is a key of [outside] and the addresses that a service needs there; NAME stands for what the service calls its customer.
type Need struct {
	Key       string
	Addresses []string
}

// Keys returns what is to be written below [outside]: forms = ["https://formspree.io"].
func (s Service) Keys() string {
	var keys []string
	for _, n := range s.Needs {
		keys = append(keys, n.Key+` = ["`+strings.Join(n.Addresses, `", "`)+`"]`)
	}
	return strings.Join(keys, " and ")
}

// Services returns the services by what they are used for. The addresses are those in what the services give their customers to copy
// (November 2026).
func Services() []Service {
	form := func(address string) []Need { return []Need{{"forms", []string{address}}} }
	frame := func(address string) []Need { return []Need{{"frames", []string{address}}} }
	script := func(addresses ...string) []Need { return []Need{{"scripts", addresses}} }
	const contact, newsletter, booking, maps, podcast, counter = "a contact form", "signing up for a newsletter", "booking an appointment", "a map", "a podcast", "counting visits"
	return []Service{
		{"Formspree", contact, form("https://formspree.io")},
		{"FormSubmit", contact, form("https://formsubmit.co")},
		{"Buttondown", newsletter, form("https://buttondown.com")},
		{"Mailchimp", newsletter, form("https://NAME.list-manage.com")},
		{"Calendly", booking, frame("https://calendly.com")},
		{"Acuity", booking, frame("https://app.acuityscheduling.com")},
		{"Google Maps", maps, frame("https://www.google.com/maps/")},
		{"OpenStreetMap", maps, frame("https://www.openstreetmap.org")},
		{"Spotify", podcast, frame("https://open.spotify.com")},
		{"SoundCloud", podcast, frame("https://w.soundcloud.com")},
		{"GoatCounter", counter, script("https://gc.zgo.at", "https://NAME.goatcounter.com")},
		{"Plausible", counter, script("https://plausible.io")},
		{"Google Analytics", counter, script("https://www.googletagmanager.com", "https://www.google-analytics.com")},
	}
}
