import NIOCore

/// A block of addresses: all that begin with the same bits. RFC 4632 §3.1 Basic Concept and Prefix
/// Notation, RFC 4291 §2.3 Text Representation of Address Prefixes.
public struct AddressBlock: Sendable, Hashable {
  private let start: NetworkAddress
  /// How many bits are the same, of the 128 that every address has here.
  private let bits: Int

  /// Reads `10.0.0.0/8`, `2001:db8::/32`, or an address alone; nil if it is neither, or if bits behind
  /// the prefix are set.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = ipAddress(String(first)),
      let address = NetworkAddress(address)
    else { return nil }
    let width = first.contains(":") ? 128 : 32
    var length = width
    if parts.count == 2 {
      guard 1...3 ~= parts[1].utf8.count, parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
        let number = Int(parts[1]), number <= width
      else { return nil }
      length = number
    }
    bits = 128 - width + length
    start = address
    guard address.masked(to: bits) == address else { return nil }
  }

  /// Whether the address is one of the block.
  func contains(_ address: NetworkAddress) -> Bool { address.masked(to: bits) == start }
}

/// The address that a text is, without a port; nil if it is none.
func ipAddress(_ text: String) -> SocketAddress? {
  guard text.utf8.count <= 45 else { return nil }
  do {
    return try SocketAddress(ipAddress: text, port: 0)
  } catch {
    return nil
  }
}
