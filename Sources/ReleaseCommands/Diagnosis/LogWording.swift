internal import ReleaseSigning
internal import TransparencyLog

/// The words for what is wrong with a log's tiles, notes and checkpoints.
enum LogWording {
  static func problem(_ error: LogError) -> String {
    switch error {
    case .entryTooLong(_, let count): "an entry of \(count) bytes is too long for the log"
    case .full: "the log is full"
    case .outOfRange(let index, let size): "there is no entry \(index) among \(size)"
    case .wrongLength(let tile, let count):
      "\(tile.path) has \(count) bytes, which is another length than its name says"
    case .malformedEntries(let tile): "\(tile.path) does not hold the entries that its name says"
    case .differs(let tile): "\(tile.path) does not follow from the checkpoint"
    case .rootDiffers(let expected, let found):
      "the entries give the root \(found.hex), and the checkpoint says \(expected.hex)"
    }
  }

  static func problem(_ error: CheckpointError) -> String {
    switch error {
    case .lines: "its checkpoint is not made of an origin, a size and a root"
    case .origin: "its checkpoint names no origin"
    case .size: "the size in its checkpoint is no plain number"
    case .root: "the root in its checkpoint is no canonical base64 of 32 bytes"
    }
  }

  static func problem(_ error: NoteError) -> String {
    switch error {
    case .malformed(let defect): "its checkpoint is no signed note: \(problem(defect))"
    case .invalidName(let name): "`\(name)` cannot be the name of a ledger"
    case .invalidVerifierKey(let text): "`\(text)` is no verifier key"
    case .ambiguousKey(let name): "two keys of `\(name)` have one short id"
    case .badSignature(let name): "a signature of `\(name)` on its checkpoint is bad"
    case .unsigned: "no key that is known has signed its checkpoint"
    case .unsignableText: "its checkpoint cannot be signed"
    }
  }

  private static func problem(_ defect: NoteDefect) -> String {
    switch defect {
    case .tooLong: "it is too long"
    case .notUTF8: "it is no UTF-8"
    case .controlCharacter: "it holds a control character"
    case .noSignatures: "it has no signatures"
    case .tooManySignatures: "it has too many signatures"
    case .signatureLine(let line): "signature line \(line) cannot be read"
    }
  }
}
