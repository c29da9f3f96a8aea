/// How much of a list a resolver is asked for.
public enum Portion: Sendable, Hashable {
  /// The lists of all objects, whole.
  case all
  /// Of the one object's list this many elements at the most; a longer one has a `ListColumn.rest`.
  case window(elements: Int)
  /// Whole lists, if they have this many elements together at the most; else `PortionExceeded`.
  case atMost(elements: Int)
}

/// The lists of a call's objects have more elements than its portion.
///
/// The resolver is then asked again, for fewer objects at a time.
public struct PortionExceeded: Error, Sendable {
  /// Makes the error.
  public init() {}
}

/// What a list has beyond the elements of its column, for later.
public struct ListRest {
  let elements: (_ start: Int, _ count: Int) throws -> Window

  /// Some elements that follow each other.
  public struct Window {
    let elements: Column
    let hasMore: Bool

    /// Makes a window; `hasMore` if there are elements behind these.
    public init(elements: Column, hasMore: Bool) {
      self.elements = elements
      self.hasMore = hasMore
    }
  }

  /// Makes a rest of a function that gives the elements from `start` on, counted from the beginning of
  /// the list: `count` of them at the most, and at least one.
  ///
  /// It is called in order, but anew from an earlier start if the list stands in the response twice.
  public init(_ elements: @escaping (_ start: Int, _ count: Int) throws -> Window) {
    self.elements = elements
  }
}
