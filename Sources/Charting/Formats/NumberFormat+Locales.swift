/// After the Common Locale Data Repository (CLDR): decimal sign, grouping, percent and place of the currency. The short
/// scale words are those that readers of business pages know.
extension NumberFormat {
  /// What is written unless told otherwise: in the language of the report that is being made.
  @TaskLocal package static var current = NumberFormat.english

  package static let english = NumberFormat(
    decimalPoint: ".", groupSeparator: ",",
    suffixes: [Suffix(1e3, "k"), Suffix(1e6, "m"), Suffix(1e9, "bn"), Suffix(1e12, "tn")],
    currencyPlace: .before, percentSign: "%", under: "under", over: "over", to: "to")

  package static let german = NumberFormat(
    decimalPoint: ",", groupSeparator: ".",
    suffixes: [
      Suffix(1e3, "\u{A0}Tsd."), Suffix(1e6, "\u{A0}Mio."), Suffix(1e9, "\u{A0}Mrd."), Suffix(1e12, "\u{A0}Bio."),
    ],
    currencyPlace: .after, percentSign: "\u{A0}%", under: "unter", over: "über", to: "bis")

  package static let french = NumberFormat(
    decimalPoint: ",", groupSeparator: "\u{202F}",
    suffixes: [Suffix(1e3, "\u{A0}k"), Suffix(1e6, "\u{A0}M"), Suffix(1e9, "\u{A0}Md"), Suffix(1e12, "\u{A0}Bn")],
    currencyPlace: .after, percentSign: "\u{A0}%", under: "moins de", over: "plus de", to: "à")

  /// Four digits stand together: 1234, but 12.345. Thousand millions have no word of their own.
  package static let spanish = NumberFormat(
    decimalPoint: ",", groupSeparator: ".", leastGrouped: 5,
    suffixes: [Suffix(1e3, "\u{A0}mil"), Suffix(1e6, "\u{A0}M"), Suffix(1e12, "\u{A0}B")],
    currencyPlace: .after, percentSign: "\u{A0}%", under: "menos del", over: "más del", to: "a")

  package static let dutch = NumberFormat(
    decimalPoint: ",", groupSeparator: ".",
    suffixes: [Suffix(1e3, "K"), Suffix(1e6, "\u{A0}mln."), Suffix(1e9, "\u{A0}mld."), Suffix(1e12, "\u{A0}bln.")],
    currencyPlace: .beforeApart, percentSign: "%", under: "minder dan", over: "meer dan", to: "tot")

  /// As in Brazil.
  package static let portuguese = NumberFormat(
    decimalPoint: ",", groupSeparator: ".",
    suffixes: [Suffix(1e3, "\u{A0}mil"), Suffix(1e6, "\u{A0}mi"), Suffix(1e9, "\u{A0}bi"), Suffix(1e12, "\u{A0}tri")],
    currencyPlace: .beforeApart, percentSign: "%", under: "menos de", over: "mais de", to: "a")

  /// Four digits stand together.
  package static let italian = NumberFormat(
    decimalPoint: ",", groupSeparator: ".", leastGrouped: 5,
    suffixes: [Suffix(1e3, "K"), Suffix(1e6, "\u{A0}Mln"), Suffix(1e9, "\u{A0}Mld"), Suffix(1e12, "\u{A0}Bln")],
    currencyPlace: .after, percentSign: "%", under: "meno di", over: "oltre", to: "a")

  package static let japanese = NumberFormat(
    decimalPoint: ".", groupSeparator: ",",
    suffixes: [Suffix(1e4, "万"), Suffix(1e8, "億"), Suffix(1e12, "兆")],
    currencyPlace: .before, percentSign: "%", under: "<", over: ">", to: "～")

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
