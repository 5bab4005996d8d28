// What Material's script asks of a page: where the site begins, and a small store of the reader's choices.
// Material writes this into every page; as a file of its own it needs no leave for inline scripts.
window.__md_scope = new URL("../..", document.currentScript.src);

window.__md_hash = (text) => [...text].reduce((hash, letter) => ((hash << 5) - hash + letter.charCodeAt(0)) | 0, 0);

window.__md_get = (key, store = localStorage, scope = window.__md_scope) => {
  try {
    return JSON.parse(store.getItem(`${scope.pathname}.${key}`));
  } catch {
    return null; // a reader who keeps nothing, or a store that something else has written to
  }
};

window.__md_set = (key, value, store = localStorage, scope = window.__md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // a reader who keeps nothing
  }
};
