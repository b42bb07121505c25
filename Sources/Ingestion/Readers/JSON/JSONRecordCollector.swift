/// Flattens one JSON value into the cells of a record.
///
/// A cell is named by the path of its value with dots: `device.category`, `items.0.item_id`. An array of objects with
/// the members `key` and `value` and no other is a list of parameters: its values are named by their keys,
/// `event_params.page_location`, and of a value that is an object the members that end in `_value` stand for it, those
/// that are null aside. A scalar by itself is named `value`. Empty objects and arrays leave no cell, null an empty one.
final class JSONRecordCollector {
  private struct Leaf {
    var node: Int
    let start: Int
    let end: Int
    let isNumber: Bool
    let isNull: Bool
    var column = 0
    /// From a list of parameters, where a key may well stand twice with the same value.
    var isParameter = false
  }

  private struct Frame {
    let node: Int
    let isArray: Bool
    /// Number of the object.
    let serial: Int
    let firstLeaf: Int
    var elements = 0
    var members = 0
    var keyLeaf: Int?
    var valueNode: Int?
  }

  let paths: JSONPaths
  private let lexer: JSONLexer
  private let file: String
  private let limits: Limits
  private var bytes: [UInt8] = []
  private var leaves: [Leaf] = []
  private var frames: [Frame] = []
  private var serial = 0
  private var flaw: RecordFlaw?
  private var recordStart = 0
  /// By column: the leaf that filled it last, and in which record.
  private var fillings: [(record: Int, leaf: Int)] = []
  private var record = 0

  init(_ lexer: JSONLexer, file: String, limits: Limits) {
    self.lexer = lexer
    self.file = file
    self.limits = limits
    paths = JSONPaths(lexer, limits: limits)
  }

  func start() {
    bytes.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
    flaw = nil
    record += 1
    recordStart = lexer.offset
  }

