extension NumberFormat {
  package static let english = NumberFormat(
    decimalPoint: ".", groupSeparator: ",",
    suffixes: [Suffix(1e3, "k"), Suffix(1e6, "m"), Suffix(1e9, "bn"), Suffix(1e12, "tn")],
    currencyFollows: false, percentSign: "%", under: "under", over: "over", to: "to")

  package static let german = NumberFormat(
    decimalPoint: ",", groupSeparator: ".",
    suffixes: [
      Suffix(1e3, "\u{A0}Tsd."), Suffix(1e6, "\u{A0}Mio."), Suffix(1e9, "\u{A0}Mrd."), Suffix(1e12, "\u{A0}Bio."),
    ],
    currencyFollows: true, percentSign: "\u{A0}%", under: "unter", over: "über", to: "bis")

  package static let french = NumberFormat(
    decimalPoint: ",", groupSeparator: "\u{202F}",
    suffixes: [Suffix(1e3, "\u{A0}k"), Suffix(1e6, "\u{A0}M"), Suffix(1e9, "\u{A0}Md"), Suffix(1e12, "\u{A0}Bn")],
    currencyFollows: true, percentSign: "\u{202F}%", under: "moins de", over: "plus de", to: "à")

  package static let japanese = NumberFormat(
    decimalPoint: ".", groupSeparator: ",",
    suffixes: [Suffix(1e4, "万"), Suffix(1e8, "億"), Suffix(1e12, "兆")],
    currencyFollows: false, percentSign: "%", under: "<", over: ">", to: "～")

  /// The symbol that readers know a currency by, or the code itself.
  package static func symbol(_ code: String) -> String {
    switch code {
    case "GBP": "£"
    case "EUR": "€"
    case "USD": "$"
    case "JPY": "¥"
    case "CNY": "CN¥"
    case "INR": "₹"
    case "KRW": "₩"
    case "BRL": "R$"
    case "PLN": "zł"
    case "CZK": "Kč"
    case "TRY": "₺"
    case "ILS": "₪"
    case "VND": "₫"
    case "UAH": "₴"
    case "NGN": "₦"
    case "PHP": "₱"
    case "AUD": "A$"
    case "CAD": "C$"
    case "NZD": "NZ$"
    case "HKD": "HK$"
    default: code
    }
  }
}
