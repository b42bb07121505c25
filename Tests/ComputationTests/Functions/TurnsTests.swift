import Testing

@testable import Computation

@Suite struct TurnsTests {
  @Test(arguments: [
    (0.0, 1.0), (0.25, 0.0), (0.5, -1.0), (1.0 / 6, 0.5), (-1.0 / 3, -0.5), (0.125, 0.7071067811865476), (7.25, 0.0),
  ]) func cosineOfTurns(turns: Double, expected: Double) {
    #expect(abs(Turns.cosine(turns) - expected) < 1e-14)
  }

  @Test(arguments: [
    (0.0, 0.0), (0.1, 0.5877852522924731), (0.25, 1.0), (0.6, -0.587785252292473), (-1.0 / 3, -0.8660254037844387),
    (12.375, 0.7071067811865476),
  ]) func sineOfTurns(turns: Double, expected: Double) {
    #expect(abs(Turns.sine(turns) - expected) < 1e-14)
  }
}
