import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import JSON

/// Writes the rest of a list, window by window.
final class ListWindows {
  /// The field that the list is of, under one response name.
  struct Field {
    let layer: LayerPlan
    let slot: Slot
    let entry: ShapeEntry

    /// A plan with this field alone.
    var plan: LayerPlan {
      guard case .slot(_, let shape) = entry.value else {
        preconditionFailure("A list is no type's name")
      }
      let only = ShapeEntry(
        responseName: entry.responseName, value: .slot(0, shape: shape),
        occurrences: entry.occurrences)
      return LayerPlan(
        type: layer.type, typeName: layer.typeName, slots: [slot],
        shapes: [Shape(entries: [only], conditionChecks: [], size: 0)])
    }
  }

  /// A place of the response that occurs once.
  struct Place {
    /// From the root of the response.
    var steps: [WritingProgress.Step] = []
    /// The same as names and indices.
    var path: [GraphQLError.PathSegment] = []

    /// A place below this one. A list on the way has one element, its first.
    func extended(to steps: [WritingProgress.Step]) -> Place {
      let path = steps.dropFirst(self.steps.count).map { step -> GraphQLError.PathSegment in
        switch step {
        case .entry(let entry): .name(entry.responseName)
        case .element: .index(0)
        }
      }
      return Place(steps: steps, path: self.path + path)
    }

    /// The same place in another element of the innermost list.
    func element(_ index: Int) -> Place {
      Place(steps: steps, path: path.dropLast() + [.index(index)])
    }
  }

  private let rest: ListRest
  private let plan: LayerPlan
  /// The first element.
  private let place: Place
  private let execution: WindowExecution
  private let progress: WritingProgress

  init(
    _ rest: ListRest, of field: Field, at place: Place, in execution: WindowExecution,
    progress: WritingProgress
  ) {
    self.rest = rest
    plan = field.plan
    self.place = place
    self.execution = execution
    self.progress = progress
  }

  /// Writes the elements that come after the first ones.
  func write(after first: Int, to output: inout GrowingBytes) {
    var start = first
    var count = first
    var hasMore = true
    while hasMore {
      // What is there need not wait for the next window.
      progress.flushNow(&output)
      guard !progress.hasEnded else { return }
      let writtenBytes = progress.writtenBytes(output)
      do throws(GraphQLError) {
        let window = try execution.execute(
          rest, from: start, count: count, of: plan, at: place,
          errors: progress.errors.count)
        progress.append(window.errors)
        write(window, from: start, to: &output)
        start += window.count
        hasMore = window.hasMore
        count = execution.sizes.next(
          after: window.count, bytes: progress.writtenBytes(output) - writtenBytes)
      } catch {
        progress.end(with: error)
      }
    }
  }

  private func write(_ window: ExecutedWindow, from start: Int, to output: inout GrowingBytes) {
    var binder = WriterBinder(
      layers: window.layers, corrections: window.corrections, variables: execution.variables,
      progress: progress, continuation: execution, place: place.element(start))
    let element = binder.elementWriter()
    for index in 0..<window.count {
      output.append(UInt8(ascii: ","))
      element.write(row: index, to: &output)
      guard progress.goesOn(&output) else {
        return progress.leave(place.steps, after: start + index)
      }
    }
  }
}
