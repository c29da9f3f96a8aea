import Dispatch
import Synchronization
import Testing

@testable import GatewayCLI

@Suite("The writer of the log")
struct LogWriterTests {
  @Test("writes everything in order, and has by the end")
  func order() {
    let written = Mutex<[UInt8]>([])
    let writer = LogWriter(noteOfLoss: { _ in [] }) { bytes in written.withLock { $0 += bytes } }
    for byte in UInt8(0)..<100 { writer.add([byte]) }
    writer.finish()
    #expect(written.withLock { $0 } == Array(0..<100))
  }

  @Test("does not wait for a reader; what does not fit is lost, and said to be")
  func slowReader() {
    let reads = DispatchSemaphore(value: 0)
    let begun = DispatchSemaphore(value: 0)
    let written = Mutex("")
    let writer = LogWriter(byteLimit: 4, noteOfLoss: { Array("(\($0) lost)".utf8) }) { bytes in
      begun.signal()
      reads.wait()
      written.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
    }
    writer.add(Array("a".utf8))
    begun.wait()
    for _ in 0..<4 { writer.add(Array("bc".utf8)) }
    writer.finish(within: .milliseconds(1))
    for _ in 0..<2 { reads.signal() }
    writer.finish()
    #expect(written.withLock { $0 } == "abcbc(2 lost)")
  }
}
