// A document against the schema: what the server would refuse, as one types. Spec §5 Validation.
//
// Light: of the rules it has those that people run into; the server has the last word. Tells sets,
// arguments and values their types, for completion, and names their targets, for the documentation.

// The problems of a document that `parse` gave, syntax first.
function check(document, schema) {
  const problems = [...document.problems];
  if (!schema) return problems;
  const operations = document.definitions.filter(({kind}) => kind === 'operation');
  const fragments = new Map(document.definitions
    .filter(({kind}) => kind === 'fragment').map(node => [node.name.text, node]));
  let uses, spreads;

  const report = ({start, end}, message, severity = 'error') => {
    problems.push({start, end: Math.max(end, start + 1), message, severity});
  };
  const context = {
    schema, report, use: (node, ref, hasDefault) => uses.push({node, ref, hasDefault}),
  };

  for (const definition of document.definitions) {
    definition.uses = uses = [];
    definition.spreads = spreads = [];
    if (definition.kind === 'operation') checkOperation(definition);
    else checkFragment(definition);
  }
  for (const operation of operations) checkVariables(operation);
  checkNames();
  return problems.sort((one, other) => one.start - other.start);

  function checkOperation(node) {
    const root = schema.root(node.type);
    if (!root && node.keyword) {
      report(node.keyword, `This schema has no ${node.type} operations.`);
    }
    for (const variable of node.variables) {
      const ref = resolved(variable.type);
      if (ref && !schema.isInput(schema.named(ref))) {
        report(variable.name, `Variable "$${variable.name.text}" cannot be of type `
          + `"${typeText(ref)}", which is no input type.`);
      }
      variable.ref = ref;
      checkValue(variable.default, ref, context);
      checkDirectives(variable.directives);
    }
    checkDirectives(node.directives);
    checkSet(node.set, root);
  }

  function checkFragment(node) {
    checkDirectives(node.directives);
    checkSet(node.set, condition(node));
  }

  // The composite type that `on` names; the one around it without.
  function condition(node, parent) {
    if (!node.on) return parent;
    const type = typeNamed(node.on);
    if (type && !schema.isComposite(type)) {
      report(node.on, `A fragment cannot be on "${type.name}", which has no fields.`);
      return undefined;
    }
    if (type && parent && !schema.overlap(type, parent)) {
      report(node.on, `Objects of type "${parent.name}" can never be of type "${type.name}".`);
    }
    return type;
  }

  function typeNamed(token) {
    const type = schema.types.get(token.text);
    token.target = {type: token.text};
    if (!type && token.kind === 'name') {
      report(token, `Unknown type "${token.text}".${hint(token.text, schema.types.keys())}`);
    }
    return type;
  }

  // A written type reference with the kinds of its names, or null if there is no such type.
  function resolved(ref) {
    if (ref.ofType) {
      const ofType = resolved(ref.ofType);
      return ofType && {kind: ref.kind, ofType};
    }
    const type = typeNamed(ref.token);
    return type ? {kind: type.kind, name: type.name} : null;
  }

  function checkSet(set, parent) {
    if (!set) return;
    set.parent = parent;
    for (const node of set.items) {
      checkDirectives(node.directives);
      if (node.kind === 'field') checkField(node, parent);
      else if (node.kind === 'inline') checkSet(node.set, condition(node, parent));
      else checkSpread(node, parent);
    }
  }

  function checkField(node, parent) {
    const {text} = node.name;
    const field = parent && schema.field(parent, text);
    if (parent && !field && node.name.kind === 'name') {
      const meant = hint(text, schema.fields(parent).map(({name}) => name));
      report(node.name, `Cannot query field "${text}" on type "${parent.name}".${meant}`);
    }
    if (!field) return checkSet(node.set);
    node.name.target = {type: parent.name, field: text};
    if (field.isDeprecated) {
      report(node.name, `${text} is deprecated: ${field.deprecationReason}`, 'warning');
    }
    checkArguments(node, field.args, `Field "${text}"`, node.name.target);
    const type = schema.named(field.type);
    if (schema.isComposite(type) && !node.set) {
      report(node.name, `Field "${text}" of type "${typeText(field.type)}" must have a selection `
        + `of subfields. Did you mean "${text} { ... }"?`);
    } else if (!schema.isComposite(type) && node.set) {
      report(opening(node.set), `Field "${text}" must not have a selection since type `
        + `"${typeText(field.type)}" has no subfields.`);
    }
    checkSet(node.set, schema.isComposite(type) ? type : undefined);
  }

  function checkArguments(node, definitions, owner, target) {
    const given = new Set();
    if (node.arguments) Object.assign(node.arguments, {definitions, given});
    for (const {name, value} of node.arguments?.items ?? []) {
      const definition = definitions.find(argument => argument.name === name.text);
      name.target = target && {...target, argument: name.text};
      if (!definition) {
        const meant = hint(name.text, definitions.map(argument => argument.name));
        report(name, `Unknown argument "${name.text}" on ${owner.toLowerCase()}.${meant}`);
      } else if (given.has(name.text)) {
        report(name, `There can be only one argument named "${name.text}".`);
      } else {
        checkValue(value, definition.type, context, definition.defaultValue != null);
      }
      given.add(name.text);
    }
    for (const argument of definitions) {
      if (isRequired(argument) && !given.has(argument.name)) {
        report(node.name, `${owner} argument "${argument.name}" of type `
          + `"${typeText(argument.type)}" is required, but it was not provided.`);
      }
    }
  }

  function checkDirectives(directives) {
    for (const node of directives ?? []) {
      const {text} = node.name, directive = schema.directives.get(text);
      node.name.target = {directive: text};
      if (directive) checkArguments(node, directive.args, `Directive "@${text}"`);
      if (directive && !directive.locations.includes(node.location)) {
        report(node.name, `Directive "@${text}" may not be used on ${node.location}.`);
      } else if (!directive && node.name.kind === 'name') {
        report(node.name, `Unknown directive "@${text}".${hint(text, schema.directives.keys())}`);
      }
    }
  }

  function checkSpread(node, parent) {
    const fragment = fragments.get(node.name.text);
    spreads.push(node.name.text);
    if (!fragment) {
      const meant = hint(node.name.text, fragments.keys());
      report(node.name, `Unknown fragment "${node.name.text}".${meant}`);
      return;
    }
    const type = fragment.on && schema.types.get(fragment.on.text);
    if (parent && schema.isComposite(type) && !schema.overlap(type, parent)) {
      report(node.name, `Fragment "${node.name.text}" cannot be spread here: objects of type `
        + `"${parent.name}" can never be of type "${type.name}".`);
    }
  }

  // The fragments that a definition spreads, itself or through others.
  function reached(definition, found = new Set()) {
    for (const name of definition.spreads) {
      if (found.has(name) || !fragments.has(name)) continue;
      found.add(name);
      reached(fragments.get(name), found);
    }
    return found;
  }

  // Spec §5.8 Variables.
  function checkVariables(operation) {
    const declared = new Map(operation.variables.map(variable => [variable.name.text, variable]));
    const used = new Set();
    const through = [...reached(operation)].map(name => fragments.get(name));
    for (const {node, ref, hasDefault} of [operation, ...through].flatMap(({uses}) => uses)) {
      const {text, kind} = node.name, variable = declared.get(text);
      used.add(text);
      if (!variable && kind === 'name') {
        const by = operation.name ? ` by operation "${operation.name.text}"` : '';
        report(node, `Variable "$${text}" is not defined${by}.${hint(text, declared.keys())}`);
      } else if (variable?.ref && !fits(variable, ref, hasDefault)) {
        report(node, `Variable "$${text}" of type "${typeText(variable.ref)}" used in position `
          + `expecting type "${typeText(ref)}".`);
      }
    }
    for (const {name, start} of operation.variables) {
      if (!used.has(name.text) && name.text) {
        report({start, end: name.end}, `Variable "$${name.text}" is never used.`);
      }
    }
  }

  // Spec §5.8.5 All Variable Usages Are Allowed.
  function fits(variable, ref, hasDefault) {
    const hasValue = hasDefault || (variable.default && variable.default.kind !== 'null');
    const isLoose = ref.kind === 'NON_NULL' && variable.ref.kind !== 'NON_NULL' && hasValue;
    const matches = (given, wanted) => wanted.kind === 'NON_NULL'
      ? given.kind === 'NON_NULL' && matches(given.ofType, wanted.ofType)
      : given.kind === 'NON_NULL' ? matches(given.ofType, wanted)
      : wanted.kind === 'LIST' || given.kind === 'LIST'
        ? wanted.kind === given.kind && matches(given.ofType, wanted.ofType)
        : given.name === wanted.name;
    return matches(variable.ref, isLoose ? ref.ofType : ref);
  }

  // Spec §5.2.2.1 Operation Name Uniqueness, §5.2.3.1 Lone Anonymous Operation,
  // §5.5.1.4 Fragments Must Be Used.
  function checkNames() {
    const names = new Set();
    for (const {name, start, kind} of document.definitions) {
      if (!name) {
        const isAlone = operations.length === 1;
        if (!isAlone) report({start, end: start + 1}, 'An operation among others needs a name.');
        continue;
      }
      const key = `${kind} ${name.text}`;
      if (names.has(key)) report(name, `There can be only one ${kind} named "${name.text}".`);
      names.add(key);
    }
    const used = new Set(operations.flatMap(operation => [...reached(operation)]));
    for (const {name} of fragments.values()) {
      if (name.text && !used.has(name.text)) {
        report(name, `Fragment "${name.text}" is never used.`, 'warning');
      }
    }
  }
}
