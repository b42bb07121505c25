import Computation
import Modeling

extension ModelContractTests {
  static let clusteringCases: [Case] = [
    unsupervised("MiniBatchKMeans") {
      try MiniBatchKMeans(clusters: 3, batch: 256).fit($0, using: $1, on: $2)
    } predict: {
      try $0.predict($1).map { Double($0) }
    },
    unsupervised("Ward") { rows, _, workers in
      try Ward(clusters: 3).fit(rows, on: workers)
    } predict: {
      try $0.predict($1).map { Double($0) }
    },
    unsupervised("DBSCAN") { rows, _, workers in
      try DensityClusters(radius: 0.2).fit(rows, on: workers)
    } predict: {
      try $0.predict($1).map { Double($0) }
    },
    unsupervised("HDBSCAN") { rows, _, workers in
      try HierarchicalDensity(leastRows: 10).fit(rows, on: workers)
    } predict: {
      try $0.predict($1).map { Double($0) }
    },
    unsupervised("IsolationForest") { rows, generator, workers in
      try IsolationForest(trees: 20).fit(rows, using: generator, on: workers)
    } predict: {
      try $0.scores($1)
    },
    unsupervised("PrincipalComponents") { rows, _, workers in
      try PrincipalComponents(components: 2).fit(rows, on: workers)
    } predict: {
      try $0.transform($1).values
    },
  ]
}
