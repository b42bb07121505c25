import Foundation
import Testing

@testable import fairlead

struct ClassifyReportTests {
  /// Every third row of the upper half has the event, none of the lower.
  private static let rows = (0..<600).map { row in
    "\(row % 7),\(row),\(row >= 300 && row % 3 != 0 ? "yes" : "no"),c\(row)"
  }

  @Test func pageOfAModelThatLearns() throws {
    let folder = try Folder()
    let table = try folder.write(
      "noise,<b>x\u{202E}</b>,won,customer\n" + Self.rows.joined(separator: "\n") + "\n", to: "t.csv")
    let page = try LabPages(in: folder) {
      try LabClassify.parse(
        [table, "--label", "won", "--models", "logistic,tree", "--features", "<b>x\u{202E}</b>,noise"] + $0
      )
      .run()
    }
    page.expectRules()
    #expect(page.headline.hasSuffix("tells who has won = yes better than the base rate does"))
    for id in ["models", "reliability", "gains", "rows", "chosen"] {
      #expect(page.html.contains("id=\"\(id)\""), "\(id)")
    }
    let names = page.texts(of: ["th"]).map { $0.trimmingCharacters(in: .whitespaces) }
    for name in ["Base rate", "Logistic regression", "Decision tree"] { #expect(names.contains(name)) }
    #expect(!page.html.contains(">c12<"))
  }

  @Test func noiseIsSaidToBeNoise() throws {
    let folder = try Folder()
    let rows = (0..<300).map { "\($0 * 37 % 100),\($0 / 2 % 2)" }.joined(separator: "\n")
    let table = try folder.write("x,won\n" + rows + "\n", to: "t.csv")
    let page = try LabPages(in: folder) {
      try LabClassify.parse([table, "--label", "won", "--models", "logistic"] + $0).run()
    }
    page.expectRules()
    #expect(page.headline == "No model beats the base rate for won = 1")
  }
}
