/// One argument and the place in `Arguments` that it is stored in.
///
///     .positional("manifest", \.manifest, "Manifest to check")
///     .option("--key -k", \.keys, "file", "Trust this public key", env: "RELEASE_KEY")
///     .flag("--quiet -q", \.quiet, "Print nothing; only set the exit code")
///
/// The place's type decides how often the argument is given: `Value` once, `Value?` once or not at all,
/// `[Value]` any number of times (the first one given replaces the defaults).
package struct Slot<Arguments: Sendable>: Sendable {
  typealias Store =
    @Sendable (inout Arguments, _ value: String, _ isFirst: Bool) throws(ArgumentValueError) -> Void

  /// What there is to know about it.
  package private(set) var description: SlotDescription
  let store: Store

  init(_ description: SlotDescription, store: @escaping Store) {
    self.description = description
    self.store = store
  }

  /// Returns the slot, left out of help.
  package func hidden() -> Slot {
    var slot = self
    slot.description.isHidden = true
    return slot
  }

  /// Returns slots under a title of their own in help.
  package static func group(_ title: String, _ slots: [Slot]) -> [Slot] {
    slots.map { slot in
      var slot = slot
      slot.description.group = title
      return slot
    }
  }

  /// Returns a slot of a part as a slot of the whole, so that shared options are declared once.
  package static func lifted<Part>(
    _ slot: Slot<Part>, at path: any WritableKeyPath<Arguments, Part> & Sendable
  ) -> Slot {
    Slot(slot.description) { whole, value, isFirst throws(ArgumentValueError) in
      try slot.store(&whole[keyPath: path], value, isFirst)
    }
  }
}
