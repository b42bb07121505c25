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
}
