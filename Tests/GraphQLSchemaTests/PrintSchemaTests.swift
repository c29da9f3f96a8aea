import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("§3 Type System, printed (T3)")
struct PrintSchemaTests {
  @Test("says again what is printed already (I9)")
  func sourceOrder() throws {
    let source = #"""
      """Everything."""
      schema {
        query: Q
      }

      """A mark."""
      directive @mark(
        """How strong."""
        by: Int = 1
        of: [Kind!]
      ) repeatable on FIELD | QUERY

      type Q implements N & B {
        """
        First line.
          Second line, "quoted".
        """
        z10: Int

        """Told."""
        z2(a: String = "b", c: In = { y: 1 }): Int

        "A bell: \u0007"
        a(
          """An argument."""
          d: Int @deprecated(reason: "Use \"e\".")
          e: Int
        ): U @deprecated
      }

      interface N {
        z2: Int
      }

      interface B implements N {
        z2: Int
      }

      union U = Q | A

      type A {
        a: Kind
      }

      enum Kind {
        B
        A @deprecated(reason: "Old.")

        """Third."""
        A2
      }

      input In @oneOf {
        y: Int
        x: Date
      }

      scalar Date @specifiedBy(url: "https://example.org/date")
      """#
    #expect(try printSchema(schema(source)) == source)
  }

  @Test("leaves out a schema definition with default names")
  func defaultNames() throws {
    #expect(
      try printSchema(schema("schema { query: Query } type Query { a: Int }"))
        == "type Query {\n  a: Int\n}")
    #expect(
      try printSchema(
        schema("schema { query: Query } type Query { a: Int } type Mutation { a: Int }")
      )
      .hasPrefix("schema {\n  query: Query\n}\n\n"))
  }

  @Test("keeps a schema definition that is described, and leaves out what is built in")
  func describedSchema() throws {
    #expect(
      try printSchema(
        schema(#""All." schema { query: Query } scalar ID type Query { a: ID @deprecated }"#))
          == """
          \"""All.\"""
          schema {
            query: Query
          }

          type Query {
            a: ID @deprecated
          }
          """)
  }

  @Test("sorts everything by name")
  func sorted() throws {
    let schema = try schema(
      """
      directive @b(y: Int, x: Int) on QUERY | FIELD
      directive @a on FIELD
      type Query implements J & I { b10: Int b9(z: Int, y: Int): Int }
      union U = Query | A
      type A { a: E }
      interface J { b9: Int } interface I { b10: Int }
      enum E { B A }
      input In { b: Int a: Int }
      """)
    #expect(
      printSchema(schema, isSorted: true) == """
        directive @a on FIELD

        directive @b(x: Int, y: Int) on FIELD | QUERY

        type A {
          a: E
        }

        enum E {
          A
          B
        }

        interface I {
          b10: Int
        }

        input In {
          a: Int
          b: Int
        }

        interface J {
          b9: Int
        }

        type Query implements I & J {
          b9(y: Int, z: Int): Int
          b10: Int
        }

        union U = A | Query
        """)
  }
}
