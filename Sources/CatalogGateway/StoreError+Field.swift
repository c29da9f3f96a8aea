import CatalogStore
import GraphQLExecution

extension FieldError {
  /// What the client may be told of a store's error; nil if it must be masked.
  init?(_ error: StoreError) {
    switch error {
    case .invalidKeyset:
      self.init(
        "A cursor does not belong to this list; take one from its edges, asked with the same orderBy.",
        code: .badUserInput)
    case .predicateTooDeep(let nestingLimit):
      self.init(
        "The filter is nested more than \(nestingLimit) levels deep.", code: .limitExceeded)
    case .predicateTooLarge(let conditionLimit):
      self.init(
        "The filter has more than \(conditionLimit) conditions.", code: .limitExceeded)
    case .tooManyRows(let limit):
      self.init(
        "The request reads \(limit + 1) rows and more; the limit is \(limit).",
        code: .limitExceeded)
    case .interrupted:
      self.init("The request took longer than it may and was stopped.", code: .timeout)
    case .cannotOpen, .replaced, .notACatalog, .newerVersion, .otherVersion, .failed:
      return nil
    }
  }
}
