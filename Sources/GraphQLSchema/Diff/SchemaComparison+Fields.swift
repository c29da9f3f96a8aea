/// Fields and arguments of types.
extension SchemaComparison {
  mutating func compareFields(of oldType: NamedType, _ newType: NamedType) {
    let fields = NameComparison(oldType.fields, newType.fields, name: \.name)
    for field in fields.removed {
      report(.fieldRemoved, "Field \(oldType.name).\(field.name) was removed.")
    }
    for (oldField, newField) in fields.persisted {
      let coordinate = "\(oldType.name).\(oldField.name)"
      compareArguments(of: oldField, newField, coordinate: coordinate)
      if !isSafeOutput(oldField.type, newField.type) {
        report(
          .fieldChangedKind,
          "Field \(coordinate) changed type from \(old.text(of: oldField.type)) "
            + "to \(new.text(of: newField.type)).")
      }
    }
  }

  private mutating func compareArguments(
    of oldField: OutputField, _ newField: OutputField, coordinate: String
  ) {
    let arguments = NameComparison(oldField.arguments, newField.arguments, name: \.name)
    for argument in arguments.removed {
      report(.argumentRemoved, "Argument \(coordinate)(\(argument.name):) was removed.")
    }
    for (oldArgument, newArgument) in arguments.persisted {
      compare(oldArgument, newArgument, coordinate: "\(coordinate)(\(oldArgument.name):)")
    }
    for argument in arguments.added {
      let name = "\(coordinate)(\(argument.name):)"
      if argument.isRequired {
        report(.requiredArgumentAdded, "A required argument \(name) was added.")
      } else {
        report(.optionalArgumentAdded, "An optional argument \(name) was added.")
      }
    }
  }

  /// Compares an argument of a field or directive.
  mutating func compare(
    _ oldArgument: InputField, _ newArgument: InputField, coordinate: String
  ) {
    guard isSafeInput(oldArgument.type, newArgument.type) else {
      return report(
        .argumentChangedKind,
        "Argument \(coordinate) has changed type from \(old.text(of: oldArgument.type)) "
          + "to \(new.text(of: newArgument.type)).")
    }
    compareDefaults(
      of: oldArgument, newArgument, coordinate: coordinate, .argumentDefaultValueChange)
  }

  mutating func compareFields(of oldType: InputObjectType, _ newType: InputObjectType) {
    let fields = NameComparison(oldType.fields, newType.fields, name: \.name)
    for field in fields.added {
      let coordinate = "\(oldType.name).\(field.name)"
      if field.isRequired {
        report(.requiredInputFieldAdded, "A required field \(coordinate) was added.")
      } else {
        report(.optionalInputFieldAdded, "An optional field \(coordinate) was added.")
      }
    }
    for field in fields.removed {
      report(.fieldRemoved, "Field \(oldType.name).\(field.name) was removed.")
    }
    for (oldField, newField) in fields.persisted {
      let coordinate = "\(oldType.name).\(oldField.name)"
      guard isSafeInput(oldField.type, newField.type) else {
        report(
          .fieldChangedKind,
          "Field \(coordinate) changed type from \(old.text(of: oldField.type)) "
            + "to \(new.text(of: newField.type)).")
        continue
      }
      compareDefaults(
        of: oldField, newField, coordinate: coordinate, .inputFieldDefaultValueChange)
    }
  }

  private mutating func compareDefaults(
    of oldField: InputField, _ newField: InputField, coordinate: String,
    _ category: SchemaChange.Category
  ) {
    guard let oldDefault = oldField.defaultValueText.map(sortedValueText) else { return }
    guard let newDefault = newField.defaultValueText.map(sortedValueText) else {
      return report(category, "\(coordinate) defaultValue was removed.")
    }
    if oldDefault != newDefault {
      report(
        category,
        "\(coordinate) has changed defaultValue from \(oldDefault) to \(newDefault).")
    }
  }

  /// Whether what comes out as a new type fits those who expect an old one.
  private func isSafeOutput(_ oldType: FieldType, _ newType: FieldType) -> Bool {
    switch (oldType, newType) {
    case (.nonNull(let oldType), .nonNull(let newType)): isSafeOutput(oldType, newType)
    case (.nonNull, _): false
    case (_, .nonNull(let newType)): isSafeOutput(oldType, newType)
    case (.list(let oldType), .list(let newType)): isSafeOutput(oldType, newType)
    case (.list, _), (_, .list): false
    case (.named(let oldType), .named(let newType)): old[oldType].name == new[newType].name
    }
  }

  /// Whether what was given for an old type fits a new one.
  private func isSafeInput(_ oldType: FieldType, _ newType: FieldType) -> Bool {
    switch (oldType, newType) {
    case (.nonNull(let oldType), .nonNull(let newType)): isSafeInput(oldType, newType)
    case (.nonNull(let oldType), _): isSafeInput(oldType, newType)
    case (_, .nonNull): false
    case (.list(let oldType), .list(let newType)): isSafeInput(oldType, newType)
    case (.list, _), (_, .list): false
    case (.named(let oldType), .named(let newType)): old[oldType].name == new[newType].name
    }
  }
}
