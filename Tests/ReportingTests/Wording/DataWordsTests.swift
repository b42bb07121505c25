import Analysis
import Testing
import Vocabulary

@testable import Reporting

@Suite struct DataWordsTests {
  @Test("within a sentence a channel begins small, unless its letters stand for words or its language has capitals")
  func channelsWithinASentence() throws {
    #expect(Channel.words([.organicSearch, .organicSocial]) == ["Organic search", "organic social"])
    #expect(Channel.sms.wordWithin == "SMS" && Channel.aiAssistant.wordWithin == "AI assistants")
    try Language(tag: "de").speaking {
      #expect(Channel.words([.email, .paidSearch]) == ["E-Mail", "Bezahlte Suche"])
    }
  }

  @Test func spansHaveSeparatedThousands() throws {
    #expect(DataWords.span("1262–1818 days") == "1,262–1,818 days")
    #expect(DataWords.span("0–42 days") == "0–42 days" && DataWords.span("31–90") == "31–90")
    try Language(tag: "de").speaking { #expect(DataWords.span("830–1261 days") == "830–1.261 Tage") }
  }

  @Test func featuresAreOneSentence() {
    #expect(
      Names.enumerated(["Longer silence than usual", "Products in an order"], separator: "; ")
        == "Longer silence than usual; products in an order")
    #expect(Names.enumerated([]) == "")
  }
}
