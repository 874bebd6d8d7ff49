internal import OCIImages
internal import Registries
internal import ReleaseConsole
internal import ReleaseSigning

extension ImageVerification {
  /// More documents of a kind than go with one image; whoever may push can attach more.
  private static var most: Int { 256 }
  /// The longest of them, in bytes: an envelope may have 8 MiB, and none that goes with an image does.
  private static var longest: Int { 4 << 20 }

  /// Hands on the envelopes of a kind that are attached to an image, one at a time, as long as somebody wants more.
  ///
  /// What cannot be read is no proof, and must not keep us from one that can.
  func attached(
    to digest: Digest, _ artifactType: String, _ take: ([UInt8]) throws -> Bool
  ) async throws {
    let listed = try await repository.referrers(of: digest, artifactType: artifactType)
    if listed.count > Self.most {
      verification.session.console.warning(
        "\(listed.count) documents of one kind are attached to the image; the first \(Self.most) are read")
    }
    for descriptor in listed.prefix(Self.most) {
      guard let bytes = try await envelope(of: descriptor, on: digest) else { continue }
      guard try take(bytes) else { return }
    }
  }

  private func envelope(of listed: Descriptor, on digest: Digest) async throws(RegistryError) -> [UInt8]? {
    do {
      guard case .manifest(let artifact) = try await repository.document(listed.digest).document,
        artifact.subject?.digest == digest,
        let layer = artifact.layers.first(where: { $0.mediaType == AttachmentType.envelope })
      else { return nil }
      return try await repository.blob(layer, limit: Self.longest)
    } catch {
      switch error {
      case .notFound, .digestMismatch, .sizeMismatch, .document: return nil
      default: throw error
      }
    }
  }
}
