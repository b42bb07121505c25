import Testing
import Vocabulary

struct AmountTextTests {
  @Test(
    arguments: [
      ("R$\u{A0}12,28", NumberFormat.decimalComma, "12.28", "BRL"), ("£0.00", .decimalDot, "0", "GBP"),
      ("US$ 0,50", .decimalComma, "0.5", "USD"), ("12,30 €", .decimalComma, "12.3", "EUR"),
      ("USD 12.30", .decimalDot, "12.3", "USD"), ("-€5.00", .decimalDot, "-5", "EUR"),
      ("€-5.00", .decimalDot, "-5", "EUR"), ("\u{2212}1.234,50 €", .decimalComma, "-1234.5", "EUR"),
      ("- 1,234.50", .decimalDot, "-1234.5", nil), ("1,234.50-", .decimalDot, "-1234.5", nil),
      ("1.234,50- €", .decimalComma, "-1234.5", "EUR"), ("5-", .decimalDot, nil, nil),
      ("-5.00-", .decimalDot, nil, nil),
      ("(-5.00)", .decimalDot, nil, nil), ("-$-5.00", .decimalDot, nil, nil), ("-", .decimalDot, nil, nil),
      ("10-20", .decimalDot, nil, nil), ("$(5.00)", .decimalDot, nil, nil),
      ("($5.00)", .decimalDot, "-5", nil), ("€ 1 234", .decimalComma, "1234", "EUR"), ("7", .decimalDot, "7", nil),
      ("1.234,- €", .decimalComma, "1234", "EUR"), ("99,-- €", .decimalComma, "99", "EUR"),
      ("12'345.–", .decimalDot, "12345", nil), ("7.-", .decimalDot, "7", nil), ("-7.—", .decimalDot, "-7", nil),
      ("7.-", .decimalComma, nil, nil), ("7.-5", .decimalDot, nil, nil), ("7.---", .decimalDot, nil, nil),
      ("12,000/-", .decimalDot, "12000", nil), ("12/", .decimalDot, nil, nil), ("Rs. 500", .decimalDot, "500", nil),
      ("Rs.500", .decimalDot, "500", nil), ("Rs. 12,000/-", .decimalDot, "12000", nil),
      ("Fr. 12.50", .decimalDot, "12.5", nil), ("$.50", .decimalDot, "0.5", nil), ("kr.500", .decimalDot, "500", nil),
      ("1.500,00 lei", .decimalComma, "1500", nil), ("1500,00 лв.", .decimalComma, "1500", "BGN"),
      ("1 500,50 руб.", .decimalComma, "1500.5", "RUB"), ("12,30 Euro", .decimalComma, "12.3", "EUR"),
      ("1 500:-", .decimalComma, "1500", nil), ("1 500:- kr", .decimalComma, "1500", nil),
      ("15:00", .decimalDot, nil, nil),
      ("15:", .decimalDot, nil, nil), ("5 apples", .decimalDot, nil, nil), ("€5€", .decimalDot, nil, nil),
      ("11.76%", .decimalDot, nil, nil),
    ] as [(String, NumberFormat, String?, String?)])
  func amounts(text: String, format: NumberFormat, value: String?, currency: String?) {
    let amount = AmountText(text, format: format)
    #expect(amount.map { Micros.text($0.micros) } == value)
    #expect(amount?.currency?.code == currency)
  }

  @Test(arguments: [
    ("$5", "EUR", true), ("$5", "CAD", false), ("£5", "EUR", true), ("5 kr", "SEK", false), ("5 kr", "EUR", true),
    ("USD 5", "EUR", true), ("5", "EUR", false),
    ("Rs. 5", "INR", false), ("Rs. 5", "EUR", true), ("5 lei", "RON", false), ("5 lei", "EUR", true),
  ])
  func marksOfOtherCurrencies(text: String, code: String, contradicts: Bool) throws {
    let amount = try #require(AmountText(text, format: .decimalDot))
    #expect(amount.contradicts(try #require(Currency(code))) == contradicts)
  }

  @Test(arguments: ["", " ", " --", "--", "-", "—", "n/a", "NaN", "NAN", "(not set)", "\u{A0}"])
  func missing(text: String) { #expect(BlankText.isMissing(text)) }

  @Test(arguments: ["0", "-1", "nano", "none at all", "< 10%"])
  func present(text: String) { #expect(!BlankText.isMissing(text)) }
}
