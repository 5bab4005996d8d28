// A result of search as a reader sees it: its kind, where it belongs, its title, and the words around a match.
(() => {
  "use strict";
  const EXCERPT = 180;
  const BEFORE = 50; // how much of an excerpt stands before the first word that is looked for

  /** Return the stretch of a text that says most of what is looked for, in parts, with an ellipsis where it is cut. */
  const excerpt = (text, parts) => {
    if (text.length <= EXCERPT) return parts;
    const places = [];
    let at = 0;
    for (const each of parts) {
      if (each.wanted) places.push(at);
      at += each.text.length;
    }
    const within = (start) => places.filter((place) => place >= start && place < start + EXCERPT - BEFORE).length;
    const best = places.reduce((before, place) => within(place) > within(before) ? place : before, places[0] || 0);
    const ideal = Math.max(0, Math.min(best - BEFORE, text.length - EXCERPT));
    const gap = text.indexOf(" ", ideal); // some scripts have none
    const start = ideal && gap >= ideal && gap < best ? gap + 1 : ideal;
    const last = text.lastIndexOf(" ", start + EXCERPT);
    const end = start + EXCERPT >= text.length ? text.length : last > start ? last : start + EXCERPT;
    const cut = [];
    at = 0;
    for (const each of parts) {
      const words = each.text.slice(Math.max(0, start - at), Math.max(0, end - at));
      if (words) cut.push({ text: words, wanted: each.wanted });
      at += each.text.length;
    }
    if (start) cut.unshift({ text: "… ", wanted: false });
    if (end < text.length) cut.push({ text: "\u00a0…", wanted: false });
    return cut;
  };

  const write = (element, parts) => {
    for (const { text, wanted } of parts) {
      const words = document.createElement(wanted ? "mark" : "span");
      words.textContent = text;
      element.append(words);
    }
  };

  /**
   * Return an entry as a link, made from the templates of the dialog.
   * @param {HTMLElement} dialog
   * @param {{kind: string, title: string, href: string, context: string, text: string}} entry
   * @param {(text: string) => {text: string, wanted: boolean}[]} parts
   */
  window.briefingSearch.result = (dialog, entry, parts) => {
    const link = dialog.querySelector("template[data-result]").content.firstElementChild.cloneNode(true);
    const of = (name) => link.querySelector(`.search__${name}`);
    link.href = entry.href;
    of("kind").append(dialog.querySelector(`template[data-kind="${entry.kind}"]`).content.cloneNode(true));
    of("context").textContent = entry.context;
    write(of("title"), parts(entry.title));
    write(of("excerpt"), excerpt(entry.text, parts(entry.text)));
    return link;
  };
})();
