// What a query finds: its words looked up, what they begin or were meant to be, and the entries ordered by them.
(() => {
  "use strict";
  const PLACES = [8, 5, 3, 1]; // alone in a name, in a short name, in a long one, in the text
  const KINDS = {
    briefing: 1.2, actor: 1.3, figure: 1.3, issue: 1.15, event: 1.1, day: 1.1, article: 1, statement: 1.05,
    observation: 1, page: 0.5,
  };
  const [EXACT, BEGINS, MEANT] = [1, 0.5, 0.5];
  const [SHORT, FEW_PIECES, FEW_WORDS] = [3, 2, 40]; // how far the beginnings of one- and two-letter words are followed
  const [LEAST_TO_MISSPELL, LONG, MOST_MEANT] = [4, 8, 3];

  /** Return how many letters were left out, added, changed or swapped with the next; more than `most` is all one. */
  const distance = (one, other, most) => {
    let [before, last, row] = [[], [], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i += 1) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= other.length; j += 1) {
        const changed = last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        row[j] = Math.min(changed, last[j] + 1, row[j - 1] + 1);
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
    }
    return row[other.length];
  };

  const frequency = (postings) => postings.reduce((sum, numbers) => sum + numbers.length, 0);

  const beginning = async (index, letters) => {
    const short = letters.length < SHORT;
    const words = await index.beginning(letters, short ? FEW_PIECES : Infinity);
    for (const [form, word] of index.forms) if (form.startsWith(letters)) words.push(word);
    const others = [...new Set(words)].filter((word) => word !== letters && !index.stopped.has(word));
    const found = await Promise.all(others.map(async (word) => ({ word, postings: await index.postings(word) })));
    const known = found.filter((each) => each.postings);
    if (!short) return known;
    return known.slice(0, FEW_WORDS).map(({ word, postings }) => ({ word, postings: postings.slice(0, -1) }));
  };

  /** Return the words nearest to one that stands nowhere, those that stand in most entries first. */
  const meant = async (index, word) => {
    const letters = [...word];
    if (letters.length < LEAST_TO_MISSPELL || /^[0-9]/u.test(word)) return [];
    const most = letters.length < LONG ? 1 : 2;
    const lengths = Array.from({ length: 2 * most + 1 }, (_, at) => letters.length - most + at);
    const near = [[], [], []];
    for (const other of (await Promise.all(lengths.map((length) => index.ofLength(length)))).flat()) {
      const apart = distance(letters, [...other], most);
      if (apart <= most) near[apart].push(other);
    }
    const nearest = near.find((words) => words.length) || [];
    const found = await Promise.all(nearest.map(async (each) => ({ word: each, postings: await index.postings(each) })));
    return found.sort((a, b) => frequency(b.postings) - frequency(a.postings)).slice(0, MOST_MEANT);
  };

  /** Return the words that stand for one that is asked for, each with how well. */
  const variants = async (index, word, isLast) => {
    const postings = await index.postings(word);
    const exact = postings ? [{ word, postings, quality: EXACT }] : [];
    const longer = isLast || !postings ? await beginning(index, word) : [];
    if (exact.length || longer.length) {
      return { asked: word, shown: [...exact, ...longer.map((each) => ({ ...each, quality: BEGINS }))] };
    }
    const corrected = (await meant(index, word)).map((each) => ({ ...each, quality: MEANT }));
    return { asked: word, shown: corrected, corrected: corrected.map((each) => each.word) };
  };

  /** Return for each entry the best place in which it has one of the words, as a weight. */
  const weights = (index, shown) => {
    const best = new Float32Array(index.size);
    for (const { postings, quality } of shown) {
      for (const [place, numbers] of postings.entries()) {
        const weight = PLACES[place] * quality;
        for (const number of numbers) best[number] = Math.max(best[number], weight);
      }
    }
    return best;
  };

  /** Return the numbers of the entries that have the most telling of the words, best first. */
  const ordered = (index, terms) => {
    const [scores, shares] = [new Float32Array(index.size), new Float32Array(index.size)];
    let whole = 0;
    for (const { shown } of terms) {
      const best = weights(index, shown);
      const having = best.reduce((count, weight) => count + (weight > 0), 0);
      const rarity = Math.log(1 + index.size / Math.max(having, 1));
      whole += rarity;
      for (const [number, weight] of best.entries()) {
        if (!weight) continue;
        scores[number] += weight * rarity;
        shares[number] += rarity;
      }
    }
    const found = [];
    let number = 0;
    for (const [kind, count] of index.kinds) {
      for (const end = number + count; number < end; number += 1) {
        const share = shares[number] / whole;
        const all = share > 0.999; // sums of fractions
        if (share) found.push({ number, all, share, score: scores[number] * share ** 2 * KINDS[kind] });
      }
    }
    const most = found.filter((each) => each.share > 0.5);
    const kept = most.length ? most : found;
    kept.sort((a, b) => b.all - a.all || b.score - a.score || a.number - b.number);
    return kept.map((each) => each.number);
  };

  /**
   * Return what a query finds: the numbers of entries, the words to mark, and what was not found.
   * @param {object} index
   * @param {string} query
   */
  window.briefingSearch.find = async (index, query) => {
    const words = index.words(query);
    const telling = words.filter((word) => !index.stopped.has(word));
    const asked = [...new Set(telling.length ? telling : words)];
    const last = /\s$/u.test(query) ? "" : words.at(-1);
    const terms = await Promise.all(asked.map((word) => variants(index, word, word === last)));
    const found = terms.filter((term) => term.shown.length);
    return {
      numbers: found.length ? ordered(index, found) : [],
      wanted: new Set(found.flatMap((term) => term.shown.map((each) => each.word))),
      corrected: found.filter((term) => term.corrected),
      missing: terms.filter((term) => !term.shown.length).map((term) => term.asked),
    };
  };
})();
