import Computation
import Testing

@testable import Modeling

@Suite("MultilayerPerceptron")
struct MultilayerPerceptronTests {
  @Test(
    "the gradient is the slope of the loss, by central differences",
    arguments: [[3], [4, 3]], PerceptronNetwork.Activation.allCases)
  func gradient(hidden: [Int], activation: PerceptronNetwork.Activation) throws {
    let examples = try Arithmetic.classification()
    let network = PerceptronNetwork(sizes: [3] + hidden + [1], activation: activation)
    let loss = PerceptronLoss(
      network, examples, order: Array(0..<examples.count), penalty: 0.7, on: .one)
    var point = network.start(using: SeededGenerator(seed: 3))
    // Biases off 0, so that their slopes are tried too.
    for index in point.indices { point[index] += 0.01 * Double(index % 5) }
    #expect(point.count == network.parameterCount)
    let slope = loss.slope(at: point, on: .one)
    for index in point.indices {
      var (up, down) = (point, point)
      up[index] += 1e-5
      down[index] -= 1e-5
      let difference = loss.slope(at: up, on: .one).value - loss.slope(at: down, on: .one).value
      #expect(abs(difference / 2e-5 - slope.gradient[index]) < 1e-5 * max(1, abs(slope.gradient[index])))
    }
  }

  @Test("log-odds and loss of a network by hand, in the first block of rows and the next")
  func byHand() throws {
    // One unit, tanh(2x − 1) · 3 + 0.5.
    let network = PerceptronNetwork(sizes: [1, 1, 1], activation: .hyperbolicTangent)
    let parameters: [Double] = [2, -1, 3, 0.5]
    let rows = Matrix(rows: 131, columns: 1, values: (0..<131).map { $0 == 130 ? 1 : 0.5 })
    let fitted = MultilayerPerceptron.Fitted(network: network, parameters: parameters, objective: 0, iterations: 0)
    let found = try fitted.probabilities(rows)
    // tanh 1 = 0.7615941559557649, so 2.7847824678672946 in the last row and 0.5 in the others.
    #expect(abs(found[0] - 0.6224593312018546) < 1e-15 && found[129] == found[0])
    #expect(abs(found[130] - 0.9418479363187086) < 1e-15)
    let examples = try Examples(features: rows, outcomes: (0..<131).map { $0 % 2 == 0 })
    let loss = PerceptronLoss(network, examples, order: Array(0..<131), penalty: 2, on: .one)
    // 65 events and 65 others at 0.5, one event at 2.78…, and the penalty of 2² + 3².
    let expected = 65 * 0.4740769841801067 + 65 * 0.9740769841801067 + 0.05991144384968037 + 13
    #expect(abs(loss.slope(at: parameters, on: .one).value - expected) < 1e-11)
  }

  @Test("learns exclusive or, which no linear model can", arguments: PerceptronNetwork.Activation.allCases)
  func exclusiveOr(activation: PerceptronNetwork.Activation) throws {
    var rows: [[Double]] = []
    for index in 0..<40 { rows.append([Double(index % 2), Double(index / 2 % 2)]) }
    let outcomes = rows.map { $0[0] != $0[1] }
    let examples = try Examples(features: Matrix(rows), outcomes: outcomes)
    let fitted = try MultilayerPerceptron(hidden: [10], activation: activation, penalty: 0.01)
      .fit(examples, using: SeededGenerator(seed: 2))
    let found = try fitted.probabilities(Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]))
    #expect(found[0] < 0.1 && found[3] < 0.1 && found[1] > 0.9 && found[2] > 0.9, "\(found)")
    let linear = try LogisticRegression().fit(examples).probabilities(Matrix([[0, 1]]))
    #expect(abs(linear[0] - 0.5) < 1e-9)
  }

  @Test("another seed finds another minimum; two layers do as well as one")
  func seeds() throws {
    let examples = try Simulated.examples(1_000, seed: 3)
    let first = try MultilayerPerceptron(hidden: [4]).fit(examples, using: SeededGenerator(seed: 1))
    let second = try MultilayerPerceptron(hidden: [4]).fit(examples, using: SeededGenerator(seed: 2))
    #expect(first.parameters != second.parameters)
    let deep = try MultilayerPerceptron(hidden: [4, 3]).fit(examples, using: SeededGenerator(seed: 1))
    #expect(deep.network.sizes == [2, 4, 3, 1])
    #expect(deep.objective < 1.05 * first.objective)
  }

  @Test("names layers and penalties that mean nothing, and a stored network that lacks parameters")
  func refusals() throws {
    let examples = try Arithmetic.classification()
    for network in [
      MultilayerPerceptron(hidden: []), MultilayerPerceptron(hidden: [2, 2, 2]), MultilayerPerceptron(hidden: [0]),
      MultilayerPerceptron(penalty: 0), MultilayerPerceptron(tolerance: -1),
    ] {
      let problem = #expect(throws: FitProblem.self) { try network.fit(examples, using: SeededGenerator(seed: 1)) }
      guard case .hyperparameter = problem else {
        Issue.record("expected a hyperparameter, found \(String(describing: problem))")
        continue
      }
    }
    let model =
      #"{"iterations":1,"network":{"activation":"rectifier","sizes":[2,1,1]},"objective":1,"parameters":[1,2]}"#
    let bytes = Array(#"{"model":\#(model),"name":"MultilayerPerceptron","version":1}"#.utf8)
    #expect(throws: FitProblem.unreadable(model: "MultilayerPerceptron", reason: .malformed)) {
      try ModelArchive.read(MultilayerPerceptron.Fitted.self, from: bytes)
    }
  }

  @Test(
    "on the reference's telecom customers not behind logistic regression by more than .01 of AUC",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func telco() throws {
    let data = try TelcoChurn()
    let encoder = try TableEncoder().fit(data.table.selecting(rows: data.train))
    let train = try Examples(
      features: encoder.transform(data.table.selecting(rows: data.train)), outcomes: data.train.map { data.churned[$0] }
    )
    let test = try encoder.transform(data.table.selecting(rows: data.test))
    let outcomes = data.test.map { data.churned[$0] }
    let network = try MultilayerPerceptron(hidden: [6], penalty: 10)
      .fit(train, using: SeededGenerator(seed: 1), on: Workers(count: 2))
    let area = try AreaUnderCurve().value(
      of: ScoredOutcomes(scores: network.probabilities(test), outcomes: outcomes))
    let logistic = try SharedReference.number("classify.json", ["sets", "telco", "models", "lr", "test", "auc"])
    #expect(area > logistic - 0.01, "\(area) against \(logistic)")
  }
}
