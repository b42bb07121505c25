/// The names by which a mapping file calls what a column may fill; each kind of record takes some of them.
package enum TableField: String, Sendable, CaseIterable, Comparable {
  case day, firstDay, lastDay
  case platform, account, channel, currency
  case campaign, campaignID, adGroup, ad, adID, breakdown, breakdownValue, resultType, attribution
  case spend, impressions, clicks, allClicks, interactions, reach, conversions, conversionValue
  case dimension, dimensionValue
  case users, newUsers, sessions, engagedSessions, views, events, bounces, seconds, revenue
  case shop, orderID, orderName, email, country, status, cancelled, discountCode
  case subtotal, shipping, tax, total, discount, refunded
  case product, sku, quantity, price, lineDiscount
  case contactID, lifecycleStage, sourceDetail

  package static func < (left: TableField, right: TableField) -> Bool { left.rawValue < right.rawValue }
}
