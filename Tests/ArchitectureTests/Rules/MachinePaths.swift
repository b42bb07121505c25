import Foundation

/// No committed file knows the machine it was made on.
enum MachinePaths {
  private static let folders = ["work", "root", "home"].map { "/" + $0 + "/" }

  /// A path begins after a blank, a quote or the like; inside a web address it is none. A table of visits may hold
  /// landing pages of such a name, which `isData` says.
  static func violations(path: String, content: Data, isData: Bool) -> [String] {
    if isData { return [] }
    let openers = Set(" \t\n\"'`=(:>,[".utf8)
    var found: [String] = []
    for folder in folders {
      var start = content.startIndex
      while let range = content.range(of: Data(folder.utf8), in: start..<content.endIndex) {
        if range.lowerBound == content.startIndex || openers.contains(content[range.lowerBound - 1]) {
          let end = min(range.upperBound + 20, content.endIndex)
          let excerpt = String(decoding: content[range.lowerBound..<end], as: UTF8.self).prefix { !$0.isNewline }
          found.append("\(path): \(excerpt)")
        }
        start = range.upperBound
      }
    }
    return found
  }
}
