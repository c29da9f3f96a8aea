import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

/// Each takes a fraction of a second if its cost grows with its size, and minutes if with the square
/// of it. `Benchmarks` has the figures.
@Suite("Adversarial inputs", .timeLimit(.minutes(1)))
struct AdversarialTests {
  @Test("documents are parsed, printed and validated", arguments: AdversarialDocument.all)
  func documents(adversary: AdversarialText) throws {
    let schema = try buildSchema(from: parseDocument(Source(AdversarialDocument.schemaText)))
    let document = try parseDocument(Source(adversary.text(bytes: 10_000)))
    _ = document.printed()
    #expect(isValid(document, against: schema) == adversary.isValid)
  }

  private func isValid(_ document: Document, against schema: Schema) -> Bool {
    do {
      _ = try validate(document, against: schema)
      return true
    } catch {
      return false
    }
  }

  @Test("schemas are built or refused", arguments: AdversarialSchema.all)
  func schemas(adversary: AdversarialText) throws {
    let document = try parseDocument(Source(adversary.text(bytes: 10_000)))
    #expect(isSchema(document) == adversary.isValid)
  }

  private func isSchema(_ document: Document) -> Bool {
    do {
      _ = try buildSchema(from: document)
      return true
    } catch {
      return false
    }
  }
}

extension AdversarialText: CustomTestStringConvertible {
  var testDescription: String { name }
}
