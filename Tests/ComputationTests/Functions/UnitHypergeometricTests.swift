import Computation
import Testing

@Suite("UnitHypergeometric")
struct UnitHypergeometricTests {
  struct Exact {
    let b, c, z, value, bySecond, byThird, byArgument: Double
  }

  /// hyp2f1 of mpmath with 50 digits and its numerical slopes.
  static let exact = [
    Exact(
      b: 1.606, c: 2.16, z: 0.05, value: 1.0387783901435878, bySecond: 0.024780846713621135,
      byThird: -0.018477410993794464, byArgument: 0.80907309814670064),
    Exact(
      b: 1.606, c: 3.16, z: 0.9, value: 2.3243812853709061, bySecond: 1.6268650273746829,
      byThird: -0.98718231550035275, byArgument: 5.5444125941550079),
    Exact(
      b: 0.55, c: 2.2, z: 0.5, value: 1.1694987426350329, bySecond: 0.34451038974548937,
      byThird: -0.09577534244760256, byArgument: 0.47285465225037819),
    Exact(
      b: 60.3, c: 61.9, z: 0.7, value: 3.1494868587738228, bySecond: 0.10883410777221358,
      byThird: -0.10610764724337451, byArgument: 9.695669569129715),
    Exact(
      b: 1.606, c: 161.2, z: 0.95, value: 1.0096122172914613, bySecond: 0.0060427037876003302,
      byThird: -6.0558603994082604e-5, byArgument: 0.010276838515493571),
    Exact(
      b: 0.3, c: 1.3, z: 0.999, value: 2.9505945499337201, bySecond: 12.917393709217944,
      byThird: -6.753538365245134, byArgument: 299.41423587089039),
    Exact(
      b: 2.5, c: 2.5, z: 0.4, value: 1.6666666666666667, bySecond: 0.3783562208217901,
      byThird: -0.3783562208217901, byArgument: 2.777777777777778),
  ]

  @Test("has mpmath's value and slopes", arguments: exact)
  func exactValues(item: Exact) {
    let found = UnitHypergeometric(item.b, item.c, item.z)
    #expect(abs(found.value - item.value) <= 1e-13 * item.value)
    #expect(abs(found.bySecond - item.bySecond) <= 1e-12 * item.bySecond)
    #expect(abs(found.byThird - item.byThird) <= 1e-12 * -item.byThird)
    #expect(abs(found.byArgument - item.byArgument) <= 1e-12 * item.byArgument)
  }

  @Test("is 1 at z = 0, with slope b / c")
  func origin() {
    let found = UnitHypergeometric(0.5, 2, 0)
    #expect(found.value == 1)
    #expect(found.byArgument == 0.25)
  }
}
