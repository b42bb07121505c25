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
  case contactID, lifecycleStage, sourceDetail, phone, companyID, customerID
  case dealID, name, pipeline, stage, outcome, amount, createdDay, closeDay, owner
  case paymentID, kind, fee, net, method
  case subscriptionID, plan, interval, startDay, trialEndDay, canceledDay, endedDay
  case eventID, link, subject, list, state, optInDay, reason, tags
  case recipients, delivered, softBounces, hardBounces, uniqueOpens, opens, uniqueClicks, unsubscribes, complaints
  case orders
  case survey, responseID, question, score, answer
  case place, saleID, category, transactions, gross, tip
  case interactionID, source, medium
  case productID, refundID, invoiceID, number, dueDay, paid
  case base, quote, rate
  case sessionID, visitorID, userID, page, device, clickID, transactionID, referrer

  package static func < (left: TableField, right: TableField) -> Bool { left.rawValue < right.rawValue }
}
