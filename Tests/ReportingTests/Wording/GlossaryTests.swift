import Testing

@testable import Reporting

struct GlossaryTests {
  @Test("The words that judge a model stand in the glossary where a model was trained, and nowhere else")
  func judging() {
    let judging = Set(["AUC", "BIC", "Brier score", "Calibration", "Silhouette", "Simple rule", "Stability"])
    let trained = Glossary.all(judging: true).map(\.term)
    let untrained = Glossary.all(judging: false).map(\.term)
    #expect(judging.isSubset(of: trained))
    #expect(judging.isDisjoint(with: untrained))
    #expect(untrained == trained.filter { !judging.contains($0) })
  }

  @Test("Every word that a page explains stands in the glossary of trained models")
  func pages() {
    let trained = Set(Glossary.all(judging: true).map(\.term))
    let pages = [Glossary.short, Glossary.channels, Glossary.audience, Glossary.churn, Glossary.trust, Glossary.data]
    #expect(Set(pages.joined().map(\.term)).isSubset(of: trained))
  }
}
