import Foundation
import Testing

@testable import GatewayCLI

@Suite("Catalog files")
struct CatalogFileTests {
  @Test("are inflated if they begin like gzip, whatever their name")
  func inflated() throws {
    let text = Array("{\"resource\":\"grids\"}\n".utf8)
    for (bytes, expected) in [(gzip(text), text), (text, text), ([], []), ([0x1F], [0x1F])] {
      try TemporaryFolder.with { folder in
        let file = try CatalogFile(path: folder.file("catalog", bytes))
        var read: [UInt8] = []
        while let chunk = try file.read() { read += chunk }
        #expect(read == expected)
        #expect(file.totalBytes == bytes.count)
        #expect(file.readBytes == bytes.count)
      }
    }
  }

  @Test("that are missing or folders are named with the system's reason")
  func refused() throws {
    try TemporaryFolder.with { folder in
      let missing = folder.path + "/missing"
      #expect(throws: FileError(.open, path: missing, code: ENOENT)) {
        try CatalogFile(path: missing)
      }
      #expect(throws: FileError(.read, path: folder.path, code: EISDIR)) {
        try CatalogFile(path: folder.path).read()
      }
    }
    #expect(
      sentence(for: FileError(.open, path: "a.ndjson", code: ENOENT))
        == "cannot open a.ndjson: No such file or directory")
  }
}
