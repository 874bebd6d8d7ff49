/// How a command line names a variable that holds a secret.
enum VariableMentions {
  /// Returns whether words name a variable: `env:NAME`, `--option=env:NAME`, `--passphrase-env NAME`.
  static func contain(_ name: String, in words: [String]) -> Bool {
    let forms = ["env:\(name)", "--passphrase-env=\(name)"].map { Array($0.utf8) }
    return words.indices.contains { place in
      let word = Array(words[place].utf8)
      let isPassphrase = place > 0 && words[place - 1] == "--passphrase-env" && words[place] == name
      return isPassphrase || forms.contains(word)
        || (word.first == UInt8(ascii: "-") && ends(word, with: forms[0]))
    }
  }

  private static func ends(_ word: [UInt8], with form: [UInt8]) -> Bool {
    word.suffix(form.count) == form[...]
  }
}

extension [String: String] {
  /// The variables that other programs may see: neither a passphrase nor anything that holds a private key.
  package var withoutSecrets: [String: String] {
    filter {
      !$0.key.utf8.starts(with: "RELEASE_PASSPHRASE".utf8)
        && !SecretVariables.looksLikePrivateKey(Array($0.value.utf8))
    }
  }
}
