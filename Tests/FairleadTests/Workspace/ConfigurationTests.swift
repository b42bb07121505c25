import Testing
import Vocabulary

@testable import fairlead

struct ConfigurationTests {
  private func failure(_ text: String) -> String? {
    do {
      _ = try Configuration.parse(text, name: "fairlead.yml")
      return nil
    } catch { return (error as? Failure)?.message }
  }

  @Test func everySettingIsRead() throws {
    let text = """
      client: "Ægir & Søn"
      currency: EUR
      timeZone: Europe/Berlin
      locale: de-DE
      dateOrder: dmy
      grossMargin: 0.4
      churnHorizonDays: 60
      seed: 7
      pseudonymKey: sixteen characters
      reportAddress: https://example.org/r
      """
    let read = try Configuration.parse(text, name: "fairlead.yml")
    #expect(read.client == "Ægir & Søn" && read.currency?.code == "EUR" && read.timeZone == "Europe/Berlin")
    #expect(read.locale == "de-DE" && read.dateOrder == "dmy" && read.grossMargin == 0.4)
    #expect(read.churnHorizonDays == 60 && read.seed == 7 && read.pseudonymKey == "sixteen characters")
    #expect(read.reportAddress == "https://example.org/r")
  }

  @Test(arguments: ["", "\n", "# only a remark\n", "---\n"])
  func nothingSetIsTheDefault(text: String) throws {
    #expect(try Configuration.parse(text, name: "fairlead.yml") == Configuration())
  }

  @Test func theTemplateOfANewWorkspaceIsReadable() throws {
    let read = try Configuration.parse(Configuration.template(client: "North"), name: "fairlead.yml")
    #expect(read.client == "North")
    // Each setting that is only mentioned becomes valid once its mark is taken away.
    let mentioned = Configuration.template(client: "North").replacing("# currency", with: "currency")
      .replacing("# grossMargin", with: "grossMargin").replacing("# churnHorizonDays", with: "churnHorizonDays")
      .replacing("# timeZone", with: "timeZone").replacing("# dateOrder", with: "dateOrder")
      .replacing("# brand", with: "brand")
      .replacing(/(?m)^# (channels|  +)/) { $0.output.1 }
    let set = try Configuration.parse(mentioned, name: "fairlead.yml")
    #expect(set.channels.grouping.rules.first?.name == "Partner letters")
    #expect(set.brand == BrandSettings(name: "Fern & Co", accent: "#1c4f5c", locale: "de"))
    #expect(set.currency?.code == "GBP" && set.grossMargin == 0.55 && set.churnHorizonDays == 90)
  }

  @Test(arguments: [
    ("grossMargin: 55", "fairlead.yml: grossMargin is \"55\"; expected a share above 0 and up to 1; correct the line"),
    ("currency: pounds", "fairlead.yml: currency is \"pounds\"; expected an ISO code such as GBP; correct the line"),
    ("currency: XYZ", "fairlead.yml: currency is \"XYZ\"; expected an ISO code such as GBP; correct the line"),
    (
      "timeZone: Berlin",
      "fairlead.yml: timeZone is \"Berlin\"; expected a name such as Europe/London or an offset such as +01:00; "
        + "correct the line"
    ),
    (
      "timeZone: \"\"",
      "fairlead.yml: timeZone is \"\"; expected a name such as Europe/London or an offset such as +01:00; correct the "
        + "line"
    ),
    ("dateOrder: european", "fairlead.yml: dateOrder is \"european\"; expected dmy, mdy or ymd; correct the line"),
    (
      "reportAddress: javascript:alert(1)",
      "fairlead.yml: reportAddress is \"javascript:alert(1)\"; expected an address that starts with https:// or "
        + "http://; correct the line"
    ),
    ("churnHorizonDays: 3", "fairlead.yml: churnHorizonDays is \"3\"; expected 7 to 730 days; correct the line"),
    (
      "pseudonymKey: short",
      "fairlead.yml: pseudonymKey is too short; expected 16 characters or more; correct the line"
    ),
    (
      "- a\n- b",
      "fairlead.yml: no settings found; expected lines like `currency: GBP`; correct the file"
    ),
    ("a: [", "fairlead.yml:2: not readable as YAML; expected lines like `currency: GBP`; correct the line"),
    ("seed: 1\nseed: 2", "fairlead.yml:1: seed more than once; expected lines like `currency: GBP`; correct the line"),
  ])
  func whatIsWrongIsSaidWithItsLine(text: String, expected: String) { #expect(failure(text) == expected) }

  @Test func anUnknownSettingNamesTheKnownOnes() throws {
    let text = try #require(failure("curency: GBP"))
    #expect(text.contains("\"curency\" is not known"))
    for key in Configuration.keys { #expect(text.contains(key)) }
  }
}
