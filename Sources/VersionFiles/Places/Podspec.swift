/// A podspec in Ruby (https://guides.cocoapods.org/syntax/podspec.html).
enum Podspec {
  /// Returns the place of the version that the specification's block variable is given.
  ///
  /// - Throws: ``VersionFileError``; computed for a constant, a call, and all else but one string.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    let script = try RubyLexer.tokens(in: source)
    guard let variable = variable(in: script) else { return [] }
    let assignments = script.indices.compactMap { index -> ScriptTokens.Assignment? in
      guard script.isWord("version", at: index + 2), script.isWord(variable, at: index),
        script.isSymbol(".", at: index + 1), script.startsStatement(at: index),
        script.isAssignment(at: index + 3)
      else { return nil }
      let rest = script.tokens[(index + 4)...]
      return rest.firstIndex { $0.kind != .newline }.flatMap { script.assignment(of: $0) }
    }
    return try script.place(of: assignments)
  }

  /// The variable of `Pod::Spec.new do |s|` or `Pod::Spec.new { |s|`.
  private static func variable(in script: ScriptTokens) -> String? {
    for index in script.indices
    where script.isWord("Spec", at: index) && script.isSymbol(".", at: index + 1)
      && script.isWord("new", at: index + 2)
    {
      let opens = script.isWord("do", at: index + 3) || script.isSymbol("{", at: index + 3)
      guard opens, script.isSymbol("|", at: index + 4), script.kind(at: index + 5) == .word else { continue }
      return String(decoding: script.source.bytes[script.tokens[index + 5].range], as: UTF8.self)
    }
    return nil
  }
}
