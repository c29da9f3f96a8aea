import GraphQLSchema

/// What is made of the schemas of a batch.
///
/// The last one is kept, since many lines in a row may have the same schema.
struct BatchSchemas<Product> {
  private let make: (Schema) -> Product
  private let defaultProduct: Product?
  private var last: (text: String, product: Result<Product, SchemaTextError>)?

  /// Takes the schema for lines that have none; if it is nil, each line must have one.
  init(defaultSchema: Schema?, make: @escaping (Schema) -> Product) {
    self.make = make
    defaultProduct = defaultSchema.map(make)
  }

  /// What is made of the schema of a line, or of the default one if the line has none.
  mutating func product(
    for request: BatchRequest
  ) throws(BatchError) -> Result<Product, SchemaTextError> {
    guard let text = try request.optionalText("schema") else {
      guard let defaultProduct else { throw .missing("schema") }
      return .success(defaultProduct)
    }
    // Byte for byte: equal strings may have characters that are composed in different ways.
    if let last, last.text.utf8.elementsEqual(text.utf8) { return last.product }
    let product: Result<Product, SchemaTextError>
    do throws(SchemaTextError) {
      product = .success(make(try schema(inText: text)))
    } catch {
      product = .failure(error)
    }
    last = (text, product)
    return product
  }
}
