/// The header of a squashed commit: often that of a pull request, which took it from one of the commits.
struct SquashTitle {
  private let header: CommitMessage.Header
  /// The description without the ` (#12)` that GitHub appends.
  private let descriptionWithoutNumber: String?

  init(_ header: CommitMessage.Header) {
    self.header = header
    let bytes = Array(header.description.utf8)
    descriptionWithoutNumber = NumberSuffix(of: bytes.indices, in: bytes).map {
      bytes.text(bytes.trimmed(0..<$0.start))
    }
  }

  /// Whether another header is that of the commit which gave the title.
  func isRepeated(by other: CommitMessage.Header) -> Bool {
    header.type == other.type && header.scope == other.scope
      && (header.isMarkedBreaking || !other.isMarkedBreaking)
      && (header.description == other.description || descriptionWithoutNumber == other.description)
  }
}