  /// A cell that tells where the record stands.
  func add(_ name: StaticString, _ value: [UInt8]) throws(IngestionError) {
    let key = Array(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    add(value, try paths.member(of: JSONPaths.root, key), isNumber: false, isNull: false)
  }

  /// Reads the value whose first token is `token`.
  func read(_ token: JSONLexer.Token) throws(IngestionError) {
    let isScalar = token != .objectStart && token != .arrayStart
    try read(token, isScalar ? try paths.member(of: JSONPaths.root, Array("value".utf8)) : JSONPaths.root)
  }

  /// Reads the rest of an array that has begun, of whose first element `token` is the first token.
  func readElements(_ token: JSONLexer.Token) throws(IngestionError) {
    open(JSONPaths.root, isArray: true)
    frames[0].elements = 1
    try read(token, try paths.element(of: JSONPaths.root, 0))
  }

  private func read(_ first: JSONLexer.Token, _ place: Int) throws(IngestionError) {
    var token = first
    var node = place
    while true {
      switch token {
      case .objectStart, .arrayStart: open(node, isArray: token == .arrayStart)
      case .objectEnd, .arrayEnd: try close()
      case .name: node = try enter(frames[frames.count - 1].node)
      case .string, .number, .word, .null: try addScalar(token, node)
      case .end: throw lexer.fault(.cut)
      }
      guard let top = frames.last else { return }
      token = try lexer.next()
      if top.isArray, token != .arrayEnd {
        node = try paths.element(of: top.node, top.elements)
        frames[frames.count - 1].elements += 1
      }
    }
  }

  private func open(_ node: Int, isArray: Bool) {
    serial += 1
    frames.append(Frame(node: node, isArray: isArray, serial: serial, firstLeaf: leaves.count))
  }

  private func enter(_ object: Int) throws(IngestionError) -> Int {
    let top = frames.count - 1
    let node = try paths.member(of: object, lexer.text)
    if lexer.isDamaged { flaw = flaw ?? .loneSurrogate }
    if !paths.enter(node, object: frames[top].serial) { flaw = flaw ?? .repeatedName }
    frames[top].members += 1
    guard top > 0, frames[top - 1].isArray, frames[top].members <= 2 else { return node }
    if lexer.text == JSONRecordCollector.key { frames[top].keyLeaf = leaves.count }
    if lexer.text == JSONRecordCollector.value { frames[top].valueNode = node }
    return node
  }

  private func addScalar(_ token: JSONLexer.Token, _ node: Int) throws(IngestionError) {
    if lexer.isDamaged { flaw = flaw ?? .loneSurrogate }
    if lexer.isOversized { flaw = flaw ?? .oversizedCell }
    if token == .string, lexer.text.contains(0) { flaw = flaw ?? .zeroByte }
    if token != .null { paths.noteValue(node) }
    add(lexer.text, node, isNumber: token == .number, isNull: token == .null)
    guard leaves.count <= limits.columns else { throw lexer.tooManyNames }
    guard lexer.offset - recordStart <= limits.recordBytes else {
      throw .beyondLimit(
        file: file, found: "a record of more than \(limits.recordBytes >> 20) MB",
        limit: "\(limits.recordBytes >> 20) MB")
    }
  }

  private func add(_ value: [UInt8], _ node: Int, isNumber: Bool, isNull: Bool) {
    let start = bytes.count
    bytes.append(contentsOf: value)
    leaves.append(Leaf(node: node, start: start, end: bytes.count, isNumber: isNumber, isNull: isNull))
  }

  private func close() throws(IngestionError) {
    let frame = frames.removeLast()
    guard frame.members == 2, let keyLeaf = frame.keyLeaf, let value = frame.valueNode, let list = frames.last,
      keyLeaf < leaves.count, paths.parent(leaves[keyLeaf].node) == frame.node,
      paths.key(leaves[keyLeaf].node) == JSONRecordCollector.key, !leaves[keyLeaf].isNumber, !leaves[keyLeaf].isNull
    else { return }
    let key = leaves[keyLeaf]
    let target = try paths.member(of: list.node, Array(bytes[key.start..<key.end]))
    var named: [Leaf] = []
    for index in frame.firstLeaf..<leaves.count where index != keyLeaf {
      var leaf = leaves[index]
      if leaf.isNull, isTyped(leaf.node, below: value) { continue }
      leaf.node = try moved(leaf.node, from: value, to: target)
      leaf.isParameter = true
      named.append(leaf)
    }
    if named.isEmpty {
      var empty = Leaf(node: target, start: key.start, end: key.start, isNumber: false, isNull: true)
      empty.isParameter = true
      named = [empty]
    }
    leaves.replaceSubrange(frame.firstLeaf..., with: named)
  }

  private func isTyped(_ node: Int, below value: Int) -> Bool {
    paths.parent(node) == value && paths.key(node).reversed().starts(with: JSONRecordCollector.typeEnding)
  }

  private func moved(_ node: Int, from value: Int, to target: Int) throws(IngestionError) -> Int {
    if node == value || isTyped(node, below: value) { return target }
    return try paths.member(of: try moved(paths.parent(node), from: value, to: target), paths.key(node))
  }

  /// Moves the record into `cells`, filled up with empty ones to `width`. A name that occurs twice has two columns.
  func finish(into cells: CellBuffer, width: Int) throws(IngestionError) -> (flaw: RecordFlaw?, filled: Int) {
    var kept = 0
    var isSorted = true
    for index in leaves.indices {
      var column = try paths.column(leaves[index].node)
      while fillings.count < paths.columns.count { fillings.append((0, 0)) }
      if fillings[column].record == record {
        if leaves[index].isParameter, isSame(leaves[index], leaves[fillings[column].leaf]) { continue }
        flaw = flaw ?? .repeatedName
        while column < fillings.count, fillings[column].record == record {
          column = try paths.column(repeating: column)
          while fillings.count < paths.columns.count { fillings.append((0, 0)) }
        }
      }
      fillings[column] = (record, kept)
      leaves[kept] = leaves[index]
      leaves[kept].column = column
      if kept > 0, leaves[kept - 1].column > column { isSorted = false }
      kept += 1
    }
    leaves.removeSubrange(kept...)
    if !isSorted { leaves.sort { $0.column < $1.column } }
    cells.reset()
    bytes.withUnsafeBufferPointer { bytes in
      for leaf in leaves {
        while cells.count < leaf.column { cells.closeCell() }
        cells.append(UnsafeBufferPointer(rebasing: bytes[leaf.start..<leaf.end]))
        cells.closeCell()
        if leaf.isNumber { cells.markNumber() }
      }
    }
    while cells.count < width { cells.closeCell() }
    return (flaw, kept)
  }

  private func isSame(_ leaf: Leaf, _ other: Leaf) -> Bool {
    bytes[leaf.start..<leaf.end].elementsEqual(bytes[other.start..<other.end])
  }

  private static let key = Array("key".utf8)
  private static let value = Array("value".utf8)
  private static let typeEnding = Array("_value".utf8.reversed())
}
