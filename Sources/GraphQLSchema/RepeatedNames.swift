import GraphQLLanguage

extension Document {
  /// The names that occur more than once, in the order in which they first appear, with where.
  public func repeatedNames(_ names: [Name]) -> [(name: String, places: [Int32])] {
    guard names.count > 1 else { return [] }
    var groups: [(name: String, places: [Int32])] = []
    var indices: [String: Int] = [:]
    for name in names {
      let text = text(name)
      if let index = indices[text] {
        groups[index].places.append(name.range.start)
      } else {
        indices[text] = groups.count
        groups.append((text, [name.range.start]))
      }
    }
    return groups.filter { $0.places.count > 1 }
  }
}
