import Testing

@testable import Warehouse

struct CountryNameTests {
  @Test(arguments: [
    ("GB", "United Kingdom"), ("de", "Germany"), ("United Kingdom", "United Kingdom"), (" Ireland ", "Ireland"),
    ("QQ", "QQ"), ("", ""), ("Grossbritannien", "Grossbritannien"),
  ])
  func codesAndNamesMeet(text: String, expected: String) {
    #expect(CountryName.of(text) == expected)
  }

  @Test(arguments: [
    ("DE", "DE"), (" de ", "DE"), ("Deutschland", "DE"), ("germany", "DE"), ("Allemagne", "DE"), ("España", "ES"),
    ("USA", "US"), ("United States", "US"), ("England", "GB"), ("UK", "GB"), ("Österreich", "AT"), ("Unknown", nil),
    ("", nil), ("QQ", nil),
  ])
  func namesOfReportsHaveCodes(text: String, expected: String?) {
    #expect(CountryName.code(text) == expected)
  }
}
