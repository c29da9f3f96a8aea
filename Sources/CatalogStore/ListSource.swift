/// What a list is drawn from.
enum ListSource: Hashable {
  case all(Entity)
  case related(Relation)

  /// What its records are.
  var entity: Entity {
    switch self {
    case .all(let entity): entity
    case .related(let relation): relation.child
    }
  }
}
