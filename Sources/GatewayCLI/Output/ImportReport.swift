import CatalogStore
import JSON

/// What an import did, as a table and a sentence.
///
/// Nothing is ever rejected, because a run that finds something to reject changes nothing.
func importReport(_ summary: ImportSummary, database: String) -> String {
  let resources = CatalogResource.allCases.compactMap { resource in
    summary.objects[resource].map { counts in
      row(
        resource.rawValue, added: counts.added, updated: counts.updated,
        unchanged: counts.unchanged, removed: counts.removed)
    }
  }
  let memberships = row(
    "packages in grids", added: summary.memberships.added, updated: summary.memberships.moved,
    unchanged: summary.memberships.unchanged, removed: summary.memberships.removed)
  let table = TextTable().text(RowGrid(resources + [memberships]))
  let state = summary.hasChanges ? "is now at" : "is unchanged, at"
  return String(decoding: table, as: UTF8.self)
    + "\(database) \(state) revision \(summary.revision).\n"
}

/// What is worth knowing beside the report: what is gone at the origin, links that lead nowhere yet,
/// and those that do now.
func importNotes(_ summary: ImportSummary) -> [String] {
  goneNotes(summary.gone) + linkNotes(summary)
}

private func goneNotes(_ gone: ImportSummary.Gone) -> [String] {
  var notes: [String] = []
  if gone.returned > 0 {
    notes.append("note: \(grouped(gone.returned)) objects that were gone are listed again")
  }
  let marked = gone.marked.values.reduce(0, +)
  guard marked > 0 else { return notes }
  let isAllInUse = gone.categoriesInUse == marked
  notes.append(
    "note: the origin no longer lists \(grouped(marked)) objects, \(grouped(gone.found)) of them "
      + "since this run; "
      + (isAllInUse
        ? "they stay, because packages are in them:" : "they stay until a run with --prune:"))
  notes += CatalogResource.allCases.compactMap { resource in
    gone.marked[resource].map { "  \(grouped($0)) \(resource.rawValue)" }
  }
  notes += gone.examples.map { "  for example \($0.resource.singular) \($0.id)" }
  return notes
}

private func linkNotes(_ summary: ImportSummary) -> [String] {
  var notes: [String] = []
  if summary.resolved > 0 {
    let has = summary.resolved == 1 ? "now has its" : "now have their"
    notes.append("note: \(links(summary.resolved)) of earlier imports \(has) ends")
  }
  let unresolved = summary.unresolved
  guard unresolved.count > 0 else { return notes }
  let kinds = [
    ("package without its category", "packages without their category", unresolved.categories),
    (
      "package in a grid, one of the two missing", "packages in grids, one of the two missing",
      unresolved.memberships
    ),
    ("feature without its grid", "features without their grid", unresolved.features),
    (
      "element without its feature or row", "elements without their feature or row",
      unresolved.elements
    ),
  ]
  notes.append(
    unresolved.count == 1
      ? "note: 1 link leads to what is not in the catalog; "
        + "it is kept and takes effect when that arrives:"
      : "note: \(links(unresolved.count)) lead to what is not in the catalog; "
        + "they are kept and take effect when it arrives:")
  for (one, many, count) in kinds where count > 0 {
    notes.append("  \(grouped(count)) \(count == 1 ? one : many)")
  }
  notes += unresolved.examples.map { link in
    "  for example \(link.from.singular) \(link.fromID) → \(link.to.singular) \(link.toID)"
  }
  return notes
}

private func links(_ count: Int) -> String {
  count == 1 ? "1 link" : "\(grouped(count)) links"
}

private func row(
  _ name: String, added: Int, updated: Int, unchanged: Int, removed: Int = 0
) -> JSONValue {
  .object([
    JSONMember(name: "resource", value: .string(name)),
    JSONMember(name: "added", value: .int(Int64(added))),
    JSONMember(name: "updated", value: .int(Int64(updated))),
    JSONMember(name: "unchanged", value: .int(Int64(unchanged))),
    JSONMember(name: "removed", value: .int(Int64(removed))),
    JSONMember(name: "rejected", value: .int(0)),
  ])
}
