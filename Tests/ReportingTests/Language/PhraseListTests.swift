import Foundation
import Templates
import Testing

@testable import Charting
@testable import Reporting

@Suite struct PhraseListTests {
  @Test("phrases.pot holds the phrases of the sources and no others; FAIRLEAD_RECORD=1 writes it")
  func listIsComplete() throws {
    #expect(SourcePhrases.unreadable == [])
    if ProcessInfo.processInfo.environment["FAIRLEAD_RECORD"] == "1" {
      try Self.list.write(to: SourcePhrases.list, atomically: true, encoding: .utf8)
      return
    }
    let bytes = [UInt8](try Data(contentsOf: SourcePhrases.list))
    let (listed, used) = (Set(PhraseReader.keys(of: bytes)), Set(SourcePhrases.all.map(\.key)))
    #expect(used.subtracting(listed).sorted() == [], "not listed")
    #expect(listed.subtracting(used).sorted() == [], "used nowhere")
  }

  @Test func everyTextOfTheChartsIsTranslated() {
    let texts = Mirror(reflecting: ChartWords.english).children.filter { $0.value is String }.count
    // All but what binds a day to its month.
    #expect(ChartWords.texts.count == texts - 1)
  }

  private static let catalogues = TemplateFile.locales.filter { $0.name.hasSuffix(".po") }

  @Test(arguments: catalogues.map(\.name))
  func catalogueFitsThePhrases(_ name: String) throws {
    let file = try #require(Self.catalogues.first { $0.name == name })
    let phrases = try PhraseCatalogue(file.bytes, name: name, plural: .unlessOne)
    let known = Dictionary(SourcePhrases.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for key in phrases.keys {
      let source = known[key]
      #expect(source != nil, "\(name): used nowhere: \(key)")
      guard let source, let entry = phrases[key: key] else { continue }
      let pairs =
        [(source.one, entry.one)]
        + zip([source.other], [entry.other]).compactMap { english, own in
          english.flatMap { english in own.map { (english, $0) } }
        }
      for (english, own) in pairs {
        #expect(PhraseCatalogue.names(in: english) == PhraseCatalogue.names(in: own), "\(name): \(own)")
        let ends: [Character] = [".", "?"]
        #expect(ends.contains(english.last ?? " ") == ends.contains(own.last ?? " "), "\(name): \(own)")
        #expect(!own.contains("!"), "\(name): \(own)")
      }
    }
  }

  @Test("each language that has a catalogue has every phrase", arguments: ["de", "fr", "es", "nl", "pt", "it"])
  func catalogueIsComplete(_ tag: String) throws {
    #expect(Self.catalogues.contains { $0.name == tag + ".po" })
    #expect(try Language(tag: tag).untranslated() == [])
  }

  @Test func everyCatalogueIsHeldToBeComplete() {
    #expect(Set(Self.catalogues.map(\.name)) == ["de.po", "fr.po", "es.po", "nl.po", "pt.po", "it.po"])
  }

  private static var list: String {
    var text = """
      # Every phrase of the report, for a new language: copy it, fill in what stands empty, and put it into the folder that
      # `fairlead report --templates` names. What stays empty is written in English. {name} is replaced by a value and stands
      # in the translation, too, where the language wants it.
      msgid ""
      msgstr ""
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

      """
    var place = ""
    for phrase in SourcePhrases.all {
      text += place == phrase.place ? "\n" : "\n\n#: \(phrase.place)\n"
      place = phrase.place
      text += "msgid \(quoted(phrase.one))\n"
      text += phrase.other.map { "msgid_plural \(quoted($0))\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n" } ?? "msgstr \"\"\n"
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
