import Computation
import Modeling
import Testing

@Suite("CalendarParts")
struct CalendarPartsTests {
  let day = Feature("ordered", unit: .days)

  func table(_ days: [Double?]) throws -> FeatureTable {
    var table = FeatureTable(rowCount: days.count)
    try table.append(day, .numeric(days))
    return table
  }

  @Test("the day's column becomes one for each part; a missing day has missing parts")
  func parts() throws {
    // 29 February 2024, a Thursday; 31 December 2023, a Sunday.
    let made = try CalendarParts(of: [day], parts: CalendarParts.Part.allCases).fit(try table([0]))
      .transform(try table([19_782, 19_722, nil]))
    #expect(SmallTable.rows(made)[0] == [2024, 1, 2, 9, 29, 60, 4, 0, 1])
    #expect(SmallTable.rows(made)[1] == [2023, 4, 12, 52, 31, 365, 7, 1, 1])
    #expect(SmallTable.rows(made)[2].allSatisfy { $0 == nil })
    #expect(made.features.map(\.name).prefix(2) == ["ordered: year", "ordered: quarter"])
  }

  @Test("refuses a number that is no day", arguments: [0.5, 1e9, -1e300])
  func noDay(number: Double) throws {
    let fitted = try CalendarParts(of: [day], parts: [.month]).fit(try table([0]))
    #expect(throws: FitProblem.notADay(feature: "ordered", row: 1)) { try fitted.transform(try table([3, number])) }
  }

  @Test("a circle closes: the twelfth month lies as near to the first as the first to the second")
  func cycle() throws {
    let months = try table([1, 2, 12, 4, nil, 1e6 * 12 + 1])
    let points = SmallTable.rows(try CyclicalParts(of: [day], period: 12).fit(months).transform(months))
    func distance(_ a: Int, _ b: Int) -> Double {
      let steps = zip(points[a], points[b]).map { ($0 ?? .nan) - ($1 ?? .nan) }
      return (steps[0] * steps[0] + steps[1] * steps[1]).squareRoot()
    }
    // A chord of 30 degrees is 2 sin 15°.
    #expect(abs(distance(0, 1) - 0.5176380902050415) < 1e-13)
    #expect(abs(distance(2, 0) - 0.5176380902050415) < 1e-13)
    #expect(distance(0, 5) < 1e-13)
    #expect(points[4] == [nil, nil])
    // Four months of twelve are 120 degrees.
    #expect(abs((points[3][0] ?? .nan) + 0.5) < 1e-13 && abs((points[3][1] ?? .nan) - 0.8660254037844386) < 1e-13)
    #expect(throws: FitProblem.self) { try CyclicalParts(of: [day], period: 0).fit(months) }
  }
}
