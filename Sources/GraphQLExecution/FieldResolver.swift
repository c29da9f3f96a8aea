import GraphQLSchema

/// Resolves one field for all objects of a layer. Spec §6.4.2 Value Resolution, batched.
public struct FieldResolver: Sendable {
  /// The parts of the layer's source that the field reads, as bits whose meaning is the binder's;
  /// the resolver that makes the layer gets those of all selected fields. See `Lookahead`.
  public let requires: UInt64
  /// What can make the field fail.
  public let faults: FieldFaults
  /// Whether the field is a list that is given in portions if that is asked for; see
  /// `FieldCall.portion`.
  public let givesWindows: Bool
  let resolve: @Sendable (FieldCall) throws -> Column

  /// Makes a resolver of a function from a layer to a column with one entry per object.
  ///
  /// What `resolve` throws becomes the error of the field for each of the objects.
  public init(
    requires: UInt64 = 0, faults: FieldFaults = .any, givesWindows: Bool = false,
    resolve: @escaping @Sendable (FieldCall) throws -> Column
  ) {
    self.requires = requires
    self.faults = faults
    self.givesWindows = givesWindows
    self.resolve = resolve
  }

  /// This resolver with a check of the arguments before it: what that throws is the error of the field.
  public func preceded(
    by check: @escaping @Sendable (ArgumentValues) throws -> Void
  ) -> FieldResolver {
    FieldResolver(
      requires: requires, faults: faults.preceded(by: check), givesWindows: givesWindows
    ) { call in
      try check(call.arguments)
      return try resolve(call)
    }
  }
}

/// What can make a field fail, beside what can befall every lookup: a broken file, a limit, a deadline.
///
/// Where nothing can, a list may be written before all of it has been executed. See `WindowSizes`.
public enum FieldFaults: Sendable {
  /// Nothing: it has a value, or null where its type allows that, for every object that there can be.
  case none
  /// Its arguments alone, for all objects or for none; the function throws what is wrong with them.
  case ofArguments(@Sendable (ArgumentValues) throws -> Void)
  /// Whatever it meets.
  case any

  fileprivate func preceded(
    by check: @escaping @Sendable (ArgumentValues) throws -> Void
  ) -> FieldFaults {
    switch self {
    case .none: .ofArguments(check)
    case .ofArguments(let rest):
      .ofArguments { arguments in
        try check(arguments)
        try rest(arguments)
      }
    case .any: .any
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
  /// How much of a list is wanted at once; `all` of any other field, and of a resolver that does not
  /// give windows.
  public let portion: Portion
  @usableFromInline let layerSource: AnyObject
  @usableFromInline let requestEnvironment: AnyObject

  init(
    contents: LayerContents, arguments: ArgumentValues, lookahead: Lookahead,
    environment: AnyObject, portion: Portion
  ) {
    self.count = contents.count
    self.arguments = arguments
    self.lookahead = lookahead
    self.portion = portion
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
