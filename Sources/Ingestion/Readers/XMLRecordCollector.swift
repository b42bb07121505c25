import CLibXML2

/// Turns the parser's events into records: the `row` elements below `result` or `results`, a `result` that holds its
/// figures directly, or, in any other document, the children of the document's element.
///
/// Fields are the leaf elements of a record, with the attributes around it as `@name`; what is nested deeper
/// (sub-tables, whose figures are part of their parents') is left out, but for lists that are asked for by name.
final class XMLRecordCollector {
  enum Failure { case documentType, depth, attributes, size, columns }

  var parser: xmlParserCtxtPtr?
  private(set) var failure: Failure?
  private(set) var errorLine = 0
  private(set) var rootName = ""
  private(set) var holdsError = false

  /// Leaves to keep of the rows of a list inside a record, by the list's name: `actionDetails.0.url`.
  private let lists: [String: Set<String>]
  private var list: (name: String, depth: Int, rows: Int)?

  private let limits: Limits
  private let keepsText: Bool
  private let names = XMLNames()
  private var depth = 0
  private var isResult = false
  /// Depth of the record's element while one is open.
  private var recordDepth: Int?
  private var leafIsOpen = false
  private var leafDepth = 0
  private var leafName = 0
  /// The record in hand, and the names of its cells.
  private var open = CellBuffer()
  private var fields: [Int] = []
  private var line = 0
  /// Bytes that were not kept, of the record's fields and of what is open.
  private var passed = (closed: 0, open: 0)
  /// The names of the record before, which most records share.
  private var lastFields: [Int] = []
  private var lastNames: [String] = []
  private var containers: [Container] = []
  private var finished: [(line: Int, cells: CellBuffer)] = []
  private var next = 0
  private var spare: [CellBuffer] = []

  /// An element around the records, which is one itself where it holds none.
  private struct Container {
    var line = 0
    var depth = 0
    var attributes: [(name: Int, value: [UInt8])] = []
    var leaves: [(name: Int, value: [UInt8])] = []
    var byteCount = 0
    var hasRows = false
  }

  /// Without `keepsText` all cells are empty: for a look at which fields there are.
  init(limits: Limits, lists: [String: Set<String>], keepsText: Bool) {
    self.limits = limits
    self.lists = lists
    self.keepsText = keepsText
  }

  var hasRecord: Bool { next < finished.count }

  /// Gives the oldest record away, to be handed back by `recycle`.
  func popRecord() -> (line: Int, cells: CellBuffer) {
    let record = finished[next]
    next += 1
    if next == finished.count {
      finished.removeAll(keepingCapacity: true)
      next = 0
    }
    return record
  }

  func recycle(_ cells: CellBuffer) { spare.append(cells) }

  func stop(_ reason: Failure) {
    failure = failure ?? reason
    xmlStopParser(parser)
  }

  func note(line: Int) { if errorLine == 0 { errorLine = line } }

  func open(
    _ start: UnsafePointer<xmlChar>?, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    guard depth <= limits.xmlDepth else { return stop(.depth) }
    guard attributeCount <= limits.xmlAttributes else { return stop(.attributes) }
    guard let start else { return }
    let name = ElementName(start: start)
    if depth == 1 {
      rootName = String(cString: start)
      isResult = name.equals("result") || name.equals("results")
      openContainer(attributes, attributeCount)
      return
    }
    guard let recordDepth else {
      if !isResult || name.equals("row") {
        openRecord(attributes, attributeCount)
      } else if name.equals("result") {
        containers[containers.count - 1].hasRows = true
        openContainer(attributes, attributeCount)
      } else {
        if name.equals("error"), attributeCount > 0 { holdsError = true }
        openLeaf(start, below: containers[containers.count - 1].depth)
      }
      return
    }
    openLeaf(start, below: recordDepth)
  }

  func add(_ text: UnsafePointer<xmlChar>?, count: Int) {
    guard let text, leafIsOpen || (recordDepth == depth && !isResult) else { return }
    let container = recordDepth == nil ? containers[containers.count - 1].byteCount : 0
    guard passed.closed + passed.open + open.byteCount + container + count <= limits.recordBytes else {
      return stop(.size)
    }
    if keepsText {
      open.append(UnsafeBufferPointer(start: text, count: count))
    } else {
      passed.open += count
    }
  }

