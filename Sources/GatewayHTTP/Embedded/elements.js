// Elements of the page: found, made, focused, announced.

const byID = id => document.getElementById(id);

// Makes an element. A function listens to the event it is named for; `true` is an attribute without
// a value; `false` and null leave the attribute, or the child, out. Text is never read as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(2).filter(child => child !== false && child != null));
  return element;
}

// A button; `label` is for those who do not see its face.
const button = (face, press, attributes = {}) =>
  make('button', {type: 'button', click: press, ...attributes}, face);

// Says a sentence to those who use a screen reader.
function announce(sentence) {
  byID('announcement').textContent = sentence;
}

// Makes one stop of the Tab key of all items of a list; arrow keys, Home and End move among them.
function rove(list, selector, [back, forth] = ['ArrowUp', 'ArrowDown']) {
  const items = () => [...list.querySelectorAll(selector)].filter(item => item.offsetParent);
  list.addEventListener('focusin', ({target}) => {
    const focused = target.closest(selector);
    if (focused) for (const item of items()) item.tabIndex = item === focused ? 0 : -1;
  });
  list.addEventListener('keydown', event => {
    const all = items(), here = all.indexOf(event.target.closest(selector));
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = {[back]: here - 1, [forth]: here + 1, Home: 0, End: all.length - 1}[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(next, all.length - 1))].focus();
  });
}

// Lets the Tab key reach the first item, or the current one, of a list that `rove` looks after.
function settle(list, selector) {
  const items = [...list.querySelectorAll(selector)];
  const first = items.find(item => item.getAttribute('aria-selected') === 'true') ?? items[0];
  for (const item of items) item.tabIndex = item === first ? 0 : -1;
}

// Wires a row of tabs to the panels that they control. Returns a function that shows one of them.
function tabs(list, chosen = () => {}) {
  const all = [...list.querySelectorAll('[role=tab]')];
  const show = (id, focus) => {
    for (const tab of all) {
      const isShown = tab.id === id;
      tab.setAttribute('aria-selected', isShown);
      byID(tab.getAttribute('aria-controls')).hidden = !isShown;
      if (isShown && focus) tab.focus();
    }
    settle(list, '[role=tab]');
    chosen(id);
  };
  for (const tab of all) {
    tab.addEventListener('click', () => show(tab.id));
    tab.addEventListener('focus', () => {
      if (tab.getAttribute('aria-selected') !== 'true') show(tab.id);
    });
  }
  rove(list, '[role=tab]', ['ArrowLeft', 'ArrowRight']);
  settle(list, '[role=tab]');
  return show;
}

// What a description says, with `code` in backticks set as code.
const prose = text => (text ?? '').split(/`([^`]+)`/).map((part, index) =>
  index % 2 ? make('code', {}, part) : part);

// Hands a text over as a file.
function download(name, type, text) {
  const link = make('a', {href: URL.createObjectURL(new Blob([text], {type})), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// Puts a text on the clipboard; false where the browser does not let it.
async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    notify(`${what} copied.`);
    return true;
  } catch {
    notify(`The browser keeps the clipboard closed; ${what.toLowerCase()} not copied.`);
    return false;
  }
}

// Shows a sentence for a moment, and says it.
function notify(sentence) {
  const note = byID('note');
  note.textContent = sentence;
  note.hidden = false;
  announce(sentence);
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => { note.hidden = true; }, 4000);
}
