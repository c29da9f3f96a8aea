import GraphQLSchema
import Testing

@Suite("§3.5.1 Int (T4)")
struct IntCoercionTests {
  @Test(
    "accepts whole numbers of 32 bits",
    arguments: [
      ("0", 0), ("-7", -7), ("2147483647", 2_147_483_647), ("-2147483648", -2_147_483_648),
    ])
  func accepts(text: String, number: Int64) throws {
    #expect(try coerceLiteral(text, as: "Int") == .int(number))
    #expect(try coerceJSON(text, as: "Int") == .int(number))
  }

  @Test("accepts a whole number with a fraction in JSON only", arguments: ["1.0", "1e0", "10e-1"])
  func fraction(text: String) throws {
    #expect(try coerceJSON(text, as: "Int") == .int(1))
    #expect(try coerceLiteral(text, as: "Int") == nil)
  }

  @Test(
    "refuses what would lose information",
    arguments: ["2147483648", "-2147483649", "1.5", "1e20", #""1""#, "true", "[1]", "{}"])
  func refuses(text: String) throws {
    #expect(try coerceLiteral(text, as: "Int") == nil)
    #expect(try coerceJSON(text, as: "Int") == nil)
  }
}

@Suite("§3.5.2 Float (T5)")
struct FloatCoercionTests {
  @Test(
    "accepts numbers, whole ones too",
    arguments: [("1", 1), ("-1.5", -1.5), ("1e3", 1000), ("123456789012", 123_456_789_012)])
  func accepts(text: String, number: Double) throws {
    #expect(try coerceLiteral(text, as: "Float") == .float(number))
    #expect(try coerceJSON(text, as: "Float") == .float(number))
  }

  @Test("refuses others, and what is not finite", arguments: [#""1""#, "true", "[]", "{}"])
  func refuses(text: String) throws {
    #expect(try coerceLiteral(text, as: "Float") == nil)
    #expect(try coerceLiteral("1e1000", as: "Float") == nil)
    #expect(try coerceJSON(text, as: "Float") == nil)
  }
}

@Suite("§3.5.3 String (T6)")
struct StringCoercionTests {
  @Test("accepts strings, with escapes and as blocks")
  func accepts() throws {
    #expect(try coerceLiteral(#""a\n\u{1F600}""#, as: "String") == .string("a\n😀"))
    #expect(try coerceLiteral(#""""  b""""#, as: "String") == .string("  b"))
    #expect(try coerceJSON(#""a\n""#, as: "String") == .string("a\n"))
  }

  @Test("refuses others", arguments: ["1", "1.5", "true", "[]", "{}"])
  func refuses(text: String) throws {
    #expect(try coerceLiteral(text, as: "String") == nil)
    #expect(try coerceJSON(text, as: "String") == nil)
  }

  @Test("refuses a name")
  func name() throws {
    #expect(try coerceLiteral("RED", as: "String") == nil)
  }
}

@Suite("§3.5.4 Boolean (T6)")
struct BooleanCoercionTests {
  @Test("accepts true and false", arguments: [("true", true), ("false", false)])
  func accepts(text: String, value: Bool) throws {
    #expect(try coerceLiteral(text, as: "Boolean") == .boolean(value))
    #expect(try coerceJSON(text, as: "Boolean") == .boolean(value))
  }

  @Test("refuses others", arguments: ["0", "1", #""true""#, "[]", "{}"])
  func refuses(text: String) throws {
    #expect(try coerceLiteral(text, as: "Boolean") == nil)
    #expect(try coerceJSON(text, as: "Boolean") == nil)
  }
}

@Suite("§3.5.5 ID (T6)")
struct IDCoercionTests {
  @Test(
    "accepts strings and whole numbers, and makes strings of them",
    arguments: [(#""a""#, "a"), ("4", "4"), ("-4", "-4"), (#""4.0""#, "4.0")])
  func accepts(text: String, id: String) throws {
    #expect(try coerceLiteral(text, as: "ID") == .string(id))
    #expect(try coerceJSON(text, as: "ID") == .string(id))
  }

  @Test("takes a fraction of nothing in JSON only (T6, differs: 4.0 is 4 there)")
  func fraction() throws {
    #expect(try coerceJSON("4.0", as: "ID") == .string("4"))
    #expect(try coerceLiteral("4.0", as: "ID") == nil)
  }

  @Test("keeps every digit of a literal")
  func digits() throws {
    #expect(
      try coerceLiteral("123456789012345678901234567890", as: "ID")
        == .string("123456789012345678901234567890"))
  }

  @Test("refuses others", arguments: ["4.5", "true", "[]", "{}"])
  func refuses(text: String) throws {
    #expect(try coerceLiteral(text, as: "ID") == nil)
    #expect(try coerceJSON(text, as: "ID") == nil)
  }
}

@Suite("§3.5 Scalars, custom (T7)")
struct CustomScalarCoercionTests {
  @Test("keep the shape in which they came")
  func shape() throws {
    let object = InputValue.object([
      InputEntry(name: "a", value: .list([.int(1), .null])),
      InputEntry(name: "b", value: .float(1.5)),
    ])
    #expect(try coerceLiteral("{a: [1, null], b: 1.5}", as: "JSON") == object)
    #expect(try coerceJSON(#"{"a": [1, null], "b": 1.5}"#, as: "JSON") == object)
    #expect(try coerceLiteral("RED", as: "JSON") == .enum("RED"))
    #expect(
      try coerceLiteral(
        "[$x, {y: $y}]", as: "JSON", variables: "$x: Int, $y: Int = 2")
        == .list([.null, .object([InputEntry(name: "y", value: .int(2))])]))
  }
}

@Suite("§3.9 Enums, coerced (T12)")
struct EnumCoercionTests {
  @Test("accepts a name in a document and a string in JSON")
  func accepts() throws {
    #expect(try coerceLiteral("RED", as: "Color") == .enum("RED"))
    #expect(try coerceJSON(#""RED""#, as: "Color") == .enum("RED"))
  }

  @Test("refuses others")
  func refuses() throws {
    for text in [#""RED""#, "BLUE", "red", "1", "true", "{}"] {
      #expect(try coerceLiteral(text, as: "Color") == nil)
    }
    for text in [#""BLUE""#, "1", "true", "{}"] {
      #expect(try coerceJSON(text, as: "Color") == nil)
    }
  }
}
