import Testing
import Vocabulary

struct HostNameTests {
  @Test(arguments: [
    ("shop.example", true), ("WWW.shop.example", true), ("checkout.shop.example", true), ("a.b.shop.example", true),
    ("myshop.example", false), ("example", false), ("shop.example.org", false), ("", false),
  ])
  func aSiteHoldsWhatLiesBelowIt(host: String, isWithin: Bool) {
    #expect(HostName.lies(host, within: "www.shop.example") == isWithin)
  }

  @Test func whatIsNoHostHoldsNothing() {
    #expect(!HostName.lies("shop.example", within: "") && !HostName.lies("shop.example", within: "example"))
  }
}
