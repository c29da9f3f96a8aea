import Synchronization

/// A number of places, each for one thing at a time.
final class Places: Sendable {
  /// How many there are.
  let count: Int
  private let taken = Atomic(0)

  init(_ count: Int) {
    self.count = count
  }

  /// A place, which is free again when nobody holds it any more.
  final class Place: Sendable {
    private let places: Places

    fileprivate init(_ places: Places) {
      self.places = places
    }

    deinit {
      places.taken.subtract(1, ordering: .relaxed)
    }
  }

  /// Takes a place; nil if all are taken.
  func take() -> Place? {
    guard taken.add(1, ordering: .relaxed).oldValue < count else {
      taken.subtract(1, ordering: .relaxed)
      return nil
    }
    return Place(self)
  }
}
