/// Some calls as compact rows, with the texts that they share: the form in which millions of calls
/// go from stage to stage.
///
///     for row in batch.rows {
///       let hour = row.received.hourOfWeek
///       let place = row.district < 0 ? "?" : batch.names[row.district]
///     }
///
/// Rows hold no texts, only positions in ``names``, so that they can be read and moved without
/// reference counting. ``call(at:)`` gives a row back as a ``CallForService``.
public struct CallBatch: Sendable {
  /// A moment or nothing, in eight bytes.
  public struct Stamp: Hashable, Sendable {
    /// Seconds on the wall clock, or `Int.min`.
    public let raw: Int

    /// Creates a stamp.
    @inlinable
    public init(_ time: LocalTime?) { raw = time?.seconds ?? Int.min }

    /// Creates a stamp of seconds on the wall clock, or `Int.min` for none.
    @inlinable
    public init(raw: Int) { self.raw = raw }

    /// No moment.
    @inlinable public static var none: Stamp { Stamp(raw: Int.min) }

    /// The moment, if there is one.
    @inlinable public var time: LocalTime? { raw == Int.min ? nil : LocalTime(seconds: raw) }
    /// Whether there is a moment.
    @inlinable public var isKnown: Bool { raw != Int.min }
  }

  /// One unit's part in a call.
  public struct Response: Hashable, Sendable {
    /// A number that tells the units of one call apart; 0 where none is told.
    public var unit: UInt64 = 0
    /// When the unit was sent.
    public var dispatched = Stamp.none
    /// When it set out.
    public var enroute = Stamp.none
    /// When it arrived.
    public var arrived = Stamp.none
    /// When it was free again.
    public var cleared = Stamp.none
    /// The district that the unit belongs to, a position in the names, or −1.
    public var home: Int32 = -1
    /// The officers in the unit, or −1.
    public var officers: Int16 = -1
    /// The kind of unit.
    public var unitClass = UnitClass.unclassified

    /// Creates the part of a unit of which nothing is told.
    @inlinable
    public init() {}
  }

  /// One call.
  public struct Row: Hashable, Sendable {
    /// When dispatch learned of the call.
    public var received: LocalTime
    /// When the first unit was sent.
    public var dispatched = Stamp.none
    /// When the first unit set out.
    public var enroute = Stamp.none
    /// When the first unit arrived.
    public var arrived = Stamp.none
    /// When the last unit was free again.
    public var cleared = Stamp.none
    /// When the record of the call was closed.
    public var closed = Stamp.none
    /// The same number for the same number of a call.
    public var key: UInt64 = 0
    /// What the call is about, a position in the names.
    public var category: Int32
    /// The district, a position in the names, or −1.
    public var district: Int32 = -1
    /// The beat, a position in the names, or −1.
    public var beat: Int32 = -1
    /// Where the number of the call ends in ``CallBatch/letters``.
    public var numberEnd: Int32 = 0
    /// Where the responses of the call end in ``CallBatch/responses``.
    public var responsesEnd: Int32 = 0
    /// The number of units, or −1.
    public var unitCount: Int16 = -1
    /// The level of the priority, or −1.
    public var priority: Int8 = -1
    /// Who started the call.
    public var origin = CallOrigin.community
    /// What became of it.
    public var outcome = CallOutcome.served

    /// Creates a call of which little is known yet.
    @inlinable
    public init(received: LocalTime, category: Int32) {
      self.received = received
      self.category = category
    }
  }

  /// The calls.
  public var rows: [Row] = []
  /// The parts of units in all calls, call by call.
  public var responses: [Response] = []
  /// The numbers of the calls as UTF-8, end to end.
  public var letters: [UInt8] = []
  /// The texts to which rows point.
  ///
  /// Whoever hands out batches one after the other only ever adds to them, so that a position means
  /// the same in all of them.
  public var names: CallNames

  /// Creates a batch without calls.
  public init(names: CallNames = CallNames()) { self.names = names }

  /// Takes all calls out and keeps the names and the memory.
  public mutating func removeCalls() {
    rows.removeAll(keepingCapacity: true)
    responses.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
  }
}

/// The texts that calls share, each once, by position.
public struct CallNames: Sendable {
  /// The texts, in the order in which they were first met.
  public private(set) var texts: [String] = []
  private var positions: [String: Int32] = [:]

  /// Creates an empty list.
  public init() {}

  /// The number of texts.
  @inlinable public var count: Int { texts.count }

  /// The text at `position`.
  public subscript(position: Int32) -> String { texts[Int(position)] }

  /// Returns the position of `text`, adding it if it is new.
  public mutating func position(of text: String) -> Int32 {
    if let known = positions[text] { return known }
    let position = Int32(texts.count)
    texts.append(text)
    positions[text] = position
    return position
  }
}
