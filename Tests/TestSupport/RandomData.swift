import GraphQLExecution
import GraphQLSchema
import JSON

/// Objects of every type of a schema, with values made up from a seed.
///
/// There are four objects of each type. A value depends on nothing but the seed, the object, the field and its arguments, so that whoever
/// asks again is told the same.
public struct RandomData: Sendable {
  /// How often, in percent, a value is null or fails, non-null places included.
  public struct Rates: Sendable {
    /// Nulls where the type allows them.
    public var nulls = 15
    /// Nulls where the type does not.
    public var brokenPromises = 2
    /// Errors.
    public var failures = 3

    /// The rates by default.
    public init() {}

    /// Rates of data in which nothing is wrong.
    public static var faultless: Rates {
      var rates = Rates()
      rates.brokenPromises = 0
      rates.failures = 0
      return rates
    }
  }

  private let schema: Schema
  private let seed: UInt64
  private let rates: Rates
  private let objects = IdentifiedObjects()

  /// Makes up objects for all object types of a schema.
  public init(schema: Schema, seed: UInt64, rates: Rates = Rates()) {
    self.schema = schema
    self.seed = seed
    self.rates = rates
  }

  /// The object that an operation starts at.
  public func root(_ type: TypeID) -> DataObject { object(of: type, number: 0) }

  private func object(of id: TypeID, number: Int) -> DataObject {
    let name = schema[id].name
    let made = DataObject(name) { field, arguments in
      try value(of: field, in: id, number: number, arguments)
    }
    return objects.object(for: .string("\(name)/\(number)"), otherwise: made)
  }

  private func value(
    of name: String, in id: TypeID, number: Int, _ arguments: [String: InputValue]
  ) throws -> DataValue {
    let type = schema[id]
    guard let field = type.fields.first(where: { $0.name == name }) else {
      throw FieldError("There is no field \(name)")
    }
    let texts = arguments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
    var random = SplitMix64(
      seed: seed ^ stableHash("\(type.name)/\(number)/\(name)/\(texts)"))
    if random.chance(rates.failures) { throw FieldError("\(type.name).\(name) failed") }
    return value(of: field.type, &random)
  }

  private func value(of type: FieldType, _ random: inout SplitMix64) -> DataValue {
    switch type {
    case .nonNull(let nullable):
      if random.chance(rates.brokenPromises) { return .null }
      return present(nullable, &random)
    case .named, .list:
      if random.chance(rates.nulls) { return .null }
      return present(type, &random)
    }
  }

  private func present(_ type: FieldType, _ random: inout SplitMix64) -> DataValue {
    switch type {
    case .nonNull(let nullable): return present(nullable, &random)
    case .list(let element):
      return .list(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          random.chance(rates.failures)
            ? .failure("An element failed") : value(of: element, &random)
        })
    case .named(let id):
      switch schema[id] {
      case .scalar(let scalar): return .leaf(leaf(scalar, &random))
      case .enum(let type): return .leaf(.string(random.pick(type.values).name))
      case .object, .interface, .union:
        let possible = random.pick(schema.possibleTypes(of: id))
        return .object(object(of: possible, number: Int.random(in: 0..<4, using: &random)))
      case .inputObject: preconditionFailure("An input object is no output type")
      }
    }
  }

  private func leaf(_ scalar: ScalarType, _ random: inout SplitMix64) -> JSONValue {
    switch scalar.builtIn {
    case .int: .int(Int64.random(in: -100...100_000, using: &random))
    case .float: .number(Double(Int.random(in: -999...999, using: &random)) / 8 + 0.0625)
    case .boolean: .boolean(random.chance(50))
    case .id: .string("\(Int.random(in: 1...999, using: &random))")
    case .string: .string(random.pick(Self.texts))
    case nil: .array([.int(Int64.random(in: 0...9, using: &random)), .string("\"")])
    }
  }

  private static let texts = [
    "", "plain", "quote \" and \\", "line\nbreak", "tab\tand \u{1}", "\u{2028}\u{2029}", "مرحبا",
    "👩‍👩‍👧", "null", "</script>",
  ]
}

/// FNV-1a, 64 bits: the same for every run, unlike `Hasher`.
private func stableHash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}
