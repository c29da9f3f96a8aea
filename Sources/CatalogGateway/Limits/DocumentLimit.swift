import GraphQLLanguage

/// What is limited in the operations of a document.
enum DocumentLimit: CaseIterable {
  case depth, rootFields, aliases, directives, directivesPerPlace

  /// The most that there may be.
  func maximum(in limits: RequestLimits) -> Int {
    switch self {
    case .depth: limits.depth
    case .rootFields: limits.rootFields
    case .aliases: limits.aliases
    case .directives: limits.directives
    case .directivesPerPlace: limits.directivesPerPlace
    }
  }

  /// How much there is.
  func figure(in cost: SelectionCost) -> Int {
    switch self {
    case .depth: cost.depth
    case .rootFields: cost.fields
    case .aliases: cost.aliases
    case .directives: cost.directives
    case .directivesPerPlace: cost.directivesAtOnePlace
    }
  }

  /// The sentence for the client.
  func message(figure: Int, maximum: Int) -> String {
    let found =
      switch self {
      case .depth: "The operation nests fields \(figure) levels deep"
      case .rootFields: "The operation selects \(figure) fields at its root"
      case .aliases: "The operation has \(figure) aliases, those of fragments included"
      case .directives: "The operation has \(figure) directives, those of fragments included"
      case .directivesPerPlace: "There are \(figure) directives at one place"
      }
    return "\(found); the limit is \(maximum)."
  }
}

extension RequestLimits {
  /// Refuses a document one of whose operations is too deep or has too much of something.
  ///
  /// Before validation, and without a schema. Costs time linear in the document.
  func check(_ document: Document) throws(RequestFailure) {
    var meter = SelectionMeter(document)
    for case .operation(let operation) in document.definitions {
      let cost = meter.cost(of: operation)
      for limit in DocumentLimit.allCases {
        let figure = limit.figure(in: cost)
        let maximum = limit.maximum(in: self)
        guard figure > maximum else { continue }
        var search = ExcessSearch(limit, maximum: maximum, meter: meter)
        let place = search.place(in: operation) ?? operation.range.start
        throw RequestFailure([
          GraphQLError(
            limit.message(figure: figure, maximum: maximum),
            locations: [document.source.location(at: place)], code: .limitExceeded)
        ])
      }
    }
  }
}
