// What a runner does with the pages on her phone. Each step waits until the page has followed, and returns what it shows.
globalThis.phone = (() => {
  const $ = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const text = (e) => e.textContent.replaceAll(/\s+/g, " ").trim();
  async function until(what, is) {
    for (let i = 0; i < 400 && !is(); i++) await new Promise((done) => setTimeout(done, 25));
    if (!is()) throw new Error(`${what}: not after ten seconds`);
  }
  const change = (input, value) => {
    if (input.type === "checkbox") input.checked = value;
    else input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const isOpen = async () => { await until("the log", () => $(".lift") && !$("#_visit").hidden); return true; };
  const asked = () => all(".lift").map((li) => `${text(li.querySelector("h3 a"))} ${text(li.querySelector(".target"))}`);

  return {
    // Makes the plan hers: a name, the first Monday, the days, her dumbbells, and with what the squat begins.
    async chooses({ name, monday, days, dumbbells, squat }) {
      $("#_yours-form").open = true;
      await until("the form", () => all(".yours .days li").length === 7);
      change($(".yours [name=name]"), name);
      change($(".yours [name=monday]"), monday);
      const boxes = all(".yours [name=day]");
      for (const box of boxes) if (box.checked && !days.includes(Number(box.value))) change(box, false);
      for (const box of boxes) if (!box.checked && days.includes(Number(box.value))) change(box, true);
      for (const tick of all("[data-list=dumbbell] [type=checkbox]")) if (tick.checked !== dumbbells.includes(Number(tick.value))) change(tick, !tick.checked);
      await until("her weights", () => all("[data-start^='goblet-squat'] option").some((o) => o.value === String(squat)));
      change($("[data-start^='goblet-squat'] select"), String(squat));
      await until("her start", () => all(".ledger td span").some((load) => text(load) === `${squat / 1000} kg`));
      return true;
    },

    // Answers how the run after the last visit went, where that is asked.
    async ran(how) {
      await isOpen();
      const radio = $(`#_asks [value=${how}]`);
      if (!radio) return false;
      radio.click();
      await until("the answer", () => !$("#_asks form"));
      return true;
    },

    // Does all lifts as planned, save that the first set of the first is short by some, that it hurts, and how it felt.
    async trains({ short = 0, hurts = false, felt = "" }) {
      await isOpen();
      const was = asked();
      if (hurts) {
        $(".lift [name=hurt]").click();
        await until("pain", () => $(".lift [name=hurt]").checked);
      }
      for (let n = 1; n <= all(".lift").length; n++) {
        const planned = () => $(`.lift:nth-child(${n}) [name=planned]`);
        if ($(`.lift:nth-child(${n})`).classList.contains("left-out")) continue;
        planned().click();
        await until(`lift ${n}`, () => planned().disabled);
      }
      if (short > 0) {
        $(".lift .sets button").click();
        await until("the set", () => !$(".lift .change").hidden);
        for (let i = 0; i < short; i++) {
          const before = text($(".lift .change output"));
          $(".lift [name=fewer]").click();
          await until("one fewer", () => text($(".lift .change output")) !== before);
        }
      }
      if (felt) {
        $(`[name=effort][value=${felt}]`).click();
        await until("how it felt", () => $(`[name=effort][value=${felt}]`).checked);
      }
      return [text($("#_visit-title")), ...was];
    },

    // What is asked of her on the visit that the page opens with, and on all that come after it.
    async ahead() {
      await isOpen();
      const visits = [];
      for (;;) {
        visits.push([text($("#_visit-title")), ...asked()].join(" | "));
        const after = $(".which [name=after]");
        if (after.disabled) return visits;
        const title = text($("#_visit-title"));
        after.click();
        await until("the next visit", () => text($("#_visit-title")) !== title);
      }
    },

    // What she has done, the last visit first, and what the page says of visits and lifts that have no place.
    async past() {
      await isOpen();
      return [...all("#_visits li").map(text), text($("#_kept"))];
    },

    // Takes over what the address holds.
    async takesLink() {
      await until("the question", () => $("#_yours-link").open);
      const says = text($("#_yours-link"));
      $("#_yours-link [value=take]").click();
      await until("what was taken", () => !$("#_yours-link").open && $("#_yours-says").textContent);
      return says;
    },

    // Waits until a page shows what is hers.
    async isReady() {
      if ($("#_log")) return isOpen();
      await until("her numbers", () => $("#_yours-says").textContent);
      return true;
    },

    // Takes over the file that was chosen.
    async takesFile() {
      await until("what it brings", () => $("#_import").textContent);
      const says = text($("#_import p")), button = $("#_import button");
      button.click();
      await until("what was taken", () => $("#_import").textContent && !$("#_import button"));
      return says;
    },

    // Her sheet as it is printed: of each visit and lift the exercise and what is asked. An exercise is named where it is another one than above
    // in the column, whose top is the head of the row.
    async sheet(hers) {
      await until("her sheet", () => !hers || !$("#_yours").hidden);
      const asked = {};
      for (const page of all(".sheet")) {
        const weeks = [...page.querySelectorAll(".heads h3")].map((h3) => Number(text(h3).match(/\d+/)[0]));
        for (const [n, lift] of [...page.querySelectorAll(".lift")].entries()) {
          const name = lift.querySelector("h3").cloneNode(true), cells = [...lift.querySelectorAll(".band > div:not(.rail)")];
          for (const e of name.querySelectorAll("b, small")) e.remove();
          const next = lift.querySelector(":scope:has(.loaded) .aside"); // a narrow sheet has no room for it there
          if (next) asked[`what lift ${n + 1} does next`] = text(next);
          for (const [i, week] of weeks.entries()) {
            let exercise = text(name);
            for (let line = 0; i + line * weeks.length < cells.length; line++) {
              const place = cells[i + line * weeks.length].querySelector("p:not(.why)")?.cloneNode(true), another = place?.querySelector("em");
              another?.remove();
              exercise = another ? text(another) : exercise;
              asked[`week ${week}, visit ${line + 1}, lift ${n + 1}`] = place ? `${exercise}: ${text(place)}` : "nothing";
            }
          }
        }
      }
      return asked;
    },
  };
})();
