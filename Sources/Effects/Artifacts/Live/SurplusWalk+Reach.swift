extension SurplusWalk {
  /// Looks into the folders that directly hold a wanted file, and into no other one.
  mutating func searchBesideFiles() {
    for node in wanted.nodes.indices where wanted.nodes[node].holdsFiles && mayGoOn {
      let (folder, children) = (wanted.names(to: node), wanted.nodes[node].children)
      _ = look(into: folder) { walk, name, isFolder in
        let child = children[name].map { walk.wanted.nodes[$0] }
        let isExpected = child.map { $0.isFile || isFolder } ?? false
        if !isExpected { walk.add(folder + [name], isFolder: isFolder) }
      }
    }
  }

  /// Looks into all folders, those next to the first one before those that are in them.
  mutating func searchWholeTree() {
    var folders = [Folder(parent: 0, depth: 0, name: [], node: 0)]
    let deepest = max(search.depth, wanted.depth)
    var place = 0
    while place < folders.count && mayGoOn {
      let names = Self.names(to: place, in: folders)
      if folders[place].depth > deepest { note(.depth(path: EscapedName.path(names))) }
      let count = folders[place].depth > deepest ? nil : search(place, names, &folders)
      if (count ?? 0) == 0 && folders[place].node == nil { add(names, isFolder: true) }
      place += 1
    }
  }

  /// Looks into one folder, and puts those that are in it on the list.
  private mutating func search(_ place: Int, _ names: [[UInt8]], _ folders: inout [Folder]) -> Int? {
    let (depth, node) = (folders[place].depth, folders[place].node)
    return look(into: names) { walk, name, isFolder in
      let child = node.flatMap { walk.wanted.nodes[$0].children[name] }
      if isFolder {
        folders.append(Folder(parent: place, depth: depth + 1, name: name, node: child))
      } else if child.map({ walk.wanted.nodes[$0].isFile }) != true {
        walk.add(names + [name], isFolder: false)
      }
    }
  }

  private static func names(to place: Int, in folders: [Folder]) -> [[UInt8]] {
    sequence(first: place) { folders[$0].parent }.prefix { $0 != 0 }.reversed().map { folders[$0].name }
  }
}

/// A folder that is to be looked into.
private struct Folder {
  /// Where the folder that it is in stands in the list.
  let parent: Int
  let depth: Int
  let name: [UInt8]
  /// Its place among the wanted names; nil when it is not on the way to a wanted file.
  let node: Int?
}
