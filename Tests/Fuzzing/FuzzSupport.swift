import Foundation
import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON

/// Stops with a sentence, which the fuzzer then keeps together with its input.
func require(_ holds: Bool, _ sentence: @autoclosure () -> String) {
  if !holds { fatalError(sentence()) }
}

/// Returns what a fuzzer's input points at.
func input(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  unsafe Array(UnsafeBufferPointer(start: start, count: count))
}

/// Writes the target's seeds into the folder that `RELEASE_FUZZ_SEEDS` names, before the fuzzer reads it.
@_cdecl("LLVMFuzzerInitialize")
public func writeSeeds(_ count: UnsafeRawPointer?, _ arguments: UnsafeRawPointer?) -> Int32 {
  guard let folder = ProcessInfo.processInfo.environment["RELEASE_FUZZ_SEEDS"] else { return 0 }
  do {
    for (number, seed) in try seeds().enumerated() {
      try Data(seed).write(to: URL(filePath: folder).appending(path: "seed-\(number)"))
    }
  } catch {
    fatalError("no seeds: \(error)")
  }
  return 0
}

/// Returns the key of a seed of 32 equal bytes.
func key(_ number: UInt8) throws -> PrivateKey {
  try PrivateKey(seed: SecretBytes(copying: [UInt8](repeating: number, count: 32)))
}

/// A manifest in which every member is there.
func sampleManifest() throws -> Manifest {
  let (file, image, hex) = (Digest.sha256([1]), Digest.sha256([2]), String(repeating: "a", count: 40))
  return Manifest(
    project: "acme/shop", component: "api", version: try Version(parsing: "1.5.0-rc.1+b"), tag: "v1",
    channel: "next",
    purl: "pkg:generic/shop@1",
    source: .init(uri: "git+https://e", commit: hex, tree: hex, tagRef: "refs/tags/v1"),
    previous: .init(version: try Version(parsing: "1.4.2"), manifestDigest: file),
    bump: .init(level: .minor, commits: 7), changelog: .init(markdown: "* caf\u{E9}\n"),
    images: [
      .init(
        name: "api", reference: "e/api@sha256:\(image)", digest: image, mediaType: "m", size: 9,
        platforms: [.init(os: "linux", architecture: "amd64", digest: file)])
    ],
    artifacts: [
      .init(
        path: try .init(parsing: "bin/shop"), size: 8, sha256: file, mediaType: "m", isExecutable: true)
    ],
    sboms: [.init(path: try .init(parsing: "sbom.json"), sha256: file, format: "spdx")],
    createdAt: .init(secondsSinceEpoch: 0), tool: .init(name: "release", version: "1"))
}
