// What was known on a day: the day stands in the address as ?as-of=2026-02-03, and what came later is hidden.
// Pages are whole without this script: the history page lists every change, the figure pages every value.
(() => {
  "use strict";
  const asked = new URLSearchParams(location.search).get("as-of") || "";
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? new Date(`${asked}T00:00Z`) : new Date(NaN);
  // Some browsers take 30 February for 2 March.
  const day = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(asked) ? asked : "";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  for (const select of all("select[name='as-of']")) {
    if (day) select.value = day;
    select.addEventListener("change", () => select.form.submit());
  }
  if (!day) return;
  document.documentElement.dataset.asOf = day;  // for the scripts that come after this one

  for (const item of all("[data-known-from]")) item.hidden = item.dataset.knownFrom > day;

  // A voice that had not spoken yet is not named either, nor is a measure that nobody had given.
  for (const group of all("tbody, main section")) {
    const items = all("tr[data-known-from]", group);
    if (items.length && items.every((item) => item.hidden)) group.hidden = true;
  }
  for (const fold of all("tbody details")) fold.open = true;

  // Of each figure, event and issue only the last state up to the day holds; the table has the latest first.
  for (const table of all("[data-as-of-states]")) {
    const seen = new Set();
    for (const row of all("tr[data-target]", table)) {
      if (row.hidden) continue;
      row.hidden = seen.has(row.dataset.target);
      seen.add(row.dataset.target);
    }
  }
  for (const snapshots of all("[data-snapshots]")) {
    const known = [...snapshots.children].filter((each) => !each.hidden);
    for (const each of known.slice(0, -1)) each.hidden = true;
  }

  for (const each of all("[data-now]")) each.hidden = true;
  for (const each of all("[data-then]")) each.hidden = false;
  const option = all("select[name='as-of'] option").find((each) => each.value === day);
  for (const each of all("[data-as-of-day]")) each.textContent = option ? option.textContent : day;
})();
