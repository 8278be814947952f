// Makes the calendar of a plan for the Monday that the reader chooses. The site's file has all events, counted from a Monday long
// past: their days are moved, their time is filled in or taken out, and what they
// ask for is changed for who has numbers of her own.
const compact = (date) => date.toISOString().slice(0, 10).replaceAll("-", "");

// Own are the visits of each week, in order, of a runner who has numbers of her own: {1: [{day, swaps}]}. Swaps are what is said of her
// lifts, as it is published and as it is asked of her. Which visit an event is says its UID, which may be parted over lines.
function move(events, from, monday, time, own) {
  const days = events.replace(/^BEGIN:VEVENT[\s\S]*?^END:VEVENT/gm, (event) => {
    const [, week, n] = /^UID:\S*\.w(\d+)\.s(\d+)@/m.exec(event.replaceAll("\r\n ", "")) ?? [];
    const visit = own?.[Number(week)]?.[n - 1];
    const moved = event.replace(/^(DTSTART(?:;VALUE=DATE)?:)(\d{4})(\d\d)(\d\d)/m, (_, name, y, m, d) => {
      const at = new Date(Date.UTC(y, m - 1, d) + (monday - from));
      if (visit) at.setUTCDate(at.getUTCDate() + visit.day - ((at.getUTCDay() + 6) % 7));
      return name + compact(at);
    });
    return visit?.swaps.length ? moved.replace(/^DESCRIPTION:.*(?:\r\n .*)*/m, (text) => folded(asHers(text.replaceAll("\r\n ", ""), visit.swaps))) : moved;
  });
  return time
    ? days.replace(/^(DTSTART:\d{8}T)\d{4}/gm, (_, day) => day + time.replace(":", ""))
    : days.replace(/^DTSTART:(\d{8})T\d{6}\r\nDURATION:.*(?:\r\nTRANSP:.*)?/gm, "DTSTART;VALUE=DATE:$1\r\nTRANSP:TRANSPARENT");
}

// A description in which each line begins as it does for her: of each exercise, what was asked and what is. Its blanks are plain ones.
function asHers(description, swaps) {
  const lines = description.replaceAll("\u00a0", " ").split("\\n");
  for (const [from, to] of swaps.map((pair) => pair.map(escaped))) {
    const at = lines.findIndex((line) => `${line.replace(/^\d+[a-z]? /, "")}\\`.startsWith(`${from}\\`)); // behind it comes nothing or ", rest"
    if (at >= 0) lines[at] = lines[at].replace(from, () => to);
  }
  return lines.join("\\n");
}

const escaped = (text) => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\u00a0", " ");

// A line of at most 75 octets, and those that go on with it.
function folded(line) {
  const lines = [""];
  let octets = 0;
  for (const c of line) {
    const n = new TextEncoder().encode(c).length;
    if (octets + n > 75) octets = lines.push(" ") && 1;
    lines[lines.length - 1] += c;
    octets += n;
  }
  return lines.join("\r\n");
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
      const response = await fetch(events, { cache: "no-cache" });
      if (!response.ok) throw new Error(response.statusText);
      save(move(await response.text(), new Date(from), monday.valueAsDate, time.value, form.own), file);
    } catch {
      said.value = failed;
    }
  });
}
