import Vocabulary

/// One advertising campaign: how much is spent on it and what that spend truly does.
package struct Campaign: Sendable {
  /// Which kind of platform sells it; decides whose export it appears in.
  package enum Network: String, Sendable { case social, search }

  package let name: String
  package let network: Network
  package let channel: Channel
  let adGroups: [String]
  /// Typical weekly spend of the default plan, in pounds.
  let weeklySpendPounds: Double
  /// Customers a week that the typical spend truly causes in the default plan.
  let typicalCustomers: Double
  /// What is left of last week's pressure: θ in a(w) = (1 − θ) x(w) + θ a(w − 1).
  package let adstock: Double
  /// Where half of the possible effect is reached, as a multiple of typical spend.
  let halfSaturation: Double
  /// The exponent h in aʰ ÷ (Kʰ + aʰ).
  package let saturationShape: Double
  let costPerClickPence: Double
  let clickRate: Double
  /// Standard deviation of the log of weekly spend around its season.
  let volatility: Double
  /// Chance that a week is paused, or spent at double rate.
  let pauseChance: Double
  let burstChance: Double

  static let all = [
    Campaign(
      name: "Prospecting - Broad UK", network: .social, channel: .paidSocial, adGroups: ["Broad 25-54", "Broad 55+"],
      weeklySpendPounds: 345, typicalCustomers: 3.6, adstock: 0.45, halfSaturation: 1.3, saturationShape: 1.4,
      costPerClickPence: 58, clickRate: 0.011, volatility: 0.30, pauseChance: 0.05, burstChance: 0.10),
    Campaign(
      name: "Prospecting - Lookalike", network: .social, channel: .paidSocial, adGroups: ["LAL buyers 1%", "LAL 3%"],
      weeklySpendPounds: 215, typicalCustomers: 2.5, adstock: 0.40, halfSaturation: 1.1, saturationShape: 1.3,
      costPerClickPence: 66, clickRate: 0.013, volatility: 0.28, pauseChance: 0.06, burstChance: 0.08),
    Campaign(
      name: "Retargeting - Site visitors", network: .social, channel: .paidSocial,
      adGroups: ["Basket left 14d", "Viewed 30d"], weeklySpendPounds: 140, typicalCustomers: 0.7, adstock: 0.20,
      halfSaturation: 0.8, saturationShape: 1.2, costPerClickPence: 49, clickRate: 0.019, volatility: 0.22,
      pauseChance: 0.04, burstChance: 0.06),
    Campaign(
      name: "Brand", network: .search, channel: .paidSearch, adGroups: ["Brand exact", "Brand plus"],
      weeklySpendPounds: 120, typicalCustomers: 0.5, adstock: 0.05, halfSaturation: 0.9, saturationShape: 1.1,
      costPerClickPence: 31, clickRate: 0.17, volatility: 0.12, pauseChance: 0.02, burstChance: 0.02),
    Campaign(
      name: "Generic - Jackets", network: .search, channel: .paidSearch, adGroups: ["Waterproof", "Down"],
      weeklySpendPounds: 310, typicalCustomers: 3.1, adstock: 0.15, halfSaturation: 1.4, saturationShape: 1.5,
      costPerClickPence: 84, clickRate: 0.046, volatility: 0.24, pauseChance: 0.04, burstChance: 0.08),
    Campaign(
      name: "Generic - Boots", network: .search, channel: .paidSearch, adGroups: ["Walking boots", "Winter boots"],
      weeklySpendPounds: 205, typicalCustomers: 2.1, adstock: 0.15, halfSaturation: 1.2, saturationShape: 1.4,
      costPerClickPence: 72, clickRate: 0.049, volatility: 0.26, pauseChance: 0.05, burstChance: 0.08),
    Campaign(
      name: "Display - Prospecting", network: .search, channel: .display, adGroups: ["Outdoor interest", "In market"],
      weeklySpendPounds: 150, typicalCustomers: 0.55, adstock: 0.60, halfSaturation: 1.5, saturationShape: 1.6,
      costPerClickPence: 27, clickRate: 0.004, volatility: 0.35, pauseChance: 0.22, burstChance: 0.14),
    Campaign(
      name: "Display - Remarketing", network: .search, channel: .display, adGroups: ["Visitors 30d", "Visitors 90d"],
      weeklySpendPounds: 62, typicalCustomers: 0.2, adstock: 0.30, halfSaturation: 0.9, saturationShape: 1.2,
      costPerClickPence: 22, clickRate: 0.006, volatility: 0.25, pauseChance: 0.08, burstChance: 0.06),
  ]
}
