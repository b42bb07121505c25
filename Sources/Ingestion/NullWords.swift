/// The words that a program writes into the cells in which it has nothing to say.
struct NullWords: Hashable, Sendable {
  /// As databases, data frames and scripts write them. The last three may also be somebody's value.
  static let texts = ["NULL", "null", "NaN", "nan", "\\N", "(null)", "<NA>", "None", "N/A", "n/a"]

  static func isValueToo(_ word: Int) -> Bool { word >= texts.count - 3 }

  private static let keys = texts.map { NullWords.key($0.utf8) }

  /// A bit for each of `texts`.
  private var bits: UInt16 = 0

  init(_ words: [Int] = []) {
    for word in words { bits |= 1 << UInt16(word) }
  }

  var isEmpty: Bool { bits == 0 }

  func contains(_ word: Int) -> Bool { bits & (1 << UInt16(word)) != 0 }

  mutating func formUnion(_ other: NullWords) { bits |= other.bits }

  /// A sentence for the file's notes, where there is something to say.
  var notes: [String] {
    guard !isEmpty else { return [] }
    let words = NullWords.texts.indices.filter { contains($0) }.map { "\"\(NullWords.texts[$0])\"" }
    return ["its cells \(words.joined(separator: " and ")) are taken for empty ones"]
  }

  @inline(__always)
  func hold(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let word = NullWords.word(cell) else { return false }
    return contains(word)
  }

  /// The place in `texts` of the word that the cell is. Almost every cell is too long, or begins otherwise.
  @inline(__always)
  static func word(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard cell.count > 1, cell.count <= 6 else { return nil }
    switch cell[0] {
    case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "\\"), UInt8(ascii: "("), UInt8(ascii: "<"):
      return keys.firstIndex(of: key(cell))
    default: return nil
    }
  }

  /// Up to eight bytes in one number.
  private static func key(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
