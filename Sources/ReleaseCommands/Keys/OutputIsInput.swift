/// A file would be replaced by what is made of it.
struct OutputIsInput: Error {
  let path: String
}

extension Session {
  /// Refuses to write a result over what it is made of.
  ///
  /// - Throws: `OutputIsInput`.
  func refuse(_ output: String?, over input: String) throws {
    guard let output, PathText.normalized(path(output)) == PathText.normalized(path(input)) else { return }
    throw OutputIsInput(path: output)
  }
}
