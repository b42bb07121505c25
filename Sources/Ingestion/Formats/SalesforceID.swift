import Vocabulary

/// Salesforce's record ids. The same record is `006x0000001YtCr` in reports and `006x0000001YtCrAAK` in files of the Data
/// Loader; letters of either case are different ids.
enum SalesforceID {
  /// An id of 15 figures and letters with the three characters that its capitals give; any other text as it is, such as
  /// a name, which has no figures.
  static func full(_ id: String) -> String {
    let characters = Array(id.utf8)
    guard characters.count == 15, characters.contains(where: { $0 &- 0x30 <= 9 }),
      characters.allSatisfy({ $0 &- 0x30 <= 9 || $0 &- 0x41 < 26 || $0 &- 0x61 < 26 })
    else { return id }
    var suffix = ""
    for start in [0, 5, 10] {
      var bits = 0
      for place in 0..<5 where characters[start + place] &- 0x41 < 26 { bits |= 1 << place }
      suffix.unicodeScalars.append(alphabet[bits])
    }
    return id + suffix
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".unicodeScalars)
}
