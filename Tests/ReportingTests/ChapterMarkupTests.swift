import Testing

@testable import Reporting

@Suite struct ChapterMarkupTests {
  private let markup = ChapterMarkup(
    anchor: "churn", chapters: ["index.html": "index", "data.html": "data"],
    files: [
      "data/a.csv": ReportFile(path: "data/a.csv", text: "abc"),
      "data/big.csv": ReportFile(path: "data/big.csv", bytes: [UInt8](repeating: 65, count: 51_201)),
      "data/most.csv": ReportFile(path: "data/most.csv", bytes: [UInt8](repeating: 65, count: 51_200)),
    ])

  @Test(arguments: [
    ("<h2 id=\"h-a\" class='x'>", "<h2 id=\"churn-h-a\" class='x'>"),
    ("<svg aria-labelledby=\"a-t a-d\">", "<svg aria-labelledby=\"churn-a-t churn-a-d\">"),
    ("<label for=a>", "<label for=churn-a>"),
    ("<rect fill='url(#hatch)'/>", "<rect fill='url(#churn-hatch)'/>"),
    ("<a class=\"perma\" href=\"#a\">#</a>", "<a class=\"perma\" href=\"#churn-a\">#</a>"),
    ("<a href=\"index.html\">", "<a href=\"#index\">"),
    ("<a href=\"index.html#week\">", "<a href=\"#week\">"),
    ("<a href=\"data.html#files\">", "<a href=\"#data-files\">"),
    ("<a href=\"https://example.org/#a\">", "<a href=\"https://example.org/#a\">"),
    // "abc" in base 64.
    ("<a href=\"data/a.csv\" download>", "<a href=\"data:text/csv;charset=utf-8;base64,YWJj\" download=\"a.csv\">"),
    (
      "<p><a href=\"data/big.csv\" download>Download <b>CSV</b></a>.</p>",
      "<p><span class=\"small\">Not in this file: data/big.csv of the full report</span>.</p>"
    ),
  ])
  func linksAndNamesBelongToTheChapter(given: String, expected: String) {
    #expect(markup.rewritten(given) == expected)
  }

  @Test(arguments: [
    "id=\"a\" href=\"#b\" is text", "a < b id=\"a\"", "<td title=\"<a id='x'> is text\">1 &lt; 2</td>",
    "<!-- <> -->", "<p data-l=\"url(#a)\">", "<p", "<p id", "é <b>ü</b> 日本",
  ])
  func whatIsNoNameIsLeftAlone(text: String) { #expect(markup.rewritten(text) == text) }

  @Test func theSummaryKeepsItsNames() {
    let summary = ChapterMarkup(anchor: "index", chapters: [:], files: [:])
    #expect(summary.rewritten("<p id=\"week\"><a href=\"#week\">") == "<p id=\"week\"><a href=\"#week\">")
  }

  @Test func fiftyKilobytesAreStillCarried() {
    #expect(markup.rewritten("<a href=\"data/most.csv\" download>").hasPrefix("<a href=\"data:text/csv;"))
  }
}
