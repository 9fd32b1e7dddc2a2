internal import CLAPACK

/// The number of threads that OpenBLAS uses, fixed at one.
///
/// Matrices here are small, answers must not depend on the number of cores, and independent
/// programs are solved in parallel by the caller. Every type that calls OpenBLAS reads
/// ``limit`` first.
enum BLASThreads {
  /// Limits OpenBLAS to one thread; the initializer of a static runs once in a process.
  static let limit: Void = openblas_set_num_threads(1)
}
