/// How far an answer came.
enum AnswerEnding {
  /// To its end.
  case whole
  /// Not to its end: a limit was passed, or something failed, after its beginning had been sent.
  case cut
  /// As far as the client took it, which went away; perhaps nowhere.
  case clientGone

  /// What logs and traces call it; nil for the usual.
  var label: String? {
    switch self {
    case .whole: nil
    case .cut: "cut"
    case .clientGone: "client_gone"
    }
  }
}
