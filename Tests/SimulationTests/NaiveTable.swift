/// The plainest reading of comma-separated text that can be right, so that exports are checked by other code than the
/// project's own reader: quotes toggle, two quotes inside quotes are one, commas and line ends outside them part.
struct NaiveTable {
  let header: [String]
  let rows: [[String]]

  /// `skipping` records stand before the header; `isFooter` says which records below it are no data.
  init(_ bytes: [UInt8], skipping: Int = 0, isFooter: (String) -> Bool = { _ in false }) {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        if isQuoted, cell.last == 0 { cell[cell.count - 1] = byte } else if !isQuoted { cell.append(0) }
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
        record.append(String(decoding: cell.filter { $0 != 0 && $0 != 0x0D }, as: UTF8.self))
        cell = []
        if byte == 0x0A {
          records.append(record)
          record = []
        }
      default: cell.append(byte)
      }
    }
    header = records[skipping]
    rows = records[(skipping + 1)...].filter { !isFooter($0[0]) }
  }

  func column(_ name: String) -> [String] {
    guard let place = header.firstIndex(of: name) else { return [] }
    return rows.map { $0[place] }
  }

  /// The sum in hundredths of a column of amounts such as `1,234.50`; empty cells count nothing.
  func hundredths(_ name: String) -> Int { column(name).reduce(0) { $0 + NaiveTable.hundredths($1) } }

  static func hundredths(_ text: String) -> Int {
    let plain = text.filter { $0 != "," }
    let parts = plain.split(separator: ".")
    guard let whole = parts.first.flatMap({ Int($0) }) else { return 0 }
    let fraction = parts.count > 1 ? String((parts[1] + "00").prefix(2)) : "00"
    return whole * 100 + (Int(fraction) ?? 0)
  }
}
