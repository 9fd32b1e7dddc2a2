package import LinearProgramming

extension TransitionQuestion {
  /// The linear program of the question with every family of rows, as text shows it.
  package func program() throws(AllocationError) -> LinearProgram {
    try TransitionModel(self).program
  }
}
