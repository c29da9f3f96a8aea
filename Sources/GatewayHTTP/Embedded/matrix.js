// A grid as the comparison it is: features down, packages across, elements in the cells.

// The grids of an answer that have all it takes: `features`, and `gridPackages` each with a
// `package` and `elements { feature text }`.
function findGrids(value, found = []) {
  if (Array.isArray(value)) {
    for (const item of value) findGrids(item, found);
  } else if (isContainer(value)) {
    const rows = value.gridPackages;
    if (Array.isArray(value.features) && Array.isArray(rows) && rows.length
      && rows.every(row => row?.package && Array.isArray(row.elements))) found.push(value);
    for (const inner of Object.values(value)) if (isContainer(inner)) findGrids(inner, found);
  }
  return found;
}

// What two selections of one feature have in common.
const featureKey = feature => feature?.id ?? feature?.nodeId ?? feature?.title;
const titled = (thing, place) => thing.title ?? thing.slug ?? thing.id ?? `${place + 1}`;

// A grid as `{title, columns, rows}`, like a table, with a row for each feature.
function matrixOf(grid) {
  const packages = grid.gridPackages.map(row => ({
    name: titled(row.package, 0),
    cells: new Map(row.elements.map(({feature, text}) => [featureKey(feature), text])),
  }));
  return {
    title: titled(grid, 0),
    packages: packages.map(({name}) => name),
    features: grid.features.map((feature, place) => ({
      name: titled(feature, place), description: feature.description,
      cells: packages.map(({cells}) => cells.get(featureKey(feature)) ?? null),
    })),
  };
}

// What a cell says at a glance: for, against, or neither.
function verdict(text) {
  if (/^(yes|\++|✓|✔|check|good|100%)$/i.test(text)) return 'for';
  if (/^(no|-+|✗|✘|negative|bad|x)$/i.test(text)) return 'against';
  return text ? 'other' : 'none';
}

function matrixView(matrix, isTurned) {
  const {title, packages, features} = matrix;
  const caption = `${title}: ${counted(features.length, 'feature')} of `
    + `${counted(packages.length, 'package')}`;
  const across = isTurned ? features.map(({name}) => name) : packages;
  const down = isTurned ? packages.map((name, column) => ({
    name, cells: features.map(({cells}) => cells[column]),
  })) : features;
  return make('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    make('table', {class: 'matrix'},
      make('caption', {}, caption),
      make('thead', {}, make('tr', {}, make('td'),
        across.map(name => make('th', {scope: 'col'}, make('span', {}, name))))),
      make('tbody', {}, down.map(({name, description, cells}) => make('tr', {},
        make('th', {scope: 'row', title: description || null}, name),
        cells.map(text => make('td', {
          class: `${verdict(text)}${text?.length > 24 ? ' long' : ''}`,
        }, linked(text || '·'))))))));
}

// The matrix as a table for `csv`.
const matrixTable = ({packages, features}) => ({
  columns: ['feature', ...packages.map((name, place) => packages.indexOf(name) === place
    ? name : `${name} (${place + 1})`)],
  get rows() {
    return features.map(({name, cells}) => Object.fromEntries(
      this.columns.map((column, place) => [column, place ? cells[place - 1] : name])));
  },
});
