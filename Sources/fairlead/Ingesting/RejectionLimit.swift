import ArgumentParser

/// How many rows of a file may be bad before nothing of it is believed.
struct RejectionLimit: ExpressibleByArgument, Equatable {
  enum Bound: Equatable {
    case rows(Int)
    case share(Double)
  }

  let bound: Bound

  static let standard = RejectionLimit(bound: .share(0.01))

  init(bound: Bound) { self.bound = bound }

  /// `25` or `2%`.
  init?(argument: String) {
    if argument.hasSuffix("%"), let percent = Double(argument.dropLast()), (0...100).contains(percent) {
      bound = .share(percent / 100)
    } else if let rows = Int(argument), rows >= 0 {
      bound = .rows(rows)
    } else {
      return nil
    }
  }

  /// As it is typed.
  var defaultValueDescription: String {
    switch bound {
    case .rows(let rows): "\(rows)"
    case .share(let share): "\(share * 100)%".replacing(".0%", with: "%")
    }
  }

  /// A share allows 5 rows at least, so that one bad line does not cost a small file.
  func allows(rejected: Int, of read: Int) -> Bool {
    switch bound {
    case .rows(let rows): rejected <= rows
    case .share(let share): rejected <= max(5, Int(share * Double(read)))
    }
  }
}
