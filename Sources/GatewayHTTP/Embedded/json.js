// The variables: JSON to the nodes that values of a document have, with problems and places.

const jsonPattern = new RegExp([
  '(?<blank>\\s+)', '(?<punctuator>[{}[\\]:,])', '(?<string>"(?:[^"\\\\\\n\\r]|\\\\.)*"?)',
  '(?<float>-?\\d+(?:\\.\\d+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))', '(?<int>-?\\d+)',
  '(?<name>\\w+)', '(?<unknown>[^])',
].join('|'), 'gu');

// Reads a text that should be one JSON object; an empty text is an empty one.
function parseJSON(source) {
  const tokens = [];
  for (const {0: text, index: start, groups} of source.matchAll(jsonPattern)) {
    if (groups.blank) continue;
    const kind = Object.keys(groups).find(name => groups[name] !== undefined);
    tokens.push({kind, text, start, end: start + text.length});
  }
  tokens.push({kind: 'end', text: '', start: source.length, end: source.length});
  const problems = [], places = [];
  let index = 0, nesting = 0;

  const peek = () => tokens[index];
  const take = () => tokens[peek().kind === 'end' ? index : index++];
  const complain = ({start, end}, message) => {
    if (!problems.length) {
      problems.push({start, end: Math.max(end, start + 1), message, severity: 'error'});
    }
  };

  const root = peek().kind === 'end' ? {kind: 'object', items: [], start: 0, end: 0} : value();
  if (peek().kind !== 'end') complain(peek(), `Unexpected ${described(peek())} after the value.`);
  if (root.kind !== 'object') complain(root, 'The variables must be a JSON object.');
  return {source, tokens, all: tokens, places, problems, root};

  function place(kind, node) {
    const token = peek(), start = index ? tokens[index - 1].end : 0;
    const isWord = token.kind === 'string' || token.kind === 'name';
    places.push({kind, node, start, end: isWord ? token.end : token.start, ...(isWord && {token})});
  }

  function value() {
    const {start} = peek(), node = {start};
    place('value', node);
    const token = peek();
    if (token.text === '{') members(node, 'object', '}', member);
    else if (token.text === '[') members(node, 'list', ']', value);
    else scalar(node, take());
    node.end = tokens[Math.max(index - 1, 0)].end;
    return node;
  }

  function scalar(node, token) {
    const kind = {true: 'boolean', false: 'boolean', null: 'null'}[token.text] ?? token.kind;
    Object.assign(node, {kind, token});
    if (kind === 'string') node.value = text(token);
    if (kind === 'boolean' || kind === 'null') token.role = 'constant';
    if (!['string', 'int', 'float', 'boolean', 'null'].includes(kind)) {
      node.kind = 'missing';
      complain(token, `Expected a JSON value, found ${described(token)}.`);
    }
  }

  function members(node, kind, closer, item) {
    const opener = take();
    Object.assign(node, {kind, items: []});
    if (++nesting > maxNesting) {
      complain(opener, `Brackets nest deeper than ${maxNesting}.`);
      index = tokens.length - 1;
    }
    while (peek().text !== closer && peek().kind !== 'end') {
      const before = index, found = item(node);
      if (found) node.items.push(found);
      if (peek().text === closer) break;
      if (peek().text === ',') take();
      else complain(peek(), `Expected "," or "${closer}", found ${described(peek())}.`);
      if (peek().text === closer && tokens[index - 1].text === ',') {
        complain(tokens[index - 1], 'JSON has no comma after the last item.');
      }
      if (index === before) take();
    }
    if (kind === 'object') place('key', node);
    if (peek().text === closer) opener.closer = take();
    else complain(opener, `"${opener.text}" is never closed.`);
    nesting -= 1;
  }

  function member(node) {
    place('key', node);
    const name = peek();
    if (name.kind !== 'string') {
      complain(name, `Expected a name in quotes, found ${described(name)}.`);
      return null;
    }
    take();
    name.role = 'key';
    name.value = text(name);
    if (peek().text === ':') take();
    else complain(peek(), `Expected ":", found ${described(peek())}.`);
    return {name, value: value()};
  }

  function text(token) {
    try {
      return JSON.parse(token.text);
    } catch {
      complain(token, 'This is no JSON string.');
      return '';
    }
  }
}

// The problems of variables against those that an operation declares.
function checkVariablesJSON(json, operation, schema) {
  const problems = [...json.problems];
  if (!schema || !operation || json.root.kind !== 'object') return problems;
  json.root.declared = new Map(operation.variables.map(variable => [variable.name.text, variable]));
  const report = ({start, end}, message, severity = 'error') =>
    problems.push({start, end: Math.max(end, start + 1), message, severity});
  const {declared} = json.root;
  for (const {name, value} of json.root.items) {
    const variable = declared.get(name.value);
    if (variable) checkValue(value, variable.ref, {schema, report, isJSON: true});
    else {
      const meant = hint(name.value, declared.keys());
      report(name, `The operation has no variable "$${name.value}".${meant}`, 'warning');
    }
  }
  const given = new Set(json.root.items.map(({name}) => name.value));
  if (problems.length) return problems;
  for (const [name, variable] of declared) {
    if (variable.ref?.kind === 'NON_NULL' && !variable.default && !given.has(name)) {
      report(opening(json.root), `Variable "$${name}" of required type `
        + `"${typeText(variable.ref)}" was not provided.`);
    }
  }
  return problems;
}

// What may be written at the cursor of the variables.
function suggestJSON(json, schema, cursor) {
  const touched = json.tokens.find(({kind, start, end}) =>
    ['name', 'string'].includes(kind) && start < cursor && cursor <= end);
  const spot = json.places.find(({token, start, end}) => touched
    ? token === touched : start <= cursor && cursor <= end);
  const from = touched?.start ?? cursor, to = touched?.end ?? cursor;
  if (!spot || !schema) return {from, to, word: '', items: []};
  const word = json.source.slice(from, cursor).replace(/^"/, '').replace(/"$/, '');
  const items = (spot.kind === 'key' ? keyItems(json, schema, spot.node, to)
    : jsonValueItems(schema, spot.node))
    .map(item => ({insert: item.label, ...item}));
  return {from, to, word, items: ranked(items, word)};
}

function keyItems(json, schema, node, to) {
  const isRoot = node === json.root;
  const given = new Set((node.items ?? []).map(({name}) => name.value));
  const definitions = isRoot
    ? [...node.declared?.values() ?? []].map(({name, ref}) => ({name: name.text, type: ref}))
    : keysLeft(schema, node, to);
  const hasColon = json.tokens.find(({start}) => start >= to)?.text === ':';
  return definitions
    .filter(({name}) => !given.has(name) || node.items.some(item =>
      item.name.value === name && item.name.end === to))
    .map(({name, type, description}) => ({
      label: name, detail: type && typeText(type), description, continues: true,
      insert: `"${name}"${hasColon ? '' : ': '}`,
    }));
}

function jsonValueItems(schema, node) {
  if (!node.type) return [];
  return valueItems(schema, node.type, null).map(item => {
    const isEnum = schema.named(node.type)?.kind === 'ENUM' && !/^\W/.test(item.label);
    return isEnum ? {...item, insert: `"${item.label}"`} : item;
  });
}
