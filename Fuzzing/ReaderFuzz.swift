import Glibc
import Vocabulary

// Compiled into the module `Ingestion` by scripts/fuzz: what it reaches is what the tool reaches.

/// Each kind has a corpus and a share of the time of its own, so that the slowest reader does not starve the others.
private enum Kind: String {
  case cells, text, loose, xml, page, json, log, workbook, archive

  /// The names under which the bytes are handed over: they choose the container and the reader that are tried first.
  var names: [String] {
    switch self {
    case .text: ["a.csv", "a.tsv", "subscribed.csv", "Time_series(2026.02.05-2026.02.10).csv", "a_2026-02-05.txt"]
    case .cells: ["a.csv"]
    case .loose: ["a.csv", "a.tsv", "a.txt"]
    case .xml: ["a.xml"]
    case .page: ["a.html", "a.xls"]
    case .json: ["a.json", "a.ndjson"]
    case .log: ["a.log", "a.txt"]
    case .workbook: ["a.xlsx"]
    case .archive: ["a.zip", "a.csv.gz", "a.csv.bz2", "a.json.gz"]
    }
  }
}

private let kind: Kind = {
  guard let value = getenv("FAIRLEAD_FUZZ_KIND"), let kind = Kind(rawValue: String(cString: value)) else {
    fatalError("FAIRLEAD_FUZZ_KIND: no kind of reader; expected one of those in this file; set it")
  }
  return kind
}()

private let folder: String = {
  let path = "/dev/shm/fairlead-fuzz-\(getpid())"
  mkdir(path, 0o700)
  return path
}()

/// Small, so that a bomb is told from a long file within a fuzzer's patience.
private let limits: Limits = {
  var limits = Limits.standard
  limits.archiveFreeBytes = 1 << 20
  limits.archiveRatio = 50
  return limits
}()

private func optionSet(_ byte: UInt8) -> ReadOptions {
  var options = ReadOptions()
  options.limits = limits
  options.locale = byte & 1 == 0 ? nil : "de"
  options.dateOrder = byte & 2 == 0 ? nil : .dayMonthYear
  options.currency = byte & 4 == 0 ? nil : Currency("EUR")
  options.timeZone = byte & 8 == 0 ? nil : "Europe/Berlin"
  return options
}

/// A mutated archive fails its checksum. So the parts are mutated, and packed afterwards: each is a line with its name
/// and its bytes, and 0xFF parts them.
private func packed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  let parts = bytes.split(separator: 0xFF, omittingEmptySubsequences: true)
  return StoredZip.bytes(
    of: parts.map { part in
      let name = part.prefix { $0 != UInt8(ascii: "\n") }
      return (String(decoding: name, as: UTF8.self), Array(part.dropFirst(name.count + 1)))
    })
}

private func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) -> Bool {
  let file = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
  guard file >= 0 else { return false }
  defer { close(file) }
  return write(file, bytes.baseAddress, bytes.count) == bytes.count
}

/// The first byte chooses the name, the second the options; the rest is the file. A refusal in words is well; a crash,
/// a hang, memory run over, or a row that is not accounted for is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 2 else { return 0 }
  if kind == .cells || ((kind == .log || kind == .loose) && start[1] & 32 == 0) {
    readInMemory(Array(UnsafeBufferPointer(start: start + 2, count: count - 2)), start[0], start[1])
    return 0
  }
  let path = folder + "/" + kind.names[Int(start[0]) % kind.names.count]
  let bytes = UnsafeBufferPointer(start: start + 2, count: count - 2)
  let isPacked = kind == .workbook || (kind == .archive && start[1] & 16 != 0)
  let isWritten = isPacked ? packed(bytes).withUnsafeBufferPointer { write($0, to: path) } : write(bytes, to: path)
  defer { unlink(path) }
  guard isWritten, let exports = try? ExportOpener.open(path: path, options: optionSet(start[1])) else { return 0 }
  for export in exports {
    if kind == .loose {
      _ = try? export.mendedRows { _ in }
    } else if start[1] & 64 == 0 {
      read(export)
    } else {
      look(export)
      if kind != .text { _ = try? export.mendedRows { _ in } }
    }
  }
  return 0
}

/// The readers of text alone, with buffers so small that every seam is met; nothing asks what the cells mean.
private func readInMemory(_ bytes: [UInt8], _ choice: UInt8, _ size: UInt8) {
  let source = MemoryBytes(bytes)
  if kind == .log {
    let layouts: [LogLayout] = [
      .common(hasAgent: true), .common(hasAgent: false), .fielded, .balancer, .storage, .proxy,
    ]
    let reader = LogReader(source, name: "a.log", layout: layouts[Int(choice) % layouts.count], limits: limits)
    while (try? reader.next()) == true { _ = reader.record.texts }
    return
  }
  let (encoding, markLength) = bytes.withUnsafeBufferPointer { TextEncoding.of($0) }
  let text = try? TextSource(
    source, name: "a.csv", encoding: encoding, markLength: markLength, bufferBytes: 8 + Int(size))
  guard let text else { return }
  if kind == .loose {
    _ = try? LooseWalk(text, name: "a.csv", limits: limits, report: nil).run { _ in }
    return
  }
  let marks = Dialect.delimiters
  let dialect = Dialect(delimiter: marks[Int(choice & 127) % marks.count], isDoubleEncoded: choice > 127)
  let reader = CSVReader(text, name: "a.csv", dialect: dialect, limits: limits)
  var line = 0
  while (try? reader.next()) == true {
    _ = reader.record.texts
    precondition(reader.record.line >= line, "lines count upwards")
    line = reader.record.line
  }
}

/// As the file stands there.
private func look(_ export: Export) {
  let outlines = try? export.tables()
  var rows = 0
  guard let summary = try? export.rawRows({ _ in rows += 1 }) else { return }
  precondition(rows == summary.rows || rows == summary.rows + 1, "the header and the rows, and nothing else")
  if kind == .text, let outline = outlines?.first {
    precondition(outline.rows == summary.rows, "a table has as many rows as come out of it")
  }
}

/// As facts.
private func read(_ export: Export) {
  guard let recognition = try? export.recognise() else { return }
  var rows = 0
  var origins: Set<RecordOrigin> = []
  let summary = try? export.read(recognition) { batch in
    rows += batch.rowsRead
    origins.formUnion(batch.factOrigins)
    precondition(batch.rejectedRows.count + batch.skippedRows.count <= batch.rowsRead, "a row has two fates")
  }
  guard let summary else { return }
  precondition(rows == summary.rowsRead, "rows are counted twice over")
  precondition(
    origins.count + summary.rowsSkipped + summary.rowsRejected == summary.rowsRead, "a row has no fate, or two")
}
