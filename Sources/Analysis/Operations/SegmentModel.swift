import Computation
import Modeling

/// The fitted parts of the segmentation: how habits become numbers, and the groups in them.
package struct SegmentModel: FittedModel {
  package static let name = "SegmentModel"
  package static let version = 2

  package let encoder: TableEncoder.Fitted
  package let mixture: GaussianMixture.Fitted
  /// k-means with as many groups, shown beside the mixture.
  package let centres: KMeans.Fitted
}
