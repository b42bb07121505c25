/// A verdict: word, colour and sign together, so that none stands alone.
struct TagView {
  enum Tone {
    case good, bad, open, warning
  }

  let word: String
  let tone: String
  let sign: String

  init(_ word: String, _ tone: Tone) {
    self.word = word
    switch tone {
    case .good:
      self.tone = "up-good"
      sign = "M1.5 6L4.5 9L10 2.5"
    case .bad:
      self.tone = "up-bad"
      sign = "M2 2L9.5 9.5M9.5 2L2 9.5"
    case .open:
      self.tone = "flat"
      sign = "M2 5.75H9.5"
    case .warning:
      self.tone = "warnp"
      sign = "M5.75 1.5V7M5.75 9.25V10"
    }
  }
}
