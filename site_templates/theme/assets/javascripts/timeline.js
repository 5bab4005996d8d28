// The timeline's filters. What is chosen stands in the address, and beside each choice how many events it would leave.
// It comes after the script that hides what was not known on a day: of that, nothing is counted or shown.
(() => {
  "use strict";
  const form = document.querySelector("form[data-filters]");
  if (!form) return;
  form.hidden = false;
  // Fields of the form, parts of the address, and data of an event or its reports. The state of an event is the last
  // day's, so it cannot be chosen among what was known on another.
  const KINDS = ["actor", "outlet", "status", "disputed"].filter(
    (kind) => form.querySelector(`[name='${kind}']`)?.closest("[hidden]") === null,
  );
  const events = [...document.querySelectorAll(".event")].filter((event) => !event.hidden);
  const told = new Map(events.map((event) => [event, [event, ...event.querySelectorAll("[data-actor]:not([hidden])")]]));
  const periods = [...document.querySelectorAll(".period")].map((section) => ({
    section,
    links: document.querySelectorAll(`a[href="#${section.querySelector("h2").id}"]`),
  }));
  const options = [...form.querySelectorAll("select:not([name='as-of']) option[value]:not([value=''])")];
  const boxes = [...form.querySelectorAll("input[type='checkbox']")];
  const names = new Map(options.map((option) => [option, option.text]));
  const showAll = form.querySelector("[data-show-all]");
  const worded = (count) => count.toLocaleString(document.documentElement.lang || []);

  const has = (event, kind, value) =>
    told.get(event).some((each) => (each.dataset[kind] || "").split(" ").includes(value));
  const chosenIn = (parameters) =>
    new Map(KINDS.map((kind) => [kind, parameters.getAll(kind).filter(Boolean)]).filter(([, values]) => values.length));
  const fits = (event, chosen) =>
    [...chosen].every(([kind, values]) => values.some((value) => has(event, kind, value)));

  /** Return how many events one choice would leave, whatever else is chosen of its kind. */
  const left = (chosen, kind, value) => {
    const others = new Map(chosen).set(kind, [value]);
    return events.filter((event) => fits(event, others)).length;
  };

  const show = () => {
    const chosen = chosenIn(new FormData(form));
    for (const event of events) event.hidden = !fits(event, chosen);
    for (const { section, links } of periods) {
      const count = section.querySelectorAll(".event:not([hidden])").length;
      section.hidden = !count;
      for (const link of links) {
        link.closest("li").hidden = !count;
        link.querySelector(".periods__count").textContent = worded(count);
      }
    }
    for (const option of options) {
      const count = left(chosen, option.parentElement.name, option.value);
      option.text = `${names.get(option)} (${worded(count)})`;
      option.disabled = !count && !option.selected;
    }
    for (const box of boxes) {
      const count = left(chosen, box.name, box.value);
      box.parentElement.querySelector(".chip__count").textContent = worded(count);
      box.disabled = !count && !box.checked;
    }
    form.querySelector("[data-shown]").textContent = worded(events.filter((event) => !event.hidden).length);
    form.querySelector("[data-all]").textContent = worded(events.length);
    showAll.hidden = !chosen.size;
  };

  const choose = (chosen) => {
    for (const select of form.querySelectorAll("select:not([name='as-of'])")) {
      const [value] = chosen.get(select.name) || [""];
      select.value = value;
      if (select.selectedIndex < 0) select.value = "";
    }
    for (const box of boxes) box.checked = (chosen.get(box.name) || []).includes(box.value);
    show();
  };

  const target = () => document.getElementById(location.hash.slice(1));

  const remember = () => {
    const address = new URL(location.href);
    for (const kind of KINDS) address.searchParams.delete(kind);
    for (const [kind, values] of chosenIn(new FormData(form))) {
      for (const value of values) address.searchParams.append(kind, value);
    }
    if (target()?.closest("[hidden]")) address.hash = "";
    try {
      history.replaceState(history.state, "", address);
    } catch {
      form.submit(); // a browser that lets no page on disk rename itself opens it anew
    }
  };

  // A link to an event leads there, whatever is chosen; what was not known on the day stays out of sight.
  const reveal = () => {
    const event = target()?.closest(".event");
    if (!event?.hidden || !events.includes(event)) return;
    choose(new Map());
    remember();
    event.scrollIntoView();
  };

  form.addEventListener("change", (event) => {
    if (event.target.name === "as-of") return; // which opens the page anew
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name);
  });
  showAll.addEventListener("click", () => {
    choose(new Map());
    remember();
    form.querySelector("select").focus(); // for the button goes
  });
  addEventListener("popstate", () => choose(chosenIn(new URLSearchParams(location.search))));
  addEventListener("hashchange", reveal);
  choose(chosenIn(new URLSearchParams(location.search)));
  reveal();
})();
