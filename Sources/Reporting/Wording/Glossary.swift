/// The words of the report in plain English.
enum Glossary {
  static let recorded = TermView(
    "Recorded return", "What your own data record after the spend. It may have come without it, too.")
  static let claimed = TermView(
    "Claimed return", "What the ad platform says of itself. Platforms claim the same sales twice.")
  static let usual = TermView("Usual range", "Where 8 in 10 of the earlier weeks lie. Colour appears only outside it.")
  static let interval = TermView("Interval", "The range that the true value plausibly has. Wider means less sure.")
  static let breakEven = TermView("Break-even", "The return at which the margin pays for the spend.")
  static let source = TermView("Recorded source", "Where the data say that a customer first came from.")
  static let evidence = TermView(
    "Evidence", "Strong: complete data, outside the usual range. Some: a model or timing. Weak: partial data.")
  static let leaving = TermView("Leaving", "Not ordering within the horizon. Some come back later.")
  static let score = TermView("Score", "The chance that a customer leaves, from 0% to 100%.")
  static let baseline = TermView("Simple rule", "The plain rule that a model must beat to be worth using.")
  static let auc = TermView("AUC", "How often the score ranks a leaver above one who stayed. 0.5 is chance.")
  static let brier = TermView("Brier score", "The mean squared distance between score and outcome. Lower is better.")
  static let calibration = TermView("Calibration", "Whether 30 in 100 leave among those with a score of 30%.")
  static let segment = TermView("Group", "Customers who buy alike. A model finds it; the name says what sets it apart.")
  static let stability = TermView("Stability", "Whether the same groups come back when the data vary a little.")
  static let bic = TermView("BIC", "Weighs how well groups fit against how many they are. Lower is better.")
  static let silhouette = TermView("Silhouette", "How far groups lie apart, from −1 to 1.")
  static let rejected = TermView("Rejected row", "A row that could not be understood. It is listed with its reason.")
  static let skipped = TermView("Skipped row", "A row that rightly holds no fact, such as a total or a blank line.")
  static let restated = TermView(
    "Restated", "A newer export gave an earlier day another figure. The old one is kept on record.")
  static let pseudonym = TermView(
    "Pseudonym", "A made-up name for a customer. Only your own workspace can tell who it is.")

  static let short = [recorded, usual, source, evidence]
  static let channels = [recorded, claimed, breakEven, interval]
  static let audience = [segment, stability, silhouette, bic]
  static let churn = [leaving, score, baseline, auc, brier, pseudonym]
  static let trust = [score, calibration, brier, interval]
  static let data = [rejected, skipped, restated]

  /// In the order of the alphabet.
  static let all = [
    recorded, claimed, usual, interval, breakEven, source, evidence, leaving, score, baseline, auc, brier, calibration,
    segment, stability, bic, silhouette, rejected, skipped, restated, pseudonym,
  ].sorted { $0.term < $1.term }
}
