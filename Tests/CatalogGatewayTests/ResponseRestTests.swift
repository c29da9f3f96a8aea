import Dispatch
import Testing

@testable import CatalogGateway

@Suite("The rest of a response, between two threads")
struct ResponseRestTests {
  @Test("arrives whole and in order, with never more waiting than the limit and a piece")
  func order() async {
    let rest = ResponseRest(byteLimit: 10)
    let arrivals = AsyncStream.makeStream(of: Void.self)
    rest.onArrival { arrivals.continuation.yield() }
    let pieces = (0..<200).map { [UInt8](repeating: UInt8($0), count: 1 + $0 % 7) }
    DispatchQueue(label: "adding").async {
      for piece in pieces {
        do {
          try rest.add(piece)
        } catch {
          Issue.record("Nobody has closed it")
        }
      }
      rest.end(isComplete: true)
    }
    var taken: [[UInt8]] = []
    var iterator = arrivals.stream.makeAsyncIterator()
    loop: while true {
      #expect(rest.waitingBytes < 10 + 7)
      switch rest.next() {
      case .bytes(let piece): taken.append(piece)
      case .nothingYet: await iterator.next()
      case .end: break loop
      case .cut:
        Issue.record("It is complete")
        break loop
      }
    }
    #expect(taken == pieces)
  }

  @Test("a response that fails is cut, after what was there")
  func cut() throws {
    let rest = ResponseRest(byteLimit: 10)
    try rest.add([1])
    rest.end(isComplete: false)
    #expect(rest.next() == .bytes([1]))
    #expect(rest.next() == .cut)
    #expect(rest.next() == .cut)
  }

  @Test("whoever waits for room learns that nobody takes any more")
  func close() async {
    let rest = ResponseRest(byteLimit: 1)
    let closed = await withCheckedContinuation { continuation in
      DispatchQueue(label: "adding").async {
        do {
          try rest.add([1])
          rest.close()
          try rest.add([2])
          continuation.resume(returning: false)
        } catch {
          continuation.resume(returning: true)
        }
      }
    }
    #expect(closed)
    let waiting = ResponseRest(byteLimit: 1)
    let ended = await withCheckedContinuation { continuation in
      DispatchQueue(label: "adding").async {
        do {
          try waiting.add([1])
          DispatchQueue(label: "closing").async { waiting.close() }
          try waiting.add([2])
          continuation.resume(returning: false)
        } catch {
          continuation.resume(returning: true)
        }
      }
    }
    #expect(ended)
  }

  @Test("whoever executes it learns that, too")
  func cancels() {
    let cancellation = Cancellation()
    let rest = ResponseRest(byteLimit: 1, cancellation)
    #expect(!cancellation.isCancelled)
    rest.close()
    #expect(cancellation.isCancelled)
  }
}
