import Testing

@testable import Reporting

@Suite struct NamesTests {
  @Test func controlAndDirectionCharactersGo() {
    #expect(Names.shown("a\u{0000}b\u{202E}c") == "a bc")
    #expect(Names.shown("שם") == "\u{2068}שם\u{2069}")
  }

  @Test func lists() {
    #expect(Names.list([]) == "")
    #expect(Names.list(["A"]) == "A")
    #expect(Names.list(["A", "B", "C"]) == "A, B and C")
  }

  @Test func tokensAreSpeltOut() {
    #expect(Names.spelledOut("daysSinceOrder") == "Days since order")
    #expect(Names.spelledOut("AUC") == "AUC")
  }

  @Test func measuresAndSettingsOfModelsAreWords() throws {
    #expect(Names.measure("LogisticRegression.logLoss") == "Logistic regression log loss")
    #expect(Names.measure("gain.auc") == "Gain AUC")
    #expect(Names.measure("GaussianMixture.tied.2.bic") == "Gaussian mixture tied 2 BIC")
    #expect(Names.measure("KMeans.3.silhouette") == "k-means 3 silhouette")
    #expect(["1.0", "90", "1e-05"].map(Names.setting) == ["1.0", "90", "1e-05"])
    #expect(Names.setting("RecencyRule") == "Recency rule")
    try Language(tag: "de").speaking {
      #expect(Names.measure("gain.auc") == "Vorsprung AUC")
      #expect(Names.setting("RecencyRule") == "Regel der letzten Bestellung" && Names.setting("1.0") == "1,0")
      #expect(CountryWords.word("Turkey") == "Türkei" && CountryWords.word("Japan") == "Japan")
    }
  }
}
