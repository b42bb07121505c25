import Foundation
import Reporting
import Testing

@testable import fairlead

struct TemplateFolderTests {
  @Test func whatIsExportedIsReadAgain() throws {
    let folder = try Folder()
    let design = folder.url.appending(path: "design", directoryHint: .isDirectory)
    let paths = try TemplateFolder.export(to: design)
    let read = try TemplateFolder.read(design)
    #expect(paths.count == Site.builtInTemplates.count && read.count == paths.count)
    for file in Site.builtInTemplates { #expect(read[file.name] == file.bytes, "\(file.name)") }
    #expect(read.keys.contains("page.mustache") && read.keys.contains("page.css"))
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try Folder()
    try folder.write("mine", to: "page.css")
    #expect(throws: Failure.self) { try TemplateFolder.export(to: folder.url) }
    #expect(try folder.read("page.css") == "mine")
    #expect(try folder.names == ["page.css"])
  }

  @Test func hiddenFilesArePassedOver() throws {
    let folder = try Folder()
    try folder.write("mine", to: "page.css")
    try folder.write("half", to: ".page.css.swp")
    #expect(try TemplateFolder.read(folder.url) == ["page.css": Array("mine".utf8)])
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let folder = try Folder()
    #expect(throws: Failure.self) { try TemplateFolder.read(folder.url.appending(path: "none/")) }
  }

  @Test func templatesNameTheBuild() {
    #expect(TemplateFolder.inputs([:]) == [])
    #expect(TemplateFolder.inputs(["b": [66], "a": [65]]) == ["a: A", "b: B"])
  }
}
