internal import Dispatch
public import PolicingDomain

extension CallImport {
  /// Reads the calls of `files` and adds them up, in parallel from end to end.
  ///
  ///     let (calls, ledger) = try CallImport.fold(files: files, profile: profile, into: { 0 }) {
  ///       $0 += $1.rows.count
  ///     } merge: { $0 += $1 }
  ///
  /// Each thread adds the batches that it reads to a tally of its own; in the end the tallies are
  /// merged. Which thread gets which batch is chance, so that adding and merging must not depend on
  /// the order: whole numbers do not, sums of fractions do. Batches of one tally share a list of
  /// names, which only grows; different tallies have different lists.
  ///
  /// Rows of units and of a log are grouped to calls first, and added by one thread in order.
  ///
  /// - Parameters:
  ///   - files: The paths of the exports, plain or compressed by gzip; `-` is standard input.
  ///   - profile: How to read them.
  ///   - cleaning: The rules by which calls are cleaned; nothing leaves them as they are.
  ///   - threads: How many threads read.
  ///   - make: Makes an empty tally.
  ///   - add: Adds the calls of a batch to a tally.
  ///   - merge: Adds the second tally to the first.
  /// - Returns: The tally of all calls, and what became of every row.
  /// - Throws: What ``read(files:profile:threads:each:)`` throws.
  /// - Complexity: O(bytes) in time; a few megabytes in memory for each thread, besides the tallies.
  public static func fold<Tally: Sendable>(
    files: [String], profile: ColumnProfile, cleaning: CleaningRules? = nil,
    threads: Int = defaultThreads, into make: @escaping @Sendable () -> Tally,
    add: @escaping @Sendable (inout Tally, CallBatch) -> Void, merge: (inout Tally, Tally) -> Void
  ) throws(FileError) -> (tally: Tally, ledger: CallLedger) {
    try fold(
      files.map { .file(path: $0) }, profile: profile, cleaning: cleaning, threads: threads,
      into: make, add: add, merge: merge)
  }

  /// Reads the calls of `inputs` and adds them up.
  package static func fold<Tally: Sendable>(
    _ inputs: [DelimitedInput], profile: ColumnProfile, cleaning: CleaningRules? = nil,
    threads: Int = defaultThreads, chunkSize: Int = chunkSize,
    into make: @escaping @Sendable () -> Tally,
    add: @escaping @Sendable (inout Tally, CallBatch) -> Void, merge: (inout Tally, Tally) -> Void
  ) throws(FileError) -> (tally: Tally, ledger: CallLedger) {
    var tally = make()
    guard profile.grain == .call else {
      let ledger = try batches(
        inputs, profile: profile, cleaning: cleaning, threads: threads, chunkSize: chunkSize
      ) { batch in add(&tally, batch) }
      return (tally, ledger)
    }
    try PersonalLook.check(inputs, profile: profile)
    let stream = try CallStream(
      inputs, profile: profile, threads: threads, chunkSize: chunkSize)
    let empty = cleaning.map { CallCleaner(rules: $0, tellsUnits: profile.tellsUnits) }
    let parts = Shared<[Int: FoldPart<Tally>]>([:])
    let work: @Sendable (Int) -> Void = { worker in
      var part = FoldPart(tally: make(), cleaner: empty)
      stream.work { _, batch in
        part.cleaner?.clean(&batch)
        add(&part.tally, batch)
      }
      let done = part
      parts.withLock { $0[worker] = done }
    }
    if stream.threads == 1 { work(0) } else { ThreadTeam.start(stream.threads, work).wait() }
    var ledger = try stream.ledger()
    let done = parts.withLock { $0 }
    var cleaner = empty
    for worker in 0..<stream.threads {
      guard let part = done[worker] else { continue }
      merge(&tally, part.tally)
      if let counts = part.cleaner { cleaner?.merge(counts) }
    }
    ledger.cleaning = cleaner?.books
    return (tally, ledger)
  }
}

/// What one thread has added up.
private struct FoldPart<Tally: Sendable>: Sendable {
  var tally: Tally
  var cleaner: CallCleaner?
}
