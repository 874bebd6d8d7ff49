import Foundation

/// What must not have moved when a cut was refused or failed: refs, index, work tree and status.
struct RepositoryState: Equatable, CustomStringConvertible {
  let description: String

  init(of shop: Shop) throws {
    let questions = [
      ["symbolic-ref", "--quiet", "HEAD"], ["rev-parse", "HEAD"], ["for-each-ref"],
      ["ls-files", "--stage", "-v"],
      ["status", "--porcelain=v2", "--branch", "--untracked-files=all"],
    ]
    let answers = try questions.map { try shop.git($0).everything }
    let listing = try Listing(of: shop.path, except: [".git", ".release"])
    description = (answers + [listing.description, try Self.recorded(shop)]).joined(separator: "\n")
  }

  /// Manifests and the head of the ledger; entries that no checkpoint speaks of are none.
  private static func recorded(_ shop: Shop) throws -> String {
    let folder = "\(shop.path)/.release"
    let checkpoint = try? String(contentsOfFile: "\(folder)/ledger/checkpoint", encoding: .utf8)  // none yet
    let manifests = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/manifests")  // none yet
    return "\(checkpoint ?? "no ledger")\n\(manifests?.sorted() ?? [])"
  }
}
