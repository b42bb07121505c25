import Computation

/// Two steps as one, the second learning from what the first makes of the training rows; each may be a pipeline itself.
package struct Pipeline<First: SupervisedStep, Second: SupervisedStep>: SupervisedStep
where First.Fitted.Output == Second.Fitted.Input {
  package let first: First
  package let second: Second

  package init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  package func fit(_ rows: First.Fitted.Input, outcomes: [Double]) throws(FitProblem) -> Fitted {
    let learned = try first.fitTransform(rows, outcomes: outcomes)
    return Fitted(first: learned.fitted, second: try second.fit(learned.rows, outcomes: outcomes))
  }

  package func fitTransform(
    _ rows: First.Fitted.Input, outcomes: [Double]
  ) throws(FitProblem) -> (fitted: Fitted, rows: Second.Fitted.Output) {
    let learned = try first.fitTransform(rows, outcomes: outcomes)
    let last = try second.fitTransform(learned.rows, outcomes: outcomes)
    return (Fitted(first: learned.fitted, second: last.fitted), last.rows)
  }

  package struct Fitted: FittedStep {
    /// Names and versions of both, so that a change in either makes stored pipelines unreadable and no other.
    package static var name: String {
      "Pipeline(\(First.Fitted.name) \(First.Fitted.version), \(Second.Fitted.name) \(Second.Fitted.version))"
    }
    package static var version: Int { 1 }

    package let first: First.Fitted
    package let second: Second.Fitted

    package func transform(_ rows: First.Fitted.Input) throws(FitProblem) -> Second.Fitted.Output {
      try second.transform(try first.transform(rows))
    }
  }
}

extension Pipeline: Step where First: Step, Second: Step {
  package func fit(_ rows: First.Fitted.Input) throws(FitProblem) -> Fitted {
    let fitted = try first.fit(rows)
    return Fitted(first: fitted, second: try second.fit(try fitted.transform(rows)))
  }
}

extension Pipeline.Fitted: InvertibleStep where First.Fitted: InvertibleStep, Second.Fitted: InvertibleStep {
  package func inverse(_ rows: Second.Fitted.Output) throws(FitProblem) -> First.Fitted.Input {
    try first.inverse(try second.inverse(rows))
  }
}

extension SupervisedStep {
  /// This step and then `next`.
  package func then<Next: SupervisedStep>(_ next: Next) -> Pipeline<Self, Next>
  where Next.Fitted.Input == Fitted.Output {
    Pipeline(self, next)
  }
}
