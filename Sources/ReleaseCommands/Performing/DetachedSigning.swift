internal import Effects
internal import ReleaseConsole
internal import ReleaseSigning
internal import StrictJSON

/// Signs files for other tools: reads each once, and writes a signature beside it.
struct DetachedSigning {
  private let command: SignCommand
  private let session: Session
  private let format: DetachedFormat
  private let signer: any Signer

  init(_ command: SignCommand, _ session: Session) throws {
    guard let format = command.format else { throw SignProblem.formatMissing }
    guard command.keys.count == 1 else { throw SignProblem.severalKeys }
    guard command.output == nil || command.artifacts.count == 1 else { throw SignProblem.outputOfSeveral }
    if format == .minisign, command.namespace != nil {
      throw SignProblem.foreignOption("--namespace", form: "ssh")
    }
    if format == .ssh, command.comment != nil {
      throw SignProblem.foreignOption("--comment", form: "minisign")
    }
    try session.refuse(command.output, over: command.artifacts + command.keys.flatMap(\.files))
    self.command = command
    self.session = session
    self.format = format
    signer = try command.ring.ring(session).signer(command.keys[0])
  }

  /// Signs, and tells where the signatures are; every file is read before the first is written.
  func answer() throws -> Answer {
    let signed = try command.artifacts.map { path in
      (path: path, output: command.output ?? path + format.suffix, text: try signature(of: path))
    }
    if let only = signed.first, only.output == "-" {
      return Answer(bytes: Array(only.text.utf8), document: document(signed))
    }
    if !command.isDryRun {
      for file in signed { try session.world.files.put(Array(file.text.utf8), at: session.path(file.output)) }
    }
    return Answer(lines: signed.map(\.output), document: document(signed))
  }

  private func document(_ signed: [(path: String, output: String, text: String)]) -> JSONObject {
    [
      "format": .string(format.rawValue), "keyid": .string(signer.publicKey.keyID.hex),
      "signatures": .array(
        signed.map { file in
          [
            "artifact": .string(file.path), "output": .string(file.output), "signature": .string(file.text),
          ]
        }),
    ]
  }

  private func signature(of path: String) throws -> String {
    let hash = try session.world.files.hash(session.path(path), by: format.algorithm)
    switch format {
    case .minisign:
      let name = PathText.name(of: path)
      return try MinisignSignature(
        ofHash: hash, by: signer,
        untrustedComment: "signature from release key \(signer.publicKey.keyID.hex.prefix(16))",
        trustedComment: command.comment
          ?? "timestamp:\(session.fileTime.secondsSinceEpoch)\tfile:\(name)\thashed"
      ).text
    case .ssh: return try SSHSignature(ofHash: hash, by: signer, namespace: command.namespace ?? "file").text
    }
  }
}
