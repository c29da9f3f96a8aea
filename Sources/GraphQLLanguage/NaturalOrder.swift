/// Whether a name comes before another when numbers in them count as numbers: `A2` before `A10`.
public func naturallyPrecedes(_ left: String, _ right: String) -> Bool {
  naturallyPrecedes(Array(left.utf8)[...], Array(right.utf8)[...])
}

/// The same for names in UTF-8.
func naturallyPrecedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
  var left = left
  var right = right
  while let first = left.first, let second = right.first {
    if first.isDigit, second.isDigit {
      let leftNumber = left.removeNumber()
      let rightNumber = right.removeNumber()
      if leftNumber.count != rightNumber.count { return leftNumber.count < rightNumber.count }
      for (a, b) in zip(leftNumber, rightNumber) where a != b { return a < b }
    } else {
      if first != second { return first < second }
      left.removeFirst()
      right.removeFirst()
    }
  }
  return left.count < right.count
}

extension ArraySlice<UInt8> {
  /// Takes the digits off the front; a leading zero is a number of its own.
  fileprivate mutating func removeNumber() -> ArraySlice<UInt8> {
    let number = first == ASCII.zero ? prefix(1) : prefix(while: \.isDigit)
    removeFirst(number.count)
    return number
  }
}
