/// Files that are no exports, and what to do instead: by their name's ending, or the bytes or the words that they begin with.
enum ForeignContent {
  /// What only the name tells: `ending` of it, in small letters.
  static func of(ending: String) -> ContentKind? {
    endings[ending].map { .foreign(kind: $0.kind, advice: $0.advice) }
  }

  /// `ending`: of the file's name, in small letters.
  static func of(_ prefix: UnsafeBufferPointer<UInt8>, ending: String) -> ContentKind? {
    if prefix.starts(with: compoundFile) {
      return documents.contains(ending)
        ? .foreign(kind: "an older document of an office program, no table", advice: export)
        : .foreign(kind: "an Excel 97 workbook (.xls) or a workbook with a password", advice: resave)
    }
    if let magic = magics.first(where: { prefix.starts(with: $0.bytes) }) {
      return .foreign(kind: magic.kind, advice: magic.advice)
    }
    if prefix.count > 262, prefix[257...].starts(with: Array("ustar".utf8)) {
      return .foreign(kind: "a tar archive", advice: unpack)
    }
    if prefix.count > 8, prefix[4..<8].elementsEqual("ftyp".utf8) {
      return .foreign(kind: "a film or a picture", advice: export)
    }
    if prefix.count > 12, prefix.starts(with: Array("RIFF".utf8)),
      ["WEBP", "AVI ", "WAVE"].contains(where: { prefix[8..<12].elementsEqual($0.utf8) })
    {
      return .foreign(kind: "an image, a film or a recording", advice: export)
    }
    if prefix.count > 10, prefix.starts(with: Array("BM".utf8)), prefix[6..<10].allSatisfy({ $0 == 0 }) {
      return .foreign(kind: "an image", advice: export)
    }
    return isLock(prefix) ? .foreign(kind: "a lock file of Excel or Word, no document", advice: unlock) : nil
  }

  /// The name of whoever has the document open: its length, then as many bytes, filled up with blanks, then in UTF-16.
  private static func isLock(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let length = prefix.first, (1...48).contains(length), (60...512).contains(prefix.count) else { return false }
    return prefix[1...Int(length)].allSatisfy { $0 >= 0x20 }
      && prefix[(Int(length) + 1)..<52].allSatisfy { $0 == 0x20 } && prefix[52...].contains(0)
  }

  /// Whether bytes that are no UTF-8 are no text in another encoding either: one has few control characters besides
  /// tabs and ends of lines, and those of a kind or two.
  static func isBinary(_ prefix: [UInt8]) -> Bool {
    var counts = [Int](repeating: 0, count: 0x20)
    for byte in prefix where byte < 0x20 && !(0x09...0x0D).contains(byte) { counts[Int(byte)] += 1 }
    return counts.count { $0 > 0 } >= 4 && counts.reduce(0, +) * 50 > prefix.count
  }

  /// A file of bytes that no signature names.
  static let binary = (
    kind: "a program's own file, no text", advice: "open it in that program and save it as CSV or .xlsx"
  )

  static let export = "export the report as CSV"
  private static let unpack = "unpack it and hand over the exports"
  private static let unlock = "close the document and hand over the file of the same name without ~$"
  static let tables = "export its tables as CSV"
  private static let resave = "open it and save it as .xlsx without a password or as CSV UTF-8"

  private static let endings: [String: (kind: String, advice: String)] = {
    let unfinished = (
      kind: "an unfinished download", advice: "wait until the browser has finished, or download it again"
    )
    let dashboard = (kind: "a file of a dashboard program, no table", advice: tables)
    return [
      "crdownload": unfinished, "part": unfinished, "partial": unfinished, "download": unfinished,
      "pbix": dashboard, "pbit": dashboard, "twb": dashboard, "twbx": dashboard, "hyper": dashboard, "qvf": dashboard,
      "fmp12": (kind: "a database of a program of its own", advice: tables),
      "pst": (kind: "a mailbox", advice: mail.advice), "ost": (kind: "a mailbox", advice: mail.advice),
    ]
  }()

  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
  private static let documents: Set<String> = ["doc", "dot", "ppt", "pps", "msg", "db", "msi", "vsd", "pub"]

  private static let magics: [(bytes: [UInt8], kind: String, advice: String)] = [
    ([0x09, 0x08, 0x10, 0x00], "an old Excel workbook", resave),
    ([0x09, 0x04, 0x06, 0x00], "an old Excel workbook", resave),
    ([0x09, 0x02, 0x06, 0x00], "an old Excel workbook", resave),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file", "unpack it with unxz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file", "unpack it with unzstd"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", unpack),
    (Array("Rar!".utf8), "a RAR archive", unpack),
    (Array("%PDF".utf8), "a PDF document", export),
    (Array("SQLite format 3".utf8), "an SQLite database", tables),
    (Array("\0\u{1}\0\0Standard ACE DB".utf8), "an Access database", tables),
    (Array("\0\u{1}\0\0Standard Jet DB".utf8), "an Access database", tables),
    (Array("PAR1".utf8), "a Parquet file", export),
    (Array("ARROW1".utf8), "an Arrow file", export),
    (Array("Obj\u{1}".utf8), "an Avro file", export),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "hand over an export"),
    ([0x89, 0x50, 0x4E, 0x47], "an image", export),
    ([0xFF, 0xD8, 0xFF], "an image", export),
    (Array("GIF8".utf8), "an image", export),
    (Array("II*\0".utf8), "an image", export),
    (Array("MM\0*".utf8), "an image", export),
    (Array("8BPS\0".utf8), "an image", export),
    ([0, 0, 1, 0], "an image", export),
    ([0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20], "an image", export),
    ([0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20], "an image", export),
    ([0x1A, 0x45, 0xDF, 0xA3], "a film", export),
    (Array("FLV\u{1}".utf8), "a film", export),
    (Array("fLaC\0".utf8), "a recording", export),
    ([0xFF, 0xFB], "a recording", export),
    ([0, 1, 0, 0, 0], "a font", "leave it out"),
    (Array("OTTO\0".utf8), "a font", "leave it out"),
    (Array("wOFF\0".utf8), "a font", "leave it out"),
    (Array("wOF2\0".utf8), "a font", "leave it out"),
    ([0x4D, 0x5A, 0x90, 0], "a program", "hand over an export"),
    (Array("%!PS".utf8), "a PostScript document", export),
    (Array("OggS".utf8), "a recording", export),
    (Array("ID3\u{3}".utf8), "a recording", export),
    (Array("ID3\u{4}".utf8), "a recording", export),
    (Array("{\\rtf".utf8), "a text document (RTF)", export),
    (Array("bplist00".utf8), "a file of settings or a link, made by a Mac", "hand over the export itself"),
    ([0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31], "a file in which a Mac keeps how a folder looks", "leave it out"),
    ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], "a shortcut to a file", "hand over the file that it leads to"),
  ]
}
