// The panel of the answer: its figures, its errors, and the ways to look at it.

// Shows answers in the page; `go(location)` moves the editor to a place that an error names.
class AnswerPanel {
  constructor(go) {
    Object.assign(this, {go, view: 'json', isTurned: false, choice: 0});
    this.show = tabs(byID('views'), id => {
      this.view = id.replace('view-', '');
      this.render();
    });
    byID('views').addEventListener('click', () => { this.hasChosen = true; });
    byID('which').addEventListener('change', ({target}) => {
      this.choice = Number(target.value);
      this.render();
    });
    byID('turn').addEventListener('click', () => {
      this.isTurned = !this.isTurned;
      this.render();
    });
    byID('copy').addEventListener('click', () => copy(this.exported().text, 'Answer'));
    byID('save').addEventListener('click', () => {
      const {name, type, text} = this.exported();
      download(name, type, text);
    });
    byID('copy-csv').addEventListener('click', () => copy(this.csv(), 'Table'));
    byID('save-csv').addEventListener('click', () =>
      download('answer.csv', 'text/csv', this.csv()));
  }

  // Shows an answer of `send`.
  put(answer) {
    const {body, status, bytes, milliseconds, text} = answer;
    this.answer = answer;
    this.tables = findTables(body?.data);
    this.grids = findGrids(body?.data).map(matrixOf);
    this.choice = 0;
    byID('welcome').hidden = true;
    byID('answer').hidden = false;
    this.putFigures(status, milliseconds, bytes, body?.extensions?.stats);
    this.putErrors(body?.errors ?? (body ? [] : [{message: text || 'The answer is empty.'}]));
    const has = {matrix: this.grids.length, table: this.tables.length, json: true};
    for (const [name, isThere] of Object.entries(has)) byID(`view-${name}`).hidden = !isThere;
    const view = has.matrix && this.view === 'json' && !this.hasChosen ? 'matrix'
      : has[this.view] ? this.view : 'json';
    this.show(`view-${view}`);
  }

  putFigures(status, milliseconds, bytes, stats) {
    const figures = [
      ['status', String(status), status >= 400 ? 'bad' : 'good'],
      ['time', `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`],
      ['size', size(bytes)],
      ...Object.entries(stats ?? {}).map(([name, value]) =>
        [name, typeof value === 'number' ? grouped.format(value) : String(value)]),
    ];
    byID('figures').replaceChildren(...figures.map(([name, value, kind]) => make('div', {},
      make('dt', {}, name), make('dd', {class: kind}, value))));
  }

  putErrors(errors) {
    const list = byID('errors');
    list.hidden = !errors.length;
    list.replaceChildren(...errors.slice(0, 50).map(({message, locations, path, extensions}) =>
      make('li', {}, make('p', {}, message), make('p', {class: 'details'},
        extensions?.code && make('code', {}, extensions.code),
        path && make('span', {}, path.join(' › ')),
        (locations ?? []).map(place =>
          button(`${place.line}:${place.column}`, () => this.go(place), {
            'aria-label': `Go to line ${place.line}, column ${place.column}`,
          }))))));
    if (errors.length > 50) list.append(make('li', {}, `and ${errors.length - 50} more`));
  }

  render() {
    if (!this.answer) return;
    const choices = this.view === 'table' ? this.tables.map(({path, rows}) =>
      `${path || 'answer'} (${grouped.format(rows.length)})`)
      : this.view === 'matrix' ? this.grids.map(({title}) => title) : [];
    this.choice = Math.min(this.choice, Math.max(choices.length - 1, 0));
    byID('which').hidden = choices.length < 2;
    byID('which').replaceChildren(...choices.map((name, index) =>
      make('option', {value: index, selected: index === this.choice}, name)));
    byID('turn').hidden = this.view !== 'matrix';
    for (const id of ['copy-csv', 'save-csv']) byID(id).hidden = this.view === 'json';
    for (const id of ['copy', 'save']) byID(id).hidden = this.view !== 'json';
    byID(`panel-${this.view}`).replaceChildren(this.content(choices));
  }

  content(choices) {
    const {body, text} = this.answer;
    if (this.view === 'table') return tableView(this.tables[this.choice], choices[this.choice]);
    if (this.view === 'matrix') return matrixView(this.grids[this.choice], this.isTurned);
    return body === undefined ? make('pre', {class: 'raw', tabindex: '0'}, text) : jsonTree(body);
  }

  exported() {
    const {body, text} = this.answer;
    return body === undefined ? {name: 'answer.txt', type: 'text/plain', text}
      : {name: 'answer.json', type: 'application/json', text: JSON.stringify(body, null, 2)};
  }

  csv() {
    return csv(this.view === 'matrix' ? matrixTable(this.grids[this.choice])
      : this.tables[this.choice]);
  }
}
