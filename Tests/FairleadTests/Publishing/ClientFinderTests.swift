import Foundation
import Testing

@testable import Reporting
@testable import fairlead

struct ClientFinderTests {
  private func record(_ name: String) -> String {
    """
    {"schema": 1, "client": "\(name)", "asOf": "2026-11-15", "buildID": "b", "reportWeek": "2026-W46"}
    """
  }

  private func clients(_ folder: Folder, _ names: [String], out: String = "agency") -> [Reporting.Portfolio.Client] {
    ClientFinder(linkingFrom: folder.url.appending(path: out)).clients(in: names.map { folder.path + "/" + $0 })
  }

  private func problems(_ clients: [Reporting.Portfolio.Client]) -> [String?] {
    clients.map(\.problem)
  }

  @Test func reportsAndWorkspacesAreFoundInTheOrderOfTheirNames() throws {
    let folder = try Folder()
    try folder.write(record("B"), to: "all/b/report/report.json")
    try folder.write(record("A"), to: "all/c/report.json")
    try folder.write("", to: "all/a/fairlead.yml")
    try folder.write("", to: "all/notes/letter.txt")
    try folder.write(record("H"), to: "all/.hidden/report.json")
    let found = clients(folder, ["all"])
    #expect(found.map(\.name) == ["a", "B", "A"])
    #expect(problems(found) == ["There is no report.json in a", nil, nil])
    // The same report once, however it is named.
    #expect(clients(folder, ["all/c", "all", "all/c/"]).map(\.name) == ["A", "a", "B"])
    #expect(clients(folder, ["all/b"]).map(\.name) == ["B"])
  }

  @Test func whatIsBrokenOrForeignIsNamedForItsClientAlone() throws {
    let folder = try Folder()
    try folder.write(record("Good"), to: "all/good/report.json")
    try folder.write("{\"schema\": 1,", to: "all/half/report.json")
    try folder.write("{\"name\": \"npm\"}", to: "all/other/report/report.json")
    let found = clients(folder, ["all", "gone"])
    #expect(found.map(\.name) == ["Good", "half", "other", "gone"])
    #expect(
      problems(found) == [
        nil, "Its report.json is no report: no JSON", "Its report.json is no report: the key schema is missing",
        "There is no report.json in gone",
      ])
  }

  @Test func linksAreRelativeAndEscaped() throws {
    let folder = try Folder()
    let finder = ClientFinder(linkingFrom: folder.url.appending(path: "agency/pages"))
    #expect(finder.link(to: folder.path + "/shop/report/index.html") == "../../shop/report/index.html")
    #expect(finder.link(to: folder.path + "/agency/pages/x/index.html") == "x/index.html")
    #expect(
      finder.link(to: folder.path + "/agency/A & B #1?/100%/é.html") == "../A%20%26%20B%20%231%3F/100%25/%C3%A9.html")
  }

  @Test func theIndexIsWrittenBesideOtherFiles() throws {
    let folder = try Folder()
    try folder.write("mine", to: "agency/notes.txt")
    func pages(_ count: Int) -> [ReportFile] {
      [ReportFile(path: "clients.csv", text: "c")]
        + (1...count).reversed().map { ReportFile(path: $0 == 1 ? "index.html" : "clients-\($0).html", text: "\($0)") }
    }
    let place = PortfolioPlace(folder.path + "/agency")
    #expect(place.first == "index.html")
    try place.write(pages(4))
    try place.write(pages(2))
    #expect(
      try folder.names == [
        "agency", "agency/notes.txt", "agency/clients.csv", "agency/index.html", "agency/clients-2.html",
      ])
    let page = PortfolioPlace(folder.path + "/agency/all.html")
    #expect(page.first == "all.html" && page.path == folder.path + "/agency/all.html")
  }

  @Test func theReportOfAClientIsNotOverwritten() throws {
    let folder = try Folder()
    try folder.write(record("A"), to: "report/report.json")
    try folder.write("figures", to: "report/index.html")
    #expect(throws: Failure.self) {
      try PortfolioPlace(folder.path + "/report").write([ReportFile(path: "index.html", text: "x")])
    }
    #expect(try folder.read("report/index.html") == "figures")
  }
}
