/// What surrounds the root fields of a mutation, so that their effects are kept or undone.
///
/// The engine says when; what effects there are, only the caller of `executePlan` knows.
/// Spec §6.2.2 Mutation.
public struct MutationScope {
  /// Which root fields stand or fall together.
  public enum Extent: Sendable {
    /// Each by itself, with all below it.
    case field
    /// All of the operation: the first that fails ends it, and the others are taken back.
    case operation
  }

  let extent: Extent
  let run: (_ body: () -> Bool) throws -> Void
  let undone: (_ failing: String) -> FieldError

  /// Makes a scope.
  ///
  /// `run` calls its body once, to execute the fields, and keeps their effects if that returns true,
  /// but undoes them if it returns false: a root field has failed. An error below a root field undoes
  /// nothing. What `run` throws becomes the error of every field concerned. `undone` is what a field
  /// fails with because of another one, whose response name it is given.
  public init(
    _ extent: Extent, run: @escaping (_ body: () -> Bool) throws -> Void,
    undone: @escaping (_ failing: String) -> FieldError
  ) {
    self.extent = extent
    self.run = run
    self.undone = undone
  }
}
