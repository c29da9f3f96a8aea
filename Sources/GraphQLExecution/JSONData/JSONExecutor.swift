import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import JSON

/// Executes operations over plain JSON data: the value of a field is the property of its name.
///
/// Serves any schema; nothing is bound to it. An absent property is null, and so is every property
/// of what is no object. The property `__typename` decides what stands for an interface or union.
public struct JSONExecutor: Sendable {
  /// The schema that requests are validated against.
  public let schema: Schema
  private let resolvers: ResolverTable
  private let limits: PlanLimits
  private let parseOptions: ParseOptions

  /// Makes an executor for a schema; operations whose plans exceed `limits` are refused.
  public init(
    schema: Schema, limits: PlanLimits = PlanLimits(), parseOptions: ParseOptions = ParseOptions()
  ) {
    self.schema = schema
    self.limits = limits
    self.parseOptions = parseOptions
    do throws(BindingError) {
      resolvers = try ResolverTable(schema: schema, bindings: propertyBindings(of: schema))
    } catch {
      preconditionFailure("Not every field reads a property: \(error)")
    }
  }

  /// Executes an operation of a document: the one with a name, or else its only one.
  ///
  /// `data` is the object that the root fields belong to; for a subscription it is one event.
  /// Whatever goes wrong is part of the response. Spec §6.1 Executing Requests.
  public func execute(
    _ query: Source, operationName: String? = nil, variables: [JSONMember] = [], data: JSONValue,
    errorBehavior: ErrorBehavior = .propagate
  ) -> JSONDataResponse {
    do throws(RequestErrors) {
      let operation = try prepare(query, operationName: operationName, variables: variables)
      return operation.response(over: data, errorBehavior: errorBehavior)
    } catch {
      return JSONDataResponse(errors: error.errors, data: nil)
    }
  }

  /// The responses to the events of a source stream, each the root object of one execution.
  ///
  /// Throws what is wrong with the request before it asks for an event. Ending the iteration ends
  /// that of `events`; an error of `events` ends the responses. Spec §6.2.3.2 Response Stream.
  public func subscribe<Events: AsyncSequence>(
    _ query: Source, operationName: String? = nil, variables: [JSONMember] = [], to events: Events
  ) throws(RequestErrors) -> AsyncMapSequence<Events, JSONDataResponse>
  where Events.Element == JSONValue {
    let operation = try prepare(query, operationName: operationName, variables: variables)
    return events.map { operation.response(over: $0) }
  }

  private func prepare(
    _ query: Source, operationName: String?, variables: [JSONMember]
  ) throws(RequestErrors) -> PreparedOperation {
    do {
      let document = try validate(parseDocument(query, options: parseOptions), against: schema)
      let plan = try planOperation(
        named: operationName, of: document, resolvers: resolvers, limits: limits)
      return PreparedOperation(
        plan: plan,
        variables: try schema.coerceVariableValues(
          of: plan.operation, in: document.document, from: variables))
    } catch let error as SyntaxError {
      throw RequestErrors(errors: [GraphQLError(error, in: query)])
    } catch let failure as ValidationFailure {
      throw RequestErrors(errors: failure.errors)
    } catch let error as PlanError {
      throw RequestErrors(errors: [GraphQLError(error)])
    } catch let errors as VariableErrors {
      throw RequestErrors(errors: errors.errors)
    } catch {
      preconditionFailure("Preparing an operation fails in no other way: \(error)")
    }
  }
}

/// Why a request is not executed; at least one reason. Spec §7.1.3 Request Error Result.
public struct RequestErrors: Error, Sendable, Equatable {
  /// In the order in which the reference implementation reports them.
  public let errors: [GraphQLError]
}

/// An operation with what one request gives it.
private struct PreparedOperation: Sendable {
  let plan: OperationPlan
  let variables: VariableValues

  func response(
    over data: JSONValue, errorBehavior: ErrorBehavior = .propagate
  ) -> JSONDataResponse {
    let root = JSONLayer([data])
    let result = executePlan(
      plan,
      in: ExecutionContext(
        variables: variables, rootSource: root, environment: root, errorBehavior: errorBehavior,
        mask: { preconditionFailure("Reading a property throws nothing: \($0)") }))
    var data: [UInt8] = []
    result.writeData(to: &data)
    return JSONDataResponse(errors: result.errors, data: data)
  }
}
