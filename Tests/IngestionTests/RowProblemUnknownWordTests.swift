import Testing

@testable import Ingestion

struct RowProblemUnknownWordTests {
  /// A mail address, a figure and a sentence are not named: they may tell of a person.
  @Test(arguments: [
    ("Partly shipped", "\"Partly shipped\", a state that is not known"),
    ("on_hold-2", "a state of 9 letters that is not known"), ("", "an empty cell"),
    ("Überfällig", "\"Überfällig\", a state that is not known"),
    ("ann@example.org", "a state of 15 letters that is not known"),
    (String(repeating: "a", count: 32), "\"\(String(repeating: "a", count: 32))\", a state that is not known"),
    (String(repeating: "a", count: 33), "a state of 33 letters that is not known"),
  ])
  func aShortWordIsNamed(text: String, found: String) {
    let problem = RowProblem.unknown("state", text, column: "Status", expected: "paid")
    #expect(problem == RowProblem(column: "Status", found: found, expected: "paid"))
  }
}
