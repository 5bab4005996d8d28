// Tables whose columns can be sorted: upward, downward, and as they were. What a voice says stays with the voice.
(() => {
  "use strict";
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
  const collator = new Intl.Collator(document.documentElement.lang || [], { numeric: true });

  const valueOf = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  /** Order two values; one that is missing comes last, whichever way the column is sorted. */
  const compare = (one, other, sign) => {
    if (!one || !other) return Number(!one) - Number(!other);
    const [low, high] = [Number(one), Number(other)];
    return sign * (Number.isNaN(low - high) ? collator.compare(one, other) : low - high);
  };

  /** Return a function that puts a table's rows in the order of a column, those of each body among themselves. */
  const sorter = (table) => {
    const columns = table.tHead.rows[0].cells.length;
    const bodies = [...table.tBodies].map((body) => {
      const rows = [...body.rows].filter((row) => row.cells.length === columns); // not the name of a voice, nor a fold
      return { body, rows, next: rows.length ? rows[rows.length - 1].nextSibling : null };
    });
    return (column, direction) => {
      const sign = direction === "descending" ? -1 : 1;
      const inOrder = (items, value) =>
        direction === "none" ? items : [...items].sort((one, other) => compare(value(one), value(other), sign));
      const sorted = bodies.map((each) => ({ ...each, rows: inOrder(each.rows, (row) => valueOf(row, column)) }));
      const first = (each) => each.rows.find((row) => !row.hidden) || each.rows[0];
      for (const each of inOrder(sorted, (each) => (each.rows.length ? valueOf(first(each), column) : ""))) {
        for (const row of each.rows) each.body.insertBefore(row, each.next);
        table.insertBefore(each.body, table.tFoot);
      }
    };
  };

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const sort = sorter(table);
    const headers = [...table.tHead.querySelectorAll("th[data-sorts]")];
    for (const header of headers) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...header.childNodes);
      header.append(button);
      header.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const direction = NEXT[header.getAttribute("aria-sort")];
        for (const each of headers) each.setAttribute("aria-sort", each === header ? direction : "none");
        sort(header.cellIndex, direction);
      });
    }
  }
})();