  func close() {
    defer { depth -= 1 }
    if let list, depth == list.depth { self.list = nil }
    if let recordDepth {
      if depth == recordDepth {
        closeRecord()
      } else if leafIsOpen, depth == leafDepth {
        guard fields.count < limits.columns else { return stop(.columns) }
        closeField(leafName)
        leafIsOpen = false
      }
      return
    }
    guard let container = containers.last else { return }
    if leafIsOpen, depth == container.depth + 1 {
      guard container.leaves.count < limits.columns else { return stop(.columns) }
      containers[containers.count - 1].leaves.append((leafName, Array(open.openBytes)))
      containers[containers.count - 1].byteCount += open.openBytes.count + passed.open
      dropOpenText()
      leafIsOpen = false
    } else if depth == container.depth {
      containers.removeLast()
      guard !container.hasRows, !container.leaves.isEmpty else { return }
      startRecord(line: container.line)
      for field in container.leaves + containers.flatMap(\.attributes) + container.attributes { add(field) }
      closeRecord()
    }
  }

  private func openContainer(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) {
    containers.append(
      Container(line: currentLine, depth: depth, attributes: attributes.map { fields($0, count) } ?? []))
  }

  private func openRecord(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) {
    containers[containers.count - 1].hasRows = true
    recordDepth = depth
    startRecord(line: currentLine)
    for container in containers {
      for field in container.attributes { add(field) }
    }
    guard let attributes, count > 0 else { return }
    for field in fields(attributes, count) { add(field) }
  }

  private func openLeaf(_ start: UnsafePointer<xmlChar>, below parent: Int) {
    dropOpenText()
    leafDepth = depth
    leafIsOpen = depth == parent + 1
    if let list {
      if depth == list.depth + 1 { self.list?.rows += 1 }
      let name = String(cString: start)
      leafIsOpen = depth == list.depth + 2 && lists[list.name]?.contains(name) == true
      if leafIsOpen { leafName = names.id(of: "\(list.name).\(max(0, list.rows - 1)).\(name)") }
      return
    }
    guard leafIsOpen else { return }
    let expected = fields.count < lastFields.count ? lastFields[fields.count] : nil
    leafName = names.id(of: start, expected: expected)
    if !lists.isEmpty, recordDepth != nil, lists[names[leafName]] != nil {
      list = (names[leafName], depth, 0)
      leafIsOpen = false
    }
  }

  private func startRecord(line: Int) {
    self.line = line
    passed = (0, 0)
    fields.removeAll(keepingCapacity: true)
    open.reset()
  }

  private func dropOpenText() {
    open.dropOpenBytes()
    passed.open = 0
  }

  private func closeField(_ name: Int) {
    open.closeCell()
    passed = (passed.closed + passed.open, 0)
    fields.append(name)
  }

  private func add(_ field: (name: Int, value: [UInt8])) {
    field.value.withUnsafeBufferPointer { open.append($0) }
    closeField(field.name)
  }

  private func closeRecord() {
    if fields.isEmpty, !isResult { closeField(names.id(of: "text")) }
    dropOpenText()
    if fields != lastFields {
      lastFields = fields
      lastNames = fields.map { names[$0] }
    }
    open.names = lastNames
    finished.append((line, open))
    open = spare.popLast() ?? CellBuffer()
    open.reset()
    passed = (0, 0)
    recordDepth = nil
    leafIsOpen = false
  }

  private var currentLine: Int { Int(xmlSAX2GetLineNumber(parser)) }

  /// The attributes of an element as fields.
  private func fields(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ count: Int
  ) -> [(name: Int, value: [UInt8])] {
    // Five pointers each: local name, prefix, address of the name space, first and last byte of the value.
    (0..<count).compactMap { index in
      guard let name = attributes[index * 5], let start = attributes[index * 5 + 3], let end = attributes[index * 5 + 4]
      else { return nil }
      // What was written `&amp;` comes as `&#38;`.
      let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        .replacing("&#38;", with: "&")
      return (names.id(of: "@" + String(cString: name)), Array(value.utf8))
    }
  }
}
