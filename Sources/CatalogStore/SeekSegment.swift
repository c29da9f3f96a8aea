/// A run of a list that one index range holds.
///
/// What comes after a place is a few such runs, the nearest first: records equal in all terms with a
/// later tie-breaker, then records equal in all terms but the last, and so on. Each run is a range of
/// the index that serves the order, which one OR of conditions would not be.
struct SeekSegment {
  var conditions: [SeekCondition]
  /// The order's first term that is not the same for all records of the run.
  var firstTerm: Int
}

/// A term's relation to a value of the place.
enum SeekCondition {
  case equal(SortTerm, ColumnValue)
  case greater(SortTerm, ColumnValue)
  case less(SortTerm, ColumnValue)
  case isNull(SortTerm)
  case isNotNull(SortTerm)
}

extension ListOrder {
  /// The runs of what comes after a place, in order.
  func segments(after place: Keyset) -> [SeekSegment] {
    var segments = [
      SeekSegment(
        conditions: equalities(to: place, count: terms.count)
          + [tie.beyond(.integer(place.id))],
        firstTerm: terms.count)
    ]
    for number in terms.indices.reversed() {
      let equal = equalities(to: place, count: number)
      for condition in terms[number].conditions(beyond: place.values[number]) {
        segments.append(SeekSegment(conditions: equal + [condition], firstTerm: number))
      }
    }
    return segments
  }

  /// The runs of a place's record and what comes after it.
  func segments(from place: Keyset) -> [SeekSegment] {
    let record = SeekSegment(
      conditions: equalities(to: place, count: terms.count) + [.equal(tie, .integer(place.id))],
      firstTerm: terms.count)
    return [record] + segments(after: place)
  }

  private func equalities(to place: Keyset, count: Int) -> [SeekCondition] {
    zip(terms.prefix(count), place.values).map { term, value in
      value == .null ? .isNull(term) : .equal(term, value)
    }
  }
}

extension SortTerm {
  fileprivate func beyond(_ value: ColumnValue) -> SeekCondition {
    descending ? .less(self, value) : .greater(self, value)
  }

  /// The runs of this term's values that come after one, in order.
  fileprivate func conditions(beyond value: ColumnValue) -> [SeekCondition] {
    guard isNullable else { return [beyond(value)] }
    return switch (value == .null, nullsFirst) {
    case (true, true): [.isNotNull(self)]
    case (true, false): []
    case (false, true): [beyond(value)]
    case (false, false): [beyond(value), .isNull(self)]
    }
  }
}
