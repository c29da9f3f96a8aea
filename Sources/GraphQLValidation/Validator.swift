import GraphQLLanguage
import GraphQLSchema

/// How many errors are reported before validation stops.
private let maximumErrors = 100

/// Checks a document rule by rule in one walk.
///
/// At each node come the errors of the node itself, rule by rule, then those of its children, then
/// those that a rule reports on the way back: the order of the reference implementation. Each rule
/// is a file in `Rules`; this one and `Validator+Walk` say where it applies.
struct Validator {
  let document: Document
  let schema: Schema
  let outline: DocumentOutline
  var errors = ErrorList(
    limit: maximumErrors,
    abortMessage: "Too many validation errors, error limit reached. Validation aborted.")

  /// Names met so far, with where.
  var operationNames: [String: Name] = [:]
  var fragmentCycles: FragmentCycles
  private let variableUsages: VariableUsageSearch
  var introspectionDepth = IntrospectionDepth()
  /// Whether documents may ask for the schema.
  var allowsIntrospection = true
  var incrementalDelivery = IncrementalDelivery()
  /// Says which fields conflict, once it is known that some do; nil if none does.
  var mergeConflicts: MergeConflicts?

  init(_ document: Document, _ schema: Schema) {
    self.document = document
    self.schema = schema
    outline = DocumentOutline(document, schema)
    fragmentCycles = FragmentCycles(outline)
    variableUsages = VariableUsageSearch(document, schema, outline)
  }

  mutating func checkDocument() {
    checkExecutableDefinitions()
    startFieldSelectionMerging()
    for (index, definition) in document.definitions.enumerated() where !errors.isAborted {
      if outline.nesting.depths[index] > FragmentNesting.maximumDepth {
        errors.abort("Validation aborted.")
        break
      }
      switch definition {
      case .operation(let operation): checkOperation(operation, index)
      case .fragment(let fragment): checkFragment(fragment, index)
      case .schema, .type, .directive: break
      }
    }
    checkFragmentsMustBeUsed()
  }

  private mutating func checkOperation(_ operation: OperationDefinition, _ index: Int) {
    checkOperationTypeExistence(operation)
    checkOperationNameUniqueness(operation)
    checkLoneAnonymousOperation(operation)
    checkSingleRootField(operation)
    checkVariableUniqueness(operation.variableDefinitions)
    let isWrong = variableUsages.isWrong[index]
    let usages = isWrong ? variableUsages.usages(ofOperationAt: index) : []
    if isWrong {
      checkAllVariableUsesDefined(in: operation, usages)
      checkAllVariablesUsed(in: operation, usages)
    }
    checkDirectivesAreUnique(operation.directives)
    checkIncrementalDelivery(in: operation)

    for variable in document[operation.variableDefinitions] { checkVariable(variable) }
    walkDirectives(operation.directives, at: operation.operationType.directiveLocation)
    let root = schema.rootType(of: operation.operationType)
    walk(operation.selectionSet, on: root)

    if isWrong { checkAllVariableUsagesAreAllowed(of: operation.variableDefinitions, usages) }
  }

  private mutating func checkVariable(_ variable: VariableDefinition) {
    checkVariableIsInputType(variable)
    checkDirectivesAreUnique(variable.directives)
    let namedType = document.namedType(of: variable.type)
    checkTypeExistence(namedType, schema.typeID(named: namedType, in: document))
    if let value = variable.defaultValue {
      let type = schema.fieldType(of: variable.type, in: document)
      checkValue(value, as: type.flatMap { schema.isInputType($0) ? $0 : nil })
    }
    walkDirectives(variable.directives, at: .variableDefinition)
  }

  private mutating func checkFragment(_ fragment: FragmentDefinition, _ index: Int) {
    let type = outline.fragmentType(at: index)
    checkFragmentIsOnCompositeType(fragment, type)
    checkFragmentNameUniqueness(fragment, index)
    checkFragmentCycles(from: index)
    checkFragmentVariables(of: fragment, index)
    checkDirectivesAreUnique(fragment.directives)

    for variable in document[fragment.variableDefinitions] { checkVariable(variable) }
    checkTypeExistence(fragment.typeCondition, type)
    walkDirectives(fragment.directives, at: .fragmentDefinition)
    walk(fragment.selectionSet, on: type)
    checkFragmentVariableUsages(of: fragment, index)
  }
}

extension OperationType {
  var directiveLocation: DirectiveLocation {
    switch self {
    case .query: .query
    case .mutation: .mutation
    case .subscription: .subscription
    }
  }
}
