import Computation
import Modeling

extension ModelContractTests {
  static let linearCases: [Case] = []
}
