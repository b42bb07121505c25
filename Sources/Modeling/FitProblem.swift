import Computation

/// Why a model could not be fitted, could not predict, or could not be read back.
package enum FitProblem: Error, Equatable, Sendable {
  case noRows(model: String)
  case tooFewRows(model: String, found: Int, needed: Int)
  case tooFewDistinctRows(model: String, found: Int, needed: Int)
  case notFinite(model: String, row: Int, column: Int)
  case constantFeatures(model: String)
  case oneClass(model: String)
  case lengths(model: String, found: Int, expected: Int)
  case columns(model: String, found: Int, expected: Int)
  case hyperparameter(model: String, name: String, found: String, expected: String)
  case notConverged(model: String, iterations: Int)
  case separated(model: String)
  case singular(model: String, cause: ComputationProblem)
  case missingValue(feature: String, row: Int)
  case nothingToImpute(feature: String)
  case unknownFeature(String)
  case wrongKind(feature: String, expected: FeatureTable.Kind)
  case notEncodable(model: String)
  case unreadable(model: String, reason: ModelArchive.Damage)
  case targetNotFinite(model: String, row: Int)
  case constantTarget(model: String)
  case tooLarge(model: String)
  case columnTooLarge(model: String, column: Int)
  case table(model: String, cause: ComputationProblem)
  case tooManyLevels(feature: String, found: Int, limit: Int)
  case nothingLeft(model: String)
  case flattened(model: String, column: Int)
  case notADay(feature: String, row: Int)
  case negative(model: String, row: Int, column: Int)
  case valueTooLarge(model: String, row: Int, column: Int)
  case tooManyRows(model: String, found: Int, most: Int)
  case noEvents(model: String)
  case monotoneLikelihood(model: String, column: Int)
  case purchaseHistory(model: String, row: Int, damage: PurchaseHistories.Damage)
  case noRepeatPurchases(model: String)
  case flatLikelihood(model: String, parameter: String)
  case notPositive(model: String, row: Int, column: Int)
  case risingSurvivors(model: String, row: Int)
  case emptyPath(model: String, row: Int)
  case outOfRange(model: String, row: Int, column: Int)
  case noConversions(model: String)
  case noStart(model: String)
  case fallingScores(model: String)
}

