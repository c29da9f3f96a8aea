// A document as a tree, however unfinished it is. Spec §2.2 Document.
//
// Beside the tree it gives `problems`, and `places`: what may be written where, for completion. A
// place reaches from the end of one token to the end of the next if that is a name, else to its
// start. Tokens are told their role, for their colour.

// How deep brackets may nest before the rest is left unread.
const maxNesting = 100;

const rootKeywords = ['query', 'mutation', 'subscription'];

function parse(source) {
  const all = tokenize(source);
  const tokens = all.filter(({kind}) => kind !== 'comment' && kind !== 'comma');
  const problems = [], places = [], definitions = [];
  let index = 0, nesting = 0;

  const peek = () => tokens[index];
  const at = text => peek().text === text;
  const previousEnd = () => index ? tokens[index - 1].end : 0;

  function take(role) {
    const token = peek();
    if (role) token.role = role;
    if (token.kind !== 'end') index += 1;
    return token;
  }

  // Only the first syntax error counts; those after it may come of it.
  function complain(token, message) {
    if (!problems.length) problems.push({...range(token), message, severity: 'error'});
  }

  const range = ({start, end}) => ({start, end: Math.max(end, start + 1)});

  function place(kind, data = {}) {
    const token = peek();
    const isName = token.kind === 'name';
    const spot = {kind, ...data, start: previousEnd(), end: isName ? token.end : token.start};
    if (isName) spot.token = token;
    places.push(spot);
    return spot;
  }

  // A name, or a missing one where the name should have been.
  function name(role) {
    if (peek().kind === 'name') return take(role);
    complain(peek(), `Expected a name, found ${described(peek())}.`);
    return {kind: 'missing', text: '', start: previousEnd(), end: previousEnd()};
  }

  function expect(text) {
    if (at(text)) return take();
    complain(peek(), `Expected "${text}", found ${described(peek())}.`);
    return null;
  }

  // What stands between brackets. `item` gives nothing, and takes nothing, where it cannot begin.
  function group(node, closer, mark, spot, item) {
    const opener = take();
    Object.assign(node, {items: [], start: opener.start});
    opener.mark = mark;
    if (++nesting > maxNesting) {
      complain(opener, `Brackets nest deeper than ${maxNesting}.`);
      index = tokens.length - 1;
    }
    for (;;) {
      place(spot, {node});
      const first = peek(), before = index;
      if (first.text === closer || first.kind === 'end') break;
      const value = item();
      if (index > before) {
        first.first = mark;
        if (value) node.items.push(value);
      } else if (/^[)\]}]$/.test(first.text) || (mark === 'arguments' && first.text === '{')) {
        break;
      } else {
        complain(first, `Unexpected ${described(first)}.`);
        take();
      }
    }
    if (at(closer)) opener.closer = take();
    else complain(opener, `"${opener.text}" is never closed.`);
    node.end = previousEnd();
    nesting -= 1;
    return node;
  }

  // Document : Definition+
  while (peek().kind !== 'end') {
    place('definition');
    const first = peek(), before = index;
    if (first.kind === 'string') take();
    const definition = at('fragment') ? fragment() : operation();
    if (definition) {
      first.first = 'definition';
      definitions.push(Object.assign(definition, {start: first.start, end: previousEnd()}));
    } else {
      complain(peek(), `Unexpected ${described(peek())}.`);
      if (index === before) take();
    }
  }
  place('definition');
  if (!definitions.length) complain(peek(), 'There is no operation yet.');
  return {source, tokens, all, definitions, problems, places};

  // OperationDefinition : OperationType Name? VariablesDefinition? Directives? SelectionSet
  function operation() {
    const node = {kind: 'operation', type: 'query', variables: [], directives: []};
    if (!at('{')) {
      if (!rootKeywords.includes(peek().text)) return null;
      node.keyword = take('keyword');
      node.type = node.keyword.text;
      if (peek().kind === 'name') node.name = take('definition');
      if (at('(')) node.variables = group({}, ')', 'arguments', 'declaration', variable).items;
      node.directives = directives(node.type.toUpperCase());
    }
    node.set = selectionSet();
    return node;
  }

  // VariableDefinition : Variable : Type DefaultValue? Directives?
  function variable() {
    if (!at('$')) return null;
    const {start} = take('variable');
    const node = {name: name('variable'), start};
    expect(':');
    node.type = type();
    if (at('=')) {
      take();
      node.default = value();
    }
    node.directives = directives('VARIABLE_DEFINITION');
    return node;
  }

  // Type : NamedType, ListType or NonNullType, in the shape of introspection.
  function type() {
    let ref;
    if (at('[') && ++nesting <= maxNesting) {
      take();
      ref = {kind: 'LIST', ofType: type()};
      expect(']');
      nesting -= 1;
    } else {
      place('type');
      const token = name('type');
      ref = {kind: 'NAMED', name: token.text, token};
    }
    if (!at('!')) return ref;
    take();
    return {kind: 'NON_NULL', ofType: ref};
  }

  // FragmentDefinition : fragment FragmentName TypeCondition Directives? SelectionSet
  function fragment() {
    take('keyword');
    const node = {kind: 'fragment', name: name('definition')};
    if (at('on')) {
      take('keyword');
      place('condition', {node});
      node.on = name('type');
    } else {
      expect('on');
    }
    node.directives = directives('FRAGMENT_DEFINITION');
    node.set = selectionSet();
    return node;
  }

  function selectionSet() {
    if (at('{')) {
      const node = {kind: 'set'};
      return group(node, '}', 'selection', 'selection', () => selection(node));
    }
    complain(peek(), `Expected "{", found ${described(peek())}.`);
    return null;
  }

  // Selection : Field, FragmentSpread or InlineFragment
  function selection(parent) {
    if (at('...')) return spread(parent);
    if (peek().kind !== 'name') return null;
    const node = {kind: 'field', name: take('field')};
    if (at(':')) {
      node.alias = node.name;
      node.alias.role = 'alias';
      take();
      place('selection', {node: parent});
      node.name = name('field');
    }
    if (at('(')) node.arguments = callArguments();
    node.directives = directives('FIELD');
    if (at('{')) node.set = selectionSet();
    return node;
  }

  function spread(parent) {
    const {start} = take();
    place('spread', {node: parent});
    if (peek().kind === 'name' && !at('on')) {
      return {kind: 'spread', name: take('fragment'), directives: directives('FRAGMENT_SPREAD')};
    }
    const node = {kind: 'inline', start};
    if (at('on')) {
      take('keyword');
      place('condition', {node: parent});
      node.on = name('type');
    }
    node.directives = directives('INLINE_FRAGMENT');
    node.set = selectionSet();
    return node;
  }

  function callArguments() {
    const node = {kind: 'arguments'};
    return group(node, ')', 'arguments', 'argument', () => pair('argument'));
  }

  // Argument : Name : Value, and ObjectField alike
  function pair(role) {
    if (peek().kind !== 'name') return null;
    const key = take(role);
    return {name: key, value: expect(':') ? value() : null};
  }

  function directives(location) {
    const found = [];
    while (at('@')) {
      take('directive');
      place('directive', {location});
      const node = {name: name('directive'), location};
      if (at('(')) node.arguments = callArguments();
      found.push(node);
    }
    return found;
  }

  function value() {
    const spot = place('value');
    const start = peek().start;
    spot.node = anyValue();
    return Object.assign(spot.node, {start, end: Math.max(previousEnd(), start)});
  }

  function anyValue() {
    const token = peek();
    if (at('[')) {
      const node = {kind: 'list'};
      return group(node, ']', 'value', 'item', value);
    }
    if (at('{')) {
      const node = {kind: 'object'};
      return group(node, '}', 'value', 'key', () => pair('key'));
    }
    if (at('$')) {
      take('variable');
      place('variable');
      return {kind: 'variable', name: name('variable')};
    }
    if (isOpenString(token)) complain(token, 'This string is never closed.');
    if (token.kind === 'name') {
      const constant = {true: 'boolean', false: 'boolean', null: 'null'}[token.text];
      return {kind: constant ?? 'enum', token: take(constant ? 'constant' : 'enum')};
    }
    if (['int', 'float', 'string'].includes(token.kind)) return {kind: token.kind, token: take()};
    complain(token, `Expected a value, found ${described(token)}.`);
    return {kind: 'missing'};
  }
}
