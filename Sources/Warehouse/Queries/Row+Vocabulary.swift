import GRDB
import Vocabulary

extension Row {
  /// The day stored in an integer column, nil for NULL.
  func day(_ column: String) -> Day? {
    let number: Int? = self[column]
    return number.map { Day(number: $0) }
  }

  func currency(_ column: String) -> Currency? {
    let code: String? = self[column]
    return code.flatMap { Currency($0) }
  }
}
