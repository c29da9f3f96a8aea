import NIOCore

/// What proxies say of the request that they pass on: who made it, and how.
struct Forwarding: Sendable, Equatable {
  /// Who asked whom, the client first, as far as it is known.
  private(set) var hops: [Substring] = []
  /// The scheme that the client used.
  private(set) var scheme: Substring?
  /// The host that the client asked.
  private(set) var host: Substring?

  /// Reads what one kind of fields says: the ones that most proxies write, `X-Forwarded-*`, or, if
  /// there are none of these, `Forwarded`. A proxy that writes one kind lets a client's own of the
  /// other through, which must not count beside it.
  init(_ fields: ForwardingFields) {
    if fields.hasUnregistered {
      hops = fields.xForwardedFor.map { splitOutsideQuotes($0[...], at: ",") } ?? []
      scheme = first(of: fields.xForwardedProto)
      host = first(of: fields.xForwardedHost)
    } else if let forwarded = fields.forwarded {
      for element in splitOutsideQuotes(forwarded[...], at: ",") { add(element) }
    }
  }

  /// Reads what one proxy says: `for=192.0.2.60;proto=http;host=a.org`. RFC 7239 §4 Forwarded HTTP
  /// Header Field.
  private mutating func add(_ element: Substring) {
    var hop: Substring = "unknown"
    for pair in splitOutsideQuotes(element, at: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let value = unquoted(parts[1])
      if parts[0].equalsIgnoringCase("for") {
        hop = value
      } else if parts[0].equalsIgnoringCase("proto") {
        scheme = scheme ?? value
      } else if parts[0].equalsIgnoringCase("host") {
        host = host ?? value
      }
    }
    hops.append(hop)
  }

  /// The client of a request that came from `peer`: the last one in the chain that is no proxy of ours.
  /// What stands before it, or is no address, anybody may have written.
  func client(behind peer: SocketAddress, trusted: [AddressBlock]) -> SocketAddress {
    var client = peer
    for hop in hops.reversed() {
      guard trusted.contain(client), let next = address(ofHop: hop) else { break }
      client = next
    }
    return client
  }
}

extension [AddressBlock] {
  /// Whether an address is in one of the blocks.
  func contain(_ address: SocketAddress) -> Bool {
    guard !isEmpty, let address = NetworkAddress(address) else { return false }
    return contains { $0.contains(address) }
  }
}

/// The first element of a list, as the proxy next to the client wrote it.
private func first(of list: String?) -> Substring? {
  list.flatMap { splitOutsideQuotes($0[...], at: ",").first }
}

private func unquoted(_ text: Substring) -> Substring {
  guard text.utf8.count >= 2, text.first == "\"", text.last == "\"" else { return text }
  return text.dropFirst().dropLast()
}

/// The address of one in the chain: `192.0.2.60`, `192.0.2.60:4711`, `2001:db8::1` or
/// `[2001:db8::1]:4711`. RFC 7239 §6 Node Identifiers.
private func address(ofHop hop: Substring) -> SocketAddress? {
  if hop.first == "[" {
    return hop.firstIndex(of: "]").flatMap { ipAddress(String(hop[..<$0].dropFirst())) }
  }
  let parts = hop.split(separator: ":", omittingEmptySubsequences: false)
  return ipAddress(String(parts.count == 2 ? parts[0] : hop))
}
