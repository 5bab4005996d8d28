// What counts as one word: the rules of generator/publishing/search/words.py, by the tables that the manifest brings.
(() => {
  "use strict";
  const SIGNS = "\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff"; // of scripts without gaps: each is taken for a word
  const LETTERS = `(?:(?![${SIGNS}])[\\p{L}\\p{N}])+`;
  const WORD = new RegExp(`[0-9]+(?:[.,'‘’٬٫ ][0-9]+)*|[${SIGNS}]|${LETTERS}(?:['‘’]${LETTERS})*`, "gu");
  const GROUPED = /^([1-9][0-9]{0,2}(?:([,.'‘’٬ ])[0-9]{3})(?:\2[0-9]{3})*)(?:(?!\2)[.,٫]([0-9]+))?$/u;
  const DECIMAL = /^([0-9]+)[.,٫]([0-9]+)$/u;
  const PLURAL = /^[a-z]{2,}[^aiosu]s$/u;

  // The same before letters are made alike, as a text shows them: with marks, and with digits of any script.
  const SHOWN_LETTERS = `(?:(?![${SIGNS}])[\\p{L}\\p{N}\\p{M}\\p{Cf}])+`;
  const SHOWN = new RegExp(
    `\\p{Nd}+(?:[.,'‘’٬٫ \\u00a0\\u2009\\u202f]\\p{Nd}+)*|[${SIGNS}]|${SHOWN_LETTERS}(?:['‘’]${SHOWN_LETTERS})*`, "gu");

  const number = (whole, decimals) => {
    const significant = decimals.replace(/0+$/u, "");
    return (whole.replace(/^0+/u, "") || "0") + (significant && `.${significant}`);
  };

  const numbers = (run) => {
    const grouped = GROUPED.exec(run);
    if (grouped) return [number(grouped[1].replace(/[^0-9]/gu, ""), grouped[3] || "")];
    const decimal = DECIMAL.exec(run);
    if (decimal) return [number(decimal[1], decimal[2])];
    if (run.includes(" ")) return run.split(" ").flatMap(numbers);
    return run.match(/[0-9]+/gu).map((digits) => number(digits, ""));
  };

  /**
   * Return what reads words by the tables of an index.
   * @param {{letters: Object<string, string>, stopped: string[], forms: Object<string, string>}} tables
   */
  const reader = (tables) => {
    const letters = new Map(Object.entries(tables.letters));
    const forms = new Map(Object.entries(tables.forms));
    const stopped = new Set(tables.stopped);

    const fold = (text) => [...text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}]/gu, "")]
      .map((letter) => letters.has(letter) ? letters.get(letter) : letter).join("");

    const plain = (text) => {
      let word = text.replace(/['’]s$/u, "").replace(/['‘’]/gu, "");
      if (PLURAL.test(word) && !forms.has(word)) word = word.slice(0, -1).replace(/ie$/u, "y");
      return forms.has(word) ? forms.get(word) : word;
    };

    /** @type {(text: string) => string[]} */
    const words = (text) => (fold(text).match(WORD) || []).flatMap((word) =>
      /^[0-9]/u.test(word) ? numbers(word) : [plain(word)]);

    /** Return a text in parts, each with whether it is a word that is looked for. */
    const parts = (text, wanted) => {
      const found = [];
      let end = 0;
      for (const match of text.matchAll(SHOWN)) {
        if (!words(match[0]).some((word) => wanted.has(word))) continue;
        found.push({ text: text.slice(end, match.index), wanted: false }, { text: match[0], wanted: true });
        end = match.index + match[0].length;
      }
      return [...found, { text: text.slice(end), wanted: false }].filter((part) => part.text);
    };

    return { words, parts, stopped, forms };
  };

  window.briefingSearch = { reader };
})();
