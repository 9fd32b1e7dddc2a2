internal import Dispatch
public import PolicingDomain

/// The calls of one or more dispatch exports, and what became of every row.
///
///     let profile = try ColumnProfile(contentsOf: "Data/Profiles/seattle-call-data.yaml")
///     let found = try CallImport(files: ["calls-2023.csv.gz"], profile: profile)
///     print(found.calls.count, found.ledger.setAside)
///
/// A row is set aside only when it has no number or no readable time of receipt. Every other row
/// becomes a call, or a part of one where rows are units or statuses, with the stamps that are
/// there: a missing stamp stays missing, and stamps in an impossible order stay as they are. Both
/// are counted in the ledger.
///
/// Files are read in parts by several threads. Neither the calls nor the ledger depend on how many.
public struct CallImport: Hashable, Sendable {
  /// The calls, in the order of the files.
  public let calls: [CallForService]
  /// What became of every row.
  public let ledger: CallLedger

  /// As many threads as the machine has processors.
  public static var defaultThreads: Int { ThreadTeam.defaultCount }
  /// The bytes of a file that a thread reads at once, unless a row is longer.
  package static let chunkSize = CallStream.chunkSize

  /// Reads all calls of `files` into memory.
  ///
  /// - Throws: What ``read(files:profile:threads:each:)`` throws.
  /// - Complexity: O(bytes), in time and memory.
  public init(files: [String], profile: ColumnProfile) throws(FileError) {
    try self.init(files.map { .file(path: $0) }, profile: profile)
  }

  /// Reads all calls of `inputs` into memory.
  package init(
    _ inputs: [DelimitedInput], profile: ColumnProfile, threads: Int = defaultThreads,
    chunkSize: Int = chunkSize
  ) throws(FileError) {
    var calls: [CallForService] = []
    ledger = try Self.batches(
      inputs, profile: profile, threads: threads, chunkSize: chunkSize
    ) { batch in
      for index in batch.rows.indices { calls.append(batch.call(at: index)) }
    }
    self.calls = calls
  }

  /// Reads the calls of `files` one by one, in memory that does not grow with their number.
  ///
  /// An error may come after calls were handed out: a file can be damaged at its end.
  ///
  /// - Parameters:
  ///   - files: The paths of the exports, plain or compressed by gzip, all of one profile; `-` is
  ///     standard input.
  ///   - profile: How to read them.
  ///   - threads: How many threads read.
  ///   - each: Called with every call, in the order of the files.
  /// - Returns: What became of every row; its books balance.
  /// - Throws: A ``FileError``: `E101` to `E109` for a file that cannot be read, `E125` for a
  ///   column that the profile maps and the file does not have, `E126` for one that it has twice,
  ///   `E127` when there is no file, `E130` when times need a time zone, `E131` when a temporary
  ///   file cannot be used.
  /// - Complexity: O(bytes) in time; calls are made one by one here, so that
  ///   ``fold(files:profile:cleaning:threads:into:add:merge:)`` is much faster.
  public static func read(
    files: [String], profile: ColumnProfile, threads: Int = defaultThreads,
    each: (CallForService) -> Void
  ) throws(FileError) -> CallLedger {
    try batches(files.map { .file(path: $0) }, profile: profile, threads: threads) { batch in
      for index in batch.rows.indices { each(batch.call(at: index)) }
    }
  }
}

extension CallImport {
  /// Reads the calls of `inputs` batch by batch, in the order of the files.
  ///
  /// Rows of units and of a log come out grouped to calls. All batches share one list of names,
  /// which only grows, in the order of the calls.
  ///
  /// - Parameters:
  ///   - inputs: The exports, all of one profile.
  ///   - profile: How to read them.
  ///   - cleaning: The rules by which calls are cleaned; nothing leaves them as they are.
  ///   - threads: How many threads read; calls are handed out by the one that asks.
  ///   - chunkSize: The bytes that a thread reads at once.
  ///   - each: Called with every batch; what it throws ends the reading.
  /// - Returns: What became of every row.
  /// - Throws: What ``read(files:profile:threads:each:)`` throws, or `each`.
  /// - Complexity: O(bytes) in time, and a few chunks in memory.
  package static func batches(
    _ inputs: [DelimitedInput], profile: ColumnProfile, cleaning: CleaningRules? = nil,
    threads: Int = defaultThreads, chunkSize: Int = chunkSize,
    each: (CallBatch) throws(FileError) -> Void
  ) throws(FileError) -> CallLedger {
    var cleaner = cleaning.map { CallCleaner(rules: $0, tellsUnits: profile.tellsUnits) }
    func hand(_ batch: CallBatch) throws(FileError) {
      guard cleaner != nil else { return try each(batch) }
      var batch = batch
      cleaner?.clean(&batch)
      try each(batch)
    }
    var ledger: CallLedger
    if profile.grain == .call {
      ledger = try rows(
        inputs, profile: profile, threads: threads, chunkSize: chunkSize, each: hand)
    } else {
      var grouping = CallGrouping(grain: profile.grain, rules: cleaning ?? .plain)
      ledger = try rows(
        inputs, profile: profile, threads: threads, chunkSize: chunkSize
      ) { batch throws(FileError) in try grouping.add(batch) }
      try grouping.finish(each: hand)
      ledger.grouping = grouping.books
    }
    ledger.cleaning = cleaner?.books
    return ledger
  }

  /// Reads the rows of `inputs` batch by batch, in the order of the files, neither grouped nor
  /// cleaned.
  package static func rows(
    _ inputs: [DelimitedInput], profile: ColumnProfile, threads: Int = defaultThreads,
    chunkSize: Int = chunkSize, each: (CallBatch) throws(FileError) -> Void
  ) throws(FileError) -> CallLedger {
    try PersonalLook.check(inputs, profile: profile)
    let stream = try CallStream(
      inputs, profile: profile, threads: threads, chunkSize: chunkSize)
    var names = NameUnion(workers: stream.threads)
    if stream.threads == 1 {
      stream.work { _, batch throws(FileError) in
        let own = batch.names
        names.adopt(&batch, of: 0)
        defer { batch.names = own }
        try each(batch)
      }
      return try stream.ledger()
    }
    let window = CallWindow(workers: stream.threads)
    let team = ThreadTeam.start(stream.threads) { worker in
      stream.work { number, batch throws(FileError) in
        let own = batch.names
        var taken = CallBatch(names: own)
        swap(&taken, &batch)
        _ = window.put(.init(batch: taken, worker: worker), number: number)
      }
      window.leave()
    }
    do throws(FileError) {
      while var item = window.take() {
        names.adopt(&item.batch, of: item.worker)
        try each(item.batch)
      }
    } catch {
      stream.turns.stop(error)
      window.stop()
    }
    team.wait()
    return try stream.ledger()
  }
}

extension ColumnProfile {
  /// Whether the export tells of any unit, or of any time after receipt.
  var tellsUnits: Bool {
    let fields: [CallField] = [
      .dispatched, .enroute, .arrived, .cleared, .unit, .unitCount, .firstUnit, .primeUnit,
      .statusTime,
    ]
    return !elapsed.isEmpty || fields.contains { header(of: $0) != nil }
  }
}
