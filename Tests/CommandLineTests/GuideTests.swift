import Effects
import Foundation
import RegistrySupport
import Testing

@Suite("Guides", .timeLimit(.minutes(20)))
struct GuideTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs")

  /// The commands of a page: its blocks that are marked `sh`, one after the other.
  private func commands(of page: String) throws -> String {
    let text = try String(contentsOf: Self.docs.appending(path: page), encoding: .utf8)
    var (commands, isInside) = ([String](), false)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if trimmed == "```sh" {
        isInside = true
      } else if trimmed == "```" {
        isInside = false
      } else if isInside {
        commands.append(String(line))
      }
    }
    return commands.joined(separator: "\n")
  }

  /// Runs the commands of a page in a repository, with the program on the path.
  private func play(
    _ page: String, after preparation: String, adding variables: [String: String] = [:]
  ) throws -> Ended {
    let sandbox = try Sandbox()
    let script = """
      mkdir bin project
      ln -s "$RELEASE" bin/release
      PATH="$PWD/bin:$PATH"
      cd project
      git init --quiet
      \(preparation)
      \(try commands(of: page))
      """
    return try ReleaseProgram.run(script, in: sandbox, adding: ["RELEASE_KEY": ""].merging(variables) { $1 })
  }

  @Test func `every step of keys.md works`() throws {
    let ended = try play("keys.md", after: "")
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output.contains("refused: yanked"), "\(ended.everything)")
  }

  @Test func `the recipes of verifying.md accept a release`() throws {
    let ended = try play("verifying.md", after: Self.release)
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output.components(separatedBy: "Signature Verified Successfully").count == 4)
    #expect(ended.output.contains("dist/app.txt: OK") && ended.output.contains("bom.json: OK"))
    #expect(ended.output.contains("Good \"file\" signature"))
  }

  @Test(arguments: [
    #"sed -i 's/"payload":"eyJ/"payload":"eyK/' manifest.json"#, "echo changed >dist/app.txt",
    "openssl genpkey -algorithm ed25519 -out x.pem; openssl pkey -in x.pem -pubout -out release.pub.pem",
  ]) func `the recipes of verifying.md refuse what was changed`(change: String) throws {
    #expect(try play("verifying.md", after: "\(Self.release)\n\(change)").exit != 0)
  }

  @Test func `the recipes of provenance.md work`() throws {
    let ended = try play("provenance.md", after: "unset RELEASE_KEY\n\(Self.release)")
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output.contains("verified: acme/shop 0.1.0, built by urn:release-toolkit:build:v1#local"))
    #expect(ended.output.contains("Signature Verified Successfully"))
  }

  @Test(.enabled(if: LocalRegistry.isAvailable)) func `the recipes of images.md work`() throws {
    let factory = try ImageFactory()
    _ = try factory.index(
      [ImageRecipe(), ImageRecipe(architecture: "arm64")], isAttested: true, tag: "0.1.0")
    let preparation = """
      release key new --no-passphrase --output release
      release trust init --project acme/shop --key release.pub.pem --sign-key release.pem
      git add trust
      git commit --quiet --message 'feat: open the shop'
      git tag --annotate --message 'Release 0.1.0' v0.1.0
      mkdir build
      cp -R '\(factory.layout)' build/api
      """
    let ended = try play(
      "images.md", after: preparation, adding: ["REGISTRY": LocalRegistry.shared().address])
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output.contains("everything is there already"))
    #expect(ended.output.components(separatedBy: "verified: acme/shop 0.1.0").count == 3)
  }

  /// A release with two signatures, under the names that the page uses.
  private static let release = """
    release key new --no-passphrase --output release
    release key new --no-passphrase --output other
    release trust init --project acme/shop --key release.pub.pem --sign-key release.pem
    mkdir dist
    echo app >dist/app.txt
    echo more >dist/more.txt
    git add trust
    git commit --quiet --message 'feat: open the shop'
    echo '{"spdxVersion":"SPDX-2.3"}' >bom.json
    release cut --offline --artifact dist/app.txt --artifact dist/more.txt --sbom bom.json --key release.pem
    cp .release/manifests/0.1.0.json manifest.json
    release sign manifest.json --key other.pem
    cp trust/root.json root.json
    cp .release/ledger/checkpoint checkpoint
    """
}
