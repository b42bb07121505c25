import Analysis

/// A figure against the one before it, under the rules for what may be said.
enum Change: Equatable {
  case relative(Double)
  /// The earlier value is not positive, so that a percentage would mislead.
  case absolute(Double)
  case moreThanTenTimes
  case new
  case none

  init(from before: Double, to now: Double) {
    if now == before {
      self = .none
    } else if before == 0 {
      self = .new
    } else if before < 0 || now < 0 {
      self = .absolute(now - before)
    } else {
      let share = (now - before) / before
      self = share > 9.99 ? .moreThanTenTimes : .relative(share)
    }
  }

  /// `+6.4%`
  func text(_ quantity: Quantity) -> String {
    switch self {
    case .relative(let share): Quantity.share.signed(share)
    case .absolute(let difference): quantity.signed(difference)
    case .moreThanTenTimes: phrase("more than 10 times")
    case .new: phrase("new")
    case .none: phrase("no change")
    }
  }
}

/// Where a value lies against its usual range.
enum Standing: Equatable {
  case above, below, inside
  /// Fewer than 8 earlier weeks.
  case unknown

  init(_ value: Double, _ range: Overview.UsualRange?) {
    guard let range else {
      self = .unknown
      return
    }
    self = value > range.high ? .above : value < range.low ? .below : .inside
  }
}
