import CatalogStore
import GraphQLExecution
import GraphQLSchema

/// The fields of `Mutation`.
func mutationBindings() -> [String: FieldResolver] {
  var bindings: [String: FieldResolver] = [
    "addPackageToGrid": mutation { input throws(InputMistake) in
      .addToGrid(
        grid: try input.reference("grid"), package: try input.reference("package"))
    },
    "removePackageFromGrid": mutation { input throws(InputMistake) in
      .removeFromGrid(
        grid: try input.reference("grid"), package: try input.reference("package"))
    },
    "createFeature": mutation { input throws(InputMistake) in
      .create(.feature, try input.edits())
    },
    "updateFeature": mutation { input throws(InputMistake) in
      .update(
        .feature, .id(try input.plainID("id")), try input.edits(), ifVersion: input.ifVersion)
    },
    "deleteFeature": mutation { input throws(InputMistake) in
      .delete(.feature, .id(try input.plainID("id")), ifVersion: input.ifVersion)
    },
    "setElement": mutation { input throws(InputMistake) in
      .setElement(
        grid: try input.reference("grid"), package: try input.reference("package"),
        feature: try input.plainID("feature"), text: input.text("text") ?? "")
    },
    "revertChange": mutation { input throws(InputMistake) in
      .revert(revision: input.integer("revision") ?? 0)
    },
  ]
  for (entity, singular, plural) in [
    (Entity.package, "package", "packages"), (.grid, "grid", "grids"),
    (.category, "category", "categories"),
  ] {
    bindings.merge(recordMutations(of: entity, singular, plural)) { first, _ in first }
  }
  return bindings
}

/// The four mutations of what stands by itself in the catalog.
private func recordMutations(
  of entity: Entity, _ singular: String, _ plural: String
) -> [String: FieldResolver] {
  let collection = plural.prefix(1).uppercased() + plural.dropFirst()
  return [
    "create\(entity.typeName)": mutation { input throws(InputMistake) in
      .create(entity, try input.edits())
    },
    "update\(entity.typeName)": mutation { input throws(InputMistake) in
      .update(
        entity, try input.reference(singular), try input.edits(except: singular),
        ifVersion: input.ifVersion)
    },
    "delete\(entity.typeName)": mutation { input throws(InputMistake) in
      .delete(entity, try input.reference(singular), ifVersion: input.ifVersion)
    },
    "upsert\(collection)": mutation { input throws(InputMistake) in
      .upsert(entity, try input.edits(ofEach: plural))
    },
  ]
}

/// A mutation that is one edit, read from its `input`.
private func mutation(
  _ edit: @escaping @Sendable (EditInput) throws(InputMistake) -> CatalogEdit
) -> FieldResolver {
  FieldResolver { call in
    guard let value = call.arguments["input"] else {
      preconditionFailure("The schema requires an input of every mutation")
    }
    let input = EditInput(value, path: [.field("input")])
    let made: CatalogEdit
    do throws(InputMistake) {
      made = try edit(input)
    } catch {
      throw FieldError(error)
    }
    let result = try call.mutation.apply(made, isDryRun: input.isDryRun)
    return PayloadLayer(result, clientMutationID: input.text("clientMutationId")).column
  }
}
