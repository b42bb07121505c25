import Foundation
import Testing

@testable import Reporting

@Suite struct MailTests {
  private func mail(_ name: String, address: String? = nil) throws -> (html: String, text: String) {
    let mail = try Rendered.site.renderMail(Rendered.findings(name), address: address)
    return (String(decoding: mail.html, as: UTF8.self), String(decoding: mail.text, as: UTF8.self))
  }

  private func joined(_ text: String) -> String {
    PageText.plain(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: Rendered.names) func twoBuildsAreTheSameBytes(_ name: String) throws {
    let (first, second) = (try mail(name), try mail(name))
    #expect(first.html == second.html && first.text == second.text)
  }

  @Test(arguments: Rendered.names) func aMailProgramCanShowIt(_ name: String) throws {
    let html = try mail(name).html
    for refused in ["<svg", "<img", "<script", "<style", "<link", "class=", "url(", "var(", "display:flex", "href="] {
      #expect(!html.contains(refused), "\(refused)")
    }
    #expect(html.utf8.count < 100 * 1024)
  }

  /// Each tile, headline, insight and limit of the summary page, word for word.
  @Test(arguments: Rendered.names) func figuresAreThoseOfTheSummary(_ name: String) throws {
    let page = try #require(try Rendered.pages(name).first { $0.path == "index.html" }?.html)
    let (html, text) = try mail(name)
    let (shownHTML, shownText) = (joined(html), text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    let sentences =
      PageText.elements(["h1"], in: page)
      + page.components(between: "<span class=\"val", and: "</span>")
      .map { PageText.plain("<x \($0)") } + page.components(between: "<span class=\"why\">", and: "</span>")
    let plain = sentences.map { joined($0) }
    #expect(plain.count > (name == "full" ? 6 : 0))
    for sentence in plain {
      #expect(shownHTML.contains(sentence), "HTML lacks: \(sentence)")
      #expect(shownText.replacing("\u{2060}", with: "").contains(sentence), "text lacks: \(sentence)")
    }
    let amounts = { (text: String) in Set(PageText.numbers(text)) }
    #expect(amounts(shownHTML).isSuperset(of: amounts(plain.joined(separator: " "))))
    #expect(amounts(shownHTML) == amounts(shownText.replacing("\u{2060}", with: "")))
  }

  @Test func aLinkOnlyWhereThereIsAnAddress() throws {
    let (html, text) = try mail("full", address: "https://reports.example.com/a?b=1&c=2")
    #expect(html.contains("href=\"https://reports.example.com/a?b=1&amp;c=2\""))
    #expect(text.contains("The whole report: https://reports.example.com/a?b=1&c=2\n"))
    #expect(try !mail("full").text.contains("The whole report"))
  }

  @Test func namesStayText() throws {
    #expect(try !mail("hostile").html.contains("<img src=x"))
  }
}
