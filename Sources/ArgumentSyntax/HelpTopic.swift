/// A page of help that is about no single command, such as the exit codes.
package struct HelpTopic: Hashable, Sendable {
  /// The word that asks for it: `exit-codes`.
  package let name: String
  /// What it is about, in one line.
  package let summary: String
  /// The whole page, set in lines already, with a final newline.
  package let text: String

  /// A page of help.
  package init(name: String, summary: String, text: String) {
    (self.name, self.summary, self.text) = (name, summary, text)
  }
}
