// The lists of objects in an answer as tables: objects are rows, what they hold are columns.

// How many rows are shown at a time.
const rowsAtATime = 200;

// One table for each path that leads to objects in a list, the positions left out of it: all
// `grids.packages` are one table, and a column says of which grid each is. The largest list comes
// first; an answer without lists is one row.
function findTables(data) {
  const tables = new Map();
  walk(data, [], null);
  const found = [...tables.values()].sort((one, other) => one.path.length - other.path.length);
  if (!found.length && isContainer(data)) found.push({path: '', rows: [flat(data)]});
  for (const table of found) table.columns = [...new Set(table.rows.flatMap(Object.keys))];
  return found.filter(({columns}) => columns.length);

  function walk(value, path, owner) {
    if (Array.isArray(value)) {
      const objects = value.filter(isContainer).filter(item => !Array.isArray(item));
      for (const item of objects) {
        const key = path.join('.');
        if (!tables.has(key)) tables.set(key, {path: key, rows: []});
        tables.get(key).rows.push({...owner, ...flat(item)});
        const name = item.title ?? item.name ?? item.slug ?? item.id;
        walk(item, path, name == null ? owner : {[`${path.at(-1)} ›`]: name});
      }
    } else if (isContainer(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], owner);
    }
  }
}

// An object's scalars by their paths, lists of scalars whole, lists of objects as their length.
function flat(object, prefix = '', row = {}) {
  for (const [key, value] of Object.entries(object)) {
    const isList = Array.isArray(value);
    if (isContainer(value) && !isList) flat(value, `${prefix}${key}.`, row);
    else row[prefix + key] = isList && value.some(isContainer) ? value.length : value;
  }
  return row;
}

// A table to look at, sorted by the column whose head is pressed.
function tableView(table, caption) {
  let sorted = table.rows, order = null, shown = 0;
  const body = make('tbody');
  const more = button('', () => show(), {class: 'more'});
  const heads = table.columns.map(column => make('th', {scope: 'col'},
    button(column, () => sort(column))));
  const view = make('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    make('table', {}, make('caption', {}, caption), make('thead', {}, make('tr', {}, heads)), body),
    more);
  show();
  return view;

  function show() {
    const rows = sorted.slice(shown, shown + rowsAtATime);
    body.append(...rows.map(row => make('tr', {}, table.columns.map(column => cell(row[column])))));
    shown += rows.length;
    more.hidden = shown >= sorted.length;
    more.textContent = `Show more; ${grouped.format(sorted.length - shown)} are left`;
  }

  function sort(column) {
    const isBack = order?.column === column && !order.isBack;
    order = {column, isBack};
    sorted = [...table.rows].sort((one, other) =>
      compare(one[column], other[column], isBack ? -1 : 1));
    for (const [index, head] of heads.entries()) {
      const direction = isBack ? 'descending' : 'ascending';
      head.toggleAttribute('aria-sort', false);
      if (table.columns[index] === column) head.setAttribute('aria-sort', direction);
    }
    body.replaceChildren();
    shown = 0;
    show();
  }
}

// Numbers by value, lists by their sum or length, the rest as text; what is missing comes last.
function compare(one, other, direction) {
  const [left, right] = [one, other].map(value => !Array.isArray(value) ? value
    : isSeries(value) ? value.reduce((sum, number) => sum + number, 0) : value.length);
  if (left == null || right == null) return (left == null) - (right == null);
  return direction * (typeof left === 'number' && typeof right === 'number'
    ? left - right : String(left).localeCompare(String(right), 'en', {numeric: true}));
}

function cell(value) {
  if (value == null) return make('td', {class: 'none'}, '–');
  if (typeof value === 'number') return make('td', {class: 'number'}, String(value));
  if (isSeries(value)) return make('td', {}, sparkline(value));
  if (typeof value === 'boolean') return make('td', {}, value ? 'yes' : 'no');
  if (Array.isArray(value)) return make('td', {}, value.join(', '));
  return make('td', {}, linked(value));
}

// A text, as a link if it is a web address.
const linked = text => /^https?:\/\/\S+$/.test(text)
  ? make('a', {href: text, target: '_blank', rel: 'noreferrer noopener'}, text) : text;

// RFC 4180: quotes around what needs them, and doubled inside.
function csv({columns, rows}) {
  const field = value => {
    const text = value == null ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns, ...rows.map(row => columns.map(column => row[column]))];
  return lines.map(line => `${line.map(field).join(',')}\r\n`).join('');
}
