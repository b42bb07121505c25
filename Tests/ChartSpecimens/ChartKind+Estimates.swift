import Charting

extension ChartKind {
  private static let pounds = ValueFormat(.money("GBP"))

  package static let intervals: [ChartKind] = [
    ChartKind("Channel return", ChannelReturn.specimen) { edge, head in
      ChannelReturn(
        head: head, channelHeading: "Channel", valueHeading: "Revenue per £1", claimHeading: "Platform",
        estimateLabel: "Estimate",
        rows: zip(edge.names, edge.values).enumerated().map { index, row in
          let value = row.1.map { edge == .large || edge == .tiny ? $0 : $0 / 300 }
          return ChannelReturn.Row(row.0, edge.estimate(value, index), claim: value.map { $0 * 1.4 }, tone: .open)
        }, reference: edge == .none ? nil : ChannelReturn.Reference(1.8, "Break-even £1.80"), level: "90%",
        format: pounds)
    },
    ChartKind("Method dots", MethodDots.specimen) { edge, head in
      MethodDots(
        head: head, rowHeading: "Channel", methods: ["Last click", edge.names.first ?? "Data-driven"],
        rows: zip(edge.names, edge.values).map { MethodDots.Row($0, [$1, $1.map { $0 * 0.8 }]) }, format: pounds)
    },
    ChartKind("Claim ranges", ClaimRanges.specimen) { edge, head in
      ClaimRanges(
        head: head,
        labels: ClaimRanges.Labels(
          row: "Channel", claim: "Claims", seen: edge.names.first ?? "Seen", recorded: "Recorded", range: "Possible",
          least: "At least", most: "At most", excess: "Over"),
        rows: zip(edge.names, edge.values).enumerated().map { index, row in
          ClaimRanges.Row(
            row.0, claim: row.1.map { $0 * 1.5 }, seen: row.1.map { $0 * 0.9 },
            recorded: edge.estimate(row.1, index))
        }, format: ValueFormat(.count))
    },
    ChartKind("Slice dots", SliceDots.specimen) { edge, head in
      SliceDots(
        head: head, groupHeading: "Group", valueHeading: "Caught",
        groups: edge == .none
          ? []
          : [
            SliceDots.Group(
              edge.names[0],
              zip(edge.names, edge.shares).enumerated().map { index, row in
                SliceDots.Slice(row.0, edge.estimate(row.1, index), count: 40 + index)
              })
          ],
        overall: 0.5, tolerance: 0.05, level: "95%", overallLabel: "All 50%", toleranceLabel: "Within 5 points")
    },
    ChartKind("Risk list", RiskList.specimen) { edge, head in
      RiskList(
        head: head, nameHeading: "Customer", riskHeading: "Chance",
        rows: zip(edge.names, edge.shares).enumerated().map { index, row in
          RiskList.Row(row.0, detail: row.0, edge.estimate(row.1, index))
        }, marks: [0.5])
    },
  ]

