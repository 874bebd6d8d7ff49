/// The arguments of one command: declared once, used to parse, to explain and to complete.
///
///     static let syntax = Syntax<Verify>("release verify", "Check a manifest's signatures and digests", [
///       .positional("manifest", \.manifest, "Manifest to check"),
///       .option("--key -k", \.keys, "file", "Trust this public key"),
///     ])
///     let verify = try syntax.parse(words, into: Verify(), environment: environment)
package struct Syntax<Arguments: Sendable>: Sendable {
  /// What there is to know about the command.
  package let description: CommandDescription
  let slots: [Slot<Arguments>]
  let exclusions: [[String]]

  /// A command's arguments.
  /// - Parameters:
  ///   - name: The whole name: `release key new`.
  ///   - exclusions: Sets of names, such as `["--tag", "--full"]`, of which one at most may be given.
  /// - Precondition: No two slots share a name; a required positional does not follow an optional one; only
  ///   the last positional repeats; `exclusions` names slots.
  package init(
    _ name: String, _ summary: String, _ slots: [Slot<Arguments>], discussion: String = "",
    examples: [String] = [], exitCodes: [Int32] = [], section: String = "", exclusions: [[String]] = []
  ) {
    let table = slots.map(\.description)
    let names = table.flatMap(\.names)
    precondition(Set(names).count == names.count, "two arguments share a name")
    precondition(exclusions.joined().allSatisfy(names.contains), "an exclusion names no argument")
    precondition(
      Self.placesAreClear(table.filter { $0.kind == .positional }), "a positional's place is unclear")
    self.slots = slots
    self.exclusions = exclusions
    description = CommandDescription(
      name: name, summary: summary, discussion: discussion, examples: examples, exitCodes: exitCodes,
      section: section, table: table)
  }

  /// The arguments in the order of help: data for completions, manual pages and the reference.
  package var table: [SlotDescription] { description.table }

  private static func placesAreClear(_ positionals: [SlotDescription]) -> Bool {
    positionals.dropLast().allSatisfy { !$0.isRepeatable }
      && !positionals.drop(while: \.isRequired).contains(where: \.isRequired)
  }
}
