extension RowProblem {
  /// A cell that should be one of a few words and is none of them. A short word is named, for whoever reads it then
  /// knows what to write, and so are several that are not written as names; anything else may be a remark on a person. `what`: "state", "kind".
  static func unknown(_ what: String, _ text: String, column: String, expected: String) -> RowProblem {
    let isPhrase =
      text == text.uppercased() || text.split(separator: " ").dropFirst().allSatisfy { $0.first?.isLowercase ?? true }
    let isWord = text.count <= 32 && text.allSatisfy { $0.isLetter || " _-".contains($0) } && isPhrase
    let found =
      text.isEmpty
      ? "an empty cell"
      : isWord
        ? "\"\(text)\", a \(what) that is not known" : "a \(what) of \(text.count) letters that is not known"
    return RowProblem(column: column, found: found, expected: expected)
  }
}
