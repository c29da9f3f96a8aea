// What the browser remembers of this page; nothing where it may not.

// A value kept under a name, or null. Kept for this tab only where `storage` is `sessionStorage`.
function recall(name, storage = 'localStorage') {
  try {
    return JSON.parse(window[storage].getItem(`gridql.${name}`));
  } catch {
    return null;
  }
}

// Keeps a value under a name; whether it could.
function remember(name, value, storage = 'localStorage') {
  try {
    window[storage].setItem(`gridql.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
