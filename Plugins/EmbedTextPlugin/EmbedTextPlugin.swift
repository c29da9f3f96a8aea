import Foundation
import PackagePlugin

/// Embeds the files of a target's `Embedded` folder in its code, as `enum Embedded`.
///
/// The folder may hold symbolic links to files elsewhere in the package. The target's manifest entry
/// excludes it, because SwiftPM would take its files for resources; so it is listed here by hand.
@main
struct EmbedTextPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Embedded")
    // Following links makes the build depend on the files themselves; names come from the links.
    let links = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }
      .sorted()
      .map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding the texts of \(target.name)",
        executable: try context.tool(named: "EmbedText").url,
        arguments: [output.path] + links.map(\.path),
        inputFiles: links.map { $0.resolvingSymlinksInPath() },
        outputFiles: [output])
    ]
  }
}
