import GraphQLLanguage
import GraphQLSchema

/// What is made of the schemas of a batch.
///
/// The last one is kept, since many lines in a row may have the same schema; so is the default.
struct BatchSchemas<Product> {
  private let make: (Schema, Experiments) -> Product
  private let defaultSource: Source?
  private var defaultProduct: KeptProduct?
  private var last: KeptProduct?

  private struct KeptProduct {
    let source: Source
    let experiments: Experiments
    let product: Result<Product, SchemaTextError>
  }

  /// Takes the schema for lines that have none; if it is nil, each line must have one.
  ///
  /// Throws `FoundErrors`, after printing them, if it is no valid schema.
  init(
    defaultSource: Source?, _ experiments: Experiments,
    make: @escaping (Schema, Experiments) -> Product
  ) throws {
    self.make = make
    self.defaultSource = defaultSource
    if let defaultSource {
      let schema = try validSchema(in: defaultSource, experiments)
      defaultProduct = KeptProduct(
        source: defaultSource, experiments: experiments,
        product: .success(make(schema, experiments)))
    }
  }

  /// What is made of the schema of a line, or of the default one if the line has none.
  mutating func product(
    for request: BatchRequest, _ experiments: Experiments
  ) throws(BatchError) -> Result<Product, SchemaTextError> {
    if let source = try request.optionalSource("schema") {
      return product(of: source, experiments, kept: \.last)
    }
    guard let defaultSource else { throw .missing("schema") }
    return product(of: defaultSource, experiments, kept: \.defaultProduct)
  }

  private mutating func product(
    of source: Source, _ experiments: Experiments, kept: WritableKeyPath<Self, KeptProduct?>
  ) -> Result<Product, SchemaTextError> {
    if let known = self[keyPath: kept], known.experiments == experiments,
      known.source.bytes == source.bytes
    {
      return known.product
    }
    let product: Result<Product, SchemaTextError>
    do throws(SchemaTextError) {
      product = .success(make(try schema(in: source, experiments), experiments))
    } catch {
      product = .failure(error)
    }
    self[keyPath: kept] = KeptProduct(source: source, experiments: experiments, product: product)
    return product
  }
}
