/// Which of the two a Business Suite export is about, where a word says so.
enum MetaPlatform {
  /// The platform that a title or a file's name speaks of; nil where it speaks of neither.
  static func named(in text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter }
    if words.contains(where: { ["instagram", "ig", "insta"].contains($0) }) { return "Instagram" }
    return words.contains { ["facebook", "fb"].contains($0) } ? "Facebook" : nil
  }

  /// For a file that does not say itself: the platform by its name, else "Meta", and what to tell about it.
  static func supposed(file: String) -> (platform: String, note: String) {
    guard let platform = named(in: file) else {
      return (
        "Meta",
        "nothing says whether this is Facebook or Instagram: put the word into the file's name, or the same figures of "
          + "both count as one"
      )
    }
    return (platform, "\(platform) is taken from the file's name, for the file does not say")
  }
}
