import QueueingModels

/// Calls that are held for one unit, and given to others when it does not become free in time.
///
/// The unit is busy a share ρ of the time, whatever is held, because what it takes more of its own
/// beat it takes less of others. Calls come at rate λ to be held, and the unit finishes calls at rate μ. The
/// unfinished work x that a held call finds has the density
///
///     f(x) = f₀ exp(−(μ − λ) x)  up to the longest hold H,   f(H) exp(−μ (x − H))  beyond
///
/// by level crossing: below H held calls join the work, beyond it they do not. All of it adds up to ρ. A call
/// that finds x ≤ H waits x for the unit; any other waits H and goes elsewhere. Without holding, the unit serves
/// 1 − ρ of the calls at once. Where held calls alone would keep the unit busier than ρ, it is as busy as they
/// make it.
///
/// Source: D. Y. Barrer, *Queuing with impatient customers and ordered service*, Operations Research 5
/// (1957), 650–656; the level crossing of P. H. Brill and M. J. M. Posner, Operations Research 25
/// (1977), 662–674; the constant busy share is our own.
package struct HeldCalls {
  /// The share of calls that the unit does not serve in time.
  package let shareLost: Double
  /// The mean time held, over all calls.
  package let meanHold: Double

  /// Works out what becomes of the calls.
  ///
  /// - Precondition: The busy share is from 0 to 1; rates and the hold are not negative, and the service
  ///   rate is positive.
  package init(busyShare: Double, callRate: Double, serviceRate: Double, longest: Double) {
    precondition(busyShare >= 0 && busyShare <= 1 && serviceRate > 0 && longest >= 0)
    let decay = (serviceRate - callRate) * longest
    let edge = ExponentialParts.remaining(decay) / serviceRate
    let inside = longest * ExponentialParts.mean(decay)
    let kept = busyShare / (inside + edge)
    let alone = callRate / (1 + callRate * (inside + edge))
    let scale = max(kept, alone)
    shareLost = scale * edge
    meanHold =
      scale * longest * longest * ExponentialParts.moment(decay) + shareLost * longest
  }
}
