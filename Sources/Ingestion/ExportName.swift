import Vocabulary

/// An export's name taken apart: some tools tell the site and the period there alone.
struct ExportName {
  /// The file's own name, without its ending.
  let leaf: String
  /// The archive and the folders that it lies in, the nearest first, without endings.
  let folders: [String]

  init(_ displayName: String) {
    var parts = displayName.split(separator: "/").map(String.init)
    let last = parts.popLast() ?? ""
    leaf = ExportName.stem(last.lowercased().hasSuffix(".gz") ? String(last.dropLast(3)) : last)
    folders = parts.reversed().map(ExportName.stem)
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

  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      ["zip", "csv", "tsv", "txt", "xlsx", "xml", "json"].contains(name[name.index(after: dot)...].lowercased())
    else { return name }
    return String(name[..<dot])
  }
}
