// The search dialog: opened by its button, by / or by Ctrl-K; a combobox whose options are the results, as links.
(() => {
  "use strict";
  const dialog = document.getElementById("frame__search");
  const button = document.getElementById("frame__search-button");
  if (!dialog || !button || !dialog.showModal) return;
  const PORTION = 10;
  const PATIENCE = 60; // milliseconds between the last key and the search
  const search = window.briefingSearch;
  const part = (name) => dialog.querySelector(`.search__${name}`);
  const [query, told, list, more, hints] = ["query", "told", "results", "more", "hints"].map(part);
  const patterns = { ...dialog.dataset };
  let found = null;
  let shown = 0;
  let turn = 0;
  let timer = 0;
  let settled = Promise.resolve();

  const worded = (name, values) => patterns[name].replace(/\{(\w+)\}/gu, (_, value) => values[value]);
  const options = () => [...list.children];
  const active = () => list.querySelector("[aria-selected='true']");

  /** Show the next portion of what was found, unless something else was asked for meanwhile. */
  const showMore = async (asked) => {
    const first = shown;
    const numbers = found.numbers.slice(first, first + PORTION);
    const entries = await Promise.all(numbers.map((number) => found.entry(number)));
    if (asked !== turn || first !== shown) return;
    if (!first) list.replaceChildren();
    for (const entry of entries) {
      const link = search.result(dialog, entry, found.parts);
      link.id = `frame__search-result-${shown}`;
      list.append(link);
      shown += 1;
    }
    list.hidden = !shown;
    more.hidden = shown >= found.numbers.length;
    query.setAttribute("aria-expanded", String(shown > 0));
  };

  const tell = ({ numbers, corrected, missing }) => {
    const count = numbers.length.toLocaleString(document.documentElement.lang || undefined);
    const sentences = corrected.map((term) =>
      worded("corrected", { asked: term.asked, shown: term.corrected.join(patterns.comma) }));
    if (missing.length) sentences.push(worded("nothing", { asked: missing.join(" ") }));
    if (numbers.length) sentences.push(worded("count", { count }));
    told.textContent = sentences.join(" ");
  };

  const clear = () => {
    found = null;
    list.replaceChildren();
    list.hidden = more.hidden = true;
    told.textContent = "";
    query.setAttribute("aria-expanded", "false");
  };

  const ask = async () => {
    turn += 1;
    const asked = turn;
    const words = query.value;
    hints.hidden = Boolean(words.trim());
    choose(null);
    if (!words.trim()) return clear();
    try {
      const index = await search.open();
      const answer = await search.find(index, words);
      if (asked !== turn) return undefined;
      found = { ...answer, entry: (number) => index.entry(number), parts: (text) => index.parts(text, answer.wanted) };
      shown = 0;
      await showMore(asked);
      if (asked !== turn) return undefined;
      part("found").scrollTop = 0;
      hints.hidden = Boolean(answer.numbers.length || answer.missing.length); // neither where there are no words
      tell(answer);
    } catch {
      clear();
      told.textContent = patterns.failed;
    }
    return undefined;
  };

  const choose = (option) => {
    active()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) query.setAttribute("aria-activedescendant", option.id);
    else query.removeAttribute("aria-activedescendant");
  };

  const next = async () => {
    const all = options();
    const at = all.indexOf(active());
    if (at === all.length - 1 && !more.hidden) await showMore(turn);
    choose(options()[at + 1] || active());
  };

  const keys = {
    ArrowDown: next,
    ArrowUp: () => choose(options()[options().indexOf(active()) - 1] || null),
    Home: () => choose(options()[0]),
    End: () => choose(options().at(-1)),
  };

  query.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (["Home", "End"].includes(event.key) && !active()) return; // they move in what is typed
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  query.addEventListener("input", () => {
    clearTimeout(timer);
    settled = new Promise((resolve) => {
      timer = setTimeout(() => resolve(ask()), PATIENCE);
    });
  });

  part("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    await settled;
    (active() || options()[0])?.click();
  });

  more.addEventListener("click", async () => {
    const at = shown;
    await showMore(turn);
    choose(options()[at]);
    query.focus();
  });

  /** Keep what was asked in the address, so that the way back leads to it. */
  const remember = (words) => {
    const address = new URL(location.href);
    if (words) address.searchParams.set("q", words);
    else address.searchParams.delete("q");
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // a browser that lets no page on a disk change its address
    }
  };

  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const here = new URL(location.href);
    here.searchParams.delete("q");
    if (link.href.split("#")[0] === here.href.split("#")[0]) dialog.close();
    else remember(query.value);
  });

  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    query.select();
    search.open().catch(() => {}); // what is wrong is told when something is asked
  };

  dialog.addEventListener("close", () => remember(""));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // its own padding is none: this is the backdrop
  });
  part("close").addEventListener("click", () => dialog.close());
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type='radio'], [type='checkbox']), textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !control) return;
    event.preventDefault();
    open();
  });
  button.hidden = false;

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    query.value = asked;
    open();
    settled = ask();
  }
})();
