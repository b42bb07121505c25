import Computation
import Modeling
import Testing

@Suite("ModelArchive")
struct ModelArchiveTests {
  let model: KMeans.Fitted

  init() throws {
    model = try KMeans(clusters: 2).fit(Matrix([[0.1], [0.2], [5]]), using: SeededGenerator(seed: 1))
  }

  @Test("what is read is what was stored")
  func roundTrip() throws {
    #expect(try ModelArchive.read(KMeans.Fitted.self, from: ModelArchive.bytes(of: model)) == model)
  }

  @Test("refuses damaged bytes, another model and another version")
  func refusals() throws {
    let bytes = try ModelArchive.bytes(of: model)
    #expect(throws: FitProblem.unreadable(model: "KMeans", reason: .malformed)) {
      try ModelArchive.read(KMeans.Fitted.self, from: Array(bytes.dropLast()))
    }
    #expect(throws: FitProblem.unreadable(model: "Standardiser", reason: .otherModel("KMeans"))) {
      try ModelArchive.read(Standardiser.Fitted.self, from: bytes)
    }
    let later = Array(String(decoding: bytes, as: UTF8.self).replacing("\"version\":1", with: "\"version\":9").utf8)
    #expect(throws: FitProblem.unreadable(model: "KMeans", reason: .otherVersion(found: 9, expected: 1))) {
      try ModelArchive.read(KMeans.Fitted.self, from: later)
    }
    #expect(
      FitProblem.unreadable(model: "KMeans", reason: .malformed).description
        == "KMeans: found bytes that do not hold a model; expected a model stored by this program; fit again")
  }
}
