import Vocabulary

/// An export's name taken apart: some tools tell the site and the period there alone.
struct ExportName {
  /// The file's own name, without its ending and the mark of a copy.
  let leaf: String
  /// The ` (1)` that browsers and file managers put behind a name that is taken; "" where there is none.
  let copyMark: String
  /// The archive and the folders that it lies in, the nearest first, without endings and marks of copies.
  let folders: [String]

  init(_ displayName: String) {
    var parts = displayName.split(separator: "/").map(String.init)
    let last = parts.popLast() ?? ""
    let packing = [".gz", ".bz2"].first { last.lowercased().hasSuffix($0) } ?? ""
    let own = ExportName.parts(String(last.dropLast(packing.count)))
    leaf = own.stem
    copyMark = own.copyMark
    folders = parts.reversed().map { ExportName.parts($0).stem }
  }

  /// The day in the name, else in that of what it lies in; the last one where there are several. Two days in their order
  /// are a period, which may end long after the file was made.
  static func lastDay(_ displayName: String) -> Day? {
    let own = days(displayName.split(separator: "/").last ?? "")
    let days = own.isEmpty ? days(displayName[...]) : own
    return days.count == 2 && days[0] < days[1] ? nil : days.last
  }

  /// Those in ISO form, in their order.
  static func days(_ name: Substring) -> [Day] {
    let name = Array(name.utf8)
    guard name.count >= 10 else { return [] }
    return (0...(name.count - 10)).compactMap { start in
      Day(iso: String(decoding: name[start..<(start + 10)], as: UTF8.self))
    }
  }

  private static func parts(_ name: String) -> (stem: String, copyMark: String) {
    var stem = name[...]
    if let dot = name.lastIndex(of: "."), dot > name.startIndex,
      endings.contains(name[name.index(after: dot)...].lowercased())
    {
      stem = name[..<dot]
    }
    let mark = ExportName.mark(ofCopy: stem)
    return (String(stem.dropLast(mark.count)), String(mark))
  }

  private static func mark(ofCopy stem: Substring) -> Substring {
    guard stem.last == ")", let open = stem.lastIndex(of: "("), open > stem.startIndex else { return "" }
    let number = stem[open...].dropFirst().dropLast()
    let start = stem.index(before: open)
    guard start > stem.startIndex, stem[start] == " ", (1...2).contains(number.count),
      number.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return "" }
    return stem[start...]
  }

  private static let endings: Set<String> = ["zip", "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xml", "json"]
}
