/// What a schema is, and how values go in and out. Spec §3 Type System.
let typeSystemRows = [
  ConformanceRow(
    "T1", "§3.4 Types",
    "One definition a name, of types and of directives; two leading underscores are reserved."),
  ConformanceRow(
    "T2", "§3.3.1 Root Operation Types",
    "A query root; it and the others, where there are some, are different object types."),
  ConformanceRow(
    "T3", "§3.3 Schema",
    "Printed without a schema definition where the default names say the same, and without what "
      + "is built in."),
  ConformanceRow(
    "T4", "§3.5.1 Int", "32 bits; what is not whole or does not fit is refused in and out."),
  ConformanceRow(
    "T5", "§3.5.2 Float", "Finite; whole numbers are taken."),
  ConformanceRow(
    "T6", "§3.5.5 ID",
    "Strings and Booleans in are nothing else; an ID is a string or whole number in, a string "
      + "out."),
  ConformanceRow(
    "T7", "§3.5.6 Scalar Extensions",
    "Own scalars keep any value, and may say where they are specified."),
  ConformanceRow(
    "T8", "§3.6 Objects",
    "Fields, each once and of an output type; arguments of input types, with defaults that fit."),
  ConformanceRow(
    "T9", "§3.6 Objects",
    "Has what its interfaces have: fields of the type or a stricter one, the same arguments and "
      + "no other required ones, deprecated only if theirs are."),
  ConformanceRow(
    "T10", "§3.7 Interfaces", "Implement others, and what those implement, but never themselves."),
  ConformanceRow("T11", "§3.8 Unions", "Object types, at least one, each once."),
  ConformanceRow(
    "T12", "§3.9 Enums",
    "Values, at least one, each once; a name in a document, a string in JSON."),
  ConformanceRow(
    "T13", "§3.10 Input Objects",
    "Fields, at least one; a value of finite size exists, and no default contains itself."),
  ConformanceRow(
    "T14", "§3.10 Input Objects",
    "Values: absent fields take their default, null stays, required and unknown ones matter."),
  ConformanceRow(
    "T15", "§3.10.1 OneOf Input Objects",
    "Nullable fields without defaults; a value has exactly one of them, not null."),
  ConformanceRow(
    "T16", "§3.11 List", "A value that is no list counts as a list of one, at each level."),
  ConformanceRow(
    "T17", "§3.12.1 Combining List and Non-Null",
    "What null and an error, as item and as list, make of the four types."),
  ConformanceRow(
    "T18", "§3.13.3 @deprecated",
    "On fields, arguments, input fields and enum values, but not on what is required."),
  ConformanceRow(
    "T19", "§3.13 Directives",
    "At least one place, arguments each once and of input types, and no use of itself."),
  ConformanceRow(
    "T20", "§3.4.3 Type Extensions",
    "Of a type that there is, of its kind, adding what it does not have."),
  ConformanceRow(
    "T21", "§3.13.2 @include",
    "A selection counts if it is not skipped and is included."),
]
