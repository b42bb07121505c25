import CLibXML2

/// XML into records, streaming, through libxml2's push parser with callbacks of our own and no tree.
///
/// A document type declaration stops the file before anything in it is looked at; no entity is ever expanded beyond
/// the five of XML itself, and nothing outside the file is opened.
final class XMLReader {
  private(set) var record: RawRecord
  /// Whether a record's line is its number: where several stand in one line, the line tells nothing.
  var countsRecords = false
  private var records = 0
  private let source: any ByteSource
  private let name: String
  private let limits: Limits
  private let collector: XMLRecordCollector
  private let parser: xmlParserCtxtPtr
  private let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
  private var hasEnded = false

  /// `lists`: what to keep of lists inside a record; `keepsText`: whether cells hold anything; see `XMLRecordCollector`.
  init(
    _ source: any ByteSource, name: String, limits: Limits, lists: [String: Set<String>] = [:], keepsText: Bool = true
  ) throws(IngestionError) {
    self.source = source
    self.name = name
    self.limits = limits
    record = RawRecord(line: 0, cells: CellBuffer(), flaw: nil)
    collector = XMLRecordCollector(limits: limits, lists: lists, keepsText: keepsText)
    var handlers = XMLReader.handlers
    let context = Unmanaged.passUnretained(collector).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&handlers, context, nil, 0, nil) else {
      throw .unopenable(file: name, reason: "no memory for an XML parser")
    }
    self.parser = parser
    collector.parser = parser
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
  }

  deinit {
    xmlFreeParserCtxt(parser)
    input.deallocate()
  }

  /// The document's element, once a record has been read or the end reached.
  var rootName: String { collector.rootName }

  /// Whether the document is the tool's message that it failed.
  var holdsError: Bool { collector.holdsError }

  /// Reads the next record into `record`; false at the end of a well-formed document.
  func next() throws(IngestionError) -> Bool {
    guard try advance() else { return false }
    let (line, cells) = collector.popRecord()
    collector.recycle(record.cells)
    records += 1
    record = RawRecord(line: countsRecords ? records : line, cells: cells, flaw: nil)
    return true
  }

  /// Parses on until there is a record.
  private func advance() throws(IngestionError) -> Bool {
    while !collector.hasRecord {
      guard !hasEnded else { return false }
      let count = try source.read(into: input)
      hasEnded = count == 0
      let start = UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let status = xmlParseChunk(parser, start, Int32(count), hasEnded ? 1 : 0)
      if let failure = collector.failure { throw named(failure) }
      guard status == 0, !hasEnded || parser.pointee.wellFormed == 1 else {
        throw .malformedXML(file: name, line: max(1, collector.errorLine))
      }
    }
    return true
  }

  private func named(_ failure: XMLRecordCollector.Failure) -> IngestionError {
    switch failure {
    case .documentType: .documentType(file: name)
    case .depth:
      .beyondLimit(file: name, found: "elements nested deeper than \(limits.xmlDepth)", limit: "\(limits.xmlDepth)")
    case .attributes:
      .beyondLimit(
        file: name, found: "an element with more than \(limits.xmlAttributes) attributes",
        limit: "\(limits.xmlAttributes)")
    case .size:
      .beyondLimit(
        file: name, found: "a record of more than \(limits.recordBytes >> 20) MB",
        limit: "\(limits.recordBytes >> 20) MB")
    case .columns:
      .beyondLimit(file: name, found: "more than \(limits.columns) columns", limit: "\(limits.columns)")
    }
  }

  /// Only these are set: libxml2's own handlers would build a tree.
  private static var handlers: xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.internalSubset = { context, _, _, _ in XMLReader.tell(context) { $0.stop(.documentType) } }
    handlers.externalSubset = { context, _, _, _ in XMLReader.tell(context) { $0.stop(.documentType) } }
    handlers.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      XMLReader.tell(context) { $0.open(name, attributeCount: Int(count), attributes: attributes) }
    }
    handlers.endElementNs = { context, _, _, _ in XMLReader.tell(context) { $0.close() } }
    handlers.characters = { context, text, count in XMLReader.tell(context) { $0.add(text, count: Int(count)) } }
    handlers.cdataBlock = { context, text, count in XMLReader.tell(context) { $0.add(text, count: Int(count)) } }
    handlers.serror = { context, error in XMLReader.tell(context) { $0.note(line: Int(error?.pointee.line ?? 0)) } }
    return handlers
  }

  /// Without counting the reference, which would cost as much as the work.
  private static func tell(_ context: UnsafeMutableRawPointer?, _ body: (XMLRecordCollector) -> Void) {
    guard let context else { return }
    Unmanaged<XMLRecordCollector>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }
}
