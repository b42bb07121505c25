import Testing

@testable import Modeling

@Suite("Levels")
struct LevelsTests {
  @Test("are distinct, by Unicode scalars, and spelt one way whatever the order of rows")
  func order() {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    for values in [[decomposed, "b", nil, composed, "B"], [composed, "B", decomposed, "b", nil]] {
      let levels = Levels.distinct(values)
      #expect(levels.map { Array($0.unicodeScalars) } == ["B", "b", composed].map { Array($0.unicodeScalars) })
    }
  }
}
