/// One behaviour that can be checked, of the specification or of a draft for its next edition.
struct ConformanceRow: Sendable {
  /// How far the text is that asks for the behaviour.
  enum Stage: String, Sendable {
    case edition = "September 2025"
    case expected = "expected of a service"
    case workingDraft = "working draft"
    case merged = "merged since"
    case draft = "draft"
    case proposal = "proposal"
  }

  /// What tests name it by: `L8`, or `§5.3.2` for a rule of validation.
  let id: String
  /// Number and title of a section of the edition, or a title of a document without numbers.
  let section: String
  let behaviour: String
  let stage: Stage

  init(_ id: String, _ section: String, _ behaviour: String, stage: Stage = .edition) {
    self.id = id
    self.section = section
    self.behaviour = behaviour
    self.stage = stage
  }
}

/// The rows of one chapter of the page, in its order.
struct ConformanceTable: Sendable {
  let title: String
  let rows: [ConformanceRow]
}

/// Every row there is.
let conformanceTables = [
  ConformanceTable(title: "Language", rows: languageRows),
  ConformanceTable(title: "Type system", rows: typeSystemRows),
  ConformanceTable(title: "Introspection", rows: introspectionRows),
  ConformanceTable(title: "Validation", rows: validationRows),
  ConformanceTable(title: "Execution", rows: executionRows),
  ConformanceTable(title: "Response", rows: responseRows),
  ConformanceTable(title: "Beyond the edition", rows: laterRows),
  ConformanceTable(title: "GraphQL over HTTP", rows: httpRows),
]
