/// How much of a corrector to take.
///
/// Source: M. Colombo and J. Gondzio, "Further development of multiple centrality correctors for
/// interior point methods", *Comput. Optim. Appl.* 41 (2008), 277–305, §3.
extension InteriorIterate {
  private static var weights: [Double] { [1, 0.75, 0.5] }

  /// Adds to `direction` as much of `corrector` as gives the longest steps, which are returned;
  /// how much may differ between the primal and the dual part.
  func add(
    _ corrector: InteriorDirection, to direction: inout InteriorDirection, bounded: Int
  ) -> (primal: Double, dual: Double) {
    let (primalWeight, primal) = Self.bestWeight { weight in
      let step = Self.step(x, direction.x, corrector.x, weight, bounded, limit: 1)
      return Self.step(v, direction.v, corrector.v, weight, v.count, limit: step)
    }
    let (dualWeight, dual) = Self.bestWeight { weight in
      let step = Self.step(z, direction.z, corrector.z, weight, bounded, limit: 1)
      return Self.step(w, direction.w, corrector.w, weight, w.count, limit: step)
    }
    Self.add(corrector.x, times: primalWeight, to: &direction.x)
    Self.add(corrector.v, times: primalWeight, to: &direction.v)
    Self.add(corrector.y, times: dualWeight, to: &direction.y)
    Self.add(corrector.z, times: dualWeight, to: &direction.z)
    Self.add(corrector.w, times: dualWeight, to: &direction.w)
    return (primal, dual)
  }

  private static func bestWeight(_ step: (Double) -> Double) -> (weight: Double, step: Double) {
    var best = (weight: 1.0, step: 0.0)
    for weight in weights {
      let length = step(weight)
      if length > 1.1 * best.step { best = (weight, length) }
      if best.step > 0.9 { break }
    }
    return best
  }

  /// The longest step from `values` along `base` + `weight` × `change`, at most `limit`.
  private static func step(
    _ values: [Double], _ base: [Double], _ change: [Double], _ weight: Double, _ count: Int,
    limit: Double
  ) -> Double {
    let (values, base, change) = (values.span, base.span, change.span)
    var length = limit
    for index in 0..<count {
      let rate = base[index] + weight * change[index]
      if values[index] < -rate * length { length = -values[index] / rate }
    }
    return length
  }
}
