/// Groups under any names, numbered from 0 by size, the largest first; of equal ones that with the earlier row.
enum GroupNumbers {
  /// Negative names are rows without a group and become −1.
  static func bySize(_ names: [Int]) -> [Int] {
    var groups: [Int: (size: Int, first: Int)] = [:]
    for (row, name) in names.enumerated() where name >= 0 { groups[name, default: (0, row)].size += 1 }
    let ranked = groups.sorted {
      $0.value.size != $1.value.size ? $0.value.size > $1.value.size : $0.value.first < $1.value.first
    }
    let numbers = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1.key, $0) })
    return names.map { numbers[$0] ?? -1 }
  }
}
