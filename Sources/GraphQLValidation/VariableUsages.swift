import GraphQLLanguage
import GraphQLSchema

/// Finds the operations whose variables break a rule, for all operations together.
///
/// Of each operation the usages in it and in the fragments that it spreads concern it. Walking
/// these fragments for each of many operations would cost the product of both; so usages that
/// differ in nothing but their place are one, and 64 of them at a time are carried to the
/// definitions that reach them, as the bits of a number. With few operations, each walks its
/// fragments.
///
/// Spec §5.8.3 All Variable Uses Defined, §5.8.4 All Variables Used, §5.8.5 All Variable Usages Are
/// Allowed.
struct VariableUsageSearch {
  /// So many operations walk their fragments by themselves.
  private static let fewOperations = 4

  private let document: Document
  private let schema: Schema
  private let outline: DocumentOutline
  /// The names of variables.
  private var names: NameTable
  /// By the place of an operation and the number of a name: the place in `variables`.
  private var variableIndices: PairTable
  private var variables: [Variable] = []
  /// By the place of the definition: whether the rules find something wrong with it.
  private(set) var isWrong: [Bool]

  private struct Variable {
    let operation: Int
    var definition: KnownVariable?
    var isUsed = false
  }

  init(_ document: Document, _ schema: Schema, _ outline: DocumentOutline) {
    self.document = document
    self.schema = schema
    self.outline = outline
    names = NameTable(document, capacity: 0)
    variableIndices = PairTable(capacity: 0)
    isWrong = Array(repeating: false, count: document.definitions.count)
    var operations: [Int] = []
    for (index, definition) in document.definitions.enumerated() {
      guard case .operation(let operation) = definition else { continue }
      operations.append(index)
      define(operation, index)
      for usage in outline.usages(in: index) { use(usage, in: index) }
    }
    useThroughFragments(in: operations)
    for variable in variables where !variable.isUsed { isWrong[variable.operation] = true }
  }

  /// The usages that concern an operation: those in it, then those in fragments.
  func usages(ofOperationAt index: Int) -> [VariableUsage] {
    outline.usages(in: index) + outline.fragments(spreadFrom: [index]).flatMap(outline.usages(in:))
  }

  private mutating func define(_ operation: OperationDefinition, _ index: Int) {
    for definition in document[operation.variableDefinitions] {
      let known = KnownVariable(definition, document, schema)
      let name = Int32(names.insert(definition.name))
      let next = Int32(variables.count)
      if let first = variableIndices.insert(next, Int32(index), name) {
        variables[Int(first)].definition = known
      } else {
        variables.append(Variable(operation: index, definition: known))
      }
    }
  }

  private mutating func use(_ usage: VariableUsage, in operation: Int) {
    guard let name = names.number(of: usage.name),
      let variable = variableIndices[Int32(operation), Int32(name)]
    else {
      isWrong[operation] = true
      return
    }
    variables[Int(variable)].isUsed = true
    if let definition = variables[Int(variable)].definition, !schema.allows(usage, of: definition) {
      isWrong[operation] = true
    }
  }

  // MARK: Through fragments

  private mutating func useThroughFragments(in operations: [Int]) {
    let usages = outline.definitions.indices.filter { outline.fragmentName(at: $0) >= 0 }
      .flatMap { outline.usages(in: $0) }
    guard !usages.isEmpty else { return }
    guard operations.count > Self.fewOperations else {
      for operation in operations {
        for fragment in outline.fragments(spreadFrom: [operation]) {
          for usage in outline.usages(in: fragment) { use(usage, in: operation) }
        }
      }
      return
    }
    var kinds = UsageKinds(outline)
    for block in stride(from: 0, to: kinds.distinct.count, by: UInt64.bitWidth) {
      for (definition, reached) in kinds.definitions(reaching: block, outline)
      where outline.fragmentName(at: definition) < 0 {
        var bits = reached
        while bits != 0, !isWrong[definition] {
          use(kinds.distinct[block + bits.trailingZeroBitCount], in: definition)
          bits &= bits - 1
        }
      }
    }
  }
}
