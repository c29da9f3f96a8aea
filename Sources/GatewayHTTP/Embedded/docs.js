// The schema to read: types, fields and directives, to browse and to search.

// How many finds a search shows.
const mostFinds = 60;

class Docs {
  constructor(host) {
    this.host = host;
    this.path = [];
    this.search = make('input', {
      type: 'search', placeholder: 'Search the schema', 'aria-label': 'Search the schema',
      id: 'schema-search', input: () => this.find(),
    });
    this.trail = make('nav', {'aria-label': 'Where you are in the schema', class: 'trail'});
    this.page = make('div', {class: 'docs'});
    host.append(this.search, this.trail, this.page);
    rove(this.page, '.entry');
    this.search.addEventListener('keydown', event => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.page.querySelector('.entry')?.focus();
    });
  }

  use(schema) {
    this.schema = schema;
    this.open();
  }

  failed(message, retry) {
    this.page.replaceChildren(make('p', {}, message), button('Try again', retry));
  }

  // Opens a type, a directive, or the beginning; a field or an argument of it is pointed out.
  open(target = {}, {hasFocus = false, isBack = false} = {}) {
    if (!this.schema) return;
    const isBeginning = !target.type && !target.directive;
    if (!isBack) this.path = isBeginning ? [] : [...this.path, target].slice(-8);
    this.search.value = '';
    const {schema} = this, type = schema.types.get(target.type);
    const directive = schema.directives.get(target.directive);
    this.trail.replaceChildren(...this.path.length ? [
      button('Schema', () => this.open({}, {hasFocus: true})),
      ...this.path.slice(-3, -1).map(step => button(step.type ?? `@${step.directive}`, () => {
        this.path = this.path.slice(0, this.path.indexOf(step) + 1);
        this.open(step, {hasFocus: true, isBack: true});
      })),
    ] : []);
    this.page.replaceChildren(...type ? this.aboutType(type)
      : directive ? this.aboutDirective(directive) : this.beginning());
    settle(this.page, '.entry');
    const field = target.field && this.page.querySelector(`[data-name="${target.field}"]`);
    if (field) {
      field.classList.add('found');
      field.scrollIntoView({block: 'center'});
    } else {
      this.host.scrollTop = 0;
    }
    if (hasFocus) (field?.querySelector('.entry') ?? this.page.querySelector('h3'))?.focus();
  }

  beginning() {
    const {schema} = this;
    const types = [...schema.types.values()].filter(({name}) => !name.startsWith('__'));
    const roots = Object.values(schema.roots).filter(Boolean);
    const kinds = [
      ['Objects', 'OBJECT'], ['Interfaces', 'INTERFACE'], ['Unions', 'UNION'],
      ['Enums', 'ENUM'], ['Inputs', 'INPUT_OBJECT'], ['Scalars', 'SCALAR'],
    ];
    const list = (title, items) => items.length
      ? [make('h4', {}, title), make('ul', {class: 'names'}, items)] : [];
    return [
      heading('Schema'), make('p', {}, prose(schema.description)),
      ...list('Where to start', roots.map(name => make('li', {}, this.link({type: name})))),
      ...kinds.flatMap(([title, kind]) => list(title, types
        .filter(type => type.kind === kind && !roots.includes(type.name))
        .map(({name}) => make('li', {}, this.link({type: name}))))),
      ...list('Directives', [...schema.directives.keys()]
        .map(directive => make('li', {}, this.link({directive})))),
    ];
  }

  link(target, text = target.type ?? `@${target.directive}`) {
    return button(text, () => this.open(target, {hasFocus: true}), {class: 'entry'});
  }

  // A type reference, its name a link.
  reference(ref) {
    const name = namedType(ref), [before, after] = typeText(ref).split(name);
    return make('span', {class: 'type'}, before, this.link({type: name}), after);
  }

  aboutType(type) {
    const {schema} = this;
    const section = (title, items, item) => items?.length
      ? [make('h4', {}, title), make('dl', {}, items.map(item))] : [];
    const names = (title, items) => !items?.length ? [] : [make('h4', {}, title),
      make('ul', {class: 'names'}, items.map(({name}) =>
        make('li', {}, this.link({type: name}))))];
    const users = [...schema.types.values()].filter(({fields, inputFields}) =>
      [...fields ?? [], ...inputFields ?? []].some(field => namedType(field.type) === type.name));
    return [
      heading(type.name), make('p', {class: 'kind'}, type.kind.toLowerCase().replace('_', ' '),
        type.isOneOf ? ', exactly one field' : ''),
      make('p', {}, prose(type.description)),
      type.specifiedByURL ? make('p', {}, linked(type.specifiedByURL)) : '',
      ...section('Fields', type.fields, field => this.field(field)),
      ...section('Fields', type.inputFields, field => this.field(field)),
      ...section('Values', type.enumValues, value => this.field(value)),
      ...names('One of', type.kind === 'OBJECT' ? [] : type.possibleTypes),
      ...names('Implements', type.interfaces),
      ...names('Used by', users.filter(({name}) => !name.startsWith('__'))),
    ];
  }

  // A field, an argument, an input field or an enum value.
  field({name, args, type, description, defaultValue, isDeprecated, deprecationReason}) {
    return make('div', {class: 'field', 'data-name': name},
      make('dt', {}, make('span', {class: isDeprecated ? 'name deprecated' : 'name'}, name),
        type ? [': ', this.reference(type)] : '',
        defaultValue == null ? '' : make('code', {class: 'default'}, `= ${defaultValue}`)),
      make('dd', {}, prose(description),
        isDeprecated && make('p', {class: 'warning'}, 'Deprecated: ', prose(deprecationReason)),
        args?.length > 0 && make('details', {},
          make('summary', {}, counted(args.length, 'argument')),
          make('dl', {}, args.map(argument => this.field(argument))))));
  }

  aboutDirective({name, description, args, locations, isRepeatable}) {
    return [
      heading(`@${name}`),
      make('p', {class: 'kind'}, isRepeatable ? 'repeatable directive' : 'directive'),
      make('p', {}, prose(description)),
      ...args.length ? [make('h4', {}, 'Arguments'),
        make('dl', {}, args.map(argument => this.field(argument)))] : [],
      make('h4', {}, 'Where it may stand'), make('p', {}, locations.join(', ').toLowerCase()),
    ];
  }

  // Shows what has the words of the search: names that begin with them first, descriptions last.
  find() {
    const wanted = this.search.value.trim().toLowerCase();
    if (!this.schema || !wanted) return this.open();
    const finds = [];
    const look = (label, name, description, target) => {
      const place = name.toLowerCase().indexOf(wanted);
      const rank = place === 0 ? (name.length === wanted.length ? 0 : 1) : place > 0 ? 2
        : description?.toLowerCase().includes(wanted) ? 3 : 4;
      if (rank < 4) finds.push({label, rank, description, target});
    };
    for (const found of this.schema.types.values()) {
      const {name: type, fields, inputFields, enumValues} = found;
      if (type.startsWith('__')) continue;
      look(type, type, found.description, {type});
      const members = [fields, inputFields, enumValues].flatMap(list => list ?? []);
      for (const {name: field, description, args} of members) {
        look(`${type}.${field}`, field, description, {type, field});
        for (const {name, description} of args ?? []) {
          look(`${type}.${field}(${name}:)`, name, description, {type, field});
        }
      }
    }
    for (const {name: directive, description} of this.schema.directives.values()) {
      look(`@${directive}`, directive, description, {directive});
    }
    finds.sort((one, other) => one.rank - other.rank);
    this.trail.replaceChildren();
    this.page.replaceChildren(
      make('p', {class: 'kind', role: 'status'}, counted(finds.length, 'find')),
      make('ul', {class: 'finds'}, finds.slice(0, mostFinds).map(({label, description, target}) =>
        make('li', {}, this.link(target, label), make('p', {}, prose(description))))));
    settle(this.page, '.entry');
    return undefined;
  }
}

const heading = text => make('h3', {tabindex: '-1'}, text);
