/// Why a text is no regular expression that can be used.
package enum TextExpressionProblem: Error, Equatable, Sendable {
  case empty
  case tooLong
  case unclosedGroup
  case unopenedGroup
  case unclosedClass
  case backwardRange
  case nothingToRepeat
  case badCount
  case unfinishedEscape
  case unknownEscape(Character)
  case specialGroup

  /// What was found, to follow "is".
  package var found: String {
    switch self {
    case .empty: "empty"
    case .tooLong: "too long, or repeats too often"
    case .unclosedGroup: "an expression with a ( that is never closed"
    case .unopenedGroup: "an expression with a ) that closes nothing"
    case .unclosedClass: "an expression with a [ that is never closed"
    case .backwardRange: "an expression with a range in [ ] that runs backwards"
    case .nothingToRepeat: "an expression with a *, +, ? or { that has nothing to repeat"
    case .badCount: "an expression with a count in { } that cannot be read"
    case .unfinishedEscape: "an expression that ends in \\"
    case .unknownEscape(let sign): "an expression with \\\(sign), which is not known here"
    case .specialGroup: "an expression with a group that looks around, names or sets something"
    }
  }
}
