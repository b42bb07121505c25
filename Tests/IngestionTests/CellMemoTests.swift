import Testing

@testable import Ingestion

struct CellMemoTests {
  private func ask(_ memo: inout CellMemo<Int>, _ text: String, keep value: Int? = nil) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { cell in
      let known = memo.value(of: cell)
      if let value { memo.keep(value, of: cell) }
      return known
    }
  }

  @Test func onlyTheLastCellIsKnown() {
    var memo = CellMemo<Int>()
    let answers = [
      ask(&memo, "", keep: 1), ask(&memo, ""), ask(&memo, "a"), ask(&memo, "ab", keep: 2), ask(&memo, "ab"),
      ask(&memo, "ac"), ask(&memo, "a"), ask(&memo, ""), ask(&memo, "ab", keep: 3), ask(&memo, "ab"),
    ]
    #expect(answers == [nil, 1, nil, nil, 2, nil, nil, nil, 2, 3])
  }
}
