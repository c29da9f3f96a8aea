import NIOCore

/// An address of the Internet Protocol. One of version 4 is kept as version 6 maps it, so that both
/// ways to write it are the same. RFC 4291 §2.5.5.2 IPv4-Mapped IPv6 Address.
struct NetworkAddress: Sendable, Hashable {
  let high: UInt64
  let low: UInt64

  /// What comes before an address of version 4 in one of version 6.
  private static let mappedPrefix: UInt64 = 0xFFFF_0000_0000

  /// The address of the other end of a connection; nil if it has none.
  init?(_ address: SocketAddress) {
    switch address {
    case .v4(let address):
      high = 0
      low = Self.mappedPrefix | UInt64(UInt32(bigEndian: address.address.sin_addr.s_addr))
    case .v6(let address):
      (high, low) = withUnsafeBytes(of: address.address.sin6_addr) { bytes in
        bytes.enumerated().reduce(into: (UInt64(0), UInt64(0))) { halves, byte in
          if byte.offset < 8 {
            halves.0 = halves.0 << 8 | UInt64(byte.element)
          } else {
            halves.1 = halves.1 << 8 | UInt64(byte.element)
          }
        }
      }
    case .unixDomainSocket:
      return nil
    }
  }

  /// Whether it is of version 4.
  var isVersion4: Bool { high == 0 && (low >> 32) << 32 == Self.mappedPrefix }

  /// The network that one client can have all addresses of: of version 6 the first 64 bits.
  var network: NetworkAddress { isVersion4 ? self : NetworkAddress(high: high, low: 0) }

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The address with all bits but the first `count` cleared.
  func masked(to count: Int) -> NetworkAddress {
    NetworkAddress(high: high & leading(count), low: low & leading(count - 64))
  }
}

/// A word with the first `count` bits set; none if `count` is negative.
private func leading(_ count: Int) -> UInt64 {
  count <= 0 ? 0 : UInt64.max << UInt64(max(64 - count, 0))
}
