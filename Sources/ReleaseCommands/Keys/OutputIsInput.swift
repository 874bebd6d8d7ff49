internal import Effects

/// A file would be replaced by what is made of it.
struct OutputIsInput: Error {
  let path: String
}

extension Session {
  /// Refuses to write a result over anything that it is made with, by whichever path that is reached.
  ///
  /// - Throws: `OutputIsInput`, `FileError`.
  func refuse(_ output: String?, over inputs: [String]) throws {
    guard let output, output != "-" else { return }
    for input in inputs where try world.files.isSame(path(output), as: path(input)) {
      throw OutputIsInput(path: output)
    }
  }
}

extension KeySource {
  /// The files that the key is read from.
  var files: [String] {
    if case .file(let path) = self { [path] } else { [] }
  }
}
