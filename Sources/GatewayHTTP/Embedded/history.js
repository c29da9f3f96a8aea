// What was run here before, in this browser only.

const mostEntries = 50;
const longestEntry = 20000;

class RunHistory {
  // `reopen` is given the entry to put back into the editors.
  constructor(host, reopen) {
    Object.assign(this, {host, reopen});
    this.list = make('ul', {class: 'history'});
    this.clear = button('Clear history', () => {
      remember('history', []);
      this.render();
      notify('History cleared.');
    });
    host.append(this.list, this.clear);
    rove(this.list, '.entry');
    this.render();
  }

  get entries() {
    const entries = recall('history');
    return Array.isArray(entries) ? entries : [];
  }

  // Puts a run on top; the same request further down goes. What is too long is not kept.
  add(entry) {
    const key = ({query, variables, operationName}) =>
      JSON.stringify([query, variables, operationName]);
    if (key(entry).length > longestEntry) return;
    const others = this.entries.filter(other => key(other) !== key(entry));
    remember('history', [entry, ...others].slice(0, mostEntries));
    this.render();
  }

  render() {
    const {entries} = this;
    this.clear.hidden = !entries.length;
    this.list.replaceChildren(...entries.length ? entries.map(entry => make('li', {},
      button([make('strong', {}, entry.title), make('small', {}, when(entry.time)),
        make('code', {}, entry.query.replace(/\s+/g, ' ').slice(0, 120))],
      () => this.reopen(entry), {class: entry.type === 'query' ? 'entry' : 'entry mutation'})))
      : [make('li', {}, make('p', {}, 'What you run is listed here. It stays in this browser.'))]);
    settle(this.list, '.entry');
  }
}

const when = time => new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium', timeStyle: 'short',
}).format(time);
