// Makes the calendar of a plan for the Monday that the reader chooses. The site's file has all events, counted from a Monday long
// past: only their days are moved, and their time is filled in or taken out.
const compact = (date) => date.toISOString().slice(0, 10).replaceAll("-", "");

// Own are the days of the visits of each week, in order, of a runner who has chosen them: {1: [1, 4]}. Which visit an event is says its UID,
// which may be parted over lines.
function move(events, from, monday, time, own) {
  const days = events.replace(/^BEGIN:VEVENT[\s\S]*?^END:VEVENT/gm, (event) => {
    const [, week, n] = /^UID:\S*\.w(\d+)\.s(\d+)@/m.exec(event.replaceAll("\r\n ", "")) ?? [];
    return event.replace(/^(DTSTART(?:;VALUE=DATE)?:)(\d{4})(\d\d)(\d\d)/m, (_, name, y, m, d) => {
      const at = new Date(Date.UTC(y, m - 1, d) + (monday - from)), day = own?.[Number(week)]?.[n - 1];
      if (day !== undefined) at.setUTCDate(at.getUTCDate() + day - ((at.getUTCDay() + 6) % 7));
      return name + compact(at);
    });
  });
  return time
    ? days.replace(/^(DTSTART:\d{8}T)\d{4}/gm, (_, day) => day + time.replace(":", ""))
    : days.replace(/^DTSTART:(\d{8})T\d{6}\r\nDURATION:.*(?:\r\nTRANSP:.*)?/gm, "DTSTART;VALUE=DATE:$1\r\nTRANSP:TRANSPARENT");
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// The Monday to begin with is the next one; today, if it is a Monday.
function nextMonday() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + ((8 - now.getDay()) % 7)));
}

for (const form of document.querySelectorAll("form.calendar")) {
  const { events, from, file, failed } = form.dataset;
  const { monday, time } = form.elements;
  const said = form.querySelector("output");
  if (!(monday.valueAsDate >= nextMonday())) monday.valueAsDate = nextMonday();
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.value = "";
    try {
      const response = await fetch(events);
      if (!response.ok) throw new Error(response.statusText);
      save(move(await response.text(), new Date(from), monday.valueAsDate, time.value, form.dataset.days && JSON.parse(form.dataset.days)), file);
    } catch {
      said.value = failed;
    }
  });
}
