/// When a document may be executed. Spec §5 Validation.
///
/// The suite of a rule has the rule's number and title for its name, so that they need no ids.
let validationRows = [
  rule("§5 Validation", "All errors are reported, each with its places, in linear time."),
  rule("§5.1.1 Executable Definitions", "Operations and fragments, and nothing else."),
  rule("§5.2.1.1 Operation Type Existence", "The schema has a root for the operation."),
  rule("§5.2.2.1 Operation Name Uniqueness", "No two operations have one name."),
  rule("§5.2.3.1 Lone Anonymous Operation", "An operation without a name is the only one."),
  rule(
    "§5.2.4.1 Single Root Field",
    "A subscription has one field, no introspection and no conditions at its root."),
  rule("§5.3.1 Field Selections", "The type has the field."),
  rule(
    "§5.3.2 Field Selection Merging",
    "Fields of one response name are the same field, or of types that cannot meet and of one "
      + "shape."),
  rule("§5.3.3 Leaf Field Selections", "Selections on objects, interfaces and unions only."),
  rule("§5.4.1 Argument Names", "The field or directive has the argument."),
  rule("§5.4.2 Argument Uniqueness", "An argument is given once."),
  rule("§5.4.3 Required Arguments", "An argument that must be given is given."),
  rule("§5.5.1.1 Fragment Name Uniqueness", "No two fragments have one name."),
  rule("§5.5.1.2 Fragment Spread Type Existence", "The type of a fragment exists."),
  rule(
    "§5.5.1.3 Fragments on Object, Interface or Union Types", "The type has selections."),
  rule("§5.5.1.4 Fragments Must Be Used", "Each fragment is spread in some operation."),
  rule("§5.5.2.1 Fragment Spread Target Defined", "What is spread is defined."),
  rule("§5.5.2.2 Fragment Spreads Must Not Form Cycles", "No fragment contains itself."),
  rule("§5.5.2.3 Fragment Spread Is Possible", "Some object is of both types."),
  rule("§5.6.1 Values of Correct Type", "A literal fits its place."),
  rule("§5.6.2 Input Object Field Names", "The input object has the field."),
  rule("§5.6.3 Input Object Field Uniqueness", "A field is given once."),
  rule("§5.6.4 Input Object Required Fields", "A field that must be given is given."),
  rule("§5.7.1 Directives Are Defined", "The schema has the directive."),
  rule("§5.7.2 Directives Are in Valid Locations", "It may stand there."),
  rule("§5.7.3 Directives Are Unique per Location", "It stands there once, unless repeatable."),
  rule("§5.8.1 Variable Uniqueness", "A variable is defined once."),
  rule("§5.8.2 Variables Are Input Types", "Its values can come in."),
  rule("§5.8.3 All Variable Uses Defined", "Each operation defines what it uses."),
  rule("§5.8.4 All Variables Used", "Each operation uses what it defines."),
  rule(
    "§5.8.5 All Variable Usages Are Allowed",
    "The variable's type fits the place, with defaults and oneOf objects taken into account."),
]

private func rule(_ section: String, _ behaviour: String) -> ConformanceRow {
  ConformanceRow(String(section.prefix { $0 != " " }), section, behaviour)
}
