package import LinearProgramming

extension TourFitQuestion {
  /// The linear program of the question, as text shows it: with `covering`, nothing may be short.
  package func program(covering: Bool) throws(AllocationError) -> LinearProgram {
    try validate()
    return TourFitProgram(self, covering: covering).program
  }
}
