// The rest between sets. It ends at a moment that is kept, not after a number of ticks: a phone that was locked meanwhile, or a page that
// was loaded anew, shows what is left of it. While it runs the screen stays on, where the browser can do that.
const place = document.getElementById("_rest");
const shown = place.querySelector("p");
const key = "legpress-rest";
let end = 0, ticking = 0, lock;

function remember() {
  try {
    end ? sessionStorage.setItem(key, end) : sessionStorage.removeItem(key);
  } catch { /* then it does not outlive the page */ }
}

async function stayAwake() {
  try {
    lock ??= await navigator.wakeLock?.request("screen");
    lock?.addEventListener("release", () => { lock = undefined; });
  } catch { /* the battery is low */ }
}

function tick() {
  const left = Math.ceil((end - Date.now()) / 1000);
  const text = left > 0 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "0:00";
  if (shown.textContent !== text) shown.textContent = text;
  if (left > 0 || place.classList.contains("over")) return;
  place.classList.add("over");
  navigator.vibrate?.([200, 100, 200]);
  if (left < -600) stopRest(); // it ended long ago, while nobody looked
}

function run() {
  place.hidden = false;
  place.classList.remove("over");
  clearInterval(ticking);
  ticking = setInterval(tick, 250);
  tick();
  stayAwake();
}

// Begins a rest of some seconds; one that runs gives way.
export function startRest(seconds) {
  if (!(seconds > 0)) return;
  end = Date.now() + seconds * 1000;
  remember();
  run();
}

export function stopRest() {
  end = 0;
  remember();
  clearInterval(ticking);
  place.hidden = true;
  lock?.release();
}

place.querySelector("button").addEventListener("click", stopRest);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible" && end) run(); });
try {
  end = Number(sessionStorage.getItem(key));
} catch { /* as if there were none */ }
// A clock that was set back must not make a rest of hours.
if (end > Date.now() && end < Date.now() + 3600_000) run();
else stopRest();
