import Columns
import SQLite

@testable import CatalogStore

/// The sample catalog and its writer; each edit is a group of its own, a second after the one before.
final class EditedCatalog {
  let catalog: TestCatalog
  let writer: CatalogWriter
  private var edits: Int64 = 0

  /// 2026-02-15T14:03:04 in New York.
  static let begin: Int64 = 1_771_182_184_000_000

  init(_ catalog: TestCatalog) throws {
    self.catalog = catalog
    writer = try catalog.database.makeWriter()
  }

  convenience init() throws {
    try self.init(.sample())
  }

  func context(_ role: Role = .moderator, actor: String? = "ann") -> EditContext {
    EditContext(actor: actor, role: role, instant: Self.begin + edits * 1_000_000)
  }

  /// Makes an edit and commits it.
  @discardableResult
  func apply(_ edit: CatalogEdit, as role: Role = .moderator) throws -> EditResult {
    defer { edits += 1 }
    return try writer.withGroup {
      try writer.withScope { try writer.apply(edit, as: context(role)) }
    }
  }

  /// The edit's only object.
  @discardableResult
  func object(_ edit: CatalogEdit, as role: Role = .moderator) throws -> EditedObject {
    try apply(edit, as: role).objects[0]
  }

  /// Why an edit is refused; nil if it is made.
  func refusal(of edit: CatalogEdit, as role: Role = .moderator) throws -> EditError? {
    do {
      try apply(edit, as: role)
      return nil
    } catch let error as EditError {
      return error
    }
  }

  /// What a refused edit's values break: `path message`.
  func problems(of edit: CatalogEdit, as role: Role = .moderator) throws -> [String] {
    guard case .invalid(let problems)? = try refusal(of: edit, as: role) else { return [] }
    return problems.map(\.sentence)
  }

  /// The rows of a query, cells joined by blanks.
  func rows(_ sql: String) throws -> [String] {
    let statement = try catalog.writer.prepare(sql)
    var rows: [String] = []
    while try statement.step() {
      rows.append(
        (0..<statement.columnCount).map { statement.text(at: $0) ?? "-" }
          .joined(separator: " "))
    }
    return rows
  }

  /// The newest change's fields: `name: before > after`.
  func lastFields() throws -> [String] {
    let batch = try catalog.reader.changes(since: 0, first: .max)
    guard batch.count > 0 else { return [] }
    return batch.fieldRange(of: batch.count - 1).map { place in
      let columns = [batch.fields.names, batch.fields.before, batch.fields.after]
      let texts = columns.map { LeafColumn.encoded($0).texts[place] }
      return "\(texts[0]): \(texts[1]) > \(texts[2])"
    }
  }
}
