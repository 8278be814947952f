// Finds words in the site's search index, of which it loads only the pieces that a query needs. What is in them, the doc of the package
// generator/render/search says; how well a document answers a word has been computed there.

// Letters that some keyboards lack, and how they are written there.
const siblings = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", ı: "i", ς: "σ" };

// The folded words of a text, cut as those of the index are.
export const wordsOf = (text) => text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}]/gu, "").replace(/[ßæœøłđðþħŧıς]/g, (letter) => siblings[letter]).match(/[\p{L}\p{N}]+/gu) ?? [];

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const valueOf = new Uint8Array(128);
for (const [value, letter] of [...alphabet].entries()) valueOf[letter.charCodeAt()] = value;
const ratings = Float64Array.from(alphabet, (_, level) => 0.1 * 1.12 ** level);

// Adds to the score of each document what it is worth that a word stands there.
function add(scores, found, weight) {
  let doc = 0;
  let number = 0;
  let worth = 0;
  for (let i = 0; i < found.length; i++) {
    if (found[i] === ".") {
      worth = weight * ratings[valueOf[found.charCodeAt(++i)]];
      doc = 0;
      continue;
    }
    const bits = valueOf[found.charCodeAt(i)];
    number = number * 32 + (bits & 31);
    if (bits > 31) continue;
    doc += number;
    scores[doc++] += worth;
    number = 0;
  }
}

// ---- How like a word is what was typed --------------------------------------------------------------------------------------------

const mistakes = (word) => (word.length < 5 ? 0 : word.length < 10 ? 1 : 2); // that a word may have

// How many letters are wrong, missing, too many or changed in their order between two words; more than most is Infinity.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      let d = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      next.push(d);
      best = Math.min(best, d);
    }
    if (best > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[b.length] > most ? Infinity : row[b.length];
}

// How much a word of the index counts for one that was typed: most where it is the same, less where it begins with it, and least where it
// was probably meant, with so many mistakes at most. 0: it is another one.
function weightOf(word, typed, most) {
  if (word === typed) return 1;
  const { length } = word;
  if (typed.length > 1 && word.startsWith(typed)) return (0.375 * length) / (length + 0.3 * (length - typed.length));
  return most === 0 ? 0 : (0.2 * length) / (length + distance(typed, word, most));
}

// ---- Which pieces a query needs ---------------------------------------------------------------------------------------------------

const limit = { words: 8, pieces: 8, ofWord: 3 }; // of a query: words, pieces beyond one of each word, pieces of the words that begin with one

// The place among the pieces of the one that has a word, if any has it.
function placeOf(root, word) {
  const next = root.words.findIndex(([first]) => first > word);
  return Math.max(next < 0 ? root.words.length - 1 : next - 1, 0);
}

// All places from one to another that there are.
const places = (root, from, to) => root.words.map((_, place) => place).slice(Math.max(from, 0), to + 1);

// A small index is taken whole, so that each mistake in typing is seen through.
export const isWhole = (root) => root.words.length <= limit.pieces;

// The places of the words that are a word or begin with it.
function placesOf(root, word) {
  if (isWhole(root)) return places(root, 0, limit.pieces);
  const from = placeOf(root, word);
  return places(root, from, word.length > 1 ? Math.min(placeOf(root, `${word}\uffff`), from + limit.ofWord - 1) : from);
}

// Leaves each term its first place, and of the others as many as a query may load.
function spare(terms) {
  const loaded = new Set(terms.flatMap((term) => term.places.slice(0, 1)));
  for (const term of terms) {
    term.places = term.places.filter((place) => loaded.has(place) || (loaded.size < limit.pieces && loaded.add(place)));
  }
}

// ---- The index --------------------------------------------------------------------------------------------------------------------

export class SearchIndex {
  #address;
  #root;
  #pieces = new Map(); // what is loaded, by name

  constructor(address) { this.#address = address; }

  // Loads the root of the index, once; with anew, as it is on the server now.
  root(anew) {
    if (anew) this.#root = undefined;
    return (this.#root ??= load(this.#address, "no-cache").catch((error) => { this.#root = undefined; throw error; }));
  }

  #piece(name) {
    if (!this.#pieces.has(name)) {
      const loading = load(new URL(`pieces/${name}.json`, this.#address));
      loading.catch(() => this.#pieces.delete(name));
      this.#pieces.set(name, loading);
    }
    return this.#pieces.get(name);
  }

  // Returns {count, results}: how many documents answer a query, and those from one place among them to another, the best first. Where a
  // piece is gone, the site was published while somebody searched, and its root is another one.
  async search(query, from, to) {
    try {
      return await this.#search(await this.root(), query, from, to);
    } catch {
      return await this.#search(await this.root(true), query, from, to);
    }
  }

  async #search(root, query, from, to) {
    const docs = await this.#find(root, [...new Set(wordsOf(query))].slice(0, limit.words));
    const results = docs.slice(from, to).map(async (doc) => (await this.#piece(root.shelves[Math.floor(doc / root.shelf)]))[doc % root.shelf]);
    return { count: docs.length, results: await Promise.all(results) };
  }

  // The documents in which all words stand, the best first.
  async #find(root, words) {
    const scores = words.map(() => new Float64Array(root.docs));
    const terms = words.map((word, i) => ({ word, mistakes: mistakes(word), scores: [scores[i]], places: placesOf(root, word) }));
    // What is two words may be one elsewhere: "push up", "pushup".
    const pairs = words.slice(1).map((word, i) => ({ word: words[i] + word, mistakes: 0, scores: scores.slice(i, i + 2), places: placesOf(root, words[i] + word) }));
    spare([...terms, ...pairs]);
    await Promise.all([...terms, ...pairs].map((term) => this.#look(root, term)));
    for (const term of terms) if (!term.scores[0].some(Boolean)) await this.#lookOn(root, term);
    const total = new Float64Array(root.docs);
    for (const one of scores) one.forEach((score, doc) => { total[doc] = score > 0 && total[doc] >= 0 ? total[doc] + score : -1; });
    return [...total.keys()].filter((doc) => total[doc] > 0).sort((a, b) => total[b] - total[a] || a - b);
  }

  // The words of the pieces at some places, with where each stands.
  async #wordsAt(root, all) {
    const pieces = await Promise.all(all.map((place) => this.#piece(root.words[place][1])));
    return pieces.flatMap(Object.entries);
  }

  async #look(root, { word, mistakes: most, scores, places }) {
    for (const [other, found] of await this.#wordsAt(root, places)) {
      const weight = weightOf(other, word, most);
      if (weight > 0) for (const sum of scores) add(sum, found, weight);
    }
  }

  // Looks for a word that is nowhere as it is: among those near it, and as two words.
  async #lookOn(root, term) {
    const { word, scores: [scores] } = term;
    const near = places(root, placeOf(root, word) - 2, placeOf(root, word) + 2);
    await this.#look(root, { ...term, places: near });
    if (scores.some(Boolean)) return;
    const begins = (await this.#wordsAt(root, near)).filter(([first]) => first.length > 1 && first.length < word.length - 1 && word.startsWith(first));
    for (const [first, found] of begins.slice(-2)) {
      const second = word.slice(first.length);
      const rest = (await this.#wordsAt(root, [placeOf(root, second)])).find(([other]) => other === second);
      const both = [found, rest?.[1] ?? ""].map((one) => { const sum = new Float64Array(root.docs); add(sum, one, 1); return sum; });
      both[0].forEach((score, doc) => { if (score > 0 && both[1][doc] > 0) scores[doc] += score + both[1][doc]; });
    }
  }
}

async function load(address, cache = "default") {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
