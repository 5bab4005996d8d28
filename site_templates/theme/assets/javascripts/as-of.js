// What was known on a day: the day stands in the address as ?as-of=2026-02-03, and what came later is hidden.
// Pages are whole without this script: the history page lists every change, the figure pages every value.
(() => {
  "use strict";
  const asked = new URLSearchParams(location.search).get("as-of") || "";
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : "";

  function showOnlyKnown() {
    for (const item of document.querySelectorAll("[data-known-from]")) {
      if (item.dataset.knownFrom > day) item.hidden = true;
    }
  }

  // Of each figure, event and issue only the last state up to the day holds.
  function showOnlyLatestStates(table) {
    const seen = new Set();
    for (const row of [...table.querySelectorAll("tr[data-target]")].reverse()) {
      if (row.hidden) continue;
      if (seen.has(row.dataset.target)) row.hidden = true;
      seen.add(row.dataset.target);
    }
  }

  function showOnlyLatestSnapshot(snapshots) {
    const known = [...snapshots].filter((each) => !each.hidden);
    for (const each of known.slice(0, -1)) each.hidden = true;
  }

  function keepDayInLinks() {
    for (const link of document.querySelectorAll("a[data-keeps-day]")) {
      link.search = `?as-of=${day}`;
    }
  }

  for (const select of document.querySelectorAll("select[name='as-of']")) {
    if (day) select.value = day;
    select.addEventListener("change", () => select.form.submit());
  }
  if (!day) return;
  document.documentElement.dataset.asOf = day;
  showOnlyKnown();
  document.querySelectorAll("[data-as-of-states]").forEach(showOnlyLatestStates);
  document.querySelectorAll("[data-snapshots]").forEach((each) => showOnlyLatestSnapshot(each.children));
  for (const each of document.querySelectorAll("[data-now]")) each.hidden = true;
  for (const each of document.querySelectorAll("[data-then]")) each.hidden = false;
  for (const each of document.querySelectorAll("[data-as-of-day]")) each.textContent = day;
  keepDayInLinks();
})();
