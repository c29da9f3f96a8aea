/// How far an import has come: a bar if the files' sizes are known, objects, objects a second.
final class ImportProgressLine {
  private let files: [CatalogFile]
  private let totalBytes: Int?
  private let line = ProgressLine()
  private let start = ContinuousClock.now

  init(files: [CatalogFile]) {
    self.files = files
    let sizes = files.compactMap(\.totalBytes)
    totalBytes = sizes.count == files.count ? sizes.reduce(0, +) : nil
  }

  /// Shows that so many objects have been read.
  func show(objects: Int) {
    line.show {
      let readBytes = files.reduce(0) { $0 + $1.readBytes }
      return importProgress(
        readBytes: readBytes, totalBytes: totalBytes, objects: objects,
        elapsed: ContinuousClock.now - start)
    }
  }

  /// Removes the line.
  func clear() {
    line.clear()
  }
}

/// The text of the line.
func importProgress(
  readBytes: Int, totalBytes: Int?, objects: Int, elapsed: Duration
) -> String {
  let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  let rate = seconds > 0 ? Int(Double(objects) / seconds) : 0
  let count = "\(grouped(objects)) objects  \(grouped(rate))/s"
  guard let totalBytes, totalBytes > 0 else { return "importing  \(count)" }
  let share = min(1, Double(readBytes) / Double(totalBytes))
  let barColumns = 20
  let full = Int(share * Double(barColumns))
  let bar =
    String(repeating: "█", count: full) + String(repeating: "░", count: barColumns - full)
  let percent = String(Int(share * 100))
  let padding = String(repeating: " ", count: 3 - percent.count)
  return "importing  \(bar)  \(padding)\(percent) %  \(count)"
}

/// A count with a comma between thousands.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}
