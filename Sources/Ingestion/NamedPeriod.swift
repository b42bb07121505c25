import Vocabulary

/// A period in the name of a file or of the archive that it lies in: `Content 2026-01-01_2026-02-01 Our channel.zip`,
/// `Campaign Report (2026-01-01 to 2026-01-31).xlsx`.
struct NamedPeriod {
  let first: Day
  let last: Day
  /// What stands behind it, without the file's ending and the mark of a copy.
  let name: String

  /// Nil unless two days in ISO form stand there with one mark or "to" between them, the first not after the last.
  init?(_ displayName: String) {
    let export = ExportName(displayName.replacing(" to ", with: "_"))
    for part in ([export.leaf] + export.folders).reversed() {
      let text = Array(part)
      guard text.count >= 21 else { continue }
      for start in 0...(text.count - 21) where !text[start + 10].isNumber && !text[start + 10].isLetter {
        guard let first = Day(iso: String(text[start..<(start + 10)])),
          let last = Day(iso: String(text[(start + 11)..<(start + 21)])), first <= last
        else { continue }
        let rest = String(text[(start + 21)...])
        let marks: Set<Character> = [" ", "_", "-"]
        self.first = first
        self.last = last
        name = String(rest.drop { marks.contains($0) })
        return
      }
    }
    return nil
  }
}
