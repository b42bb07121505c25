import Testing

@testable import Ingestion

struct HeaderWordsTests {
  @Test(arguments: [
    ("Order_ID", "order id"), ("orderId", "order id"), ("Order-Id.", "order id"), ("  order   id", "order id"),
    ("ORDER ID", "order id"), ("Impr.", "impr"), ("Amount spent (EUR)", "amount spent"), ("E-Mail", "e mail"),
    ("CampaignName", "campaign name"), ("Clicks (all)", "clicks all"), ("Währung", "währung"), ("", ""),
  ])
  func spellingsOfOneNameAreOne(header: String, words: String) {
    #expect(HeaderWords.plain(header) == words)
  }

  @Test(arguments: [
    ("metrics_cost_micros", true), ("metrics.costMicros", true), ("Spend (micros)", true), ("charge_local_micro", true),
    ("spend_in_micro_dollar", true), ("Micro conversions value", false), ("Microphone cost", false), ("cost", false),
  ])
  func millionthsAreSaidInHeaders(header: String, says: Bool) {
    #expect(HeaderWords.saysMicros(header) == says)
  }
}
