import Computation
import Modeling
import Testing

@Suite("CorrelationFilter")
struct CorrelationFilterTests {
  @Test("correlations are numpy's; of two columns the first stays, and a dropped one drops no other")
  func filters() throws {
    let fitted = try CorrelationFilter(limit: 0.9).fit(SelectionExample.rows)
    #expect(fitted.kept == [0, 1, 2, 3])
    #expect(abs(fitted.scores[1] - 0.8355044182110838) < 1e-14)
    #expect(abs(fitted.scores[2] - 0.72822809897203) < 1e-14)
    #expect(fitted.scores[3] == 0)
    #expect(try CorrelationFilter(limit: 0.8).fit(SelectionExample.rows).kept == [0, 2, 3])
    // Column 1 goes for column 0; column 2 is like 1 (0.715) and less like 0 (0.728): only 0 counts against it.
    #expect(try CorrelationFilter(limit: 0.72).fit(SelectionExample.rows).kept == [0, 3])
  }

  @Test("refuses a limit that is no correlation")
  func refusal() {
    #expect(throws: FitProblem.self) { try CorrelationFilter(limit: 2).fit(SelectionExample.rows) }
  }
}
