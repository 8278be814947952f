// Changes a page in place into its next state, node by node, so that what its file does not change stays as it is: the focus, a video
// that plays, what a script has put there.

// Returns a function that morphs a node of the page into a node of the next state. It returns the style sheets that are no longer
// needed; they are still in the page, because without them it would be bare until the new ones are loaded. origin has, for each node of
// the page, the node of the file that it was made from; remember sets that for a new node and all in it.
export function morpher(origin, remember, sheets) {
  let leaving;
  return (node, next) => {
    leaving = [];
    morph(node, next);
    return leaving;
  };

  function morph(node, next) {
    const was = origin.get(node);
    origin.set(node, next);
    if (node.nodeType !== Node.ELEMENT_NODE) return morphText(node, was.nodeValue, next.nodeValue);
    morphAttributes(node, was, next);
    morphChildren(node, next);
  }

  // Replaces only the changed part of a text, so that a selection before or behind it stays.
  function morphText(node, was, next) {
    if (node.nodeValue !== was) return void (node.nodeValue = next);
    let start = 0;
    while (start < was.length && was[start] === next[start]) start++;
    let end = 0;
    while (end < Math.min(was.length, next.length) - start && was.at(-1 - end) === next.at(-1 - end)) end++;
    node.replaceData(start, was.length - end - start, next.slice(start, next.length - end));
  }

  function morphAttributes(element, was, next) {
    for (const name of new Set([...was.getAttributeNames(), ...next.getAttributeNames()])) {
      const attribute = next.getAttributeNode(name);
      if (attribute?.value === was.getAttribute(name)) continue;
      if (attribute) element.setAttributeNode(attribute.cloneNode());
      else element.removeAttribute(name);
    }
  }

  // Nodes that a script of the site has put between those of the file stay where they are.
  function morphChildren(parent, next) {
    const now = [...parent.childNodes].filter((n) => origin.has(n));
    const coming = [...next.childNodes];
    const matches = match(now.map((n) => origin.get(n)), coming, sheets);
    const staying = new Set(matches.map((m) => now[m?.index]));
    for (const node of now) if (!staying.has(node)) remove(node);
    let at = parent.firstChild;
    coming.forEach((n, j) => {
      const m = matches[j];
      const node = m ? now[m.index] : document.importNode(n, true);
      if (!m) remember(node, n);
      else if (!m.same) morph(node, n);
      if (node === at || (m && !m.moved)) at = node.nextSibling;
      else insert(node, parent, at);
    });
  }

  // A style sheet is not removed at once, but returned to the caller.
  function remove(node) {
    if (node.nodeType !== Node.ELEMENT_NODE || !node.matches(sheets)) return node.remove();
    origin.delete(node);
    leaving.push(node);
  }

  // moveBefore keeps what insertBefore loses: the focus, a video that plays.
  function insert(node, parent, at) {
    if (node.isConnected && parent.moveBefore) parent.moveBefore(node, at);
    else parent.insertBefore(node, at);
  }
}

// Nodes with the same key are equal.
const key = (node) => node.outerHTML ?? `${node.nodeType} ${node.nodeValue}`;

// Returns, for each of the coming nodes, its match among the nodes that were there: {index, same, moved}, or null for a new node. Equal
// nodes in the same order come first, then equal nodes that moved, then, between those, changed nodes of the same kind.
function match(was, coming, sheets) {
  const [a, b] = [was.map(key), coming.map(key)];
  const matches = coming.map(() => null);
  const free = new Set(a.keys());
  const take = (j, index, same, moved) => {
    matches[j] = { index, same, moved };
    free.delete(index);
  };
  const fixed = commonInOrder(a, b);
  for (const [i, j] of fixed) take(j, i, true, false);
  const elements = Map.groupBy([...free].filter((i) => was[i].nodeType === Node.ELEMENT_NODE), (i) => a[i]);
  b.forEach((k, j) => {
    if (!matches[j] && elements.get(k)?.length > 0) take(j, elements.get(k).shift(), true, true);
  });
  let [i, j] = [0, 0];
  for (const [toI, toJ] of [...fixed, [a.length, b.length]]) {
    for (; j < toJ; j++) {
      if (matches[j]) continue;
      let k = i;
      while (k < toI && !(free.has(k) && canMorph(was[k], coming[j], sheets))) k++;
      if (k === toI) continue;
      take(j, k, false, false);
      i = k + 1;
    }
    [i, j] = [toI + 1, toJ + 1];
  }
  return matches;
}

// A style sheet or a script cannot become another one, and the content of a <template> is not among its nodes.
function canMorph(was, next, sheets) {
  if (was.nodeName !== next.nodeName || next.nodeName === "TEMPLATE") return false;
  if (was.nodeType !== Node.ELEMENT_NODE || next.nodeName === "BODY") return true;
  return was.getAttribute("id") === next.getAttribute("id") && !next.matches(sheets) && was.getAttribute("src") === next.getAttribute("src");
}

// The heaviest common subsequence of two lists of keys, by the length of the keys, as pairs of indexes in order. What they begin and end
// with in common needs no search.
function commonInOrder(a, b) {
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const pairs = Array.from({ length: start }, (_, i) => [i, i]);
  pairs.push(...commonSubsequence(a.slice(start, endA), b.slice(start, endB)).map(([i, j]) => [i + start, j + start]));
  for (let i = endA, j = endB; i < a.length; i++, j++) pairs.push([i, j]);
  return pairs;
}

function commonSubsequence(a, b) {
  const [n, m] = [a.length, b.length];
  if (n * m > 4_000_000) return []; // beyond any page that is read
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1)); // of a[i:] and b[j:], in characters
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], a[i] === b[j] ? best[i + 1][j + 1] + a[i].length : 0);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (a[i] === b[j] && best[i][j] === best[i + 1][j + 1] + a[i].length) pairs.push([i++, j++]);
    else if (best[i][j] === best[i + 1][j]) i++;
    else j++;
  }
  return pairs;
}
