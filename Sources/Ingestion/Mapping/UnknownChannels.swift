/// Of a column of channels over a whole file: how many rows have a word that is no channel's, and the first such words.
struct UnknownChannels: Sendable {
  private static let shownWords = 3
  /// Longer cells are no words.
  private static let shownLetters = 40

  private let column: Int?
  private var rows = 0
  private var words: [String] = []
  private var hasMoreWords = false
  private var last = CellMemo<Bool>()

  /// `column`: nil where nobody asks.
  init(_ column: Int?) { self.column = column }

  mutating func survey(_ record: RawRecord) {
    guard let column else { return }
    let text = record.text(column)
    let isUnknown: Bool
    if let known = last.value(of: record[column]) {
      isUnknown = known
    } else {
      isUnknown = ChannelWords.isUnknown(text)
      last.keep(isUnknown, of: record[column])
    }
    guard isUnknown else { return }
    rows += 1
    let word = String(text.prefix(UnknownChannels.shownLetters))
    guard !words.contains(word) else { return }
    if words.count < UnknownChannels.shownWords { words.append(word) } else { hasMoreWords = true }
  }

  /// A sentence for the file's notes, where there is something to say.
  var notes: [String] {
    guard rows > 0 else { return [] }
    let shown = words.map { "\"\($0)\"" }.joined(separator: ", ") + (hasMoreWords ? " and others" : "")
    return [
      rows == 1
        ? "1 row names a channel that is not known (\(shown)): it counts as \"other\""
        : "\(rows) rows name channels that are not known (\(shown)): they count as \"other\""
    ]
  }
}
