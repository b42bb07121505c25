/// Places for keys in the order of their first use.
///
/// Exports name the same things in the same order, day after day. So the key that followed the last one before is looked
/// at first, and most are found without being hashed.
struct KeyOrder<Key: Hashable> {
  private(set) var keys: [Key] = []
  private var places: [Key: Int] = [:]
  /// By place, the one that was asked for next when it was asked for last.
  private var followers: [Int] = []
  private var last = 0

  /// The place of the key that `isMeant` holds for, if it is the last one or the one expected after it.
  mutating func guess(_ isMeant: (Key) -> Bool) -> Int? {
    guard !keys.isEmpty else { return nil }
    let follower = followers[last]
    if isMeant(keys[follower]) {
      last = follower
      return follower
    }
    return isMeant(keys[last]) ? last : nil
  }

  mutating func place(of key: Key) -> Int? {
    guard let place = places[key] else { return nil }
    follow(place)
    return place
  }

  /// For a key that has no place yet.
  mutating func add(_ key: Key) -> Int {
    let place = keys.count
    keys.append(key)
    places[key] = place
    followers.append(place)
    follow(place)
    return place
  }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    followers.removeAll(keepingCapacity: true)
    last = 0
  }

  private mutating func follow(_ place: Int) {
    followers[last] = place
    last = place
  }
}
