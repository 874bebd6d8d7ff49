import ReleaseSigning
import TransparencyLog

/// RFC 6962, section 2.1, word for word: slow, and short enough to be seen to be right.
struct ReferenceTree {
  let leaves: [Digest]

  init(_ entries: [[UInt8]]) { leaves = entries.map(LogHash.leaf) }

  func head(of size: Int) -> TreeHead { TreeHead(size: UInt64(size), root: root(leaves[..<size])) }

  func path(_ index: Int, in size: Int) -> [Digest] { path(index, leaves[..<size]) }

  func proof(_ old: Int, _ size: Int) -> [Digest] { subproof(old, leaves[..<size], true) }

  private func root(_ d: ArraySlice<Digest>) -> Digest {
    if d.count <= 1 { return d.first ?? LogHash.empty }
    let k = split(d.count)
    return LogHash.node(root(d.prefix(k)), root(d.dropFirst(k)))
  }

  private func path(_ m: Int, _ d: ArraySlice<Digest>) -> [Digest] {
    if d.count == 1 { return [] }
    let k = split(d.count)
    return m < k
      ? path(m, d.prefix(k)) + [root(d.dropFirst(k))] : path(m - k, d.dropFirst(k)) + [root(d.prefix(k))]
  }

  private func subproof(_ m: Int, _ d: ArraySlice<Digest>, _ isWhole: Bool) -> [Digest] {
    if m == d.count { return isWhole ? [] : [root(d)] }
    let k = split(d.count)
    return m <= k
      ? subproof(m, d.prefix(k), isWhole) + [root(d.dropFirst(k))]
      : subproof(m - k, d.dropFirst(k), false) + [root(d.prefix(k))]
  }

  private func split(_ n: Int) -> Int {
    var k = 1
    while k * 2 < n { k *= 2 }
    return k
  }
}
