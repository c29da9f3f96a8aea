/// Which columns a statement selects, by kind, so that a row is read in runs of equal kind.
///
/// A class, since it is handed on and stays as it is.
final class RowLayout {
  /// How a column comes to be finished JSON.
  enum Encoding {
    case text
    /// Null if it is empty. Asked of each row here: `nullif` in SQL took a tenth of reading a page.
    case textUnlessEmpty
    case json
  }

  struct EncodedPlace {
    let place: Int
    let encoding: Encoding
  }

  let entity: Entity
  /// Places of the columns in a batch.
  let integers: [Int]
  let booleans: [Int]
  let encoded: [EncodedPlace]

  init(_ entity: Entity, _ columns: ColumnSet) {
    self.entity = entity
    var (integers, booleans): ([Int], [Int]) = ([], [])
    var encoded: [EncodedPlace] = []
    // The id is always read, ahead of the others.
    for column in entity.columns.dropFirst() where columns.contains(index: column.index) {
      let place = column.index
      switch column.kind {
      case .integer: integers.append(place)
      case .boolean: booleans.append(place)
      case .text:
        let encoding = column.definition.emptyIsNull ? Encoding.textUnlessEmpty : .text
        encoded.append(EncodedPlace(place: place, encoding: encoding))
      case .json: encoded.append(EncodedPlace(place: place, encoding: .json))
      }
    }
    (self.integers, self.booleans, self.encoded) = (integers, booleans, encoded)
  }

  /// How many columns it selects, the id among them.
  var count: Int { 1 + integers.count + booleans.count + encoded.count }

  /// The columns in SQL, of the row that `alias` stands for: the id, then the others by kind.
  func selection(_ alias: String) -> String {
    let columns = entity.columns
    let places = [0] + integers + booleans + encoded.map(\.place)
    return places.map { "\(alias).\(columns[$0].definition.name)" }.joined(separator: ", ")
  }
}
