import Foundation
import Testing

@testable import fairlead

struct LabSurviveTests {
  private func run(_ arguments: [String]) throws -> SurviveResult {
    try LabSurvive.parse(arguments).survive()
  }

  /// Weeks in remission of 42 children with leukaemia (Freireich et al. 1963).
  private static let leukaemia: String = {
    let treated = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    let relapsed = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    let placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    return "weeks,relapse,arm\n" + zip(treated, relapsed).map { "\($0),\($1),drug\n" }.joined()
      + placebo.map { "\($0),1,control\n" }.joined()
  }()

  @Test func publishedCurvesTestAndCoefficients() throws {
    let folder = try Folder()
    let path = try folder.write(Self.leukaemia, to: "t.csv")
    let arguments = [path, "--duration", "weeks", "--event", "relapse", "--covariates", "arm", "--groups", "arm"]
    let result = try run(arguments)
    #expect(result.rows == 42 && result.events == 30)
    let comparison = try #require(result.comparisons.first)
    #expect(abs((comparison.chiSquare ?? 0) - 16.793) < 1e-3)
    #expect(comparison.groups.map(\.group) == ["control", "drug"])
    #expect(comparison.groups.map(\.survival.median) == [8, 23])
    #expect(result.coefficients.map(\.name) == ["arm=drug"])
    #expect(abs(result.coefficients[0].coefficient + 1.572) < 1e-3)
    #expect(abs((result.concordance ?? 0) - 0.69004) < 1e-5)
    #expect(result.text.contains("half by 8") && result.text.contains("arm=drug"))
    let breslow = try run(arguments + ["--ties", "breslow"])
    #expect(abs(breslow.coefficients[0].coefficient + 1.509) < 1e-3)
    let alone = try run([path, "--duration", "weeks", "--event", "relapse"])
    #expect(alone.coefficients.isEmpty && alone.concordance == nil)
    #expect(alone.curve.first?.survival == 40.0 / 42)
  }

  /// In units of 1e80 a coefficient is 1e80 times as large, and the hazard ratio of one unit has no number.
  @Test func aRatioBeyondAllNumbersIsNone() throws {
    let folder = try Folder()
    let rows = [(3, 1, 1), (2, 0, 2), (5, 1, 1), (1, 1, 3), (4, 1, 2), (6, 0, 3)]
    let path = try folder.write(
      "d,e,x\n" + rows.map { "\($0),\($1),\($2)e-80\n" }.joined(), to: "t.csv")
    let result = try run([path, "--duration", "d", "--event", "e", "--covariates", "x"])
    let item = try #require(result.coefficients.first)
    #expect(item.high == nil && item.low == 0 && item.pValue > 0 && item.pValue < 1)
    #expect(abs(item.coefficient) > 1e78)
    _ = try JSONEncoder().encode(result)
    #expect(result.text.contains("beyond all numbers"))
  }

  @Test(arguments: [
    ("d,e,x\n", "found no rows"),
    ("d,e,x\n1,1,2\nlong,0,3\n", "d holds text"),
    ("d,e,x\n-1,1,2\n3,0,1\n", "d, data row 0 (from 0): found a number below 0"),
    ("d,e,x\n1,1,2\n,0,3\n", "d, data row 1 (from 0): found no value"),
    ("d,e,x\n1,1,2\nNaN,0,3\n", "found no value"),
    ("d,e,x\n1e308,1,2\n3,0,1\n", "found a number of that size"),
    ("d,e,x\n1,0,2\n3,0,1\n", "one value, which does not mean yes"),
    ("d,e,x\n1,,2\n3,,1\n", "no value in any row"),
    ("d,e,x\n1,1,2\n3,2,1\n4,0,3\n", "name the one that counts as yes"),
    ("d,e,x\n1,1,2\n3,0,2\n", "the same value in every row"),
    ("d,e,x\n1,1,9\n2,1,8\n3,1,7\n4,1,6\n5,0,1\n6,0,2\n", "x tells events from survivals without error"),
    ("duration,e,x\n1,1,2\n", "has no column d"),
  ])
  func refusesWithAName(text: String, expected: String) throws {
    let folder = try Folder()
    let path = try folder.write(text, to: "t.csv")
    let failure = #expect(throws: Failure.self) {
      try run([path, "--duration", "d", "--event", "e", "--covariates", "x"])
    }
    #expect(failure?.status == .unusableData)
    #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "")")
  }

  @Test func sameColumnTwiceIsAUsageError() {
    #expect(throws: (any Error).self) { try LabSurvive.parse(["t.csv", "--duration", "d", "--event", "d"]) }
  }

  @Test(.enabled(if: LabReference.isPresent, "\(LabReference.absence)"))
  func telecomCustomersHaveTheReferencesFigures() throws {
    let folder = try Folder()
    let path = try folder.write(try LabReference.text("telco/Telco-Customer-Churn.csv"), to: "t.csv")
    let result = try run([
      path, "--duration", "tenure", "--event", "Churn", "--groups", "Contract", "--covariates",
      "SeniorCitizen,Partner,Dependents,PaperlessBilling,MonthlyCharges,Contract,InternetService",
    ])
    for index in 1..<10 {
      let time = try LabReference.numbers("survival.json", ["km_all", "t"])[index]
      let survival = try LabReference.numbers("survival.json", ["km_all", "S"])[index]
      let point = try #require(result.curve.last { $0.time <= time })
      #expect(abs(point.survival - survival) <= 1e-9)
      let low = try LabReference.numbers("survival.json", ["km_all", "ci95_loglog_lower"])[index]
      #expect(abs((point.low ?? 0) - low) <= 1e-9)
    }
    let names = [
      "SeniorCitizen": "SeniorCitizen", "Partner=Yes": "Partner", "Dependents=Yes": "Dependents",
      "PaperlessBilling=Yes": "PaperlessBilling", "MonthlyCharges": "MonthlyCharges",
      "Contract=One year": "Contract=One year", "Contract=Two year": "Contract=Two year",
      "InternetService=Fiber optic": "Internet=Fiber optic", "InternetService=No": "Internet=No",
    ]
    #expect(result.coefficients.count == names.count)
    for item in result.coefficients {
      let name = try #require(names[item.name])
      let coefficient = try LabReference.number("survival.json", ["cox", "coef", name])
      #expect(abs(item.coefficient - coefficient) <= 1e-6 * abs(coefficient))
      let error = try LabReference.number("survival.json", ["cox", "se", name])
      #expect(abs(item.standardError - error) <= 1e-6 * error)
    }
    #expect(abs((result.concordance ?? 0) - (try LabReference.number("survival.json", ["cox", "concordance"]))) < 1e-9)
    #expect(result.comparisons[0].groups.map(\.survival.median) == [35, nil, nil])
    let chiSquare = try LabReference.number("survival.json", ["km_by", "Contract", "_logrank", "chi2"])
    #expect(abs((result.comparisons[0].chiSquare ?? 0) - chiSquare) <= 1e-9 * chiSquare)
  }
}
