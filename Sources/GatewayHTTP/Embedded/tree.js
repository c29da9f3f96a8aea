// An answer as a tree of JSON: whatever its size, only what is open is made. WAI-ARIA, "Tree View".

// How many rows are open at first, and how many items of one list are shown at a time.
const rowsAtFirst = 250;
const itemsAtATime = 100;

const isContainer = value => value !== null && typeof value === 'object';
const entries = value => Array.isArray(value)
  ? value.map(item => [null, item]) : Object.entries(value);

function jsonTree(value) {
  const tree = make('div', {role: 'tree', class: 'tree', 'aria-label': 'Answer as JSON'});
  tree.append(branch(null, value, 1, true));
  openSome(tree.firstChild);
  tree.firstChild.tabIndex = 0;
  tree.addEventListener('keydown', event => treeKey(tree, event));
  tree.addEventListener('focusin', ({target}) => {
    tree.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    target.tabIndex = 0;
  });
  tree.addEventListener('click', ({target}) => {
    const item = target.closest('[role=treeitem]');
    if (!item || getSelection().toString()) return;
    if (target.closest('.row')?.parentNode === item) toggle(item);
    item.focus({preventScroll: true});
  });
  return tree;
}

// One value with its key, closed if it holds others.
function branch(key, value, level, isLast) {
  const name = key === null ? [] : [make('span', {class: 't-key'}, JSON.stringify(key)), ': '];
  const comma = isLast ? '' : ',';
  const item = make('div', {role: 'treeitem', tabindex: '-1', 'aria-level': level});
  if (!isContainer(value) || !entries(value).length) {
    item.append(make('div', {class: 'row'}, ...name, leaf(value), comma));
    return item;
  }
  const [start, end] = Array.isArray(value) ? '[]' : '{}';
  const count = counted(entries(value).length, Array.isArray(value) ? 'item' : 'field');
  const face = isSeries(value) ? sparkline(value) : make('span', {class: 'count'}, ` ${count} `);
  item.setAttribute('aria-expanded', 'false');
  item.append(
    make('div', {class: 'row'}, ...name, start,
      make('span', {class: 'closed'}, face, end, comma)),
    make('div', {role: 'group', hidden: true}),
    make('div', {class: 'row end', 'aria-hidden': 'true', hidden: true}, end, comma));
  item.fill = () => addItems(item.children[1], entries(value), level + 1, 0);
  item.size = Math.min(entries(value).length, itemsAtATime);
  item.isSeries = isSeries(value);
  return item;
}

function leaf(value) {
  const kind = value === null || typeof value === 'boolean' ? 'constant'
    : typeof value === 'number' ? 'int' : isContainer(value) ? 'name' : 'string';
  return make('span', {class: `t-${kind}`}, JSON.stringify(value));
}

// Makes items from a position on, and one that makes more.
function addItems(group, all, level, start) {
  const end = Math.min(start + itemsAtATime, all.length);
  for (let index = start; index < end; index++) {
    const [key, value] = all[index];
    group.append(branch(key, value, level, index === all.length - 1));
  }
  if (end === all.length) return;
  const more = make('div', {role: 'treeitem', tabindex: '-1', 'aria-level': level},
    make('div', {class: 'row more'}, `${grouped.format(all.length - end)} more…`));
  more.press = () => {
    more.remove();
    addItems(group, all, level, end);
    group.children[end].focus();
  };
  group.append(more);
}

function toggle(item, isOpen = item.getAttribute('aria-expanded') === 'false') {
  if (item.press) return item.press();
  if (!item.fill) return undefined;
  const [row, group, end] = item.children;
  if (isOpen && !group.firstChild) item.fill();
  item.setAttribute('aria-expanded', isOpen);
  row.querySelector('.closed').hidden = isOpen;
  group.hidden = end.hidden = !isOpen;
  return undefined;
}

// Opens level by level, as long as the rows stay few.
function openSome(root) {
  const queue = [root];
  for (let rows = 0; queue.length;) {
    const item = queue.shift();
    if (!item.fill || item.isSeries || rows + item.size > rowsAtFirst) continue;
    rows += item.size;
    toggle(item, true);
    queue.push(...item.children[1].children);
  }
}

function treeKey(tree, event) {
  const item = event.target.closest('[role=treeitem]');
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  const isOpen = item.getAttribute('aria-expanded') === 'true';
  const parent = item.parentNode.closest('[role=treeitem]');
  const inner = isOpen ? item.children[1].firstChild : null;
  const actions = {
    ArrowDown: () => (inner ?? following(item))?.focus(),
    ArrowUp: () => (item.previousSibling ? deepest(item.previousSibling) : parent)?.focus(),
    ArrowRight: () => isOpen ? inner?.focus() : item.press || toggle(item, true),
    ArrowLeft: () => isOpen ? toggle(item, false) : parent?.focus(),
    Home: () => tree.firstChild.focus(),
    End: () => deepest(tree.firstChild).focus(),
    Enter: () => toggle(item),
    ' ': () => toggle(item),
  };
  if (!actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
}

// The next visible item that is not inside this one.
const following = item => !item ? null
  : item.nextSibling ?? following(item.parentNode.closest('[role=treeitem]'));

const deepest = item => item.getAttribute('aria-expanded') === 'true'
  ? deepest(item.children[1].lastChild) : item;
