import Vocabulary

extension HeaderWords {
  /// The unit of a mapped column by its header; cents and millionths are of money alone.
  static func unit(_ header: String, isOfMoney: Bool) -> FieldUnit? {
    if isOfMoney, saysMicros(header) { return .micros }
    guard let unit = counted(header)?.unit, isOfMoney || unit != .cents else { return nil }
    return unit
  }

  /// What a header says that its figures are counted in, and the words that it has beside it: `Kosten (Tsd. EUR)` is
  /// `kosten` in thousands. Nil where it says nothing, and of rates such as `Cost per thousand`.
  static func counted(_ header: String) -> (name: String, unit: FieldUnit)? {
    guard let words = UnitWords(header), let unit = words.unit else { return nil }
    return (words.name, unit)
  }

  /// A word of a header that may say what its figures are counted in, and may as well say something else.
  static func unitInDoubt(_ header: String) -> String? { UnitWords(header)?.doubt }
}
