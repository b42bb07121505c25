import Analysis
import Charting
import Vocabulary

/// Names that come from the data, made fit for a page.
enum Names {
  /// Without control and direction characters; a name in a script that runs right to left is isolated, so that it
  /// cannot reorder the sentence around it.
  static func shown(_ name: String) -> String {
    if name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return name }
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

  /// A code that may break after the signs that join its parts, and before a capital within, instead of anywhere.
  static func breakable(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in shown(name).unicodeScalars {
      if scalar.properties.isUppercase, text.last?.properties.isLowercase == true { text.append("\u{200B}") }
      text.append(scalar)
      if scalar == "_" || scalar == "/" { text.append("\u{200B}") }
    }
    return String(text)
  }

  /// `Email`, `Email and Display`, `Email, Display and Video`
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return phrase("{names} and {last}", ["names": names.dropLast().joined(separator: ", "), "last": last])
  }

  /// Features one after the other, the first with a capital.
  static func enumerated(_ features: [String], separator: String = ", ") -> String {
    (features.prefix(1) + features.dropFirst().map(Language.current.midSentence)).joined(separator: separator)
  }

  /// `paidSearch_clicks` → `Paid search clicks`: a feature's own name where the report has no better one, in the
  /// language of the report where that knows it.
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
    return DataWords.word(words.prefix(1).uppercased() + words.dropFirst())
  }

  /// `LogisticRegression.logLoss` → `Logistic regression log loss`; `Gain.auc` → `Gain AUC`
  static func measure(_ name: String) -> String {
    let parts = name.split(separator: ".").map { spelledOut(String($0)) }
    return (parts.prefix(1) + parts.dropFirst().map(Language.current.midSentence)).joined(separator: " ")
  }

  /// What a model was given, such as `RecencyRule`; a number stays as it was given.
  static func setting(_ value: String) -> String {
    Double(value) == nil
      ? spelledOut(value) : value.replacing(".", with: Charting.NumberFormat.current.decimalPoint)
  }
}

extension Returns.Verdict {
  var word: String {
    switch self {
    case .paysBack: phrase("Pays back")
    case .probablyPaysBack: phrase("Probably pays back")
    case .cannotTell: phrase("Can’t tell yet")
    case .probablyLoses: phrase("Probably loses money")
    case .loses: phrase("Very likely loses money")
    case .marginUnknown: phrase("Depends on your margin")
    case .notEnoughData: phrase("Not enough data")
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
    case .regulars: phrase("Regulars")
    case .bigBaskets: phrase("Big baskets")
    case .bargainHunters: phrase("Bargain hunters")
    case .oneTimeBuyers: phrase("One-time buyers")
    case .slippingAway: phrase("Slipping away")
    case .newcomers: phrase("Newcomers")
    case .broadShoppers: phrase("Broad shoppers")
    case .smallBaskets: phrase("Small baskets")
    case .steady: phrase("Steady customers")
    case .everyone: phrase("All customers")
    }
  }
}

extension Segmentation.SegmentFeature {
  var word: String {
    switch self {
    case .orders: phrase("Orders")
    case .orderValue: phrase("Order value")
    case .daysSinceOrder: phrase("Days since order")
    case .discountShare: phrase("Discount share")
    case .products: phrase("Products")
    case .ordersPerYear: phrase("Orders a year")
    }
  }
}

extension Trust.Dimension {
  var word: String {
    switch self {
    case .channel: phrase("Channel")
    case .country: phrase("Country")
    case .tenure: phrase("Customer for")
    }
  }
}

extension Overview.Measure {
  func label(_ currency: Currency) -> String {
    switch self {
    case .revenue: phrase("Revenue")
    case .spend: phrase("Ad spend")
    case .revenuePerSpend: phrase("Revenue per {unit} of ads", ["unit": Quantity.money(currency).text(1)])
    case .orders: phrase("Orders")
    case .newCustomers: phrase("New customers")
    case .costPerNewCustomer: phrase("Cost per new customer")
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
