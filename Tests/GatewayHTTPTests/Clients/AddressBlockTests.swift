import Testing

@testable import GatewayHTTP

@Suite("RFC 4632 §3.1 Basic Concept and Prefix Notation")
struct AddressBlockTests {
  @Test(
    "a block has the addresses that begin with its bits",
    arguments: [
      ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false),
      ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
      ("192.0.2.0/31", "192.0.2.1", true), ("0.0.0.0/0", "203.0.113.9", true),
      ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "192.0.2.7", true),
      ("10.0.0.0/8", "::ffff:10.0.0.1", true), ("::ffff:10.0.0.0/104", "10.9.9.9", true),
      ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
      ("2001:db8::/65", "2001:db8::7fff:0:0:1", true),
      ("2001:db8::/65", "2001:db8::8000:0:0:1", false), ("::1", "::1", true),
      ("::1/128", "127.0.0.1", false),
    ])
  func contains(block: String, address: String, isContained: Bool) throws {
    let block = try #require(AddressBlock(block))
    let address = try #require(ipAddress(address).flatMap { NetworkAddress($0) })
    #expect(block.contains(address) == isContained)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", "/", "10", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/-1", "10.0.0.0/+8",
      "10.0.0.0/8/8", "10.0.0.0 /8", "2001:db8::/129", "2001:db8::1/64", "localhost", "::g",
      "10.0.0.0/0008",
    ])
  func malformed(text: String) {
    #expect(AddressBlock(text) == nil)
  }
}
