import JSON
import Synchronization

/// The objects of a data text that have an id, so that each is one instance.
final class IdentifiedObjects: Sendable {
  private let objects = Mutex<[JSONValue: DataObject]>([:])

  /// The object that was kept under an id; `object` is kept if there was none.
  func object(for id: JSONValue, otherwise object: DataObject) -> DataObject {
    objects.withLock { objects in
      if let known = objects[id] { return known }
      objects[id] = object
      return object
    }
  }
}
