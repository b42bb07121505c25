import CLibXML2

/// Turns the parser's events into records: the `row` elements below `result` or `results`, a `result` that holds its
/// figures directly, or, in any other document, the children of the document's element.
///
/// Fields are the leaf elements of a record, with the attributes around it as `@name`; what is nested deeper (sub-tables,
/// whose figures are part of their parents') is left out, but for lists that are asked for by name.
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
  private var depth = 0
  private var isResult = false
  /// Depth of the record's element while one is open.
  private var recordDepth: Int?
  private var leafIsOpen = false
  private var leafDepth = 0
  private var leafName = ""
  private var leafText: [UInt8] = []
  private var open = Draft()
  private var containers: [Draft] = []
  private var finished: [Draft] = []
  private var next = 0

  private struct Draft {
    var line = 0
    var depth = 0
    var names: [String] = []
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var attributes: [(name: String, value: String)] = []
    var hasRows = false

    mutating func add(_ name: String, _ value: some Collection<UInt8>) {
      names.append(name)
      bytes.append(contentsOf: value)
      ends.append(bytes.count)
    }
  }

  init(limits: Limits, lists: [String: Set<String>]) {
    self.limits = limits
    self.lists = lists
  }

  var hasRecord: Bool { next < finished.count }

  /// Moves the oldest record into `cells` and gives its line.
  func popRecord(into cells: CellBuffer) -> Int {
    let draft = finished[next]
    next += 1
    if next == finished.count {
      finished.removeAll(keepingCapacity: true)
      next = 0
    }
    cells.reset()
    draft.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in draft.ends {
        cells.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        cells.closeCell()
        start = end
      }
    }
    cells.names = draft.names
    return draft.line
  }

  func stop(_ reason: Failure) {
    failure = failure ?? reason
    xmlStopParser(parser)
  }

  func note(line: Int) { if errorLine == 0 { errorLine = line } }

  func open(
    _ name: UnsafePointer<xmlChar>?, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    guard depth <= limits.xmlDepth else { return stop(.depth) }
    guard attributeCount <= limits.xmlAttributes else { return stop(.attributes) }
    let name = name.map { String(cString: $0) } ?? ""
    if depth == 1 {
      rootName = name
      isResult = name == "result" || name == "results"
      containers.append(draft(attributes, attributeCount))
      return
    }
    if recordDepth == nil {
      if !isResult || name == "row" {
        containers[containers.count - 1].hasRows = true
        recordDepth = depth
        open = draft(attributes, attributeCount)
        open.attributes = containers.flatMap(\.attributes) + open.attributes
        for attribute in open.attributes { open.add("@" + attribute.name, attribute.value.utf8) }
        return
      }
      if name == "result" {
        containers[containers.count - 1].hasRows = true
        containers.append(draft(attributes, attributeCount))
        return
      }
      if name == "error", attributeCount > 0 { holdsError = true }
    }
    let parent = recordDepth ?? containers[containers.count - 1].depth
    leafIsOpen = depth == parent + 1
    leafName = name
    if let list {
      if depth == list.depth + 1 { self.list?.rows += 1 }
      leafIsOpen = depth == list.depth + 2 && lists[list.name]?.contains(name) == true
      leafName = "\(list.name).\(list.rows - 1).\(name)"
    } else if leafIsOpen, recordDepth != nil, lists[name] != nil {
      list = (name, depth, 0)
      leafIsOpen = false
    }
    leafDepth = depth
    if leafIsOpen { leafText.removeAll(keepingCapacity: true) }
  }

  func add(_ text: UnsafePointer<xmlChar>?, count: Int) {
    guard let text, leafIsOpen || (recordDepth == depth && !isResult) else { return }
    guard leafText.count + open.bytes.count + count <= limits.recordBytes else { return stop(.size) }
    leafText.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  func close() {
    defer { depth -= 1 }
    if depth == list?.depth { list = nil }
    if let recordDepth {
      if depth == recordDepth {
        if open.names.isEmpty, !isResult { open.add("text", leafText) }
        leafText.removeAll(keepingCapacity: true)
        finished.append(open)
        self.recordDepth = nil
        leafIsOpen = false
      } else if leafIsOpen, depth == leafDepth {
        guard open.names.count < limits.columns else { return stop(.columns) }
        open.add(leafName, leafText)
        leafText.removeAll(keepingCapacity: true)
        leafIsOpen = false
      }
      return
    }
    guard let container = containers.last else { return }
    if leafIsOpen, depth == container.depth + 1 {
      guard container.names.count < limits.columns else { return stop(.columns) }
      containers[containers.count - 1].add(leafName, leafText)
      leafIsOpen = false
    } else if depth == container.depth {
      containers.removeLast()
      guard !container.hasRows, !container.names.isEmpty else { return }
      var record = container
      for attribute in containers.flatMap(\.attributes) + container.attributes {
        record.add("@" + attribute.name, attribute.value.utf8)
      }
      finished.append(record)
    }
  }

  private func draft(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) -> Draft {
    var draft = Draft()
    draft.line = Int(xmlSAX2GetLineNumber(parser))
    draft.depth = depth
    guard let attributes else { return draft }
    // Five pointers each: local name, prefix, address of the name space, first and last byte of the value.
    for index in 0..<count {
      guard let name = attributes[index * 5], let start = attributes[index * 5 + 3], let end = attributes[index * 5 + 4]
      else { continue }
      // What was written `&amp;` comes as `&#38;`.
      let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        .replacing("&#38;", with: "&")
      draft.attributes.append((String(cString: name), value))
    }
    return draft
  }
}
