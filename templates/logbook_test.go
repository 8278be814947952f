package templates_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/legpress/legpress/generator/browsertest"
	"github.com/legpress/legpress/generator/sitetest"
)

// Where a plan has begun, its page shows the week that it is, with the rules of that week; weights and charts follow the unit that was
// chosen on any page.
func TestPlanFollowsItsReader(t *testing.T) {
	chromium := browsertest.Chromium(t)
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	today := time.Now()
	monday := today.AddDate(0, 0, -14-(int(today.Weekday())+6)%7)
	plan := filepath.Join(dir, "content/plans/first-eight-weeks.toml")
	begun := strings.Replace(sitetest.ReadFile(t, plan), "\nupdated = ", fmt.Sprintf("\nstart = %s\nupdated = ", monday.Format(time.DateOnly)), 1)
	sitetest.WriteFile(t, plan, []byte(begun))
	sitetest.Build(t, dir)
	origin := browsertest.Serve(t, dir)
	const state = `(() => {
	  const [now] = document.querySelectorAll(".now"), text = (e) => e.textContent.replace(/\s+/g, " ").trim();
	  const [squat, , hold] = now.tBodies[0].rows;
	  return [document.getElementById("_now-title").firstChild.data, text(squat.cells[1]), text(squat.cells[2]), text(hold.querySelector("a")),
	    hold.querySelector("a").getAttribute("href"), text(hold.cells[3]).slice(0, 67), document.querySelector(".chart .load").textContent, text(squat.cells[3]).slice(0, 40),
	    [...document.querySelectorAll("#_rules dt")].map(text).join(", ")].join(" | ");
	})()`
	const choose = `(() => {
	  const form = document.getElementById("_units");
	  if (form.hidden) return false;
	  form.elements.unit.value = "lb";
	  form.elements.unit.dispatchEvent(new Event("change", { bubbles: true }));
	  return true;
	})()`
	third, first := origin+"/plans/first-eight-weeks/only-runs/", origin+"/plans/one-leg-at-a-time/no-progression/"
	var now, chosen, kept string
	var offered bool
	shown := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Poll[bool](`document.querySelector(".jump a").textContent === "Week 3"`)(ctx, t)
		return err
	})
	browsertest.Visit(t, chromium, third, browsertest.Media("screen"), shown, browsertest.Evaluate(state, &now), browsertest.Evaluate(choose, &offered),
		browsertest.Evaluate(state, &chosen), chromedp.Navigate(first), browsertest.Evaluate(`document.querySelector(".ledger data").textContent`, &kept))
	// The runner may fall back to the hold of the first week, so its rule goes to the list when the week gives way.
	const later = " | Feet-raised push-up hold, Incline push-up hold"
	const hold = "Push-up hold | /exercises/push-up-hold/ | If all sets last 30 s: next time Feet-raised push-up hold, start at"
	for _, c := range []struct{ when, got, want string }{
		{"in the third week", now, "Week 3 | 3 × 12 8 kg | 3 × 8 10 kg | " + hold + " | 8 kg | If all sets reach 12: next time 10 kg, s" + later},
		{"in pounds", chosen, "Week 3 | 3 × 12 18 lb | 3 × 8 22 lb | " + hold + " | 18 lb | If all sets reach 12: next time 22 lb, s" + later},
	} {
		if got := strings.ReplaceAll(c.got, "\u00a0", " "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.when, got, c.want)
		}
	}
	if !offered || !strings.HasSuffix(kept, "lb") {
		t.Errorf("another plan shows %q, want pounds; the choice was offered: %v", kept, offered)
	}
}