extension FitProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noRows(let model):
      "\(model): found no rows; expected at least one; check the window and the filters"
    case .tooFewRows(let model, let found, let needed):
      "\(model): found \(found) rows; expected at least \(needed); widen the window or choose a simpler model"
    case .tooFewDistinctRows(let model, let found, let needed):
      "\(model): found \(found) distinct rows; expected at least \(needed); ask for fewer groups"
    case .notFinite(let model, let row, let column):
      "\(model): found a value that is not finite at row \(row), column \(column); expected numbers; "
        + "impute missing values first"
    case .constantFeatures(let model):
      "\(model): found the same value in every row; expected a feature that varies; add a feature or do without a model"
    case .oneClass(let model):
      "\(model): found rows of one outcome only; expected both outcomes; widen the window or the horizon"
    case .lengths(let model, let found, let expected):
      "\(model): found \(found) outcomes; expected \(expected), one for each row; pair them again"
    case .columns(let model, let found, let expected):
      "\(model): found \(found) columns; expected \(expected), as in training; encode with the fitted encoder"
    case .hyperparameter(let model, let name, let found, let expected):
      "\(model): \(name) is \(found); expected \(expected); change it"
    case .notConverged(let model, let iterations):
      "\(model): found no optimum in \(iterations) iterations; expected to settle; "
        + "standardise the features or raise the penalty"
    case .separated(let model):
      "\(model): found outcomes that the features tell apart without error; expected some overlap; "
        + "look for a feature that knows the outcome, or set a penalty"
    case .singular(let model, let cause):
      "\(model): \(cause)"
    case .missingValue(let feature, let row):
      "feature \(feature), row \(row): found no value; expected one in every row; "
        + "give the feature a missing-value policy"
    case .nothingToImpute(let feature):
      "feature \(feature): found no value in any training row; expected at least one; drop the feature"
    case .unknownFeature(let feature):
      "feature \(feature): not found in the table; expected every feature of the training table; add it"
    case .wrongKind(let feature, let expected):
      "feature \(feature): found a column of another kind; expected a \(expected.rawValue) one; correct its builder"
    case .notEncodable(let model):
      "\(model): found a value that cannot be stored; expected finite numbers only; fit again"
    case .unreadable(let model, let reason):
      "\(model): \(reason.description); expected a model stored by this program; fit again"
    case .targetNotFinite(let model, let row):
      "\(model): found a target that is not finite at row \(row); expected numbers; leave out rows without a target"
    case .constantTarget(let model):
      "\(model): found the same target in every row; expected one that varies; widen the window or do without a model"
    case .tooLarge(let model):
      "\(model): found numbers too large to calculate with; expected values whose squares can be summed; "
        + "standardise the features and scale the target"
    case .columnTooLarge(let model, let column):
      "\(model): found numbers in column \(column) too large to compute with; expected sizes whose squares are finite; "
        + "give the column another unit"
    case .table(let model, let cause):
      "\(model): \(cause)"
    case .tooManyLevels(let feature, let found, let limit):
      "feature \(feature): found \(found) levels; expected at most \(limit) for a column each; "
        + "group the rare ones, or hash or target-encode the feature"
    case .nothingLeft(let model):
      "\(model): found nothing that passes its limits; expected at least one column or term; loosen the limits"
    case .flattened(let model, let column):
      "\(model): found values in column \(column) that its likeliest power would run together; expected values around 0; "
        + "standardise the column first"
    case .notADay(let feature, let row):
      "feature \(feature), row \(row): found a number that is no day; expected whole days since 1970-01-01, at most "
        + "100 million away; correct how the feature is computed"
    case .negative(let model, let row, let column):
      "\(model): found a number below 0 at row \(row), column \(column); expected 0 or more; correct it"
    case .valueTooLarge(let model, let row, let column):
      "\(model): found a number beyond 1e150 at row \(row), column \(column); expected one whose square is finite; "
        + "rescale the column"
    case .tooManyRows(let model, let found, let most):
      "\(model): found \(found) rows; expected at most \(most), as it compares each row with each; "
        + "draw a sample or choose k-means"
    case .noEvents(let model):
      "\(model): found no event in any row; expected at least one; watch longer, or choose another event"
    case .monotoneLikelihood(let model, let column):
      "\(model): found that column \(column) tells events from survivals without error, so that its coefficient has "
        + "no bound; expected some overlap; drop the column or join its levels"
    case .purchaseHistory(let model, let row, let damage):
      "\(model): row \(row): \(damage.description)"
    case .noRepeatPurchases(let model):
      "\(model): found no customer who bought again; expected some repeat purchases; take a longer window"
    case .flatLikelihood(let model, let parameter):
      "\(model): found that the data leave \(parameter) open (the likelihood is flat); expected customers who differ "
        + "in how much they buy and when they stop; give more customers or a longer window, or use a plain average"
    case .notPositive(let model, let row, let column):
      "\(model): found a number that is not above 0, or above 1e100, at row \(row), column \(column); expected a positive "
        + "number; leave the row out or correct it"
    case .risingSurvivors(let model, let row):
      "\(model): found more survivors at row \(row) than before; expected numbers that never rise; count one cohort only"
    case .emptyPath(let model, let row):
      "\(model), row \(row): found a path without a touch; expected at least one channel; leave the row out"
    case .outOfRange(let model, let row, let column):
      "\(model): found a number out of range at row \(row), column \(column); expected counts from 0 to 1e12 in all "
        + "and amounts within 1e150; correct the row"
    case .noConversions(let model):
      "\(model): found no conversion; expected at least one to divide; check the column of conversions and the window"
    case .noStart(let model):
      "\(model): found no start with a finite density and gradient; expected one within ±2 of zero; give one, or correct "
        + "the density"
    case .fallingScores(let model):
      "\(model): found that the event gets rarer as the score rises; expected the other way; turn the score round"
    }
  }
}
