/// How many of the things that two files tell have begun on another day in each.
///
/// The day of one order may be put right, and for many it may lie on the other side of midnight, where files are written
/// in other time zones. Where half of them and more lie further apart, the files count other things by the same numbers.
struct RestatedBeginnings {
  private var told = 0
  private var moved = 0

  private static let farthest: Int64 = 1

  /// `isSame`: what else is known of it says that it is the same thing.
  mutating func add(_ own: Int64, instead other: Int64, isSame: Bool) {
    told += 1
    if !isSame, abs(own - other) > RestatedBeginnings.farthest { moved += 1 }
  }

  var areOfOthers: Bool { moved > 0 && moved * 2 >= told }
}
