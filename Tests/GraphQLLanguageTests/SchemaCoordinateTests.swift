import GraphQLLanguage
import Testing

@Suite("§2.14 Schema Coordinates (L20)")
struct SchemaCoordinateTests {
  @Test(
    "name types, members, arguments and directives",
    arguments: [
      ("Query", .type("Query")), ("__Type", .type("__Type")),
      ("Query.hero", .member(type: "Query", name: "hero")),
      ("Query.hero(episode:)", .argument(type: "Query", field: "hero", name: "episode")),
      ("@skip", .directive("skip")),
      ("@skip(if:)", .directiveArgument(directive: "skip", name: "if")),
    ] as [(String, SchemaCoordinate)])
  func parses(text: String, coordinate: SchemaCoordinate) throws {
    #expect(try parseSchemaCoordinate(Source(text)) == coordinate)
    #expect(coordinate.description == text)
  }

  @Test(
    "are refused with anything missing, and with any white space or comment",
    arguments: [
      Failure("", "Expected Name, found <EOF>.", 1, 1),
      Failure("1", #"Invalid character: "1"."#, 1, 1),
      Failure(" A", #"Invalid character: " "."#, 1, 1),
      Failure("A ", #"Invalid character: " "."#, 1, 2),
      Failure("A.b #c", #"Invalid character: " "."#, 1, 4),
      Failure("A,", #"Invalid character: ","."#, 1, 2),
      Failure("A\n", "Invalid character: U+000A.", 1, 2),
      Failure("é", "Invalid character: U+00E9.", 1, 1),
      Failure("A.", "Expected Name, found <EOF>.", 1, 3),
      Failure("A..b", #"Expected Name, found "."."#, 1, 3),
      Failure("A.b.c", #"Expected <EOF>, found "."."#, 1, 4),
      Failure("A(b:)", #"Expected <EOF>, found "("."#, 1, 2),
      Failure("A.b(", "Expected Name, found <EOF>.", 1, 5),
      Failure("A.b(c)", #"Expected ":", found ")"."#, 1, 6),
      Failure("A.b(c:", #"Expected ")", found <EOF>."#, 1, 7),
      Failure("A.b(c:d)", #"Expected ")", found Name "d"."#, 1, 7),
      Failure("@", "Expected Name, found <EOF>.", 1, 2),
      Failure("@a.b", #"Expected <EOF>, found "."."#, 1, 3),
      Failure("A@b", #"Expected <EOF>, found "@"."#, 1, 2),
    ])
  func refuses(failure: Failure) {
    let source = Source(failure.text)
    #expect {
      try parseSchemaCoordinate(source)
    } throws: { error in
      guard let error = error as? SyntaxError else { return false }
      return GraphQLError(error, in: source) == failure.error
    }
  }
}
