/// A category name fitted into a gutter: one line, or two, or cut.
///
/// Names are cut at the end; codes, which have no spaces and differ at both ends, in the middle.
struct BandLabel: Equatable {
  let lines: [String]
  /// True when letters were dropped, so that the full name must be given elsewhere.
  let isCut: Bool

  static let widest = 120.0

  init(_ name: String, width: Double = BandLabel.widest) {
    if TextWidth.of(name) <= width {
      lines = [name]
      isCut = false
      return
    }
    let pieces = Self.pieces(name)
    var first = ""
    var used = 0
    while used < pieces.count, TextWidth.of((first + pieces[used]).trimmedSpaces) <= width {
      first += pieces[used]
      used += 1
    }
    if used == 0 {
      lines = [Self.cutInMiddle(name, width)]
      isCut = true
      return
    }
    let rest = pieces[used...].joined().trimmedSpaces
    let fits = TextWidth.of(rest) <= width
    lines = [first.trimmedSpaces, fits ? rest : Self.cutAtEnd(rest, width)]
    isCut = !fits
  }

  var lineHeight: Double { TextHeight.tallest(lines) }
  var height: Double { lineHeight * Double(lines.count) }

  /// The height of rows in which two lines are nearer to each other than to those of the next row.
  static func rowHeight(_ labels: [BandLabel], least: Double) -> Double {
    max(least, labels.filter { $0.lines.count > 1 }.map { $0.height + 2 }.max() ?? 0)
  }

  var width: Double { lines.map(TextWidth.of).max() ?? 0 }

  static func cutAtEnd(_ text: String, _ width: Double) -> String {
    if TextWidth.of(text) <= width { return text }
    var kept = ""
    for character in text {
      if TextWidth.of(kept + String(character) + "…") > width { break }
      kept.append(character)
    }
    return kept.trimmedSpaces + "…"
  }

  private static func cutInMiddle(_ text: String, _ width: Double) -> String {
    let characters = Array(text)
    var head = characters.count / 2
    var tail = characters.count - head
    func joined() -> String { String(characters[..<head]) + "…" + String(characters[(characters.count - tail)...]) }
    while head + tail > 2, TextWidth.of(joined()) > width {
      if head >= tail { head -= 1 } else { tail -= 1 }
    }
    return joined()
  }

  /// Pieces that end at a place where a line may break.
  private static func pieces(_ name: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    for character in name {
      current.append(character)
      if character == " " || character == "/" || character == "_" || character == "-" {
        pieces.append(current)
        current = ""
      }
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }
}

extension String {
  var trimmedSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
