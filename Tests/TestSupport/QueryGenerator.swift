import GraphQLSchema
import JSON

/// Writes random valid queries for a schema: aliases, fragments, conditions, variables.
///
/// A response name always stands for the same field with the same arguments, so that fields merge;
/// for that, fields of one name must have leaf types of one kind throughout the schema.
public struct QueryGenerator {
  /// What the generator may write, and how much.
  public struct Material: Sendable {
    /// Argument lists to choose from, by `Type.field` or by the field's name alone: `(first: $n)`.
    /// Others get none.
    public var arguments: [String: [String]] = [:]
    /// The variables that argument lists and conditions use: type, default included, and values.
    public var variables: [String: (type: String, values: [JSONValue?])] = [
      "yes": ("Boolean!", [.boolean(true)]), "off": ("Boolean!", [.boolean(false)]),
      "null": ("Boolean = true", [.null, .boolean(true), .boolean(false), nil, nil, nil]),
      "either": ("Boolean! = true", [.boolean(true), .boolean(false), nil]),
      "some": ("Boolean!", [.boolean(true), .boolean(false)]),
    ]
    /// Fields that are never selected, by name or as `Type.field`.
    public var excludedFields: Set<String> = []
    /// Nested selections with fields.
    public var depth = 5
    /// Selections in all, about.
    public var selections = 40

    /// Material without arguments.
    public init() {}
  }

  /// A query and values for its variables.
  public struct Query: Sendable {
    /// The document.
    public let text: String
    /// The raw values.
    public let variables: [JSONMember]
  }

  private let schema: Schema
  private let material: Material
  private var random: SplitMix64
  private var selectionsLeft = 0
  private var fragments: [(name: String, type: TypeID, text: String)] = []

  /// Makes a generator of queries; the same seed gives the same queries.
  public init(schema: Schema, material: Material = Material(), seed: UInt64) {
    self.schema = schema
    self.material = material
    random = SplitMix64(seed: seed)
  }

  /// The next query.
  public mutating func next() -> Query {
    selectionsLeft = Int.random(in: 3...material.selections, using: &random)
    fragments = []
    let selections = selectionSet(on: schema.queryType, depth: material.depth)
    var text = selections
    for fragment in fragments { text += "\n" + fragment.text }
    let names = material.variables.keys.sorted().filter { uses(text, $0) }
    var members: [JSONMember] = []
    var definitions: [String] = []
    for name in names {
      guard let variable = material.variables[name] else { continue }
      definitions.append("$\(name): \(variable.type)")
      if let value = random.pick(variable.values) {
        members.append(JSONMember(name: name, value: value))
      }
    }
    let header = definitions.isEmpty ? "" : "(\(definitions.joined(separator: ", ")))"
    return Query(text: "query Generated\(header) \(text)\n", variables: members)
  }

  private func uses(_ text: String, _ variable: String) -> Bool {
    text.split(separator: "$").dropFirst().contains { part in
      part.prefix { $0.isLetter || $0.isNumber } == variable
    }
  }

  private mutating func selectionSet(on type: TypeID, depth: Int) -> String {
    var selections: [String] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) where selectionsLeft > 0 {
      selectionsLeft -= 1
      switch Int.random(in: 0..<10, using: &random) {
      case 0: selections.append("__typename\(condition())")
      case 1: selections.append(inlineFragment(on: type, depth: depth))
      case 2: selections.append(fragmentSpread(on: type, depth: depth))
      default: selections.append(field(on: type, depth: depth))
      }
    }
    if selections.isEmpty { selections = ["__typename"] }
    return "{ \(selections.joined(separator: " ")) }"
  }

  private mutating func field(on type: TypeID, depth: Int) -> String {
    let fields = schema[type].fields.filter { field in
      !material.excludedFields.contains(field.name)
        && !material.excludedFields.contains("\(schema[type].name).\(field.name)")
        && (depth > 1 || schema[field.type.namedType].isLeaf)
    }
    guard !fields.isEmpty else { return "__typename\(condition())" }
    let field = random.pick(fields)
    let choices =
      material.arguments["\(schema[type].name).\(field.name)"] ?? material.arguments[field.name]
      ?? [""]
    let choice = Int.random(in: choices.indices, using: &random)
    var alias = ""
    if choice > 0 || random.chance(20) {
      alias = "\(field.name)\(choice)\(random.pick(["a", "b"])): "
    }
    let head = "\(alias)\(field.name)\(choices[choice])\(condition())"
    guard schema[field.type.namedType].isComposite else { return head }
    return "\(head) \(selectionSet(on: field.type.namedType, depth: depth - 1))"
  }

  private mutating func inlineFragment(on type: TypeID, depth: Int) -> String {
    guard random.chance(80) else {
      return "...\(condition()) \(selectionSet(on: type, depth: depth))"
    }
    let applied = overlappingType(type)
    let body = selectionSet(on: applied, depth: depth)
    return "... on \(schema[applied].name)\(condition()) \(body)"
  }

  private mutating func fragmentSpread(on type: TypeID, depth: Int) -> String {
    let known = fragments.filter { schema.typesOverlap($0.type, type) }
    if !known.isEmpty, random.chance(60) {
      return "...\(random.pick(known).name)\(condition())"
    }
    let applied = overlappingType(type)
    let body = selectionSet(on: applied, depth: depth)
    let name = "F\(fragments.count)"
    fragments.append((name, applied, "fragment \(name) on \(schema[applied].name) \(body)"))
    return "...\(name)\(condition())"
  }

  private mutating func overlappingType(_ type: TypeID) -> TypeID {
    let types = schema.types.compactMap { candidate -> TypeID? in
      guard candidate.isComposite, !candidate.isIntrospectionType,
        let id = schema.typeID(named: candidate.name), schema.typesOverlap(id, type)
      else { return nil }
      return id
    }
    return random.pick(types)
  }

  private mutating func condition() -> String {
    guard random.chance(20) else { return "" }
    let directive = random.pick(["skip", "include"])
    let value = random.pick(["true", "false", "$yes", "$off", "$either", "$some", "$null"])
    let rest = random.chance(10) ? " @include(if: $some)" : ""
    return " @\(directive)(if: \(value))" + (directive == "skip" ? rest : "")
  }
}
