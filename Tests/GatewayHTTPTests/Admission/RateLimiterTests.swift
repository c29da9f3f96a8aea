import NIOCore
import Testing

@testable import GatewayHTTP

@Suite("Requests per client and time")
struct RateLimiterTests {
  private func instant(_ milliseconds: Int64) -> NIODeadline {
    .uptimeNanoseconds(1_000_000_000) + .milliseconds(milliseconds)
  }

  private func limit(_ requests: Int, burst: Int, per period: Duration = .seconds(1)) -> RateLimit {
    var limit = RateLimit(requests: requests, per: period)
    limit.burst = burst
    return limit
  }

  @Test("a burst at once, then as fast as the bucket fills")
  func fills() {
    let limiter = RateLimiter(limit(2, burst: 3))
    let waits = [0, 0, 0, 0, 499, 500, 500, 1000, 1000].map {
      limiter.secondsToWait(.token("a"), at: instant($0))
    }
    #expect(waits == [nil, nil, nil, 1, 1, nil, 1, nil, 1])
  }

  @Test("a pause fills the bucket, and no more than it holds")
  func pause() {
    let limiter = RateLimiter(limit(1, burst: 2))
    let waits = [0, 0, 0, 60_000, 60_000, 60_000].map {
      limiter.secondsToWait(.token("a"), at: instant($0))
    }
    #expect(waits == [nil, nil, 1, nil, nil, 1])
  }

  @Test("how long to wait is in whole seconds, and enough")
  func waits() {
    let limiter = RateLimiter(limit(2, burst: 1, per: .seconds(60)))
    #expect(limiter.secondsToWait(.token("a"), at: instant(0)) == nil)
    #expect(limiter.secondsToWait(.token("a"), at: instant(500)) == 30)
    #expect(limiter.secondsToWait(.token("a"), at: instant(29_999)) == 1)
    #expect(limiter.secondsToWait(.token("a"), at: instant(30_000)) == nil)
  }

  @Test("clients do not share; the addresses of one network of version 6 do")
  func clients() throws {
    let limiter = RateLimiter(limit(1, burst: 1))
    let keys = try [
      "192.0.2.1", "192.0.2.2", "::ffff:192.0.2.1", "2001:db8::1", "2001:db8::ffff:1",
      "2001:db8:0:1::1",
    ].map { text in
      ClientKey.network(try #require(ipAddress(text).flatMap { NetworkAddress($0) }).network)
    }
    let waits = keys.map { limiter.secondsToWait($0, at: instant(0)) }
    #expect(waits == [nil, nil, 1, nil, 1, nil])
    #expect(limiter.secondsToWait(.token("a"), at: instant(0)) == nil)
    #expect(limiter.secondsToWait(.token("b"), at: instant(0)) == nil)
  }

  @Test("of many clients, those are forgotten that have not asked for longest")
  func forgets() {
    let limiter = RateLimiter(limit(1, burst: 1, per: .seconds(3600)), capacity: 100)
    for number in 0..<10_000 {
      #expect(limiter.secondsToWait(.token("\(number)"), at: instant(0)) == nil)
      #expect(limiter.clientCount <= 102)
    }
    #expect(limiter.secondsToWait(.token("9999"), at: instant(0)) == 3600)
    #expect(limiter.secondsToWait(.token("0"), at: instant(0)) == nil)
  }
}
