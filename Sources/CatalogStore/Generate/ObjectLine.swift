import JSON

/// Writes one line of a catalog file, field by field.
struct ObjectLine {
  private var bytes: [UInt8] = []
  private var isFirst = true

  init(_ resource: CatalogResource) {
    bytes.append(contentsOf: "{\"resource\":\"\(resource.rawValue)\",\"object\":{".utf8)
  }

  mutating func add(_ name: String, _ number: Int) {
    begin(name)
    appendJSONNumber(Int64(number), to: &bytes)
  }

  mutating func add(_ name: String, _ isTrue: Bool) {
    begin(name)
    bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
  }

  mutating func add(_ name: String, _ text: String?) {
    begin(name)
    if let text {
      appendJSONString(text, to: &bytes)
    } else {
      bytes.append(contentsOf: "null".utf8)
    }
  }

  mutating func add(_ name: String, link id: Int, to resource: CatalogResource) {
    begin(name)
    appendLink(to: resource, id: Int64(id), into: &bytes)
  }

  mutating func add(_ name: String, links ids: some Sequence<Int>, to resource: CatalogResource) {
    add(name, list: ids) { id, bytes in appendLink(to: resource, id: Int64(id), into: &bytes) }
  }

  mutating func add(_ name: String, numbers: [Int]) {
    add(name, list: numbers) { number, bytes in appendJSONNumber(Int64(number), to: &bytes) }
  }

  mutating func add(_ name: String, texts: [String]) {
    add(name, list: texts) { text, bytes in appendJSONString(text, to: &bytes) }
  }

  /// Ends the line and adds it.
  consuming func finish(in output: inout [UInt8]) {
    output.append(contentsOf: bytes)
    output.append(contentsOf: "}}\n".utf8)
  }

  private mutating func add<Element>(
    _ name: String, list: some Sequence<Element>, element: (Element, inout [UInt8]) -> Void
  ) {
    begin(name)
    var separator = UInt8(ascii: "[")
    for value in list {
      bytes.append(separator)
      separator = UInt8(ascii: ",")
      element(value, &bytes)
    }
    if separator == UInt8(ascii: "[") { bytes.append(separator) }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func begin(_ name: String) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "\":".utf8)
  }
}
