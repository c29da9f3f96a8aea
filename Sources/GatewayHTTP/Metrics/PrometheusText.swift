// The text format 0.0.4, prometheus.io/docs/instrumenting/exposition_formats, "Text-based format".

/// A value as the format has it; whole numbers without a fraction.
func sampleText(_ value: Double) -> String {
  if value.isNaN { return "NaN" }
  if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
  return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
}

/// A label as the name of a metric: what may not stand in one becomes an underscore.
func metricName(_ label: String) -> String {
  nameText(label) { $0 == ":" }
}

/// Dimensions as labels, without the braces; empty for none.
func labelText(_ dimensions: [(String, String)]) -> String {
  dimensions.map { name, value in
    let escaped = value.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(scalar)
      }
    }.joined()
    return "\(nameText(name) { _ in false })=\"\(escaped)\""
  }.joined(separator: ",")
}

/// Help with its line ends and backslashes escaped.
func escapedHelp(_ help: String) -> String {
  help.unicodeScalars.map { scalar in
    switch scalar {
    case "\\": "\\\\"
    case "\n": "\\n"
    default: String(scalar)
    }
  }.joined()
}

private func nameText(_ text: String, allowing: (Unicode.Scalar) -> Bool) -> String {
  var name = ""
  for scalar in text.unicodeScalars {
    let isDigit = "0"..."9" ~= scalar
    if isDigit && name.isEmpty { name += "_" }
    let isAllowed =
      isDigit || "a"..."z" ~= scalar || "A"..."Z" ~= scalar || scalar == "_" || allowing(scalar)
    name.unicodeScalars.append(isAllowed ? scalar : "_")
  }
  return name.isEmpty ? "_" : name
}
