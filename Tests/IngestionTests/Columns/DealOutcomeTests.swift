import Testing
import Vocabulary

@testable import Ingestion

struct DealOutcomeTests {
  /// Open stages are compared as they are written, whatever marks stand in them.
  @Test(arguments: ["Proposal/Price Quote", "Negotiation/Review", "Id. Decision Makers"])
  func marksWithinAStage(stage: String) {
    #expect(DealOutcome.of(stage, openStages: SalesforceStage.open) == .open)
  }

  @Test(arguments: [
    ("Cierre Ganado 🤓", Deal.Outcome.won), ("✅ Won", .won), ("Perdido ❌", .lost), ("Closed & Lost", .lost),
  ])
  func picturesBesideTheWord(words: String, outcome: Deal.Outcome) { #expect(DealOutcome.of(words) == outcome) }

  @Test func flags() {
    #expect(DealOutcome.of(isClosed: true, isWon: true) == .won)
    #expect(DealOutcome.of(isClosed: nil, isWon: true) == .won)
    #expect(DealOutcome.of(isClosed: true, isWon: false) == .lost)
    #expect(DealOutcome.of(isClosed: false, isWon: false) == .open)
    #expect(DealOutcome.of(isClosed: true, isWon: nil) == nil)
    #expect(DealOutcome.of(isClosed: nil, isWon: false) == nil)
  }

  @Test(arguments: [
    ("Closed Won", Deal.Outcome.won), ("closedwon", .won), ("Closed won (Sales Pipeline)", .won), ("Gewonnen", .won),
    ("Closed Lost", .lost), ("Lost", .lost), ("Closed-Lost to Competition", .lost), ("Open", .open),
    ("Closed & Won", .won), ("Closed and lost", .lost), ("Fermé gagné", .won), ("Fermée gagnée", .won),
    ("Fermé perdu (Pipeline de ventes)", .lost), ("成約", .won), ("失注", .lost), ("Gesloten gewonnen", .won),
    ("Gesloten verloren (Pijplijn)", .lost), ("Abgeschlossen (gewonnen)", .won), ("Abgeschlossen (verloren)", .lost),
    ("Abgeschlossen (gewonnen) (Vertrieb)", .won),
  ])
  func words(text: String, outcome: Deal.Outcome) { #expect(DealOutcome.of(text) == outcome) }

  /// A stage of the account's own name may be the last one or the first.
  @Test func otherStagesAreNotGuessed() {
    #expect(DealOutcome.of("Signed") == nil)
    #expect(DealOutcome.of("Won over the board") == nil)
    #expect(DealOutcome.of("Prospecting") == nil)
    #expect(DealOutcome.of("Prospecting", openStages: ["prospecting"]) == .open)
  }
}
