import Analysis
import Vocabulary

/// Names that come from the data, made fit for a page.
enum Names {
  /// Without control and direction characters; a name in a script that runs right to left is isolated, so that it
  /// cannot reorder the sentence around it.
  static func shown(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    var runsLeft = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F: text.append(" ")
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: continue
      default:
        text.append(scalar)
        if (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFEFC).contains(scalar.value) { runsLeft = true }
      }
    }
    let clean = String(text)
    return runsLeft ? "\u{2068}\(clean)\u{2069}" : clean
  }

  /// A code that may break after the signs that join its parts, instead of anywhere.
  static func breakable(_ name: String) -> String {
    var text = ""
    for character in shown(name) {
      text += character == "_" || character == "/" ? "\(character)\u{200B}" : "\(character)"
    }
    return text
  }

  /// `Email`, `Email and Display`, `Email, Display and Video`
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `paidSearch_clicks` → `Paid search clicks`: a feature's own name where the report has no better one.
  static func spelledOut(_ token: String) -> String {
    var words = ""
    for character in shown(token) {
      if character == "_" || character == "." {
        words += " "
      } else if character.isUppercase, let last = words.last, last.isLowercase {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
    }
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension Returns.Verdict {
  var word: String {
    switch self {
    case .paysBack: "Pays back"
    case .probablyPaysBack: "Probably pays back"
    case .cannotTell: "Can’t tell yet"
    case .probablyLoses: "Probably loses money"
    case .loses: "Very likely loses money"
    case .marginUnknown: "Depends on your margin"
    case .notEnoughData: "Not enough data"
    }
  }

  var tag: TagView {
    switch self {
    case .paysBack: TagView(word, .good)
    case .probablyPaysBack: TagView(word, .open)
    case .cannotTell: TagView(word, .open)
    case .probablyLoses: TagView(word, .open)
    case .loses: TagView(word, .bad)
    case .marginUnknown, .notEnoughData: TagView(word, .open)
    }
  }
}

extension Segmentation.SegmentName {
  var word: String {
    switch self {
    case .regulars: "Regulars"
    case .bigBaskets: "Big baskets"
    case .bargainHunters: "Bargain hunters"
    case .oneTimeBuyers: "One-time buyers"
    case .slippingAway: "Slipping away"
    case .newcomers: "Newcomers"
    case .broadShoppers: "Broad shoppers"
    case .smallBaskets: "Small baskets"
    case .steady: "Steady customers"
    case .everyone: "All customers"
    }
  }
}

extension Segmentation.SegmentFeature {
  var word: String {
    switch self {
    case .orders: "Orders"
    case .orderValue: "Order value"
    case .daysSinceOrder: "Days since order"
    case .discountShare: "Discount share"
    case .products: "Products"
    case .ordersPerYear: "Orders a year"
    }
  }
}

extension Trust.Dimension {
  var word: String {
    switch self {
    case .channel: "Channel"
    case .country: "Country"
    case .tenure: "Customer for"
    }
  }
}

extension Overview.Measure {
  func label(_ currency: Currency) -> String {
    switch self {
    case .revenue: "Revenue"
    case .spend: "Ad spend"
    case .revenuePerSpend: "Revenue per \(Quantity.money(currency).text(1)) of ads"
    case .orders: "Orders"
    case .newCustomers: "New customers"
    case .costPerNewCustomer: "Cost per new customer"
    }
  }

  func quantity(_ currency: Currency) -> Quantity {
    switch self {
    case .revenue, .spend, .revenuePerSpend, .costPerNewCustomer: .money(currency)
    case .orders, .newCustomers: .count
    }
  }

  /// 1: more is better; −1: less is better; 0: neither.
  var goodDirection: Int {
    switch self {
    case .revenue, .revenuePerSpend, .orders, .newCustomers: 1
    case .costPerNewCustomer: -1
    case .spend: 0
    }
  }
}
