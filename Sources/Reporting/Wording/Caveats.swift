import Analysis
import Vocabulary

extension Caveat {
  /// One or two plain sentences.
  var words: String {
    let count = Quantity.count
    switch self {
    case .revenueWithoutSource(let share):
      return "\(Self.opening(share)) of revenue comes from customers without a recorded source."
    case .ordersWithoutCustomer(let share):
      return "\(Self.opening(share)) of orders name no customer. They count in revenue only."
    case .otherCurrencyLeftOut(let currency, let amounts):
      return "\(count.text(amounts)) \(amounts == 1 ? "amount" : "amounts") in \(currency.code) "
        + "\(amounts == 1 ? "is" : "are") left out."
    case .converted(let currency, let amounts, let authorities):
      return "\(count.text(amounts)) \(amounts == 1 ? "amount" : "amounts") in \(currency.code) "
        + "\(amounts == 1 ? "is" : "are") converted at the rate of the day"
        + (authorities.isEmpty ? "." : " (\(Names.shown(authorities.joined(separator: ", ")))).")
    case .currencyUnknown(let amounts):
      return "\(count.text(amounts)) \(amounts == 1 ? "amount names" : "amounts name") no currency and "
        + "\(amounts == 1 ? "is" : "are") left out. Set the currency in fairlead.yml to include "
        + "\(amounts == 1 ? "it" : "them")."
    case .periodFactsNotInWeeks(let source, let facts):
      return
        "\(Names.shown(source)): \(count.text(facts)) figures span more than a week, so the weeks they reach into have no figure. Export them by day to see weeks."
    case .undatedFacts(let source, let facts):
      return
        "\(Names.shown(source)): \(count.text(facts)) figures carry no date. They appear in no figure with a period."
    case .sourceEndsEarlier(let source, let last):
      return "\(Names.shown(source)) ends on \(Dates.day(last))."
    case .gap(let source, let window):
      return "\(Names.shown(source)): no data for \(Dates.range(window))."
    case .newCustomersLeftCensored:
      return "Someone who bought before the first day of the data counts as new at the first order seen."
    case .platformClaimsOverlap:
      return "Platforms each claim sales that others claim too. Their claims are never added up."
    case .noGainOverBaseline:
      return "The model’s gain over the simple rule could be chance: its interval holds zero."
    case .manyComparisons(let groups):
      return "\(count.text(groups)) groups are compared. A mark needs the whole interval outside the band."
    case .miscalibrated(let pValue):
      return "The scores do not mean what they say yet (test \(Self.chance(pValue))). Use their order, not their level."
    case .recordedNotIncremental:
      return "Return is what was recorded, not what advertising caused. Only an experiment can tell the two apart."
    }
  }

  /// At the start of a sentence.
  private static func opening(_ share: Double) -> String {
    let text = Quantity.share.text(share)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  static func chance(_ pValue: Double) -> String {
    pValue < 0.001 ? "p under 0.001" : "p = \(Quantity.plain.exact(pValue, decimals: 3))"
  }
}
