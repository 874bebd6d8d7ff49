/// The wanted files as a tree of names, which are bytes: to Swift's strings the Kelvin sign is a K.
struct WantedTree {
  /// A name, and what is wanted below it.
  struct Node {
    let parent: Int
    let name: [UInt8]
    var isFile = false
    var holdsFiles = false
    var children: [[UInt8]: Int] = [:]
  }

  /// The names; the first one stands for the folder that the paths begin in.
  private(set) var nodes = [Node(parent: 0, name: [])]
  /// How many folders the deepest file lies in.
  private(set) var depth = 0

  /// A tree of relative paths.
  init(_ paths: [String]) {
    for path in paths { insert(path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)) }
  }

  private mutating func insert(_ names: [[UInt8]]) {
    var place = 0
    for name in names { place = child(name, of: place) }
    nodes[place].isFile = true
    nodes[nodes[place].parent].holdsFiles = true
    depth = max(depth, names.count - 1)
  }

  private mutating func child(_ name: [UInt8], of parent: Int) -> Int {
    if let place = nodes[parent].children[name] { return place }
    nodes[parent].children[name] = nodes.count
    nodes.append(Node(parent: parent, name: name))
    return nodes.count - 1
  }

  /// The names from the first folder to a node.
  func names(to node: Int) -> [[UInt8]] {
    sequence(first: node) { nodes[$0].parent }.prefix { $0 != 0 }.reversed().map { nodes[$0].name }
  }
}
