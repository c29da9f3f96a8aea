import CatalogGateway
import GraphQLLanguage
import GraphQLSchema

/// The columns that the rows of a list would have if it had any, as the query selects them.
///
/// `path` has the response names that lead to the list. Which of the selected objects
/// are lists, and so one column each, the gateway's own schema says; of another server's fields none
/// is taken for one. Empty if the query has an error.
func selectedColumns(
  at path: [String], in query: Source, operation name: String?
) -> [String] {
  do {
    let document = try parseDocument(query)
    guard let operation = document.operation(named: name) else { return [] }
    let source = Source(Gateway.schemaText, name: "Schema.graphql")
    var columns = SelectedColumns(
      document: document, schema: try buildSchema(from: parseDocument(source)))
    let root = columns.schema.rootType(of: operation.operationType)
    return columns.columns(at: path[...], in: operation.selectionSet, on: root)
  } catch {
    return []
  }
}

/// Walks the selections of a query.
private struct SelectedColumns {
  let document: Document
  let schema: Schema
  private var columns: [String] = []
  /// The fragments on the way, so that one that contains itself has an end.
  private var openFragments: Set<String> = []

  init(document: Document, schema: Schema) {
    self.document = document
    self.schema = schema
  }

  mutating func columns(
    at path: ArraySlice<String>, in selectionSet: SelectionSet, on type: TypeID?
  ) -> [String] {
    visit(selectionSet, on: type) { columns, field, type in
      guard let name = path.first, field.responseName.isText(name, in: columns.document),
        let selectionSet = field.selectionSet
      else { return }
      let fieldType = columns.definition(of: field, on: type)?.type.namedType
      if path.count == 1 {
        columns.collect(selectionSet, on: fieldType, "")
      } else {
        _ = columns.columns(at: path.dropFirst(), in: selectionSet, on: fieldType)
      }
    }
    return columns
  }

  private mutating func collect(_ selectionSet: SelectionSet, on type: TypeID?, _ prefix: String) {
    visit(selectionSet, on: type) { columns, field, type in
      let path = prefix + columns.document.text(field.responseName)
      let fieldType = columns.definition(of: field, on: type)?.type
      if let selectionSet = field.selectionSet, fieldType.map(\.isList) != true {
        columns.collect(selectionSet, on: fieldType?.namedType, path + ".")
      } else if !columns.columns.contains(path) {
        columns.columns.append(path)
      }
    }
  }

  /// Visits the fields of a selection set and of the fragments in it, in document order.
  private mutating func visit(
    _ selectionSet: SelectionSet, on type: TypeID?,
    _ visitField: (inout Self, Field, TypeID?) -> Void
  ) {
    for selection in document[selectionSet.selections] {
      switch selection {
      case .field(let index): visitField(&self, document[index], type)
      case .inlineFragment(let index):
        let fragment = document[index]
        let condition = fragment.typeCondition.map { schema.typeID(named: $0, in: document) }
        visit(fragment.selectionSet, on: condition ?? type, visitField)
      case .fragmentSpread(let index):
        let name = document.text(document[index].name)
        guard let fragment = fragment(named: name), openFragments.insert(name).inserted else {
          continue
        }
        visit(
          fragment.selectionSet, on: schema.typeID(named: fragment.typeCondition, in: document),
          visitField)
        openFragments.remove(name)
      }
    }
  }

  private func definition(of field: Field, on type: TypeID?) -> OutputField? {
    type.flatMap { schema.field(named: field.name, in: document, on: $0) }
  }

  private func fragment(named name: String) -> FragmentDefinition? {
    for case .fragment(let fragment) in document.definitions
    where fragment.name.isText(name, in: document) {
      return fragment
    }
    return nil
  }
}

extension FieldType {
  /// Whether values of the type are lists.
  fileprivate var isList: Bool {
    if case .list = nullable { true } else { false }
  }
}
