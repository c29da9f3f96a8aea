/// What a document is. Spec §2 Language.
let languageRows = [
  ConformanceRow(
    "L1", "§2.1 Source Text",
    "Any Unicode scalar value in strings and comments, ASCII elsewhere; surrogates and ill-formed "
      + "bytes are refused."),
  ConformanceRow(
    "L2", "§2.1.2 Line Terminators",
    "White space is tab and space; LF, CR and CRLF end a line, and count in the places of errors."),
  ConformanceRow(
    "L3", "§2.1.6 Ignored Tokens",
    "Comments, commas and byte order marks may stand between any two tokens."),
  ConformanceRow("L4", "§2.1.7 Punctuators", "There are fourteen, and no others."),
  ConformanceRow(
    "L5", "§2.1.8 Names",
    "Letters, digits and underscores, as many as there are; case matters."),
  ConformanceRow(
    "L6", "§2.10.1 Int Value",
    "No leading zero, no plus sign, nothing of a name or number right after it."),
  ConformanceRow(
    "L7", "§2.10.2 Float Value", "A fraction, an exponent or both, with digits in each."),
  ConformanceRow(
    "L8", "§2.10.4 String Value",
    "Eight escapes of one character, two of Unicode; no others, and no line end."),
  ConformanceRow(
    "L9", "§2.10.4 String Value",
    "An escape stands for a scalar value; two make one only as a surrogate pair in order."),
  ConformanceRow(
    "L10", "§2.10.4 String Value",
    "A block string loses its common indentation and its blank first and last lines; one escape; "
      + "every line end is LF."),
  ConformanceRow(
    "L11", "§2.10 Input Values", "Nine kinds of values; constants have no variables in them."),
  ConformanceRow(
    "L12", "§2.3 Document",
    "Definitions of types parse, but a document that has some is not executed."),
  ConformanceRow(
    "L13", "§2.4 Operations",
    "Braces alone are a query, without description, variables or directives."),
  ConformanceRow(
    "L14", "§2.2 Descriptions",
    "Operations, fragments and variables may have one; it changes nothing."),
  ConformanceRow(
    "L15", "§2.6 Fields",
    "Alias, arguments, directives in order, and selections, of which there is at least one."),
  ConformanceRow(
    "L16", "§2.9 Fragments",
    "Spread by a name other than `on`, or in line with or without a type."),
  ConformanceRow(
    "L17", "§2.11 Variables", "Type, constant default, constant directives."),
  ConformanceRow(
    "L18", "§2.12 Type References", "Names, lists, and non-null types of either, but of no other."),
  ConformanceRow(
    "L19", "§3.1 Type System Extensions",
    "Definitions and extensions of every kind, with the optional leading `&` and vertical bar."),
  ConformanceRow(
    "L20", "§2.14 Schema Coordinates",
    "Types, members, arguments and directives by name, without any white space."),
]
