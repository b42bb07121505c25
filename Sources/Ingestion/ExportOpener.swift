import Vocabulary

/// From a path to the exports that lie there.
package enum ExportOpener {
  /// A plain, gzip or bzip2 file gives one export, a workbook too (in gzip or bzip2 also), a zip archive one for each
  /// entry, which may be a workbook. Other archives inside archives, names that lead out of one, and what unpacks beyond the limits are
  /// refused. A file in a folder that an archive was unzipped to is named as in the archive, and a table of
  /// filters beside it speaks for it.
  package static func open(path: String, options: ReadOptions) throws(IngestionError) -> [Export] {
    let unzipped = UnzippedFile(path: path)
    let name = unzipped.name
    if let locale = options.locale, options.convention == nil { throw .unknownLocale(file: name, locale: locale) }
    let (prefix, kind) = try look(at: try PlainFile(path: path, name: name), name: name)
    guard !prefix.isEmpty else { throw .empty(file: name) }
    let isPacked = [.zip, .bzip2, .gzip].contains(kind)
    let (digest, byteCount) =
      try isPacked || options.identifies ? Digest.of(try PlainFile(path: path, name: name)) : ("", 0)
    switch kind {
    case .zip:
      return try entries(path: path, name: name, byteCount: byteCount, options: options)
    case .bzip2, .gzip:
      let packed = Export(
        displayName: name, digest: digest, byteCount: byteCount,
        place: kind == .gzip ? .gzip(path: path) : .bzip2(path: path), options: options)
      return [try workbook(in: packed) ?? packed]
    default:
      let plain = Export(
        displayName: name, digest: digest, byteCount: byteCount, place: .plain(path: path), options: options)
      return [unzipped.filters(options).map(plain.beside) ?? plain]
    }
  }

  /// The workbook that a squeezed file unpacks to; nil where it is none. One that cannot be opened is what its name says,
  /// so that its damage is told.
  private static func workbook(in packed: Export) throws(IngestionError) -> Export? {
    var prefix: [UInt8] = []
    // What is wrong with the packing is told when the file is read.
    if let source = try? packed.stream() { prefix = (try? look(at: source, name: packed.displayName).0) ?? [] }
    guard prefix.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
    let workbook = Export(
      displayName: packed.displayName, digest: packed.digest, byteCount: packed.byteCount,
      place: .squeezedWorkbook(packed.place), options: packed.options)
    let name = packed.displayName.lowercased()
    do {
      return Workbook.isOffice(try workbook.workbookArchive()) ? workbook : nil
    } catch {
      return name.contains(".xlsx") || name.contains(".xlsm") ? workbook : nil
    }
  }

  private static func entries(path: String, name: String, byteCount: Int, options: ReadOptions)
    throws(IngestionError) -> [Export]
  {
    let archive = try ZipArchive(path: path, name: name, byteCount: byteCount, limits: options.limits)
    if let kind = document(archive) { throw .foreign(file: name, kind: kind, advice: "export the report as CSV") }
    if Workbook.isOffice(archive) {
      let (digest, _) = try Digest.of(try PlainFile(path: path, name: name))
      return [
        Export(
          displayName: name, digest: digest, byteCount: byteCount, place: .workbook(path: path), options: options)
      ]
    }
    guard !archive.entries.isEmpty else { throw .empty(file: name) }
    if let kind = foreignWorkbook(archive) {
      throw .foreign(file: name, kind: kind, advice: "open it and save it as .xlsx, or as CSV with all of its figures")
    }
    var exports: [Export] = []
    for entry in archive.entries {
      let (digest, bytes) = try Digest.of(try archive.stream(entry.index))
      let isWorkbook = try archive.holdsWorkbook(entry)
      exports.append(
        Export(
          displayName: name + "/" + entry.name, digest: digest, byteCount: bytes,
          place: isWorkbook
            ? .packedWorkbook(path: path, index: entry.index, archiveBytes: byteCount)
            : .entry(path: path, index: entry.index, archiveBytes: byteCount), options: options))
    }
    guard let filters = exports.lazy.compactMap(\.filterTable).first else { return exports }
    return exports.map { $0.beside(filters) }
  }

  /// By the entries that every workbook of another program has.
  private static func foreignWorkbook(_ archive: ZipArchive) -> String? {
    func has(_ names: String...) -> Bool { names.allSatisfy { archive.entry(named: $0) != nil } }
    if has("mimetype", "content.xml", "META-INF/manifest.xml") { return "an OpenDocument file (.ods)" }
    return has("Index/Document.iwa") || has("Index.zip") ? "a file of Numbers or of another program of Apple's" : nil
  }

  private static func document(_ archive: ZipArchive) -> String? {
    if archive.entry(named: "word/document.xml") != nil { return "a text document (.docx)" }
    return archive.entry(named: "ppt/presentation.xml") == nil ? nil : "a presentation (.pptx)"
  }

  /// The first 64 KB and what they are.
  static func look(at source: any ByteSource, name: String) throws(IngestionError) -> ([UInt8], ContentKind) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    var count = 0
    while count < buffer.count {
      let got = try source.read(into: UnsafeMutableBufferPointer(rebasing: buffer[count...]))
      if got == 0 { break }
      count += got
    }
    let prefix = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count])
    return (Array(prefix), ContentKind.of(prefix, name: name))
  }
}
