import Computation
import Modeling

/// Weeks in remission of 42 children with leukaemia (Freireich et al. 1963), as Kalbfleisch and Prentice (2002) and
/// Klein and Moeschberger (2003) print them: 21 were given 6-MP, 21 a placebo.
enum Leukaemia {
  static let treated: [Double] = [
    6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35,
  ]
  static let relapsed: [Bool] = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0].map { $0 == 1 }
  static let placebo: [Double] = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]

  static func treatment() throws -> SurvivalTimes { try SurvivalTimes(durations: treated, events: relapsed) }

  /// Both arms, the treated first.
  static func all() throws -> SurvivalTimes {
    try SurvivalTimes(durations: treated + placebo, events: relapsed + placebo.map { _ in true })
  }

  /// 1 for the treated.
  static let arm = Matrix(rows: 42, columns: 1, values: (0..<42).map { $0 < 21 ? 1 : 0 })
}
