/// Types that are gone or became something else, and the members of those that stayed.
extension SchemaComparison {
  mutating func compareTypes() {
    let types = NameComparison(
      old.typesInIntrospectionOrder.map { old[$0] }, new.types, name: \.name)
    for type in types.removed {
      report(
        .typeRemoved,
        type.isBuiltInScalar
          ? "Standard scalar \(type.name) was removed because it is not referenced anymore."
          : "\(type.name) was removed.")
    }
    for (oldType, newType) in types.persisted { compare(oldType, newType) }
  }

  private mutating func compare(_ oldType: NamedType, _ newType: NamedType) {
    switch (oldType, newType) {
    case (.scalar, .scalar): break
    case (.object, .object), (.interface, .interface):
      compareFields(of: oldType, newType)
      compareInterfaces(of: oldType, newType)
    case (.union(let oldUnion), .union(let newUnion)): compareMembers(of: oldUnion, newUnion)
    case (.enum(let oldEnum), .enum(let newEnum)): compareValues(of: oldEnum, newEnum)
    case (.inputObject(let oldInput), .inputObject(let newInput)):
      compareFields(of: oldInput, newInput)
    case (.scalar, _), (.object, _), (.interface, _), (.union, _), (.enum, _), (.inputObject, _):
      report(
        .typeChangedKind,
        "\(oldType.name) changed from \(oldType.kindPhrase) to \(newType.kindPhrase).")
    }
  }

  private mutating func compareMembers(of oldUnion: UnionType, _ newUnion: UnionType) {
    let members = NameComparison(
      oldUnion.memberTypes.map { old[$0].name }, newUnion.memberTypes.map { new[$0].name },
      name: \.self)
    for member in members.added {
      report(.typeAddedToUnion, "\(member) was added to union type \(oldUnion.name).")
    }
    for member in members.removed {
      report(.typeRemovedFromUnion, "\(member) was removed from union type \(oldUnion.name).")
    }
  }

  private mutating func compareValues(of oldEnum: EnumType, _ newEnum: EnumType) {
    let values = NameComparison(oldEnum.values, newEnum.values, name: \.name)
    for value in values.added {
      report(.valueAddedToEnum, "Enum value \(oldEnum.name).\(value.name) was added.")
    }
    for value in values.removed {
      report(.valueRemovedFromEnum, "Enum value \(oldEnum.name).\(value.name) was removed.")
    }
  }

  private mutating func compareInterfaces(of oldType: NamedType, _ newType: NamedType) {
    let interfaces = NameComparison(
      oldType.interfaces.map { old[$0].name }, newType.interfaces.map { new[$0].name },
      name: \.self)
    for interface in interfaces.added {
      report(
        .implementedInterfaceAdded,
        "\(interface) added to interfaces implemented by \(oldType.name).")
    }
    for interface in interfaces.removed {
      report(
        .implementedInterfaceRemoved,
        "\(oldType.name) no longer implements interface \(interface).")
    }
  }
}

extension NamedType {
  fileprivate var kindPhrase: String {
    switch self {
    case .scalar: "a Scalar type"
    case .object: "an Object type"
    case .interface: "an Interface type"
    case .union: "a Union type"
    case .enum: "an Enum type"
    case .inputObject: "an Input type"
    }
  }
}
