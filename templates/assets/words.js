// Returns what says the words that stand in a template of the page: by their names, with their {names} filled in.
export function wordsOf(id) {
  const words = document.getElementById(id).content;
  return (key, values = {}) => words.querySelector(`[data-word="${key}"]`).textContent.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}
