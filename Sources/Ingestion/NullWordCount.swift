/// How often each column holds each of the words that may stand for nothing. A program that writes a word for nothing
/// writes it all over the file; a name or a query that is such a word stands in a column of its own, and in few rows.
struct NullWordCount {
  /// By column, and within one by word.
  private var cells: [Int] = []
  private var rows = 0
  private var hasEmptyCell = false

  mutating func add(_ record: RawRecord) {
    rows += 1
    record.cells.forEach { column, cell in
      if cell.isEmpty {
        hasEmptyCell = true
      } else if let word = NullWords.word(cell) {
        let place = column * NullWords.texts.count + word
        if place >= cells.count { cells += [Int](repeating: 0, count: place + 1 - cells.count) }
        cells[place] += 1
      }
    }
  }

  /// Those that the table writes for nothing. `isOfAnswers`: its cells are what people have answered, perhaps "None".
  func words(isOfAnswers: Bool) -> NullWords {
    NullWords(NullWords.texts.indices.filter { isForNothing($0, isOfAnswers: isOfAnswers) })
  }

  private func isForNothing(_ word: Int, isOfAnswers: Bool) -> Bool {
    let counts = stride(from: word, to: cells.count, by: NullWords.texts.count).map { cells[$0] }.filter { $0 > 0 }
    guard let most = counts.max() else { return false }
    let isUsual = most * 20 >= rows
    let isRepeated = most > 1
    if counts.count == 1 { return isUsual && isRepeated && !NullWords.isValueToo(word) }
    // Who leaves cells empty means something by a word that may be a value.
    return (isUsual || isRepeated) && !(NullWords.isValueToo(word) && (hasEmptyCell || isOfAnswers))
  }
}
