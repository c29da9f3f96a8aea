import GraphQLSchema
import Testing

@Suite("Numbers in messages")
struct NumberTextTests {
  @Test(
    "are as short as they can be, without exponent from 1e-6 up to 1e21",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (100, "100"), (120.5, "120.5"),
      (0.1, "0.1"), (0.00123, "0.00123"), (0.000001, "0.000001"), (0.0000001, "1e-7"),
      (-1.25e-7, "-1.25e-7"), (1e16, "10000000000000000"),
      (123456789012345680000, "123456789012345680000"),
      (1e21, "1e+21"), (1.5e300, "1.5e+300"), (5e-324, "5e-324"),
    ] as [(Double, String)])
  func text(number: Double, expected: String) {
    #expect(numberText(number) == expected)
  }
}
