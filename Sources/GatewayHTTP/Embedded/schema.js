// The schema, as the endpoint tells it by introspection. Spec §4 Introspection.

const typeRefSelection = 'kind name ofType { '.repeat(7) + 'kind name' + ' }'.repeat(7);
const inputSelection = 'name description defaultValue isDeprecated deprecationReason type { '
  + `${typeRefSelection} }`;
const introspectionQuery = `query Schema { __schema { description
  queryType { name } mutationType { name } subscriptionType { name }
  types { kind name description specifiedByURL isOneOf
    fields(includeDeprecated: true) { name description isDeprecated deprecationReason
      args(includeDeprecated: true) { ${inputSelection} } type { ${typeRefSelection} } }
    inputFields(includeDeprecated: true) { ${inputSelection} }
    interfaces { name } possibleTypes { name }
    enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } }
  directives { name description isRepeatable locations
    args(includeDeprecated: true) { ${inputSelection} } } } }`;

// A type reference as it is written: `[Package!]!`.
const typeText = ref => ref.kind === 'NON_NULL' ? `${typeText(ref.ofType)}!`
  : ref.kind === 'LIST' ? `[${typeText(ref.ofType)}]` : ref.name;

// The name inside the brackets and bangs of a type reference.
const namedType = ref => ref.ofType ? namedType(ref.ofType) : ref.name;

const nullable = ref => ref.kind === 'NON_NULL' ? ref.ofType : ref;

// Whether an argument or an input field must be given.
const isRequired = ({type, defaultValue}) => type.kind === 'NON_NULL' && defaultValue == null;

const nonNull = name => ({kind: 'NON_NULL', ofType: {kind: 'OBJECT', name}});
const typenameField = {
  name: '__typename', description: 'The name of the object\'s type.', args: [],
  type: nonNull('String'),
};

class Schema {
  constructor({types, directives, queryType, mutationType, subscriptionType, description}) {
    this.description = description;
    this.types = new Map(types.map(type => [type.name, type]));
    this.directives = new Map(directives.map(directive => [directive.name, directive]));
    this.roots = {
      query: queryType?.name, mutation: mutationType?.name, subscription: subscriptionType?.name,
    };
  }

  root(operation) {
    return this.types.get(this.roots[operation]);
  }

  // The type that a reference ends in.
  named(ref) {
    return this.types.get(namedType(ref));
  }

  // The fields that may be selected on a type, those of introspection last.
  fields(type) {
    const own = type.fields ?? [];
    if (type.name !== this.roots.query) return [...own, typenameField];
    return [
      ...own, typenameField,
      {name: '__schema', description: 'The schema itself.', args: [], type: nonNull('__Schema')},
      {
        name: '__type', description: 'A type of the schema, by its name.',
        args: [{name: 'name', type: nonNull('String')}], type: {kind: 'OBJECT', name: '__Type'},
      },
    ];
  }

  field(type, name) {
    return this.fields(type).find(field => field.name === name);
  }

  isComposite(type) {
    return ['OBJECT', 'INTERFACE', 'UNION'].includes(type?.kind);
  }

  isInput(type) {
    return ['SCALAR', 'ENUM', 'INPUT_OBJECT'].includes(type?.kind);
  }

  // The names of the object types that a value of a composite type may have.
  possible(type) {
    return type.kind === 'OBJECT' ? [type.name] : (type.possibleTypes ?? []).map(({name}) => name);
  }

  // Whether a value of one composite type may be of the other.
  // Spec §5.5.2.3 Fragment Spread Is Possible.
  overlap(one, other) {
    const names = this.possible(other);
    return this.possible(one).some(name => names.includes(name));
  }
}
