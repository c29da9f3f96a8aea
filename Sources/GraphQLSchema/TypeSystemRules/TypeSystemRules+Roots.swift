import GraphQLLanguage

/// Spec §3.3.1 Root Operation Types.
extension TypeSystemRules {
  mutating func checkRoots() {
    if draft.roots[.query] == nil {
      errors.report(
        "Query root type must be provided.", at: schemaDefinition.map { [$0.range.start] } ?? [])
    }
    var uses: [(type: TypeID, operations: [OperationType])] = []
    for operation in OperationType.allCases {
      guard let root = draft.roots[operation] else { continue }
      guard case .object = schema[root] else {
        reportNonObject(root, of: operation)
        continue
      }
      if let index = uses.firstIndex(where: { $0.type == root }) {
        uses[index].operations.append(operation)
      } else {
        uses.append((root, [operation]))
      }
    }
    for (type, operations) in uses where operations.count > 1 {
      errors.report(
        "All root types must be different, \"\(schema[type].name)\" type is used as "
          + "\(andList(operations.map(\.rawValue))) root types.",
        at: operations.compactMap { draft.rootNodes[$0]?.range.start })
    }
  }

  private mutating func reportNonObject(_ root: TypeID, of operation: OperationType) {
    let (name, condition) =
      switch operation {
      case .query: ("Query", "")
      case .mutation: ("Mutation", " if provided")
      case .subscription: ("Subscription", " if provided")
      }
    let builtIn = draft.typeSources[root.index].isBuiltIn
    let place =
      draft.rootNodes[operation]?.range.start
      ?? (builtIn ? nil : definitions(of: root)[0].range.start)
    errors.report(
      "\(name) root type must be Object type\(condition), it cannot be \(schema[root].name).",
      at: place.map { [$0] } ?? [])
  }

  private var schemaDefinition: SchemaDefinition? {
    for case .schema(let definition) in draft.document.definitions where !definition.isExtension {
      return definition
    }
    return nil
  }
}
