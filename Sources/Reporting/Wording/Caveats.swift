import Analysis
import Vocabulary

extension Caveat {
  /// One or two plain sentences.
  var words: String {
    let count = Quantity.count
    switch self {
    case .revenueWithoutSource(let share):
      return phrase("{share} of revenue has no recorded source.", ["share": Self.opening(share)])
    case .ordersWithoutCustomer(let share):
      return phrase(
        "{share} of orders name no customer. They count in revenue and orders only.", ["share": Self.opening(share)])
    case .otherCurrencyLeftOut(let currency, let amounts):
      return phrase(
        "{count} amount in {currency} is left out.", "{count} amounts in {currency} are left out.", of: amounts,
        ["currency": currency.code])
    case .converted(let currency, let amounts, let authorities):
      if authorities.isEmpty {
        return phrase(
          "{count} amount in {currency} is converted at the rate of the day.",
          "{count} amounts in {currency} are converted at the rate of the day.", of: amounts,
          ["currency": currency.code])
      }
      return phrase(
        "{count} amount in {currency} is converted at the rate of the day ({authorities}).",
        "{count} amounts in {currency} are converted at the rate of the day ({authorities}).", of: amounts,
        ["currency": currency.code, "authorities": Names.shown(authorities.joined(separator: ", "))])
    case .currencyUnknown(let amounts):
      return phrase(
        "{count} amount names no currency and is left out. Set the currency in fairlead.yml to include it.",
        "{count} amounts name no currency and are left out. Set the currency in fairlead.yml to include them.",
        of: amounts)
    case .periodFactsNotInWeeks(let source, let facts):
      return phrase(
        "{source}: {facts} figures span more than a week, so the weeks they reach into have no figure. Export them by day to see weeks.",
        ["source": Names.shown(source), "facts": count.text(facts)])
    case .undatedFacts(let source, let facts):
      return phrase(
        "{source}: {facts} figures carry no date. They appear in no figure with a period.",
        ["source": Names.shown(source), "facts": count.text(facts)])
    case .sourceEndsEarlier(let source, let last):
      return phrase("{source} ends on {day}.", ["source": Names.shown(source), "day": Dates.day(last)])
    case .gap(let source, let window):
      return phrase("{source}: no data for {days}.", ["source": Names.shown(source), "days": Dates.range(window)])
    case .newCustomersLeftCensored:
      return phrase("Someone who bought before the first day of the data counts as new at the first order seen.")
    case .platformClaimsOverlap:
      return phrase("Platforms each claim sales that others claim too. Their claims are never added up.")
    case .noGainOverBaseline:
      return phrase("The model’s gain over the simple rule could be chance: its interval holds zero.")
    case .manyComparisons(let groups):
      return phrase(
        "{groups} groups are compared. A mark needs the whole interval outside the band.",
        ["groups": count.text(groups)])
    case .miscalibrated(let pValue):
      return phrase(
        "The scores do not mean what they say yet (test {chance}). Use their order, not their level.",
        ["chance": Self.chance(pValue)])
    case .recordedNotIncremental:
      return phrase(
        "Return is what was recorded, not what advertising caused. Only an experiment can tell the two apart.")
    case .returnsStillGrow:
      return phrase("Returns may still grow: the newest customers have had little time to buy again.")
    }
  }

  /// At the start of a sentence.
  private static func opening(_ share: Double) -> String {
    let text = Quantity.share.text(share)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  static func chance(_ pValue: Double) -> String {
    let shown = Quantity.plain.exact(max(pValue, 0.001), decimals: 3)
    return pValue < 0.001 ? phrase("p under {value}", ["value": shown]) : "p = \(shown)"
  }
}
