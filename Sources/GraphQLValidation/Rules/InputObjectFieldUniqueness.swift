import GraphQLLanguage
import GraphQLSchema

extension Validator {
  /// No field of an input object is given twice. Spec §5.6.3 Input Object Field Uniqueness.
  mutating func checkInputObjectFieldUniqueness(_ value: Value) {
    switch value.kind {
    case .list(let items):
      for item in document[items] { checkInputObjectFieldUniqueness(item) }
    case .object(let fields):
      guard document.hasRepeatedNames(document[fields].map(\.name)) else {
        for field in document[fields] { checkInputObjectFieldUniqueness(document[field.value]) }
        return
      }
      var first: [String: Name] = [:]
      for field in document[fields] {
        let name = document.text(field.name)
        if let known = first[name] {
          errors.report(
            "There can be only one input field named \"\(name)\".",
            at: [known.range.start, field.name.range.start])
        } else {
          first[name] = field.name
        }
        checkInputObjectFieldUniqueness(document[field.value])
      }
    case .variable, .int, .float, .string, .boolean, .null, .enum: break
    }
  }
}
