// Whether a value, of a document or of the variables' JSON, fits its type. Spec §3 Type System.

// What kinds of literal each built-in scalar takes; any other scalar takes all.
const scalarLiterals = {
  Int: ['int'], Float: ['int', 'float'], String: ['string'], Boolean: ['boolean'],
  ID: ['string', 'int'],
};

// Tells the nodes of a value their types, and reports what does not fit: `report(node, message)`.
// `use(node, ref, hasDefault)` hears of variables; `isJSON` is for values whose enums are strings.
function checkValue(node, ref, {schema, report, use, isJSON}, hasDefault = false) {
  const context = {schema, report, use, isJSON};
  if (!node || !ref) return;
  node.type = ref;
  const misfit = () => report(
    node, `Expected a value of type "${typeText(ref)}", found ${node.token?.text ?? node.kind}.`);
  if (node.kind === 'missing') return;
  if (node.kind === 'variable') return use?.(node, ref, hasDefault);
  if (node.kind === 'null') return ref.kind === 'NON_NULL' ? misfit() : undefined;
  const inner = nullable(ref);
  if (inner.kind === 'LIST') {
    for (const item of node.kind === 'list' ? node.items : [node]) {
      checkValue(item, inner.ofType, context);
    }
    return;
  }
  const type = schema.named(inner);
  if (type?.kind === 'INPUT_OBJECT') {
    if (node.kind === 'object') checkFields(node, type, context);
    else misfit();
  } else if (type?.kind === 'ENUM') {
    const isName = node.kind === (isJSON ? 'string' : 'enum');
    const value = isJSON ? node.value : node.token?.text;
    const names = type.enumValues.map(({name}) => name);
    if (!isName) misfit();
    else if (!names.includes(value)) {
      report(node, `Value "${value}" does not exist in "${type.name}" enum.${hint(value, names)}`);
    }
  } else if (!(scalarLiterals[type?.name] ?? [node.kind]).includes(node.kind)) {
    misfit();
  }
}

// The fields of an input object. Spec §5.6.2 to §5.6.4, and §3.10.1 OneOf Input Objects.
function checkFields(node, type, context) {
  const fields = new Map(type.inputFields.map(field => [field.name, field]));
  const given = new Set();
  for (const {name, value} of node.items) {
    const key = name.value ?? name.text;
    const field = fields.get(key);
    name.target = {type: type.name, field: key};
    if (!field) {
      const meant = hint(key, fields.keys());
      context.report(name, `Field "${key}" is not defined by type "${type.name}".${meant}`);
    } else if (given.has(key)) {
      context.report(name, `There can be only one input field named "${key}".`);
    } else {
      checkValue(value, field.type, context, field.defaultValue != null);
    }
    given.add(key);
  }
  for (const field of fields.values()) {
    if (isRequired(field) && !given.has(field.name)) {
      context.report(opening(node), `Field "${type.name}.${field.name}" of required type `
        + `"${typeText(field.type)}" was not provided.`);
    }
  }
  if (type.isOneOf && node.items.length !== 1) {
    const message = `Exactly one key must be specified for OneOf type "${type.name}".`;
    context.report(opening(node), message);
  }
}

// The bracket that a value begins with.
const opening = ({start}) => ({start, end: start + 1});
