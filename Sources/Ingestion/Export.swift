import Vocabulary

/// One export as it lies on disk or in an archive. Each pass opens it anew and streams it.
package struct Export: Sendable {
  /// File name without folders; inside an archive `archive.zip/entry.csv`, unzipped `archive/entry.csv`.
  package let displayName: String
  /// SHA-256 of the file's bytes, of the unpacked ones for an entry of an archive.
  package let digest: String
  package let byteCount: Int
  let place: Place
  let options: ReadOptions
  /// The sheets of a workbook that are meant, by their numbers; nil for all of them.
  var sheets: Set<Int>?

  indirect enum Place: Sendable {
    case plain(path: String)
    case gzip(path: String)
    case bzip2(path: String)
    case entry(path: String, index: UInt64, archiveBytes: Int)
    /// An Office Open XML workbook, which is an archive and yet one export.
    case workbook(path: String)
    /// A workbook that is an entry of an archive.
    case packedWorkbook(path: String, index: UInt64, archiveBytes: Int)
    /// A workbook that a gzip or bzip2 file unpacks to.
    case squeezedWorkbook(Place)
  }

  /// `options`: those of any file. The mappings for files of other names are left out of the file's own.
  init(
    displayName: String, digest: String, byteCount: Int, place: Place, options: ReadOptions, sheets: Set<Int>? = nil
  ) {
    self.displayName = displayName
    self.digest = digest
    self.byteCount = byteCount
    self.place = place
    self.sheets = sheets
    var options = options
    options.mappings.removeAll { $0.files?.hold(displayName) == false }
    self.options = options
  }

  /// The same file, read as if it had not the columns of these keys.
  package func leavingOut(_ keys: Set<String>) -> Export {
    var options = options
    options.leftOut = keys
    return reading(options)
  }

  func reading(_ options: ReadOptions) -> Export {
    Export(
      displayName: displayName, digest: digest, byteCount: byteCount, place: place, options: options, sheets: sheets)
  }

  /// The same file, in which no report that is known was found.
  package var withoutReport: Export {
    var options = options
    options.looksForReports = false
    return reading(options)
  }

  /// What the file is where it cannot be read before a question is answered: with English numbers and days before months,
  /// which are good for its name and no more.
  package var presumed: Recognition? {
    var options = options
    options.locale = options.locale ?? "en"
    options.dateOrder = options.dateOrder ?? .dayMonthYear
    options.identifies = false
    return try? reading(options).recognise()
  }

  func stream() throws(IngestionError) -> any ByteSource {
    switch place {
    case .plain(let path), .workbook(let path):
      return try PlainFile(path: path, name: displayName)
    case .gzip(let path):
      return try GzipStream(
        packed: try PlainFile(path: path, name: displayName), name: displayName, limits: options.limits)
    case .bzip2(let path):
      return BzipStream(packed: try PlainFile(path: path, name: displayName), name: displayName, limits: options.limits)
    case .entry(let path, let index, let archiveBytes), .packedWorkbook(let path, let index, let archiveBytes):
      let archive = try ZipArchive(path: path, name: displayName, byteCount: archiveBytes, limits: options.limits)
      return try archive.stream(index)
    case .squeezedWorkbook(let packed):
      return try squeezed(packed).stream()
    }
  }

  private func squeezed(_ packed: Place) -> Export {
    Export(displayName: displayName, digest: digest, byteCount: byteCount, place: packed, options: options)
  }

  /// The archive that a workbook is.
  func workbookArchive() throws(IngestionError) -> ZipArchive {
    switch place {
    case .workbook(let path):
      return try ZipArchive(path: path, name: displayName, byteCount: byteCount, limits: options.limits)
    case .packedWorkbook(let path, let index, let archiveBytes):
      let outer = try ZipArchive(path: path, name: displayName, byteCount: archiveBytes, limits: options.limits)
      return try outer.inner(index)
    case .squeezedWorkbook(let packed):
      return try ZipArchive.unpacked(
        try squeezed(packed).stream(), name: displayName, limits: options.limits
      ) { byteCount }
    case .plain, .gzip, .bzip2, .entry: preconditionFailure("only a workbook is opened as one")
    }
  }

  /// Reads the whole file once and tells what it is; throws `unrecognised` for a table that no format knows.
  package func recognise() throws(IngestionError) -> Recognition {
    if let grid = try grid() { return try recognise(grid) }
    let (prefix, kind) = try content()
    if kind == .xml { return try recogniseXML() }
    if kind == .text, let layout = LogLayout(prefix) { return try recognise(layout) }
    if kind == .json { return try recogniseJSON(prefix) }
    return try withEncoding(prefix) { encoding, markLength throws(IngestionError) in
      try recogniseText(prefix, encoding: encoding, markLength: markLength)
    }
  }

  /// The file as a grid of cells; nil where it is text or records in XML.
  func grid() throws(IngestionError) -> Grid? {
    switch place {
    case .workbook, .packedWorkbook, .squeezedWorkbook: return try Grid.workbook(self)
    case .plain, .gzip, .bzip2, .entry: break
    }
    let (prefix, kind) = try content()
    switch kind {
    case .spreadsheetML: return Grid.spreadsheetML(self)
    case .analytics: return Grid.analytics(self)
    case .page: return try Grid.page(self, prefix: prefix)
    default: return nil
    }
  }

  /// The first bytes, and what kind of text they are; everything that is no text is refused by name.
  func content() throws(IngestionError) -> (prefix: [UInt8], kind: ContentKind) {
    let leaf = displayName.split(separator: "/").last.map(String.init) ?? displayName
    let packing = [".gz", ".bz2"].first { leaf.lowercased().hasSuffix($0) } ?? ""
    let name = String(leaf.dropLast(packing.count))
    let (prefix, kind) = try ExportOpener.look(at: try stream(), name: name)
    guard prefix.contains(where: { $0 > 0x20 }) else {
      if prefix.contains(0) { throw .binary(file: displayName, line: 1) }
      throw .empty(file: displayName)
    }
    switch kind {
    case .text, .xml, .json, .spreadsheetML, .analytics, .page: return (prefix, kind)
    case .gzip, .bzip2, .zip:
      throw .foreign(
        file: displayName, kind: "an archive inside an archive", advice: "unpack it and hand over the exports")
    case .foreign(let kind, let advice):
      throw .foreign(file: displayName, kind: kind, advice: advice)
    }
  }

  /// Tries the encoding that the first bytes show; a file without a mark that is not UTF-8 after all is read in the
  /// code page of the declared locale, if one was declared.
  func withEncoding<Result>(
    _ prefix: [UInt8], _ body: (TextEncoding, Int) throws(IngestionError) -> Result
  ) throws(IngestionError) -> Result {
    let (encoding, markLength) = prefix.withUnsafeBufferPointer { TextEncoding.of($0) }
    if case .utf16 = encoding, markLength > 0, prefix.count > 8,
      prefix.dropFirst(2).allSatisfy({ (1..<0x80).contains($0) })
    {
      throw .invalidText(file: displayName, encoding: "\(encoding), as its first bytes claim", line: 1, byte: 2)
    }
    if case .utf8 = encoding, markLength == 0, SevenBitText.isLikely(prefix) {
      throw .foreign(
        file: displayName, kind: "text in UTF-7 (letters such as \"ä\" stand as +AOQ-)",
        advice: "open it in the program that it is from and save it as UTF-8")
    }
    do {
      return try body(encoding, markLength)
    } catch {
      guard case .undecodable(let file, let line, let byte) = error else { throw error }
      if ForeignContent.isBinary(prefix) {
        throw .foreign(file: file, kind: ForeignContent.binary.kind, advice: ForeignContent.binary.advice)
      }
      if try DamagedUTF8.isLikely(try stream()) { throw .damagedText(file: file, line: line, byte: byte) }
      guard let page = options.convention?.codePage else { throw error }
      return try body(.codePage(page), 0)
    }
  }

  func textSource(_ encoding: TextEncoding, _ markLength: Int) throws(IngestionError) -> TextSource {
    try TextSource(try stream(), name: displayName, encoding: encoding, markLength: markLength)
  }
}
