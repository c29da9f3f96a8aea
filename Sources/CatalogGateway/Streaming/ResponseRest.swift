import Dispatch
import GraphQLLanguage
import Synchronization

/// What comes behind the first bytes of a response that is executed while it is sent: handed from the
/// thread that executes it to one that sends it.
///
/// Holds a bounded number of bytes: who adds more waits until some have been taken.
public final class ResponseRest: Sendable {
  /// What can be taken next.
  public enum Piece: Sendable, Equatable {
    /// Some bytes.
    case bytes([UInt8])
    /// Nothing yet; there will be a call when there is something.
    case nothingYet
    /// The response is complete.
    case end
    /// The response has failed: whoever has its beginning must not take it for a whole one.
    case cut
  }

  /// Nobody takes any more.
  struct Closed: Error {}

  fileprivate struct State {
    var pieces: [[UInt8]] = []
    var byteCount = 0
    /// What the response has cost, as of the last piece.
    var account = RequestAccount()
    /// `end` or `cut`.
    var ending: Piece?
    var isClosed = false
    /// Whether the adding thread waits for room.
    var isFull = false
    /// Whether the taking side has found nothing and wants to be called.
    var isAwaited = false
    var arrival: (@Sendable () -> Void)?
  }

  private let byteLimit: Int
  private let cancellation: Cancellation
  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)

  /// Makes an empty rest. A piece is taken in as long as fewer than `byteLimit` bytes wait. What adds to it
  /// is cancelled once nobody takes any more.
  init(byteLimit: Int, _ cancellation: Cancellation = Cancellation()) {
    self.byteLimit = byteLimit
    self.cancellation = cancellation
  }

  /// What the request was, and what the response has cost so far; after the last piece, in all.
  public internal(set) var account: RequestAccount {
    get { state.withLock { $0.account } }
    set { state.withLock { $0.account = newValue } }
  }

  /// How many bytes have been added and not been taken.
  var waitingBytes: Int { state.withLock { $0.byteCount } }

  /// Adds bytes, and waits for room before that. Throws `Closed` once nobody takes any more.
  func add(_ bytes: [UInt8]) throws(Closed) {
    while true {
      let (isAdded, isClosed, call) = state.withLock { state in
        guard !state.isClosed else { return (false, true, nil as (@Sendable () -> Void)?) }
        guard state.byteCount < byteLimit else {
          state.isFull = true
          return (false, false, nil)
        }
        state.pieces.append(bytes)
        state.byteCount += bytes.count
        return (true, false, state.takeCall())
      }
      call?()
      if isClosed { throw Closed() }
      if isAdded { return }
      room.wait()
    }
  }

  /// Says that there is no more: the response is complete, or has failed.
  func end(isComplete: Bool) {
    let call = state.withLock { state in
      state.ending = isComplete ? .end : .cut
      return state.takeCall()
    }
    call?()
  }

  /// Sets what is called, on another thread, when there is something after `next` found nothing yet.
  public func onArrival(_ call: @escaping @Sendable () -> Void) {
    state.withLock { $0.arrival = call }
  }

  /// Takes what is there.
  public func next() -> Piece {
    let (piece, isFull) = state.withLock { state -> (Piece, Bool) in
      guard !state.pieces.isEmpty else {
        if let ending = state.ending { return (ending, false) }
        state.isAwaited = true
        return (.nothingYet, false)
      }
      let bytes = state.pieces.removeFirst()
      state.byteCount -= bytes.count
      let isFull = state.isFull && state.byteCount < byteLimit
      if isFull { state.isFull = false }
      return (.bytes(bytes), isFull)
    }
    if isFull { room.signal() }
    return piece
  }

  /// Says that nobody takes any more, so that the execution ends.
  public func close() {
    cancellation.cancel()
    let isFull = state.withLock { state in
      defer { state.isFull = false }
      state.isClosed = true
      state.pieces = []
      state.arrival = nil
      return state.isFull
    }
    if isFull { room.signal() }
  }
}

extension ResponseRest.State {
  /// The call to be made because there is something.
  fileprivate mutating func takeCall() -> (@Sendable () -> Void)? {
    guard isAwaited else { return nil }
    isAwaited = false
    return arrival
  }
}

extension GraphQLResponse {
  /// The response with its rest, for which this waits.
  func whole() -> GraphQLResponse {
    guard let rest else { return self }
    defer { rest.close() }
    var response = self
    response.rest = nil
    let arrival = DispatchSemaphore(value: 0)
    rest.onArrival { arrival.signal() }
    while true {
      switch rest.next() {
      case .bytes(let bytes): response.body += bytes
      case .nothingYet: arrival.wait()
      case .end:
        response.account = rest.account
        return response
      case .cut:
        return GraphQLResponse(
          ended: GraphQLError("The response could not be executed to its end.", code: .timeout))
      }
    }
  }
}
