import Analysis
import Vocabulary

extension Channel {
  /// As the report calls it.
  var word: String {
    switch self {
    case .paidSearch: phrase("Paid search")
    case .paidSocial: phrase("Paid social")
    case .display: phrase("Display")
    case .video: phrase("Video")
    case .shopping: phrase("Shopping ads")
    case .crossNetwork: phrase("Cross-network")
    case .affiliates: phrase("Affiliates")
    case .audio: phrase("Audio")
    case .paidOther: phrase("Other paid")
    case .email: phrase("Email")
    case .sms: phrase("SMS")
    case .push: phrase("Push notifications")
    case .organicSearch: phrase("Organic search")
    case .aiAssistant: phrase("AI assistants")
    case .organicSocial: phrase("Organic social")
    case .organicVideo: phrase("Organic video")
    case .organicShopping: phrase("Organic shopping")
    case .referral: phrase("Referral")
    case .direct: phrase("Direct")
    case .offline: phrase("Offline")
    case .other: phrase("Other")
    case .unknown: phrase("Not recorded")
    }
  }

  /// Within a sentence.
  var wordWithin: String { Language.current.midSentence(word) }

  /// The first begins a sentence.
  static func words(_ channels: [Channel]) -> [String] {
    channels.prefix(1).map(\.word) + channels.dropFirst().map(\.wordWithin)
  }
}

/// Words that reach the report as text, from the analyses and the names of models. A word that is not among them stands
/// as it is: it may be a name of the client's own.
enum DataWords {
  /// - Parameter english: spelled out, with a capital.
  static func word(_ english: String) -> String {
    feature(english) ?? model(english) ?? figure(english) ?? english
  }

  /// A group of customers: a channel, a country, for how long they have been customers.
  static func group(_ english: String) -> String {
    if let channel = Channel.allCases.first(where: { $0.label == english }) { return channel.word }
    return switch english {
    case "Under 3 months": phrase("Under 3 months")
    case "3 to 6 months": phrase("3 to 6 months")
    case "6 to 12 months": phrase("6 to 12 months")
    case "Over 12 months": phrase("Over 12 months")
    default: CountryWords.word(english) ?? Names.shown(english)
    }
  }

  /// `43–148 days`
  static func span(_ english: String) -> String {
    guard english.hasSuffix(" days") else { return english }
    let ends = english.dropLast(" days".count).split(separator: "–").map { end in
      Int(end).map { Quantity.count.text($0) } ?? String(end)
    }
    return phrase("{range} days", ["range": ends.joined(separator: "–")])
  }

  /// Of which rows a measure was taken.
  static func split(_ name: String) -> String {
    switch name {
    case "": phrase("all rows")
    case "train": phrase("train")
    case "test": phrase("test")
    default: name
    }
  }

  private static func feature(_ english: String) -> String? {
    switch english {
    case "Days since the last order": phrase("Days since the last order")
    case "Silence against own rhythm": phrase("Longer silence than usual")
    case "Orders due in the period": phrase("Orders due in the period")
    case "Value of an order": phrase("Value of an order")
    case "Share of orders at a discount": phrase("Share of orders at a discount")
    case "Products in an order": phrase("Products in an order")
    case "Season, cosine": phrase("Season (cosine)")
    case "Season, sine": phrase("Season (sine)")
    case "List price of an item": phrase("List price of an item")
    case "Orders a year while buying": phrase("Orders a year while buying")
    default: nil
    }
  }

  private static func model(_ english: String) -> String? {
    switch english {
    case "Logistic regression": phrase("Logistic regression")
    case "Recency rule": phrase("Recency rule")
    case "Gaussian mixture": phrase("Gaussian mixture")
    case "Gaussian mixture, tied": phrase("Gaussian mixture, tied")
    case "KMeans": phrase("k-means")
    case "K": phrase("Number of groups")
    case "Segments": phrase("Segments")
    case "Churn": phrase("Churn")
    case "Tied": phrase("Tied")
    case "Covariance": phrase("Covariance")
    case "Refits": phrase("Refits")
    case "Largest k": phrase("Most groups tried")
    case "Horizon days": phrase("Horizon in days")
    case "Penalty": phrase("Penalty")
    case "Baseline": phrase("Baseline")
    case "Driver": phrase("Driver")
    case "Gain": phrase("Gain")
    case "Chosen": phrase("Chosen")
    default: nil
    }
  }

  private static func figure(_ english: String) -> String? {
    switch english {
    case "Spend": phrase("Spend")
    case "Clicks": phrase("Clicks")
    case "All clicks": phrase("All clicks")
    case "Impressions": phrase("Impressions")
    case "Reach": phrase("Reach")
    case "Conversions": phrase("Conversions")
    case "Conversion value": phrase("Conversion value")
    case "Refunded": phrase("Refunded")
    case "Subtotal": phrase("Subtotal")
    case "Shipping": phrase("Shipping")
    case "Tax": phrase("Tax")
    case "Total": phrase("Total")
    case "Discount": phrase("Discount")
    case "Is cancelled": phrase("Cancelled")
    case "Views": phrase("Views")
    case "Sessions": phrase("Sessions")
    case "Users": phrase("Users")
    case "Orders": phrase("Orders")
    case "Revenue": phrase("Revenue")
    case "Contacts": phrase("Contacts")
    case "Calibration error": phrase("Calibration error")
    case "Log loss": phrase("Log loss")
    case "Auc": phrase("AUC")
    case "Bic": phrase("BIC")
    case "Brier": phrase("Brier score")
    case "Stability": phrase("Stability")
    case "Silhouette": phrase("Silhouette")
    case "Inertia": phrase("Inertia")
    default: nil
    }
  }
}
