// What may be written at the cursor.

// The items that fit the word at the cursor, best first; `from` and `to` are what they replace. In
// `insert` a bar says where the cursor goes, and `continues` that more suggestions should follow.
function suggest(document, schema, cursor) {
  const none = {from: cursor, to: cursor, items: []};
  if (!schema) return none;
  const inside = document.all.find(({start, end, kind, text}) => start < cursor && (cursor < end
    || (cursor === end && (kind === 'comment' || isOpenString({kind, text})))));
  if (inside && ['comment', 'string'].includes(inside.kind)) return none;
  const touched = document.tokens.find(({kind, start, end}) =>
    ['name', 'int', 'float'].includes(kind) && start < cursor && cursor <= end);
  const spot = document.places.find(({token, start, end}) => touched
    ? token === touched : start <= cursor && cursor <= end);
  if (!spot) return none;
  const from = touched?.start ?? cursor, to = touched?.end ?? cursor;
  const word = document.source.slice(from, cursor);
  const items = candidates(document, schema, spot, cursor, to)
    .map(item => ({insert: item.label, ...item}));
  return {from, to, word, items: ranked(items, word)};
}

// Items whose label has the word: at the beginning, at the beginning of a part, or somewhere.
function ranked(items, word) {
  const wanted = word.toLowerCase();
  const rank = label => {
    const place = label.toLowerCase().indexOf(wanted);
    if (place <= 0) return place;
    return /[A-Z_]/.test(label[place]) || /\W/.test(label[place - 1]) ? 1 : 2;
  };
  return items.map(item => ({...item, rank: rank(item.label)}))
    .filter(({rank}) => rank >= 0)
    .sort((one, other) => one.rank - other.rank);
}

function candidates(document, schema, {kind, node, location}, cursor, to) {
  const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(document.source.slice(0, cursor))[1];
  const next = document.tokens.find(({start}) => start >= to);
  const operation = document.definitions.find(({kind, start, end}) =>
    kind === 'operation' && start <= cursor && cursor <= end);
  const block = ` {\n${indent}  |\n${indent}}`;
  switch (kind) {
    case 'definition': return definitionItems(schema);
    case 'selection': return node.parent ? fieldItems(schema, node.parent, next, block) : [];
    case 'spread': return [
      ...(next?.text === 'on' ? [] : [{label: 'on', insert: 'on ', continues: true}]),
      ...fragmentItems(document, schema, node.parent),
    ];
    case 'condition': return [...schema.types.values()]
      .filter(type => schema.isComposite(type) && !type.name.startsWith('__')
        && (!node.parent || schema.overlap(type, node.parent)))
      .map(typeItem);
    case 'type': return [...schema.types.values()]
      .filter(type => schema.isInput(type)).map(typeItem);
    case 'argument': return inputItems((node.definitions ?? [])
      .filter(({name}) => !node.given.has(name) || spelled(node, name, to)), next);
    case 'key': return inputItems(keysLeft(schema, node, to), next);
    case 'item': return node.type ? valueItems(schema, nullable(node.type).ofType, operation) : [];
    case 'value': return node?.type ? valueItems(schema, node.type, operation) : [];
    case 'variable': return variableItems(operation, '');
    case 'directive': return [...schema.directives.values()]
      .filter(({locations}) => locations.includes(location))
      .map(({name, description, args}) => ({
        label: name, description, insert: args.some(isRequired) ? `${name}(|)` : name,
        continues: args.some(isRequired), detail: 'directive',
      }));
    default: return [];
  }
}

const definitionItems = schema => [
  ...rootKeywords.filter(keyword => schema.root(keyword))
    .map(label => ({label, insert: `${label} {\n  |\n}`, continues: true})),
  {label: 'fragment', insert: 'fragment | on '},
];

function fieldItems(schema, parent, next, block) {
  return schema.fields(parent).map(({name, args, type, description, isDeprecated}) => {
    const hasArguments = next?.text === '(', hasSet = next?.text === '{' || hasArguments;
    const needsSet = schema.isComposite(schema.named(type)) && !hasSet;
    const needsArguments = args.some(isRequired) && !hasArguments;
    const insert = needsArguments ? `${name}(|)${needsSet ? block.replace('|', '') : ''}`
      : needsSet ? name + block : name;
    return {
      label: name, detail: typeText(type), description, isDeprecated, insert,
      continues: needsArguments || needsSet, target: {type: parent.name, field: name},
    };
  });
}

const typeItem = ({name, kind, description}) => ({
  label: name, description, detail: kind.toLowerCase().replace('_', ' '),
});

const fragmentItems = (document, schema, parent) => document.definitions
  .filter(({kind, on}) => kind === 'fragment' && on && parent
    && schema.types.has(on.text) && schema.overlap(schema.types.get(on.text), parent))
  .map(({name, on}) => ({label: name.text, detail: `on ${on.text}`}));

// Whether the name being written is this one, so that it is offered although it is there.
const spelled = (node, name, to) =>
  node.items.some(item => item.name.text === name && item.name.end === to);

function keysLeft(schema, node, to) {
  const type = node.type && schema.named(node.type);
  const keys = new Set((node.items ?? []).map(({name}) => name.value ?? name.text));
  return (type?.inputFields ?? []).filter(({name}) => !keys.has(name) || spelled(node, name, to));
}

const inputItems = (definitions, next) => definitions.map(definition => ({
  label: definition.name, detail: typeText(definition.type), description: definition.description,
  isDeprecated: definition.isDeprecated, continues: true,
  insert: next?.text === ':' ? definition.name : `${definition.name}: `,
}));

function valueItems(schema, ref, operation) {
  const type = schema.named(ref), inner = nullable(ref);
  const items = inner.kind === 'LIST' ? [{label: '[ ]', insert: '[|]', detail: typeText(ref)}]
    : type?.kind === 'INPUT_OBJECT' ? [{label: '{ }', insert: '{ | }', detail: typeText(ref)}]
    : type?.name === 'Boolean' ? [{label: 'true'}, {label: 'false'}]
    : (type?.enumValues ?? []).map(({name, description, isDeprecated}) =>
      ({label: name, description, isDeprecated, detail: type.name}));
  for (const item of items) item.continues = /[[{]/.test(item.insert);
  return [...items, ...variableItems(operation, '$', type?.name)];
}

const variableItems = (operation, sign, typeName) => (operation?.variables ?? [])
  .filter(({ref}) => ref && (!typeName || namedType(ref) === typeName))
  .map(({name, ref}) => ({label: sign + name.text, detail: typeText(ref)}));
