import Foundation
import Ingestion
import Testing

/// Where the first table of a file lies, by what is read of the file.
struct TableShapeTests {
  private static let table = [
    "ticket,opened,street,cost", "T1,2024-02-01,Mill Lane,3.50", "T2,2024-02-02,Quay,7.00",
    "T3,2024-02-03,Station Road,10.50",
  ]

  private func lines(_ text: String) throws -> [String] {
    var lines: [String] = []
    _ = try Sample(Array(text.utf8)).export().mendedRows(table: 1) { lines.append($0.joined(separator: ",")) }
    return lines
  }

  @Test(
    "lines that a spreadsheet has filled up to the table's width are none of it, whatever they hold",
    arguments: [
      "Monthly list,,,\n2024-03-01,,,\n", "Monthly list,,,\n10:30,,,\n", "Period,2024-02-01,2024-02-29,\n",
      "Rows,9,,\nVersion,2.1,,\n", "Monthly list,,,\nall,,,\n",
    ], [",,,\n", "\n"])
  func paddedLinesAbove(above: String, blank: String) throws {
    #expect(try lines(above + blank + Self.table.joined(separator: "\n")) == Self.table)
  }

  @Test func aFirstTableThatReachesItsLastColumnStands() throws {
    let first = ["name,day,sum,", "a,2024-01-01,1,", "b,2024-01-02,2,x"]
    #expect(try lines(first.joined(separator: "\n") + "\n\n" + Self.table.joined(separator: "\n")) == first)
  }

  @Test func namesAboveFiguresBeginAnotherTableBelowOneOfWords() throws {
    let words = ["herb,place,soil,taste", "basil,sun,moist,sweet", "mint,shade,moist,cool", "sage,sun,dry,bitter"]
    #expect(try lines(words.joined(separator: "\n") + "\n\n" + Self.table.joined(separator: "\n")) == words)
    let more = ["thyme,sun,dry,warm", "dill,sun,moist,fresh"]
    #expect(try lines((words + [""] + more).joined(separator: "\n")) == words + more)
  }

  /// The row below the blank line lacks its figure, or has a word for it that stands above too.
  @Test(arguments: [
    (["name,place,sum"], ["a,Ulm,", "b,Bonn,12", "c,Kiel,13", "d,Jena,14"]),
    (["name,place,sum"], ["a,Ulm,open", "b,Bonn,12", "c,Kiel,13", "d,Jena,14"]),
    (["team,name,hours", "x,Ann,open", "x,Bob,open"], ["y,Eve,open", "y,Ida,5", "z,Kai,7", "z,Leo,8"]),
    (["name,sum", "a,12", "b,open", "c,13", "d,open"], ["e,late", "f,14", "g,15", "h,16"]),
  ])
  func aRowWithoutFiguresBelowABlankLineIsNoHeader(above: [String], below: [String]) throws {
    #expect(try lines((above + [""] + below).joined(separator: "\n")) == above + below)
  }
}
