/// The path and the query of a request target, in origin form or in absolute form. RFC 9112 §3.2
/// Request Target.
func originForm(of target: String) -> Substring {
  let path = target.prefix { $0 != "?" }
  guard !path.hasPrefix("/"), let colon = path.firstIndex(of: ":") else { return target[...] }
  let authority = target[colon...].drop { $0 == ":" || $0 == "/" }
  return authority.drop { $0 != "/" && $0 != "?" }
}
