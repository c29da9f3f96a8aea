import Testing

@Suite("§5.2.2.1 Operation Name Uniqueness")
struct OperationNameUniquenessTests {
  @Test(
    "accepts different names",
    arguments: [
      #"""
      query A { venue { name } }
      query B { venue { name } }
      """#,
      #"""
      query A { venue { ...A } }
      fragment A on Venue { name }
      """#,
    ])
  func accepts(document: String) throws {
    #expect(try errors(in: document) == [])
  }

  @Test(
    "refuses a name that another operation has, of whatever type",
    arguments: [
      Refusal(
        #"""
        query A { venue { name } }
        query A { venue { name } }
        """#,
        Problem(
          #"There can be only one operation named "A"."#,
          "1:7", "2:7")),
      Refusal(
        #"""
        query A { venue { name } }
        subscription A { venueAdded { name } }
        """#,
        Problem(
          #"There can be only one operation named "A"."#,
          "1:7", "2:14")),
      Refusal(
        #"""
        query A { venue { name } }
        query A { venue { name } }
        query A { venue { name } }
        """#,
        Problem(
          #"There can be only one operation named "A"."#,
          "1:7", "2:7"),
        Problem(
          #"There can be only one operation named "A"."#,
          "1:7", "3:7")),
    ])
  func refuses(refusal: Refusal) throws {
    #expect(try errors(in: refusal.document) == refusal.errors)
  }
}
