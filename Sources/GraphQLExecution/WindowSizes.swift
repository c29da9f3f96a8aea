/// How much of a long list is executed at once.
///
/// A list whose elements cannot make it null is executed as far as its first window, and the rest window
/// by window while the response is written: each with all layers below it, as ever, and gone before the
/// next. So memory holds a window and not the answer. Shorter lists are executed whole, and the number of
/// lookups depends on the query's shape alone unless a list is longer than its window.
public struct WindowSizes: Sendable {
  /// The most elements of a window.
  public var elements = 1_024
  /// The most elements that lists below it have together. If they have more, the window shrinks to one
  /// element, whose own lists can have windows.
  public var nestedElements = 20_000
  /// From how many written bytes on a window does not grow any more.
  public var bytes = 1 << 20

  /// The sizes by default.
  public init() {}

  /// How many elements come after `count` of them, which took `bytes`.
  func next(after count: Int, bytes written: Int) -> Int {
    let fitting = count.multipliedReportingOverflow(by: bytes).partialValue / max(written, 1)
    return max(1, min(elements, count * 4, fitting))
  }
}

/// Which of its sizes a window begins with.
enum Division {
  case largest
  /// One element.
  case smallest
}
