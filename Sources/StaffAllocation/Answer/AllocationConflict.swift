import LinearProgramming
import PolicingDomain

/// Why no plan exists, and the cheapest way out (FORMULATION 9).
struct AllocationConflict {
  /// The rows that contradict one another.
  let rows: [String]
  /// The same in words.
  let words: [String]
  /// What would have to give, among targets and policies.
  let wayOut: [String]

  /// Finds an irreducible set of contradictions and the cheapest relaxation.
  init(
    _ model: AllocationModel, _ certificate: InfeasibilityCertificate, _ settings: SolverSettings
  ) throws(AllocationError) {
    do {
      let found = try model.program.irreducibleInfeasibleSet(settings)
      let rows = found.set?.rows ?? certificate.conflictingRows
      self.rows = rows.map { model.program.name(of: $0) }
      words = rows.map { row in
        "\(model.words(of: row)) (\(Self.limit(model.program.bounds(of: row))))"
      }
      wayOut = try Self.wayOut(model, settings)
    } catch {
      throw .solver(error.description)
    }
  }

  private static func wayOut(
    _ model: AllocationModel, _ settings: SolverSettings
  ) throws(SolverError) -> [String] {
    let distance = RelaxationPrices.distance(in: model.program)
    var prices = RelaxationPrices(rows: nil)
    for row in model.program.rows {
      guard let authority = model.authority(of: row), authority == .policy || authority == .target
      else { continue }
      prices.setPrice(of: .row(row), to: distance.price(of: .row(row), at: .lower))
    }
    let outcome = try model.program.cheapestRelaxation(prices: prices, settings)
    guard let relaxation = outcome.relaxation else { return [] }
    return relaxation.concessions.compactMap { concession in
      guard case .row(let row) = concession.part else { return nil }
      let amount = (concession.amount * 1000).rounded() / 1000
      let verb = concession.end == .lower ? "lower by" : "raise by"
      return "\(model.words(of: row)): \(verb) \(amount)"
    }
  }

  private static func limit(_ bounds: ClosedRange<Double>) -> String {
    func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
    if bounds.lowerBound == bounds.upperBound { return "exactly \(rounded(bounds.lowerBound))" }
    return bounds.lowerBound.isFinite
      ? "at least \(rounded(bounds.lowerBound))" : "at most \(rounded(bounds.upperBound))"
  }
}
