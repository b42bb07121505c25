import Glibc
import Vocabulary

// Compiled into the module `Ingestion` by scripts/fuzz: what it reaches is what the tool reaches.

/// The name under which the bytes are handed over; it chooses the container and the reader that are tried first.
private let names = [
  "a.csv", "a.tsv", "a.xml", "a.json", "a.ndjson", "a.log", "a.xls", "a.html", "a.xlsx", "a.zip", "a.csv.gz",
  "a.csv.bz2", "subscribed.csv", "Time_series(2026.02.05-2026.02.10).csv",
]

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

/// The first byte chooses the name, the second the options; the rest is the file. A refusal in words is well; a crash,
/// a hang, memory run over, or a row that is not accounted for is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 2 else { return 0 }
  let path = folder + "/" + names[Int(start[0]) % names.count]
  let file = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
  guard file >= 0 else { return 0 }
  _ = write(file, start + 2, count - 2)
  close(file)
  defer { unlink(path) }
  guard let exports = try? ExportOpener.open(path: path, options: optionSet(start[1])) else { return 0 }
  for export in exports {
    _ = try? export.tables()
    for strict in [false, true] {
      _ = try? strict ? export.rawRows(table: 1) { _ in } : export.mendedRows(table: 1) { _ in }
    }
    guard let recognition = try? export.recognise() else { continue }
    var rows = 0
    guard
      let summary = try? export.read(
        recognition,
        { batch in
          rows += batch.rowsRead
          precondition(batch.rejectedRows.count + batch.skippedRows.count <= batch.rowsRead, "a row has two fates")
        })
    else { continue }
    precondition(rows == summary.rowsRead, "rows are counted twice over")
    precondition(summary.rowsSkipped + summary.rowsRejected <= summary.rowsRead, "a row has two fates")
  }
  return 0
}
