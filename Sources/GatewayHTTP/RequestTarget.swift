/// The path and the query of a request target, in origin form or in absolute form. RFC 9112 §3.2
/// Request Target.
func originForm(of target: String) -> Substring {
  guard target.utf8.first != UInt8(ascii: "/"),
    let colon = path(in: target[...]).utf8.firstIndex(of: UInt8(ascii: ":"))
  else { return target[...] }
  let authority = target.utf8[colon...].drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
  return Substring(authority.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
}

/// The path of a request target, without the query.
///
/// Found among bytes: to look at characters took a third of the instructions of a static answer.
func path(of target: String) -> String {
  // Most targets are nothing else.
  if target.utf8.first == UInt8(ascii: "/") && !target.utf8.contains(UInt8(ascii: "?")) {
    return target
  }
  return String(path(in: originForm(of: target)))
}

private func path(in target: Substring) -> Substring {
  Substring(target.utf8.prefix { $0 != UInt8(ascii: "?") })
}
