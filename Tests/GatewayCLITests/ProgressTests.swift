import Testing

@testable import GatewayCLI

@Suite("Progress")
struct ProgressTests {
  @Test(
    "shows a bar if the size is known, objects and objects a second",
    arguments: [
      (
        500, 1000, 12_345, 2,
        "importing  ██████████░░░░░░░░░░   50 %  12,345 objects  6,172/s"
      ),
      (
        1000, 1000, 1_234_567, 10,
        "importing  ████████████████████  100 %  1,234,567 objects  123,456/s"
      ),
      (0, nil, 999, 0, "importing  999 objects  0/s"),
    ] as [(Int, Int?, Int, Int, String)])
  func progress(readBytes: Int, totalBytes: Int?, objects: Int, seconds: Int, line: String) {
    #expect(
      importProgress(
        readBytes: readBytes, totalBytes: totalBytes, objects: objects,
        elapsed: .seconds(seconds)) == line)
  }
}
