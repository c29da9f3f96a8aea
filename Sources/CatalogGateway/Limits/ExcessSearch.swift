import GraphQLLanguage

/// Finds where in an operation there is the first too much of something.
///
/// Goes into a fragment only if the place is there, so that it costs time linear in the document, however
/// often fragments are spread.
struct ExcessSearch {
  private let limit: DocumentLimit
  private let maximum: Int
  private var meter: SelectionMeter
  /// How much has been met, of what is counted.
  private var count = 0
  private var openFragments: Set<String> = []

  init(_ limit: DocumentLimit, maximum: Int, meter: SelectionMeter) {
    self.limit = limit
    self.maximum = maximum
    self.meter = meter
  }

  private var document: Document { meter.document }

  /// The byte offset of what exceeds the limit.
  mutating func place(in operation: OperationDefinition) -> Int32? {
    if let place = place(in: operation.directives) { return place }
    for variable in document[operation.variableDefinitions] {
      if let place = place(in: variable.directives) { return place }
    }
    return place(in: operation.selectionSet, depth: 1)
  }

  /// `depth` is that of the fields of the selection set.
  private mutating func place(in selectionSet: SelectionSet, depth: Int) -> Int32? {
    for selection in document[selectionSet.selections] {
      let place =
        switch selection {
        case .field(let index): place(in: document[index], depth: depth)
        case .fragmentSpread(let index): place(in: document[index], depth: depth)
        case .inlineFragment(let index):
          place(in: document[index].directives)
            ?? place(in: document[index].selectionSet, depth: depth)
        }
      if let place { return place }
    }
    return nil
  }

  private mutating func place(in field: Field, depth: Int) -> Int32? {
    if let place = place(in: field.directives) { return place }
    switch limit {
    case .depth: if depth > maximum { return field.range.start }
    case .rootFields:
      count += 1
      return count > maximum ? field.range.start : nil
    case .aliases:
      count += field.alias == nil ? 0 : 1
      if count > maximum { return field.range.start }
    case .directives, .directivesPerPlace: break
    }
    return field.selectionSet.flatMap { place(in: $0, depth: depth + 1) }
  }

  private mutating func place(in spread: FragmentSpread, depth: Int) -> Int32? {
    if let place = place(in: spread.directives) { return place }
    guard let fragment = meter.fragment(of: spread) else { return nil }
    let figure = limit.figure(in: meter.cost(of: spread))
    let met =
      switch limit {
      case .depth: depth - 1
      case .directivesPerPlace: 0
      case .rootFields, .aliases, .directives: count
      }
    guard met + figure > maximum else {
      count += figure
      return nil
    }
    let name = document.text(spread.name)
    guard openFragments.insert(name).inserted else { return nil }
    defer { openFragments.remove(name) }
    return place(in: fragment.directives) ?? place(in: fragment.selectionSet, depth: depth)
  }

  private mutating func place(in nodes: NodeRange<Directive>) -> Int32? {
    let met: Int
    switch limit {
    case .depth, .rootFields, .aliases: return nil
    case .directivesPerPlace: met = 0
    case .directives:
      met = count
      count += nodes.count
    }
    guard met + nodes.count > maximum else { return nil }
    return document[nodes].dropFirst(maximum - met).first?.range.start
  }
}
