import Foundation

/// The words of the report in plain words.
enum Glossary {
  static var recorded: TermView {
    TermView(
      phrase("Recorded return"), phrase("What your own data record after the spend. It may have come without it, too."))
  }
  static var claimed: TermView {
    TermView(
      phrase("Claimed return"), phrase("What the ad platform says of itself. Platforms claim the same sales twice."))
  }
  static var usual: TermView {
    TermView(phrase("Usual range"), phrase("Where 8 in 10 of the earlier weeks lie. Colour appears only outside it."))
  }
  static var interval: TermView {
    TermView(phrase("Interval"), phrase("The range that the true value plausibly has. Wider means less sure."))
  }
  static var breakEven: TermView {
    TermView(phrase("Break-even"), phrase("The return at which the margin pays for the spend."))
  }
  static var source: TermView {
    TermView(phrase("Recorded source"), phrase("Where the data say that a customer first came from."))
  }
  static var evidence: TermView {
    TermView(
      phrase("Evidence"),
      phrase("Strong: complete data, outside the usual range. Some: a model or timing. Weak: partial data."))
  }
  static var leaving: TermView {
    TermView(phrase("Leaving"), phrase("Not ordering within the horizon. Some come back later."))
  }
  static var score: TermView {
    TermView(phrase("Score"), phrase("The chance that a customer leaves, from 0% to 100%."))
  }
  static var baseline: TermView {
    TermView(phrase("Simple rule"), phrase("The plain rule that a model must beat to be worth using."))
  }
  static var auc: TermView {
    TermView(phrase("AUC"), phrase("How often the score ranks a leaver above one who stayed. 0.5 is chance."))
  }
  static var brier: TermView {
    TermView(phrase("Brier score"), phrase("The mean squared distance between score and outcome. Lower is better."))
  }
  static var calibration: TermView {
    TermView(phrase("Calibration"), phrase("Whether 30 in 100 leave among those with a score of 30%."))
  }
  static var segment: TermView {
    TermView(phrase("Group"), phrase("Customers who buy alike. A model finds it; the name says what sets it apart."))
  }
  static var stability: TermView {
    TermView(phrase("Stability"), phrase("Whether the same groups come back when the data vary a little."))
  }
  static var bic: TermView {
    TermView(phrase("BIC"), phrase("Weighs how well groups fit against how many they are. Lower is better."))
  }
  static var silhouette: TermView { TermView(phrase("Silhouette"), phrase("How far groups lie apart, from −1 to 1.")) }
  static var rejected: TermView {
    TermView(phrase("Rejected row"), phrase("A row that could not be understood. It is listed with its reason."))
  }
  static var skipped: TermView {
    TermView(phrase("Skipped row"), phrase("A row that rightly holds no fact, such as a total or a blank line."))
  }
  static var restated: TermView {
    TermView(
      phrase("Restated"), phrase("A newer export gave an earlier day another figure. The old one is kept on record."))
  }
  static var pseudonym: TermView {
    TermView(phrase("Pseudonym"), phrase("A made-up name for a customer. Only your own workspace can tell who it is."))
  }

  static var short: [TermView] { [recorded, usual, source, evidence] }
  static var channels: [TermView] { [recorded, claimed, breakEven, interval] }
  static var audience: [TermView] { [segment, stability, silhouette, bic] }
  static var churn: [TermView] { [leaving, score, baseline, auc, brier, pseudonym] }
  static var trust: [TermView] { [score, calibration, brier, interval] }
  static var data: [TermView] { [rejected, skipped, restated] }

  /// In the order of the alphabet. The words that judge a model are left out where none was trained: no figure has them
  /// then, and the printed page of a first day has no room for them.
  static func all(judging models: Bool) -> [TermView] {
    let quality = models ? [baseline, auc, brier, calibration, stability, bic, silhouette] : []
    return
      ([
        recorded, claimed, usual, interval, breakEven, source, evidence, leaving, score, segment, rejected, skipped,
        restated, pseudonym,
      ] + quality).sorted { letters($0.term) < letters($1.term) }
  }

  /// Without marks: Ü stands with U.
  private static func letters(_ term: String) -> String {
    String(
      term.decomposedStringWithCanonicalMapping.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }.map(
        Character.init))
  }
}
