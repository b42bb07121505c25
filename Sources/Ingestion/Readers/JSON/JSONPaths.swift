/// The names of a file's columns: where a value stands in its record, as a path with dots.
///
/// A tree of the names met so far. Records of one file repeat theirs in the same order, so the child after the one
/// found last is tried first, and a path is made into text once.
final class JSONPaths {
  private struct Node {
    let parent: Int
    let key: [UInt8]
    var members: [Int] = []
    var elements: [Int] = []
    /// Place in `members` after the one found last.
    var hint = 0
    var column = -1
    /// The object that held this name last.
    var owner = 0
    /// Lines where it was first found to be a value, and to hold others.
    var valueLine: Int?
    var nestLine: Int?
  }

  private struct Member: Hashable {
    let parent: Int
    let key: [UInt8]
  }

  static let root = 0
  /// The columns' names in the order of their first use.
  private(set) var columns: [String] = []
  private var nodes = [Node(parent: -1, key: [])]
  private var members: [Member: Int] = [:]
  private var places: [String: Int] = [:]
  private var nameBytes = 0
  private let lexer: JSONLexer
  private let limits: Limits

  init(_ lexer: JSONLexer, limits: Limits) {
    self.lexer = lexer
    self.limits = limits
  }

  func parent(_ node: Int) -> Int { nodes[node].parent }

  func key(_ node: Int) -> [UInt8] { nodes[node].key }

  func member(of parent: Int, _ key: [UInt8]) throws(IngestionError) -> Int {
    let hint = nodes[parent].hint
    if hint < nodes[parent].members.count {
      let node = nodes[parent].members[hint]
      if nodes[node].key == key {
        nodes[parent].hint = hint + 1
        return node
      }
    }
    let member = Member(parent: parent, key: key)
    if let node = members[member] {
      if let place = nodes[parent].members.firstIndex(of: node) { nodes[parent].hint = place + 1 }
      return node
    }
    let node = try add(Node(parent: parent, key: key))
    members[member] = node
    nodes[parent].members.append(node)
    nodes[parent].hint = nodes[parent].members.count
    return node
  }

  func element(of parent: Int, _ index: Int) throws(IngestionError) -> Int {
    while nodes[parent].elements.count <= index {
      let key = Array("\(nodes[parent].elements.count)".utf8)
      nodes[parent].elements.append(try add(Node(parent: parent, key: key)))
    }
    return nodes[parent].elements[index]
  }

  /// False when the object, by its number, has held the name already.
  func enter(_ node: Int, object: Int) -> Bool {
    defer { nodes[node].owner = object }
    return nodes[node].owner != object
  }

  func column(_ node: Int) throws(IngestionError) -> Int {
    if nodes[node].column < 0 { nodes[node].column = try column(named: name(node)) }
    return nodes[node].column
  }

  func noteValue(_ node: Int) {
    if nodes[node].valueLine == nil { nodes[node].valueLine = lexer.line }
  }

  /// Names that are a value in one record and an object or an array in another, with the line that shows it.
  var mixed: [(name: String, line: Int)] {
    nodes.indices.compactMap { node in
      guard let value = nodes[node].valueLine, let nest = nodes[node].nestLine, node != JSONPaths.root else {
        return nil
      }
      return (name(node), max(value, nest))
    }
  }

  /// The column for what occurs once more in a record that has it already.
  func column(repeating column: Int) throws(IngestionError) -> Int { try self.column(named: columns[column] + " (2)") }

  private func column(named name: String) throws(IngestionError) -> Int {
    if let place = places[name] { return place }
    guard columns.count < limits.columns else { throw lexer.tooManyNames }
    places[name] = columns.count
    columns.append(name)
    return columns.count - 1
  }

  private func name(_ node: Int) -> String {
    var keys: [[UInt8]] = []
    var node = node
    while node != JSONPaths.root {
      keys.append(nodes[node].key.filter { $0 != 0 })
      node = nodes[node].parent
    }
    return String(decoding: Array(keys.reversed().joined(separator: [UInt8(ascii: ".")])), as: UTF8.self)
  }

  /// Depth and record are limited elsewhere; here, how many names and how much of them stay in memory.
  private func add(_ node: Node) throws(IngestionError) -> Int {
    nameBytes += node.key.count
    if nodes[node.parent].nestLine == nil { nodes[node.parent].nestLine = lexer.line }
    guard nodes.count <= limits.columns * 8, nameBytes <= limits.recordBytes else { throw lexer.tooManyNames }
    nodes.append(node)
    return nodes.count - 1
  }
}
