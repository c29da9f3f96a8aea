import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

@Suite("Draft: @defer and @stream (B4, differs: known to validation, not carried out)")
struct IncrementalDirectivesTests {
  private static let schema: Schema = {
    let source = """
      type Query { band: Band bands: [Band!]! name: String }
      type Mutation { add: Band addAll: [Band] }
      type Subscription { added: Band allAdded: [Band] }
      type Band { name: String members: [Band!] tags: [[String]!]! }
      """
    do {
      return try buildSchema(
        from: parseDocument(Source(source)), options: SchemaOptions(definesDeferAndStream: true))
    } catch {
      preconditionFailure("the schema is valid, but for \(error)")
    }
  }()

  private func errors(in document: String) throws -> [GraphQLError] {
    do throws(ValidationFailure) {
      _ = try validate(parse(document), against: Self.schema)
      return []
    } catch {
      return error.errors
    }
  }

  private func parse(_ document: String) -> Document {
    do {
      return try parseDocument(Source(document))
    } catch {
      preconditionFailure("\(document) is a document, but for \(error)")
    }
  }

  @Test(
    "accepts",
    arguments: [
      "{ ... @defer { name } ...F @defer(label: \"f\", if: false) } fragment F on Query { name }",
      "query ($b: Boolean!) { bands @stream(if: $b, label: \"b\", initialCount: 2) { name } }",
      "{ band { members @stream { name } tags @stream(label: null) } }",
      "mutation { add { ... @defer { name } members @stream { name } } }",
      "subscription { added { ... @defer(if: false) { name } } }",
      "subscription ($b: Boolean!) { added { members @stream(if: $b) { name } } }",
      "subscription ($b: Boolean!) { added { ... @defer @skip(if: $b) { name } } }",
    ])
  func valid(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test("without the option, they are directives like any other that is not defined (B4)")
  func unknown() throws {
    let schema = try buildSchema(from: parse("type Query { a: [Int] }"))
    let failure = #expect(throws: ValidationFailure.self) {
      try validate(parse("{ ... @defer { a @stream } }"), against: schema)
    }
    #expect(
      failure?.errors == [
        Problem("Unknown directive \"@defer\".", "1:7").error,
        Problem("Unknown directive \"@stream\".", "1:18").error,
      ])
  }

  @Test(
    "labels are static, and unique in the document",
    arguments: [
      Refusal(
        "query ($l: String) { ... @defer(label: $l) { name } bands @stream(label: 1) { name } }",
        Problem("Defer directive label argument must be a static string.", "1:26"),
        Problem("Stream directive label argument must be a static string.", "1:59"),
        Problem("String cannot represent a non string value: 1", "1:74")),
      Refusal(
        #"{ ... @defer(label: "l") { name } bands @stream(label: """l""") { name } }"#,
        Problem("Defer/Stream directive label argument must be unique.", "1:7", "1:41")),
    ])
  func labels(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "only lists are streamed",
    arguments: [
      Refusal(
        "{ name @stream band @stream { name } }",
        Problem(
          #"Stream directive cannot be used on non-list field "name" on type "Query"."#, "1:8"),
        Problem(
          #"Stream directive cannot be used on non-list field "band" on type "Query"."#, "1:21")),
      Refusal(
        "{ band { ... @stream { name } } }",
        Problem("Directive \"@stream\" may not be used on INLINE_FRAGMENT.", "1:14"),
        Problem(
          #"Stream directive cannot be used on non-list field "band" on type "Band"."#, "1:14")),
    ])
  func lists(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "nothing comes late at the root of a mutation or subscription",
    arguments: [
      Refusal(
        """
        mutation { ... @defer { addAll @stream { name } } ...F @defer }
        fragment F on Mutation { ... { ... @defer { add { name } } } }
        """,
        Problem(#"Defer directive cannot be used on root mutation type "Mutation"."#, "1:16"),
        Problem(#"Stream directive cannot be used on root mutation type "Mutation"."#, "1:32"),
        Problem(#"Defer directive cannot be used on root mutation type "Mutation"."#, "1:56"),
        Problem(#"Defer directive cannot be used on root mutation type "Mutation"."#, "2:36")),
      Refusal(
        "subscription { allAdded @stream(if: false) { name } }",
        Problem(
          #"Stream directive cannot be used on root subscription type "Subscription"."#, "1:25")),
    ])
  func roots(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  @Test(
    "a subscription has only what can be turned off",
    arguments: [
      Refusal(
        """
        subscription { added { ...F } }
        fragment F on Band { ... @defer { name } members @stream(if: true) { name } }
        """,
        Problem(
          "Defer directive not supported on subscription operations. Disable `@defer` by setting "
            + "the `if` argument to `false`.", "2:26", "1:24"),
        Problem(
          "Stream directive not supported on subscription operations. Disable `@stream` by setting "
            + "the `if` argument to `false`.", "2:50", "1:24"))
    ])
  func subscriptions(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }

  private static let conflict =
    "Fields \"bands\" conflict because they have overlapping stream directives"
  private static let advice =
    ". Use different aliases on the fields to fetch both if this was intentional."

  @Test(
    "a streamed field merges with no other",
    arguments: [
      Refusal(
        "{ bands @stream { name } bands { name } }", Problem(conflict + advice, "1:3", "1:26")),
      Refusal(
        "{ bands @stream { name } ... @skip(if: false) { bands @stream { name } } }",
        Problem(
          conflict + ". See https://github.com/graphql/defer-stream-wg/discussions/100" + advice,
          "1:3", "1:49")),
    ])
  func merging(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
