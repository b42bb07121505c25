import Testing

struct CommandHelpTests {
  @Test func everyCommandHasHelpAndStandsInTheReadme() {
    #expect(CommandHelp.violations(commands: SourceTree.sources, readme: SourceTree.readme.first) == [])
  }

  private let complete = """
    struct TidyUp: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Tidies.", discussion: "Example: fairlead tidy-up shop")
    }
    """

  @Test func aCommandWithoutHelpOrMentionIsFound() {
    let path = "Sources/fairlead/Commands/TidyUp.swift"
    let readme = SourceFile(path: "README.md", text: "| `fairlead tidy-up` | tidies |\n")
    #expect(CommandHelp.violations(commands: [SourceFile(path: path, text: complete)], readme: readme) == [])
    let bare = SourceFile(path: path, text: "struct TidyUp: ParsableCommand {\n}\n")
    #expect(
      CommandHelp.violations(commands: [bare], readme: nil) == [
        "\(path): tidy-up has no abstract", "\(path): tidy-up has no example in its discussion",
        "README.md: does not show `fairlead tidy-up`",
      ])
  }

  @Test func aReadmeThatPromisesMoreIsFound() {
    let file = SourceFile(path: "Sources/fairlead/Commands/TidyUp.swift", text: complete)
    let readme = SourceFile(path: "README.md", text: "| `fairlead tidy-up` | x |\n| `fairlead fly` | y |\n")
    #expect(
      CommandHelp.violations(commands: [file], readme: readme) == [
        "README.md: shows `fairlead fly`, which is no command"
      ])
  }
}
