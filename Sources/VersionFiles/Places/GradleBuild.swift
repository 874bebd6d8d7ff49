/// `build.gradle` and `build.gradle.kts`.
struct GradleBuild {
  private let script: ScriptTokens
  private var versions: [ScriptTokens.Assignment] = []
  private var names: [ScriptTokens.Assignment] = []
  /// For each open bracket, whether it is that of `allprojects`, which counts as the first level.
  private var brackets: [Bool] = []
  private var depth = 0

  /// Returns the place of the project's `version`, or of Android's `versionName` when there is none.
  ///
  /// - Throws: ``VersionFileError``; computed for all but one string.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    var build = GradleBuild(script: try GroovyLexer.tokens(in: source))
    for index in build.script.indices { try build.read(index) }
    return try build.script.place(of: build.versions.isEmpty ? build.names : build.versions)
  }

  private init(script: ScriptTokens) {
    self.script = script
  }

  private mutating func read(_ index: Int) throws(VersionFileError) {
    switch script.symbol(at: index) {
    case UInt8(ascii: "{")?, UInt8(ascii: "(")?, UInt8(ascii: "[")?: open(at: index)
    case UInt8(ascii: "}")?, UInt8(ascii: ")")?, UInt8(ascii: "]")?:
      guard let isOuter = brackets.popLast() else {
        throw script.source.malformed(at: script.tokens[index].range.lowerBound)
      }
      if !isOuter { depth -= 1 }
    case nil where script.startsStatement(at: index): readStatement(at: index)
    default: break
    }
  }

  private mutating func open(at index: Int) {
    let isOuter =
      script.isSymbol("{", at: index) && script.isWord("allprojects", at: index - 1)
      && script.startsStatement(at: index - 1)
    brackets.append(isOuter)
    if !isOuter { depth += 1 }
  }

  private mutating func readStatement(at index: Int) {
    if depth == 0, let version = versionIndex(at: index), let value = value(behind: version) {
      versions.append(value)
    } else if script.isWord("versionName", at: index), let value = value(behind: index) {
      names.append(value)
    }
  }

  /// The index of `version` in `version`, `project.version` and `this.version`.
  private func versionIndex(at index: Int) -> Int? {
    let isQualified =
      (script.isWord("project", at: index) || script.isWord("this", at: index))
      && script.isSymbol(".", at: index + 1)
    let version = isQualified ? index + 2 : index
    return script.isWord("version", at: version) ? version : nil
  }

  /// The value that a name is given: behind `=`, in parentheses, or, as an argument of Groovy, right behind
  /// it.
  private func value(behind index: Int) -> ScriptTokens.Assignment? {
    if script.isAssignment(at: index + 1) {
      let rest = script.tokens[(index + 2)...]
      return rest.firstIndex { $0.kind != .newline }.flatMap { script.assignment(of: $0) }
    }
    if script.isSymbol("(", at: index + 1), script.isSymbol(")", at: index + 3) {
      return script.assignment(of: index + 2, endingAt: index + 4)
    }
    guard script.symbol(at: index + 1) == nil else { return nil }
    return script.assignment(of: index + 1)
  }
}
