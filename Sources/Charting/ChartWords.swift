/// The few words that charts themselves write. `{}` is replaced by a label or number.
package struct ChartWords: Sendable, Equatable {
  package var notEnoughData = "Not enough data"
  package var nothingToDraw = "There are no values to draw yet."
  package var noData = "No data"
  package var allZero = "All values are zero."
  package var others = "{} others"
  package var notExplained = "Not explained"
  package var axisStarts = "The axis starts at {}."
  package var axisCut = "Values past the arrows are off the scale; their number is written beside."
  package var missingRows = "Without a value: {}."
  package var doubling = "Each step to the right doubles the value."
  package var total = "Total {}."
  package var soFar = "The last point is not complete."
  package var usually = "usually {}"
  package var highest = "highest {}"
  package var latest = "latest {}"
  package var interval = "{} interval {} to {}"
  package var unknownBound = "unknown"
  package var claim = "the platform reports {}"
  package var average = "average"
  package var median = "Median {}"
  package var mean = "Mean {}"
  package var andOver = "{} and over"
  package var scoresTooLow = "Scores too low"
  package var scoresTooHigh = "Scores too high"
  package var tooFew = "Too few to say"
  package var lower = "{}: lower"
  package var higher = "{}: higher"
  package var everyone = "All {}"
  package var byChance = "At random"
  package var complete = "Complete"
  package var partial = "Some days missing"
  package var notConnected = "Not connected yet"
  package var daysMissing = "{} days missing"
  package var size = "n = {}"
  package var sizeHeading = "n"
  package var lowHeading = "Low"
  package var highHeading = "High"
  package var noName = "(no name)"
  package var onlySome = "The first {} of {} are drawn; all are in the data table."
  package var onlyLast = "The last {} of {} are drawn; all are in the data table."
  package var forecast = "Forecast"
  package var measured = "Measured"
  package var inTraining = "In training"
  package var belowZero = "It starts below zero; the hatched bar lies left of the line."
  package var noParts = "A share cannot be shown: a part is below zero."
  package var noWhole = "No period has a value for every part."
  package var noShare = "The values are no shares between 0% and 100%."
  package var notYet = "Not over yet"
  package var fewPeople = "† fewer than {}."
  package var notEarnedBack = "Not earned back so far, by months since the start: {}."
  package var breakEven = "Break-even"
  package var inTwenty = "{} in 20: {}"
  package var neverSpent = "Never spent, so no curve: {}."
  package var noSignal = "No signal: any curve fits the data."
  package var spentSoFar = "Spent so far"
  package var beyondData = "Beyond what was ever spent"
  package var latestHeading = "Now"
  package var suggested = "Suggested"
  package var smallDrift = "small"
  package var someDrift = "some"
  package var largeDrift = "large"
  package var newCategories = "New in {}: {}."
  package var lostCategories = "Gone from {}: {}."
  package var manyPoints = "Larger marks stand for more points."
  /// Short, as they stand after a day.
  package var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  /// Between the number of a day and its month.
  package var ofMonth = "\u{A0}"

  package init() {}

  package static let english = ChartWords()

  /// What charts write unless they are told otherwise: the language of the report that is being made.
  @TaskLocal package static var current = ChartWords.english

  /// Each text as `translate` gives it. Months and what binds them are not its business.
  package func translated(_ translate: (String) -> String) -> ChartWords {
    var words = self
    for text in Self.texts { words[keyPath: text] = translate(words[keyPath: text]) }
    return words
  }

  /// In the order of declaration.
  package static var texts: [WritableKeyPath<ChartWords, String>] {
    [
      \.notEnoughData, \.nothingToDraw, \.noData, \.allZero, \.others, \.notExplained, \.axisStarts, \.axisCut,
      \.missingRows, \.doubling, \.total, \.soFar, \.usually, \.highest, \.latest, \.interval, \.unknownBound,
      \.claim, \.average, \.median, \.mean, \.andOver, \.scoresTooLow, \.scoresTooHigh, \.tooFew, \.lower, \.higher,
      \.everyone, \.byChance, \.complete, \.partial, \.notConnected, \.daysMissing, \.size, \.sizeHeading,
      \.lowHeading, \.highHeading, \.noName, \.onlySome, \.onlyLast, \.forecast, \.measured, \.inTraining,
      \.belowZero, \.noParts, \.noWhole, \.noShare, \.notYet, \.fewPeople, \.notEarnedBack, \.breakEven, \.inTwenty,
      \.neverSpent, \.noSignal, \.spentSoFar, \.beyondData, \.latestHeading, \.suggested, \.smallDrift, \.someDrift,
      \.largeDrift, \.newCategories, \.lostCategories, \.manyPoints,
    ]
  }

  /// Replaces each `{}` in turn.
  static func fill(_ template: String, _ values: String...) -> String {
    var result = ""
    var rest = Substring(template)
    for value in values {
      guard let open = rest.firstIndex(of: "{"), rest[open...].hasPrefix("{}") else { break }
      result += rest[..<open] + value
      rest = rest[rest.index(open, offsetBy: 2)...]
    }
    return result + rest
  }

  /// A heading of a row must not be empty.
  func named(_ name: String) -> String { name.trimmedSpaces.isEmpty ? noName : name }

  /// `9 Nov`, with a no-break space.
  func day(_ dayNumber: Int) -> String {
    let date = CivilDate(dayNumber: dayNumber)
    return "\(date.day)\(ofMonth)\(months[date.month - 1])"
  }

  /// `9 Nov. `, before what happened on that day; a month that ends with a point keeps one.
  func dayOpening(_ dayNumber: Int) -> String {
    let day = day(dayNumber)
    return day.hasSuffix(".") ? day + " " : day + ". "
  }

  /// `20 Jul–2 Aug`, or one day.
  func days(_ first: Int, _ last: Int) -> String {
    first == last ? day(first) : day(first) + "\u{2013}" + day(last)
  }
}
