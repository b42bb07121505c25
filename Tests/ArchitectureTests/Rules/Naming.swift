/// Names that say nothing, or that say when instead of what.
enum Naming {
  static let forbidden: Set = [
    "util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers", "common", "base", "core",
    "legacy", "v2",
  ]

  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      let parts = file.path.split(separator: "/").map { $0.hasSuffix(".swift") ? String($0.dropLast(6)) : String($0) }
      var found: [String] = []
      for part in parts {
        for word in words(of: part) where forbidden.contains(word) {
          found.append("\(file.path): \"\(word)\" in a path; name what it is for")
        }
      }
      for type in Catalogues.declaredTypes(in: file) {
        for word in words(of: type) where forbidden.contains(word) {
          found.append("\(file.path): \"\(word)\" in the type name \(type); name what it is for")
        }
      }
      return found
    }
  }

  /// `RowV2Reader` → row, v2, reader. A word begins at a capital that follows a small letter or precedes one.
  static func words(of name: String) -> [String] {
    let letters = Array(name)
    var words: [String] = []
    var current = ""
    for (index, letter) in letters.enumerated() {
      let followsSmall = index > 0 && (letters[index - 1].isLowercase || letters[index - 1].isNumber)
      let precedesSmall = index > 0 && index + 1 < letters.count && letters[index + 1].isLowercase
      let isBreak = !letter.isLetter && !letter.isNumber
      if isBreak || (letter.isUppercase && (followsSmall || precedesSmall)) {
        if !current.isEmpty { words.append(current.lowercased()) }
        current = ""
      }
      if !isBreak { current.append(letter) }
    }
    if !current.isEmpty { words.append(current.lowercased()) }
    return words
  }
}
