/// How requests and responses travel. GraphQL over HTTP, working draft; sections are the draft's.
let httpRows = [
  row("H1", "URL", "A refusal is a 4xx or 5xx, and does not depend on what a query asks."),
  row("H2", "Serialization Format", "JSON, and UTF-8 where nothing else is said."),
  row("H3", "Request", "POST, and GET too."),
  row("H4", "Request Parameters", "Four, each of its type; only the query must be there."),
  row("H5", "GET", "Form encoding; maps as JSON; an empty value is none."),
  row("H6", "GET", "Executes no mutation: a 405 that names what is allowed."),
  row("H7", "POST", "Has a body, which says that it is JSON."),
  row("H8", "JSON Encoding", "Members of other names are ignored, null counts as absent."),
  row("H9", "Body", "Says its media type and charset; knows that of GraphQL responses."),
  row("H10", "Body", "Of the type that the client likes best; a 406 if it takes none."),
  row("H11", "Body", "As `application/json` for clients that take nothing else."),
  row("H12", "Validation", "By all rules of the specification."),
  row("H13", "Status Codes", "What is no GraphQL response does not claim to be one."),
  row("H14", "Status Codes", "Data: 2xx."),
  row("H15", "Status Codes", "Data without errors: 200."),
  row("H16", "Status Codes", "Data, or null, with errors: 294."),
  row("H17", "Status Codes", "No data: 4xx or 5xx."),
]

private func row(_ id: String, _ section: String, _ behaviour: String) -> ConformanceRow {
  ConformanceRow(id, section, behaviour, stage: .workingDraft)
}
