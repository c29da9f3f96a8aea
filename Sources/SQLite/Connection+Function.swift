import CSQLite

extension Connection {
  /// Adds a scalar function to the SQL of this connection, sqlite.org/appfunc.html.
  ///
  /// It must depend on its arguments alone (`SQLITE_DETERMINISTIC`), and not use the connection.
  /// - Throws: `SQLiteError` if the name or the count is not allowed.
  public func register(
    _ name: String, argumentCount: Int32,
    _ body: @escaping (FunctionArguments) -> FunctionResult
  ) throws(SQLiteError) {
    let function = Unmanaged.passRetained(ScalarFunction(body))
    let code = sqlite3_create_function_v2(
      handle, name, argumentCount,
      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, function.toOpaque(),
      { context, count, values in
        guard let data = sqlite3_user_data(context) else { return }
        let function = Unmanaged<ScalarFunction>.fromOpaque(data).takeUnretainedValue()
        let arguments = UnsafeBufferPointer(start: values, count: Int(count))
        function.body(FunctionArguments(values: arguments)).give(to: context)
      }, nil, nil,
      { data in
        // SQLite calls this also when the registration itself fails.
        if let data { Unmanaged<ScalarFunction>.fromOpaque(data).release() }
      })
    guard code == SQLITE_OK else { throw SQLiteError(code: code, connection: handle) }
  }
}

/// The arguments of one call of a registered function; they are gone when it returns.
public struct FunctionArguments {
  @usableFromInline let values: UnsafeBufferPointer<OpaquePointer?>

  /// How many there are.
  public var count: Int { values.count }

  /// Whether an argument is null.
  public func isNull(at index: Int) -> Bool {
    sqlite3_value_type(values[index]) == SQLITE_NULL
  }

  /// An argument as a whole number; 0 if it is null.
  public func integer(at index: Int) -> Int64 {
    sqlite3_value_int64(values[index])
  }

  /// Calls `body` with an argument's UTF-8 bytes, nil for null; they are gone when it returns.
  @inlinable public func withText<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<UInt8>?) -> Result
  ) -> Result {
    guard let bytes = sqlite3_value_text(values[index]) else { return body(nil) }
    return body(
      UnsafeBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(values[index]))))
  }
}

/// What a registered function gives.
public enum FunctionResult: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)

  /// 1 or 0, SQLite's truth values.
  public static func boolean(_ value: Bool) -> Self { .integer(value ? 1 : 0) }

  func give(to context: OpaquePointer?) {
    switch self {
    case .null:
      sqlite3_result_null(context)
    case .integer(let value):
      sqlite3_result_int64(context, value)
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          if let start = characters.baseAddress {
            sqlite3_result_text64(
              context, start, UInt64(characters.count), transient, UInt8(SQLITE_UTF8))
          } else {
            sqlite3_result_text(context, "", 0, nil)
          }
        }
      }
    }
  }
}

/// Keeps a closure at an address that SQLite can hold.
private final class ScalarFunction {
  let body: (FunctionArguments) -> FunctionResult

  init(_ body: @escaping (FunctionArguments) -> FunctionResult) {
    self.body = body
  }
}
