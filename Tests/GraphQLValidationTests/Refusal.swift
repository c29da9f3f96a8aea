import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

/// A document that is not valid, with every error to expect.
struct Refusal: Sendable, CustomTestStringConvertible {
  let document: String
  let errors: [GraphQLError]

  init(_ document: String, _ problems: Problem...) {
    self.document = document
    errors = problems.map(\.error)
  }

  var testDescription: String { document.debugDescription }
}

/// A message and the places that it is about, each as `line:column`.
struct Problem: Sendable {
  let error: GraphQLError

  init(_ message: String, _ places: String...) {
    let locations = places.map { place in
      let numbers = place.split(separator: ":").compactMap { Int($0) }
      return SourceLocation(line: numbers[0], column: numbers[1])
    }
    error = GraphQLError(message, locations: locations, code: .graphqlValidationFailed)
  }
}

/// The errors of a document for the schema below; none if it is valid.
func errors(
  in document: String, limitsIntrospectionDepth: Bool = false
) throws -> [GraphQLError] {
  let document = try parseDocument(Source(document))
  do throws(ValidationFailure) {
    _ = try validate(
      document, against: musicSchema, limitsIntrospectionDepth: limitsIntrospectionDepth)
    return []
  } catch {
    return error.errors
  }
}

/// Bands, singers and where they play.
let musicSchema: Schema = {
  do {
    return try buildSchema(from: parseDocument(Source(musicSource)))
  } catch {
    preconditionFailure("the tests' schema is valid, but for \(error)")
  }
}()

private let musicSource = """
  type Query {
    act(by: ActRef!): Act
    acts(search: Search, genres: [Genre!], first: Int = 10): [Act!]!
    band(id: ID!): Band
    singer(id: ID): Singer
    named(name: String): Named
    venue: Venue
    echo(int: Int, float: Float, string: String, boolean: Boolean, id: ID, genre: Genre): String
    echoLists(strings: [String!], matrix: [[Int]], search: Search, any: JSON): String
  }

  type Subscription {
    bandAdded(genre: Genre): Band
    venueAdded: Venue
  }

  interface Named {
    name(upper: Boolean = false): String!
  }

  interface Performer implements Named {
    name(upper: Boolean = false): String!
    genre: Genre
    stage: Venue
  }

  type Band implements Named & Performer {
    name(upper: Boolean = false): String!
    genre: Genre
    stage: Venue
    members: [Singer!]!
    founded: Int
  }

  type Singer implements Named & Performer {
    name(upper: Boolean = false): String!
    genre: Genre
    stage: Venue
    bands: [Band]
    born: Int
    voice: String!
  }

  type Venue implements Named {
    name(upper: Boolean = false): String!
    seats(standing: Boolean!): Int!
    nextTo: Venue
  }

  union Act = Band | Singer

  enum Genre { FOLK JAZZ ROCK }

  input Search {
    text: String!
    genre: Genre
    limit: Int! = 10
    tags: [String]
    within: Search
  }

  input ActRef @oneOf {
    id: ID
    name: String
    search: Search
  }

  scalar JSON

  directive @onField on FIELD
  directive @label(text: String!, order: Int = 0) repeatable on FIELD | QUERY | FRAGMENT_SPREAD
  directive @anywhere on
    QUERY | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
  """
