import Computation
import Testing

@Suite("IncompleteBeta")
struct IncompleteBetaTests {
  @Test(
    "is mpmath's at 40 digits",
    arguments: [
      [0.5, 0.5, 0.3, 0.36901011956554536], [2, 3, 0.4, 0.5248], [10, 1.5, 0.9, 0.5401970065018545],
      [100, 200, 0.3, 0.10884306564490975], [0.5, 500, 1e-3, 0.6826895526902826], [800, 900, 0.5, 0.9923805666587575],
    ])
  func reference(figures: [Double]) {
    let found = IncompleteBeta.of(figures[2], figures[0], figures[1])
    #expect(abs(found - figures[3]) < 1e-12 * figures[3])
  }

  @Test("has its ends and its symmetry")
  func shape() {
    #expect(IncompleteBeta.of(0, 2, 3) == 0)
    #expect(IncompleteBeta.of(1, 2, 3) == 1)
    #expect(abs(IncompleteBeta.of(0.2, 4, 7) + IncompleteBeta.of(0.8, 7, 4) - 1) < 1e-15)
  }

  @Test(
    "the upper tail of F is scipy 1.17.1's, far out too",
    arguments: [
      [1.5, 2, 10, 0.2693290743429044], [4.26, 2, 9, 0.04991003038154897], [30, 3, 100, 6.455009917181582e-14],
      [500, 1, 50, 1.0847547667736062e-27], [0.2, 5, 7, 0.9524164502214273],
    ])
  func tail(figures: [Double]) {
    let found = IncompleteBeta.upperF(figures[0], figures[1], figures[2])
    #expect(abs(found - figures[3]) < 1e-11 * figures[3])
  }
}
