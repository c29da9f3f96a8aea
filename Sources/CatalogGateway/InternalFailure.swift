/// A failure that is not the client's, with the id under which the client was told of it.
public struct InternalFailure: Sendable {
  /// What the client was told, so that the two can be brought together: 16 hexadecimal digits.
  public let id: String
  /// What really happened.
  public let error: any Error

  /// An id that no other failure has.
  static func newID() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
