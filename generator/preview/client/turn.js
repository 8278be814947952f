// Turns a page into its next state, node by node: what its file does not change stays as it is.

// Returns a function that turns a node of the page into its next state and returns the style sheets that have to go, which are still
// there: who comes first must not leave the page bare. origin has, for each node, the node of the file that it was made from;
// remember notes that for a node and all in it.
export function turner(origin, remember, sheets) {
  let leaving;
  return (node, next) => {
    leaving = [];
    turn(node, next);
    return leaving;
  };

  function turn(node, next) {
    const was = origin.get(node);
    origin.set(node, next);
    if (node.nodeType !== Node.ELEMENT_NODE) return turnText(node, was.nodeValue, next.nodeValue);
    turnAttributes(node, was, next);
    turnChildren(node, next);
  }

  // Only what is new in a text is replaced: what is selected before and behind it stays so.
  function turnText(node, was, next) {
    if (node.nodeValue !== was) return void (node.nodeValue = next);
    let start = 0;
    while (start < was.length && was[start] === next[start]) start++;
    let end = 0;
    while (end < Math.min(was.length, next.length) - start && was.at(-1 - end) === next.at(-1 - end)) end++;
    node.replaceData(start, was.length - end - start, next.slice(start, next.length - end));
  }

  function turnAttributes(element, was, next) {
    for (const name of new Set([...was.getAttributeNames(), ...next.getAttributeNames()])) {
      const attribute = next.getAttributeNode(name);
      if (attribute?.value === was.getAttribute(name)) continue;
      if (attribute) element.setAttributeNode(attribute.cloneNode());
      else element.removeAttribute(name);
    }
  }

  // What a script of the site has put between the nodes of the file stays where it is.
  function turnChildren(parent, next) {
    const now = [...parent.childNodes].filter((n) => origin.has(n));
    const coming = [...next.childNodes];
    const found = match(now.map((n) => origin.get(n)), coming, sheets);
    const staying = new Set(found.map((f) => now[f?.at]));
    for (const node of now) if (!staying.has(node)) leave(node);
    let at = parent.firstChild;
    coming.forEach((n, j) => {
      const f = found[j];
      const node = f ? now[f.at] : document.importNode(n, true);
      if (!f) remember(node, n);
      else if (!f.same) turn(node, n);
      if (node === at || (f && !f.moved)) at = node.nextSibling;
      else put(node, parent, at);
    });
  }

  // A style sheet stays, as nobody's, until whoever turns the page takes it away.
  function leave(node) {
    if (node.nodeType !== Node.ELEMENT_NODE || !node.matches(sheets)) return node.remove();
    origin.delete(node);
    leaving.push(node);
  }

  // moveBefore keeps what insertBefore loses: the focus, a video that plays.
  function put(node, parent, at) {
    if (node.isConnected && parent.moveBefore) parent.moveBefore(node, at);
    else parent.insertBefore(node, at);
  }
}

// Nodes with the same key are the same.
const key = (node) => node.outerHTML ?? `${node.nodeType} ${node.nodeValue}`;

// For each of the nodes that are coming, which of those that were there it is, if it is one: first what has not changed, in order;
// then what has not changed but moved; then, in between, what is of the same kind.
function match(was, coming, sheets) {
  const [a, b] = [was.map(key), coming.map(key)];
  const found = coming.map(() => null);
  const free = new Set(a.keys());
  const take = (j, at, same, moved) => {
    found[j] = { at, same, moved };
    free.delete(at);
  };
  const fixed = inOrder(a, b);
  for (const [i, j] of fixed) take(j, i, true, false);
  const waiting = Map.groupBy([...free].filter((i) => was[i].nodeType === Node.ELEMENT_NODE), (i) => a[i]);
  b.forEach((k, j) => {
    if (!found[j] && waiting.get(k)?.length > 0) take(j, waiting.get(k).shift(), true, true);
  });
  let [i, j] = [0, 0];
  for (const [toI, toJ] of [...fixed, [a.length, b.length]]) {
    for (; j < toJ; j++) {
      if (found[j]) continue;
      let k = i;
      while (k < toI && !(free.has(k) && alike(was[k], coming[j], sheets))) k++;
      if (k === toI) continue;
      take(j, k, false, false);
      i = k + 1;
    }
    [i, j] = [toI + 1, toJ + 1];
  }
  return found;
}

// A style sheet or a script does not become another one. What is in a <template> is not among its nodes.
function alike(was, next, sheets) {
  if (was.nodeName !== next.nodeName || next.nodeName === "TEMPLATE") return false;
  if (was.nodeType !== Node.ELEMENT_NODE || next.nodeName === "BODY") return true;
  return was.getAttribute("id") === next.getAttribute("id") && !next.matches(sheets) && was.getAttribute("src") === next.getAttribute("src");
}

// The longest text that two lists have in common, as pairs of places in them, in order.
function inOrder(a, b) {
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const pairs = Array.from({ length: start }, (_, i) => [i, i]);
  pairs.push(...common(a.slice(start, endA), b.slice(start, endB)).map(([i, j]) => [i + start, j + start]));
  for (let i = endA, j = endB; i < a.length; i++, j++) pairs.push([i, j]);
  return pairs;
}

function common(a, b) {
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
