/// The project name inside a package's `pypi_url`; nil if there is none.
///
/// The origin's URLs are `https://pypi.org/project/NAME/`, `http://pypi.python.org/pypi/NAME`, with
/// or without more behind, or the name alone.
func pypiName(in url: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
  let end = url.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? url.count
  let segments = url[..<end].split(separator: UInt8(ascii: "/"))
  let name: Slice<UnsafeBufferPointer<UInt8>>?
  if segments.count == 1 {
    name = segments[0]
  } else {
    let parent = segments.firstIndex { segment in
      ["project", "pypi", "simple"].contains { segment.elementsEqual($0.utf8) }
    }
    name = parent.flatMap { $0 + 1 < segments.count ? segments[$0 + 1] : nil }
  }
  guard let name, isProjectName(name) else { return nil }
  return name.startIndex..<name.endIndex
}

/// Letters and digits, with `.`, `_` and `-` between them, as the package index allows.
private func isProjectName(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
  guard let first = name.first, let last = name.last, isAlphanumeric(first), isAlphanumeric(last)
  else { return false }
  return name.allSatisfy { isAlphanumeric($0) || [0x2D, 0x2E, 0x5F].contains($0) }
}
