// What changed since the reader's last visit, kept in the browser and told nobody.
// Each day of a briefing has a mark made of all that became known on it; a day whose mark is new has news to tell.
(() => {
  "use strict";
  const box = document.querySelector("[data-visit]");
  if (!box) return;
  const key = `visit.${box.dataset.visit}`;
  const days = [...box.querySelectorAll("[data-mark]")];
  // Within one visit the news stay, however often the page is opened.
  const before = window.__md_get(key, sessionStorage) || window.__md_get(key);
  window.__md_set(key, days.map((day) => day.dataset.mark));
  if (!Array.isArray(before)) return;
  window.__md_set(key, before, sessionStorage);

  const seen = new Set(before);
  for (const day of days) day.hidden = seen.has(day.dataset.mark);
  box.querySelector("[data-visit-none]").hidden = days.some((day) => !day.hidden);
  box.hidden = false;
})();
