import CLibXML2

/// What a kind of markup makes of its elements. A failure stops the parser before the next event.
protocol MarkupHandler: AnyObject {
  var failure: IngestionError? { get }
  /// Asked after every event, which is why nobody copies the failure itself to see whether there is one.
  var hasFailed: Bool { get }
  func open(_ element: ElementName, _ attributes: MarkupAttributes)
  func add(_ text: UnsafeBufferPointer<UInt8>)
  func close(_ element: ElementName)
}

/// XML or HTML through libxml2's push parsers with callbacks of our own and no tree.
///
/// In XML a document type declaration stops the file before anything in it is looked at, and no entity is expanded
/// beyond the five of XML itself. Nothing outside the input is ever opened.
final class MarkupParser {
  /// Where the markup comes from; HTML is decoded before it is parsed, since its own word on its encoding is often wrong.
  enum Input {
    case xml(any ByteSource)
    case html(TextSource)
  }

  private let input: Input
  private let handler: any MarkupHandler
  private let name: String
  private let limits: Limits
  private var parser: xmlParserCtxtPtr?
  private let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
  private var hasEnded = false
  private var depth = 0
  private var errorLine = 0
  private var failure: IngestionError?
  private var isStopped = false

  /// `name`: the file, with the part inside it, as errors call it.
  init(_ input: Input, name: String, handler: any MarkupHandler, limits: Limits) throws(IngestionError) {
    self.input = input
    self.handler = handler
    self.name = name
    self.limits = limits
    let context = Unmanaged.passUnretained(self).toOpaque()
    switch input {
    case .xml:
      var callbacks = MarkupParser.xmlCallbacks
      parser = xmlCreatePushParserCtxt(&callbacks, context, nil, 0, nil)
      xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    case .html:
      var callbacks = MarkupParser.htmlCallbacks
      parser = htmlCreatePushParserCtxt(&callbacks, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
      htmlCtxtUseOptions(parser, Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
    }
    guard parser != nil else { throw .unopenable(file: name, reason: "no memory for a parser") }
  }

  deinit {
    switch input {
    case .xml: xmlFreeParserCtxt(parser)
    case .html: htmlFreeParserCtxt(parser)
    }
    buffer.deallocate()
  }

  /// Line of the markup that the parser has come to.
  var line: Int { Int(xmlSAX2GetLineNumber(parser)) }

  /// Parses the next 64 KB; false at the end of a well-formed document.
  func advance() throws(IngestionError) -> Bool {
    guard !hasEnded else { return false }
    switch input {
    case .xml(let source):
      let count = try source.read(into: buffer)
      hasEnded = count == 0
      let start = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let status = xmlParseChunk(parser, start, Int32(count), hasEnded ? 1 : 0)
      if let failure = handler.failure ?? failure { throw failure }
      guard status == 0, !hasEnded || parser?.pointee.wellFormed == 1 else {
        throw .malformedXML(file: name, line: max(1, errorLine))
      }
    case .html(let text):
      hasEnded = try !text.advance()
      var rest = hasEnded ? UnsafeBufferPointer(start: nil, count: 0) : text.chunk
      repeat {
        let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 16))
        let start = UnsafeRawPointer(piece.baseAddress)?.assumingMemoryBound(to: CChar.self)
        // No status: HTML has no mistakes, only habits.
        htmlParseChunk(parser, start, Int32(piece.count), hasEnded ? 1 : 0)
        if let failure = handler.failure ?? failure { throw failure }
        rest = UnsafeBufferPointer(rebasing: rest.dropFirst(piece.count))
      } while !rest.isEmpty
    }
    return !hasEnded
  }

  @inline(__always)
  fileprivate func open(_ name: UnsafePointer<xmlChar>?, _ attributes: MarkupAttributes) {
    guard let name, !isStopped else { return }
    depth += 1
    guard depth <= limits.xmlDepth else {
      return stop(
        .beyondLimit(
          file: self.name, found: "elements nested deeper than \(limits.xmlDepth)", limit: "\(limits.xmlDepth)"))
    }
    guard attributes.count <= limits.xmlAttributes else {
      return stop(
        .beyondLimit(
          file: self.name, found: "an element with more than \(limits.xmlAttributes) attributes",
          limit: "\(limits.xmlAttributes)"))
    }
    handler.open(ElementName(start: name), attributes)
    if handler.hasFailed { stop(handler.failure) }
  }

  @inline(__always)
  fileprivate func add(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text, !isStopped else { return }
    handler.add(UnsafeBufferPointer(start: text, count: Int(count)))
    if handler.hasFailed { stop(handler.failure) }
  }

  @inline(__always)
  fileprivate func close(_ name: UnsafePointer<xmlChar>?) {
    guard let name, !isStopped else { return }
    depth -= 1
    handler.close(ElementName(start: name))
    if handler.hasFailed { stop(handler.failure) }
  }

  fileprivate func refuseDocumentType() { stop(.documentType(file: name)) }

  fileprivate func note(line: Int) { if errorLine == 0 { errorLine = line } }

  private func stop(_ reason: IngestionError?) {
    failure = failure ?? reason
    isStopped = true
    xmlStopParser(parser)
  }
}

extension MarkupParser {
  /// Only these are set: libxml2's own would build a tree.
  private static var xmlCallbacks: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    callbacks.internalSubset = { context, _, _, _ in MarkupParser.with(context) { $0.refuseDocumentType() } }
    callbacks.externalSubset = { context, _, _, _ in MarkupParser.with(context) { $0.refuseDocumentType() } }
    callbacks.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      MarkupParser.with(context) { $0.open(name, MarkupAttributes(start: attributes, count: Int(count), stride: 5)) }
    }
    callbacks.endElementNs = { context, name, _, _ in MarkupParser.with(context) { $0.close(name) } }
    callbacks.characters = { context, text, count in MarkupParser.with(context) { $0.add(text, count) } }
    callbacks.cdataBlock = { context, text, count in MarkupParser.with(context) { $0.add(text, count) } }
    callbacks.serror = { context, error in MarkupParser.with(context) { $0.note(line: Int(error?.pointee.line ?? 0)) } }
    return callbacks
  }

  private static var htmlCallbacks: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.startElement = { context, name, attributes in
      MarkupParser.with(context) { $0.open(name, MarkupAttributes(pairs: attributes)) }
    }
    callbacks.endElement = { context, name in MarkupParser.with(context) { $0.close(name) } }
    callbacks.characters = { context, text, count in MarkupParser.with(context) { $0.add(text, count) } }
    callbacks.cdataBlock = { context, text, count in MarkupParser.with(context) { $0.add(text, count) } }
    callbacks.ignorableWhitespace = { context, text, count in MarkupParser.with(context) { $0.add(text, count) } }
    callbacks.serror = { _, _ in }
    return callbacks
  }

  /// The parser outlives its callbacks, so none of the millions of them counts a reference to it.
  @inline(__always)
  private static func with(_ context: UnsafeMutableRawPointer?, _ body: (MarkupParser) -> Void) {
    guard let context else { return }
    Unmanaged<MarkupParser>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
  }
}
