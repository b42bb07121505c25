/// Sets that are joined until none is left apart (Galler and Fischer 1964), by size and with halved paths (Tarjan 1975).
struct DisjointSets {
  private var parents: [Int]
  private(set) var sizes: [Int]

  init(count: Int) {
    parents = Array(0..<count)
    sizes = [Int](repeating: 1, count: count)
  }

  /// The member that stands for the set.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// The member that stands for both from now on.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int) -> Int {
    let (a, b) = (root(of: a), root(of: b))
    if a == b { return a }
    let (large, small) = sizes[a] >= sizes[b] ? (a, b) : (b, a)
    parents[small] = large
    sizes[large] += sizes[small]
    return large
  }
}
