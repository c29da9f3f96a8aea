import GraphQLLanguage

extension Document {
  /// So many names are compared each with each.
  private static var fewNames: Int { 8 }

  /// The names that occur more than once, in the order in which they first appear, with where.
  public func repeatedNames(_ names: [Name]) -> [(name: String, places: [Int32])] {
    guard hasRepeatedNames(names) else { return [] }
    var table = NameTable(self, capacity: names.count)
    var places: [[Int32]] = []
    for name in names {
      let number = table.insert(name)
      if number == places.count { places.append([]) }
      places[number].append(name.range.start)
    }
    return places.enumerated().compactMap { number, places in
      places.count > 1 ? (text(table[number]), places) : nil
    }
  }

  /// Whether any name occurs more than once.
  public func hasRepeatedNames(_ names: [Name]) -> Bool {
    guard names.count > Self.fewNames else {
      return names.indices.contains { index in
        names[..<index].contains { $0.hasSameText(as: names[index], in: self) }
      }
    }
    var table = NameTable(self, capacity: names.count)
    for name in names { _ = table.insert(name) }
    return table.count < names.count
  }
}
