/// Servers kept back for the more urgent customers: a class begins service only while fewer than
/// its cutoff of the servers are busy, and queues otherwise, in the steady state.
///
/// Nobody in service is interrupted. A customer of class k who arrives while fewer than N(k)
/// servers are busy begins service; when a server becomes free, the most urgent class goes on of
/// those that wait and may begin with so many servers busy. Classes arrive as Poisson processes and
/// share one exponential service time. With all cutoffs equal to the servers this is
/// ``PriorityQueue``; here also equal cutoffs below that are allowed.
///
/// The chain has a queue for each class and is solved exactly without listing its states. Let D(n)
/// be the time from the moment at which n servers become busy until n − 1 are, everyone served who
/// may be with n busy, and B(k) the time between two chances of class k to begin service while
/// N(k) servers or more are busy. Both follow from above to below, level by level: a class makes
/// the busy period D of a queue with one server and the service times B, and N(k) or more busy
/// servers are, for class k, such a queue whose server takes no rest. Hence
///
///     P(n or more busy | n − 1 or more) = y / (1 + y),  y = L D(n)
///     mean wait of class k, if it has to = E[B²] / (2 E[B] (1 − λ(k) E[B]))
///
/// with L the arrivals of the classes that begin service at n − 1.
///
///     // One of three servers is for class 0 only.
///     let queue = CutoffQueue(cutoffs: [3, 2], arrivalRates: [0.5, 0.5], serviceRate: 1)
///     queue.waitProbabilities  // 0.05 and 0.30
///
/// Source: I. D. S. Taylor and J. G. C. Templeton, *Waiting time in a multi-server cutoff-priority
/// queue, and its application to an urban ambulance service*, Operations Research 28 (1980),
/// 1168–1188, and C. Schaack and R. C. Larson, *An N-server cutoff priority queue*, Operations
/// Research 34 (1986), 257–266, for the model. The recursion is derived from these regenerations and
/// is tested against simulation and a truncated chain.
public struct CutoffQueue: Hashable, Sendable {
  /// For each class, most urgent first, the number of busy servers from which on it has to wait;
  /// the first is the number of servers.
  public let cutoffs: [Int]
  /// Customers of each class per unit of time, most urgent first.
  public let arrivalRates: [Double]
  /// Customers that one busy server completes per unit of time.
  public let serviceRate: Double
  /// The probability that a customer of each class has to wait; nothing for a class without a
  /// steady state.
  public let waitProbabilities: [Double?]
  /// The mean wait of each class, over all its customers; nothing for a class without a steady
  /// state.
  public let meanWaits: [Double?]

  /// The number of servers.
  public var servers: Int { cutoffs.first ?? 0 }

  /// Whether every class has a steady state.
  public var keepsUp: Bool { !meanWaits.contains(nil) }

  /// Creates a queue, of which the less urgent classes may have no steady state.
  ///
  /// Where a class cannot be served in full, its queue grows without end, and it and the less urgent
  /// classes have no steady state; the servers up to its cutoff then are always busy, and the more
  /// urgent classes live with that.
  ///
  /// - Precondition: There are as many cutoffs as classes, at least one; cutoffs are positive and
  ///   do not increase; arrivals are finite and not negative; the service rate is finite and
  ///   positive.
  /// - Complexity: O(servers + classes).
  public init(cutoffs: [Int], arrivalRates: [Double], serviceRate: Double) {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    precondition(arrivalRates.allSatisfy { $0 >= 0 && $0.isFinite }, "Arrivals are not negative")
    precondition(!cutoffs.isEmpty && cutoffs.count == arrivalRates.count, "A cutoff for each class")
    precondition(zip(cutoffs, cutoffs.dropFirst()).allSatisfy { $0 >= $1 }, "Cutoffs do not rise")
    precondition((cutoffs.last ?? 0) > 0, "A class may use a server")
    self.cutoffs = cutoffs
    self.arrivalRates = arrivalRates
    self.serviceRate = serviceRate
    let descent = Descent(cutoffs: cutoffs, arrivalRates: arrivalRates, serviceRate: serviceRate)
    let stable = descent.waits.count
    let blank = Array(repeating: Double?.none, count: cutoffs.count - stable)
    // Class k waits with the probabilities, from below to above, that the next server is busy too.
    var product = 1.0
    var probabilities: [Double?] = []
    for index in (0..<stable).reversed() {
      for step in descent.steps[index].reversed() { product *= step }
      probabilities.append(product)
    }
    waitProbabilities = probabilities.reversed() + blank
    meanWaits =
      zip(descent.waits, probabilities.reversed()).map { wait, probability in
        probability.map { $0 * wait }
      } + blank
  }
}

/// The way from all servers busy down to none, as far as there is a steady state.
private struct Descent {
  /// The mean wait of each class, if it has to wait.
  private(set) var waits: [Double] = []
  /// For each class, P(n or more busy | n − 1 or more) for n from its cutoff down to the one below
  /// it; where a class without a steady state follows, to just above its cutoff.
  private(set) var steps: [[Double]] = []

  init(cutoffs: [Int], arrivalRates: [Double], serviceRate: Double) {
    var level = cutoffs.first ?? 0
    let capacity = Double(level) * serviceRate
    var spell = Spell(mean: 1 / capacity, square: 2 / (capacity * capacity))
    var arrivals = 0.0
    for (index, rate) in arrivalRates.enumerated() {
      // Here `spell` is B of the class.
      let free = 1 - rate * spell.mean
      guard free > 0 && spell.square < .infinity else { return }
      waits.append(spell.square / (2 * spell.mean * free))
      spell = Spell(mean: spell.mean / free, square: spell.square / (free * free * free))
      arrivals += rate
      // Now it is D at the cutoff; below, it becomes B of the next class.
      let end = index + 1 < cutoffs.count ? cutoffs[index + 1] : 0
      var passed: [Double] = []
      while level > end {
        let flow = arrivals * spell.mean
        passed.append(1 / (1 + 1 / flow))
        level -= 1
        if level > 0 { spell.lengthen(arrivals: arrivals, rate: Double(level) * serviceRate) }
      }
      steps.append(passed)
    }
  }
}

/// The first two moments of a time.
private struct Spell {
  var mean: Double
  var square: Double

  /// Makes it an exponential time of a rate in which each of the arrivals adds a spell like this.
  mutating func lengthen(arrivals: Double, rate: Double) {
    let stretch = 1 + arrivals * mean
    square = 2 * stretch * stretch / (rate * rate) + arrivals * square / rate
    mean = stretch / rate
  }
}
