import Testing

struct SwiftTextTests {
  @Test func commentsGoAndLinesStay() {
    let text = "let a = 1 // one\n/* two /* nested */\nstill */ let b = 2\n"
    #expect(SwiftText(text).withoutComments == "let a = 1 \n\n let b = 2\n")
  }

  @Test func literalsHideCommentMarks() {
    let text = #"let url = "https://example.org" // address"#
    #expect(SwiftText(text).withoutComments == #"let url = "https://example.org" "#)
    #expect(SwiftText(text).withoutCommentsAndLiterals == #"let url = "" "#)
  }

  @Test func rawAndLongLiteralsAreKnown() {
    let text = "let a = #\"say \"print(\" now\"#\nlet b = \"\"\"\n  print(\"x\")\n  \"\"\"\nlet c = \"\\\"print(\"\n"
    let bare = SwiftText(text).withoutCommentsAndLiterals
    #expect(!bare.contains("print("))
    #expect(bare.split(separator: "\n", omittingEmptySubsequences: false).count == 6)
  }

  @Test func anOpenQuoteEndsWithItsLine() {
    #expect(SwiftText("let r = /\"/\nprint(1)\n").withoutCommentsAndLiterals.contains("print(1)"))
  }
}
