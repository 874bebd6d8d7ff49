import Foundation
import ReleaseSigning
import TestSupport

/// What `merkle-vectors.json` holds.
struct MerkleVectors: Decodable {
  static func load() throws -> MerkleVectors {
    try SharedCases.decode(MerkleVectors.self, "merkle-vectors.json")
  }

  let reference_tree: ReferenceTree
  let golden_roots: Roots
  let tlog_leaf_d: Roots
  let probes: [Probe]
  let tiles: Tiles
  let tessera_log: Log
  let sumdb_tree_note: TreeNote

  struct Roots: Decodable { let roots_b64: [String: String] }

  struct ReferenceTree: Decodable {
    let leaves_hex: [String]
    let roots_by_size: [String]
    let inclusion: [Inclusion]
    let consistency: [Consistency]
  }

  struct Inclusion: Decodable {
    let index: Int
    let size: Int
    let proof: [String]
  }

  struct Consistency: Decodable {
    let size1: Int
    let size2: Int
    let proof: [String]
  }

  struct Probe: Decodable {
    let kind: String
    let file: String
    let leafIdx: UInt64?
    let treeSize: UInt64?
    let leafHash: String?
    let root: String?
    let size1: UInt64?
    let size2: UInt64?
    let root1: String?
    let root2: String?
    let proof: [String]?
    let wantErr: Bool
  }

  struct Tiles: Decodable {
    let paths: [Path]
    let invalid_paths: [String]
    let invalid_levels: [String]

    struct Path: Decodable {
      let level: String
      let index: UInt64
      let width: Int
      let path: String
    }
  }

  struct Log: Decodable {
    let vkey: String
    let skey: String
    let entries: [String]
    let entry_bundle_hex: String
    let tile0_hex: String
    let checkpoints: [String]
    let inclusion: [Inclusion]
    let consistency: [Consistency]
  }

  struct TreeNote: Decodable {
    let n: UInt64
    let text: String
  }
}

/// What `note-vectors.json` holds.
struct NoteVectors: Decodable {
  static func load() throws -> NoteVectors { try SharedCases.decode(NoteVectors.self, "note-vectors.json") }

  let keys: [Key]
  let sign: [Signing]
  let open: [Opening]
  let bad_vkeys: [String]

  struct Key: Decodable {
    let name: String
    let vkey: String
  }

  struct Signing: Decodable {
    let skey: String
    let text: String
    let want: String
  }

  struct Opening: Decodable {
    let desc: String
    let note_b64: String
    let vkeys: [String]
    let accept: Bool
    let expect: Expectation
  }

  struct Expectation: Decodable {
    let verified: [String]?
    let unverified: Int?
  }
}

/// Returns a digest from base64 or hexadecimal text, or nil for what is no digest.
func digest(_ text: String) -> Digest? {
  Digest(hex: text) ?? Data(base64Encoded: text).flatMap { Digest($0) }
}

/// Returns the key of `PRIVATE+KEY+name+hash+base64(type, seed)`.
func privateKey(_ text: String) throws -> PrivateKey {
  let base64 = text.split(separator: "+", maxSplits: 4).last.map(String.init) ?? ""
  return try PrivateKey(
    seed: SecretBytes(copying: [UInt8]((Data(base64Encoded: base64) ?? Data()).dropFirst())))
}

/// Returns the key of a seed of 32 equal bytes.
func key(filledWith byte: UInt8) throws -> PrivateKey {
  try PrivateKey(seed: SecretBytes(copying: [UInt8](repeating: byte, count: 32)))
}

/// Returns the padded base64 text of bytes.
func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
