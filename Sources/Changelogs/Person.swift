package import ConventionalCommits

/// Somebody who writes commits.
package struct Person: Hashable, Sendable {
  /// The name.
  package let name: String
  /// The mail address; without regard to case it says who is who.
  package let email: String

  /// Creates a person.
  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }

  /// What people are told apart by.
  package var key: String { email.lowercased() }

  /// The name on GitHub, where the address is one that GitHub gives out: `1234+ada@users.noreply.github.com`.
  package var login: String? {
    let bytes = Array(email.utf8)
    let host = Array("@users.noreply.github.com".utf8)
    guard bytes.count > host.count, bytes.suffix(host.count).equalsIgnoringCase(host) else { return nil }
    let local = bytes.dropLast(host.count)
    let name = local.split(separator: UInt8(ascii: "+"), maxSplits: 1).last ?? []
    return !name.isEmpty && name.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
      ? String(name) : nil
  }

  /// Reads `Name <address>`; nil when it is anything else.
  package init?(parsing text: String) {
    let bytes = Array(CleanText.line(text))
    guard let open = bytes.lastIndex(of: UInt8(ascii: "<")), bytes.last == UInt8(ascii: ">"),
      open + 2 < bytes.count, bytes[open...].contains(UInt8(ascii: "@"))
    else { return nil }
    let name = Array(bytes[..<open].split(separator: 0x20).joined(separator: [0x20]))
    email = String(bytes[(open + 1)..<(bytes.count - 1)])
    self.name = name.isEmpty ? email : String(name)
  }
}

extension Person {
  /// Returns who wrote a message, too: the people of its footers `Co-authored-by`, each once.
  package static func coAuthors(in message: CommitMessage) -> [Person] {
    var known: Set<String> = []
    return message.footers(named: "Co-authored-by").flatMap { footer in
      footer.value.utf8.split(separator: UInt8(ascii: "\n")).compactMap {
        Person(parsing: String(Substring($0)))
      }
    }.filter { known.insert($0.key).inserted }
  }
}
