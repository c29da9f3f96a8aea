import GraphQLSchema
import JSON

/// An object of plain test data: a type, and what each of its fields gives.
///
/// The interpreter and the engine read the same objects. Two references to one instance are the same
/// object.
public final class DataObject: Sendable {
  /// The name of the object's type.
  public let typeName: String
  private let resolve: @Sendable (String, [String: InputValue]) throws -> DataValue

  /// Makes an object of a function from a field's name and coerced arguments to its value.
  ///
  /// What the function throws is the error of the field.
  public init(
    _ typeName: String,
    resolve:
      @escaping @Sendable (_ field: String, _ arguments: [String: InputValue]) throws ->
      DataValue
  ) {
    self.typeName = typeName
    self.resolve = resolve
  }

  /// The value of a field.
  public func value(
    of field: String, _ arguments: [String: InputValue]
  ) throws -> DataValue {
    try resolve(field, arguments)
  }
}

/// What a field of an object gives before it is completed. Spec §6.4.2 Value Resolution.
public indirect enum DataValue: Sendable {
  /// Null, or a value of a leaf type.
  case leaf(JSONValue)
  /// The elements of a list.
  case list([DataValue])
  /// An object, of whatever type it says.
  case object(DataObject)
  /// Nothing: the error of this place alone.
  case failure(String)

  /// No value.
  public static var null: DataValue { .leaf(.null) }
}
