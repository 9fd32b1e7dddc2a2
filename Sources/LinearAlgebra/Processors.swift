internal import CLAPACK

/// The processors that this process may use.
package enum Processors {
  /// How many there are, at least one; counted once.
  package static let count = max(1, Int(openblas_get_num_procs()))
}
