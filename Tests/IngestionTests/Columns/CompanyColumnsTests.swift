import Testing

@testable import Ingestion

struct CompanyColumnsTests {
  @Test(arguments: [
    ("http://www.Acme.example/about?x=1", "acme.example"), ("acme.example", "acme.example"),
    ("https://shop.acme.example:8080", "shop.acme.example"), ("WWW.ACME.EXAMPLE", "acme.example"), ("acme", ""),
    ("ask.them about it", ""), ("ann@acme.example", ""), ("", ""),
  ])
  func domains(text: String, domain: String) { #expect(CompanyColumns.domain(text) == domain) }
}
