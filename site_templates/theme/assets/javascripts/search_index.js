// The index, of which only the pieces are loaded that a query needs: small scripts beside the pages, which call `take`.
// What they hold is written by generator/publishing/search/pieces.py.
(() => {
  "use strict";
  const search = window.briefingSearch;
  const folder = new URL("../search/", document.currentScript.src);
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const arrived = new Map();
  const asked = new Map();

  search.take = (name, data) => arrived.set(name, data);

  /** Load a piece, once. */
  const load = (name, path) => {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const fail = () => {
          asked.delete(name); // so that the next query tries again
          reject(new Error(`${path} cannot be read`));
        };
        script.src = new URL(path, folder);
        script.addEventListener("error", fail);
        script.addEventListener("load", () => arrived.has(name) ? resolve(arrived.get(name)) : fail());
        document.head.append(script);
      }));
    }
    return asked.get(name);
  };

  /** Return the ascending numbers that a piece holds as gaps, five bits a letter, the lowest first. */
  const decoded = (letters) => {
    const numbers = [];
    let last = -1;
    for (let gap = 0, shift = 0, at = 0; at < letters.length; at += 1) {
      const digit = DIGITS.indexOf(letters[at]);
      gap += (digit % 32) << shift;
      shift += 5;
      if (digit < 32) {
        last += gap + 1;
        numbers.push(last);
        gap = shift = 0;
      }
    }
    return numbers;
  };

  /** Return the place of the last item that is not above the one looked for; the first where all are. */
  const lastUpTo = (items, wanted) => {
    let [low, high] = [0, items.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (items[middle] <= wanted) low = middle;
      else high = middle;
    }
    return low;
  };

  /** Return the words of a length, each written as how many letters it shares with the last, and the others. */
  const spelled = (text, length) => {
    const letters = [...text];
    const words = [];
    for (let at = 0, word = []; at < letters.length; at += 1 + length - DIGITS.indexOf(letters[at])) {
      const shared = DIGITS.indexOf(letters[at]);
      word = [...word.slice(0, shared), ...letters.slice(at + 1, at + 1 + length - shared)];
      words.push(word.join(""));
    }
    return words;
  };

  const opened = async () => {
    const manifest = await load("manifest", "manifest.js");
    const piece = (name) => load(name, `${manifest.edition}/${name}.js`);
    const firsts = decoded(manifest.chunks);
    const leaves = new Map();
    const spellings = new Map();

    const leaf = async (number) => {
      if (!leaves.has(number)) {
        const parts = await piece(`words-${number}`);
        const words = new Map();
        for (let at = 0; at < parts.length; at += 2) words.set(parts[at], parts[at + 1]);
        leaves.set(number, words);
      }
      return leaves.get(number);
    };

    return {
      ...search.reader(manifest.tables),
      size: manifest.entries,
      kinds: manifest.kinds,

      /** Return the numbers of the entries that have a word, a list a place; null where none has. */
      async postings(word) {
        const found = (await leaf(lastUpTo(manifest.words, word))).get(word);
        return found === undefined ? null : found.split(",").map(decoded);
      },

      /** Return the words that begin with some letters, from at most so many pieces. */
      async beginning(letters, most) {
        const first = lastUpTo(manifest.words, letters);
        const last = Math.min(lastUpTo(manifest.words, `${letters}\uffff`), first + most - 1);
        const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
        const words = (await Promise.all(numbers.map(leaf))).flatMap((each) => [...each.keys()]);
        return words.filter((word) => word.startsWith(letters));
      },

      /** Return the words of a length. */
      async ofLength(length) {
        if (!manifest.spellings.includes(length)) return [];
        if (!spellings.has(length)) spellings.set(length, spelled(await piece(`spellings-${length}`), length));
        return spellings.get(length);
      },

      /** Return what is shown of an entry. */
      async entry(number) {
        const chunk = lastUpTo(firsts, number);
        const [title, address, context, text] = (await piece(`entries-${chunk}`))[number - firsts[chunk]];
        return { title, href: new URL(`../../${address}`, folder).href, context, text, kind: this.kindOf(number) };
      },

      kindOf(number) {
        let end = 0;
        return manifest.kinds.find(([, count]) => number < (end += count))[0];
      },
    };
  };

  let index = null;
  /** Return the index, loaded when it is first asked for. */
  search.open = () => {
    index = index || opened().catch((error) => {
      index = null;
      throw error;
    });
    return index;
  };
})();