  package static let curves: [ChartKind] = [
    ChartKind("Response curves", ResponseCurves.specimen) { edge, head in
      let values = edge == .many ? Array(edge.values.prefix(6)) : edge.values
      return ResponseCurves(
        head: head, channelHeading: "Channel", spendHeading: "Spend", responseHeading: "Revenue",
        panels: edge.names.prefix(edge == .many ? 500 : 2).map { name in
          ResponseCurves.Panel(
            name, action: name,
            points: values.enumerated().map { index, value in
              ResponseCurves.Point(Double(index) * 100, edge.estimate(value, index))
            }, mostSpent: 150, now: 100, suggested: 120, hasNoSignal: edge == .equal)
        }, spendFormat: pounds, responseFormat: pounds)
    },
    ChartKind("Payback curves", PaybackCurves.specimen) { edge, head in
      PaybackCurves(
        head: head, cohortHeading: "Joined",
        cohorts: edge.names.prefix(edge == .many ? 500 : 5).enumerated().map { index, name in
          PaybackCurves.Cohort(name, edge.values.prefix(12).map { $0.map { $0 * (1 + 0.2 * Double(index)) } })
        }, breakEven: edge == .zero ? 0 : 600, format: pounds)
    },
    ChartKind("Reliability diagram", ReliabilityDiagram.specimen) { edge, head in
      let sorted = edge.shares.map { $0 ?? .nan }.sorted { $0 < $1 || $1.isNaN }
      return ReliabilityDiagram(
        head: head, headings: ("From", "To", "Happened", "n"),
        steps: sorted.map { ReliabilityDiagram.Step(from: $0, to: $0, observed: $0, count: 30) },
        band: edge == .openIntervals ? [ReliabilityDiagram.BandPoint(0.5, low: .nan, high: 0.6)] : [],
        counts: edge == .none ? [] : [0, 20, 300, 10, 0, 0, 3, 0, 0, 1], lineLabel: edge.names.first ?? "Happened",
        bandLabel: "Band", diagonalLabel: "Equal")
    },
    ChartKind("Gains curve", GainsCurve.specimen) { edge, head in
      let count = Double(max(edge.shares.count, 1))
      return GainsCurve(
        head: head, contactedHeading: "Contacted", reachedHeading: "Reached",
        points: edge.shares.enumerated().map { GainsCurve.Point(Double($0.offset) / count, $0.element ?? .nan) },
        cutOff: edge.shares.last.flatMap { $0 }.map { GainsCurve.Point(0.3, $0) }, cutOffLabel: edge.names.first ?? "")
    },
  ]

  package static let grids: [ChartKind] = [
    ChartKind("Recency and frequency", RecencyFrequencyMap.specimen) { edge, head in
      let filled = edge.values.isEmpty ? [0] : edge.values
      let names = edge.names.isEmpty ? ["Item"] : edge.names
      return RecencyFrequencyMap(
        head: head, rowHeading: "Recency", columnHeading: names[0],
        rowLabels: (0..<5).map { names[$0 % names.count] }, columnLabels: (0..<5).map { names[($0 + 1) % names.count] },
        counts: (0..<5).map { row in
          (0..<5).map { column in
            let value = filled[(row * 5 + column) % filled.count] ?? 0
            return value.isFinite ? Int(value.rounded()) : 0
          }
        },
        groups: [RecencyFrequencyMap.Group(names[0], rows: 0...1, columns: 0...1, isFinding: true)])
    },
    ChartKind("Cohort map", CohortMap.specimen) { edge, head in
      let shares = Array(edge.shares.prefix(12))
      // Fewer than six are lines: names and one, two, many are shown as a map of eight.
      let rows: Int =
        switch edge {
        case .none: 0
        case .one: 1
        case .two: 2
        case .many: 500
        default: 8
        }
      return CohortMap(
        head: head, cohortHeading: "Joined", periodHeading: "Months",
        cohorts: (0..<rows).map { row in
          CohortMap.Cohort(edge.names[row % edge.names.count], size: 25 + row * 3, kept: shares, ahead: 1)
        })
    },
    ChartKind("Outlier scatter", OutlierScatter.specimen) { edge, head in
      OutlierScatter(
        head: head, labelHeading: "Campaign", xLabel: edge.names.first ?? "Spend", yLabel: edge.names.last ?? "Revenue",
        points: zip(edge.names, edge.values).enumerated().map { index, row in
          OutlierScatter.Point(
            row.0, x: row.1, y: row.1.map { edge == .equal || edge == .zero ? $0 : $0 * Double(1 + (index * 5) % 7) })
        }, xFormat: pounds, yFormat: pounds)
    },
    ChartKind("Principal scatter", PrincipalScatter.specimen) { edge, head in
      PrincipalScatter(
        head: head, segmentHeading: "Segment", segments: Array(edge.names.prefix(4)),
        points: edge.values.enumerated().map { index, value in
          PrincipalScatter.Point(
            value ?? .nan, (value ?? .nan) * Double(1 + index % 3), segment: index % min(4, edge.names.count))
        }, xLabel: edge.names.first ?? "First", yLabel: edge.names.last ?? "Second")
    },
  ]
}
