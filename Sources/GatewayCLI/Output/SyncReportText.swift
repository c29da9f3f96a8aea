import CatalogSync

/// What a sync cost, as a sentence behind the report of the import.
func syncReport(_ report: SyncReport, of origin: OriginURL) -> String {
  let traffic = report.traffic
  var parts = ["\(grouped(traffic.requests)) requests", "\(grouped(traffic.bytes)) bytes"]
  if traffic.notModified > 0 { parts.append("\(grouped(traffic.notModified)) pages not modified") }
  if traffic.resumed > 0 { parts.append("\(grouped(traffic.resumed)) pages of an earlier run") }
  if traffic.retries > 0 { parts.append("\(grouped(traffic.retries)) retries") }
  if traffic.rereads > 0 { parts.append("\(grouped(traffic.rereads)) lists read again") }
  return "In step with \(origin): " + parts.joined(separator: ", ")
    + " in \(seconds(report.elapsed)) s.\n"
}

/// What is worth knowing beside it.
func syncNotes(_ report: SyncReport) -> [String] {
  report.contradiction.map {
    ["note: the origin changed while it was read (\($0)); the next sync will settle it"]
  } ?? []
}

/// Seconds with one decimal.
private func seconds(_ duration: Duration) -> String {
  let (whole, attoseconds) = duration.components
  return "\(whole).\(attoseconds / 100_000_000_000_000_000)"
}
