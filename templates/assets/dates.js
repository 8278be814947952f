// Dates as the pages have them: the day before the month, in English as well.
const locale = () => (document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang);
const format = (options) => new Intl.DateTimeFormat(locale(), { ...options, timeZone: "UTC" });

export const shortDate = (date) => format({ day: "numeric", month: "short" }).format(new Date(date));
// "Tuesday, 1 December".
export const dayAndDate = (date) => format({ weekday: "long", day: "numeric", month: "long" }).format(new Date(date));
export const longDate = (date) => format({ dateStyle: "long" }).format(new Date(date));

// The seven days from a day on: "30 November – 6 December".
export function weekFrom(date) {
  const from = new Date(date), to = new Date(from.getTime() + 6 * 86_400_000);
  return format({ day: "numeric", month: "long" }).formatRange(from, to);
}
