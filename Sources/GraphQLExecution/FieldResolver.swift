import GraphQLSchema

/// Resolves one field for all objects of a layer. Spec §6.4.2 Value Resolution, batched.
public struct FieldResolver: Sendable {
  /// The parts of the layer's source that the field reads, as bits whose meaning is the binder's;
  /// the resolver that makes the layer gets those of all selected fields. See `Lookahead`.
  public let requires: UInt64
  let resolve: @Sendable (FieldCall) throws -> Column

  /// Makes a resolver of a function from a layer to a column with one entry per object.
  ///
  /// What `resolve` throws becomes the error of the field for each of the objects.
  public init(requires: UInt64 = 0, resolve: @escaping @Sendable (FieldCall) throws -> Column) {
    self.requires = requires
    self.resolve = resolve
  }

  /// This resolver with a check before it: what that throws is the error of the field.
  public func preceded(
    by check: @escaping @Sendable (FieldCall) throws -> Void
  ) -> FieldResolver {
    FieldResolver(requires: requires) { call in
      try check(call)
      return try resolve(call)
    }
  }
}

/// What a resolver is told: the objects, the arguments, and what will be asked of the result.
public struct FieldCall {
  /// How many objects the layer has: the number of entries to return.
  public let count: Int
  /// The field's arguments, coerced.
  public let arguments: ArgumentValues
  /// What the selections below the field need.
  public let lookahead: Lookahead
  @usableFromInline let layerSource: AnyObject
  @usableFromInline let requestEnvironment: AnyObject

  init(
    contents: LayerContents, arguments: ArgumentValues, lookahead: Lookahead,
    environment: AnyObject
  ) {
    self.count = contents.count
    self.arguments = arguments
    self.lookahead = lookahead
    self.layerSource = contents.source
    self.requestEnvironment = environment
  }

  /// The layer's source, as the resolver that made the layer left it.
  @inlinable public func source<Source: AnyObject>(as type: Source.Type = Source.self) -> Source {
    Self.cast(layerSource)
  }

  /// What belongs to the whole request, as the caller of `executePlan` gave it.
  @inlinable public func environment<Environment: AnyObject>(
    as type: Environment.Type = Environment.self
  ) -> Environment {
    Self.cast(requestEnvironment)
  }

  // Inlined, so that the cast is to a class known there and not to a generic one.
  @inlinable static func cast<Object: AnyObject>(_ object: AnyObject) -> Object {
    guard let object = object as? Object else {
      preconditionFailure("A resolver of another type is bound here: expected \(Object.self)")
    }
    return object
  }
}
