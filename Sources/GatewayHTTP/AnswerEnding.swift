/// How far an answer came.
enum AnswerEnding {
  /// To its end.
  case whole
  /// Not to its end: a limit was passed, or something failed, after its beginning had been sent.
  case cut
  /// As far as the client took it, perhaps nowhere: the connection has ended, by the client or for its sake.
  case abandoned

  /// What logs and traces call it; nil for the usual.
  var label: String? {
    switch self {
    case .whole: nil
    case .cut: "cut"
    case .abandoned: "abandoned"
    }
  }
}
