/// The part of a file that is read at once: whole lines, and everything at the end of the file.
struct Chunk: Sendable {
  /// The number of the chunk in all files, from 0.
  let number: Int
  /// What is known of its file.
  let layout: FileLayout
  /// Where it ends in the buffer.
  let end: Int
  /// Whether it is the first one of its file.
  let isFirst: Bool
  /// Whether the file ends with it.
  let isLast: Bool
}

/// Where the mapped columns are in one file, and how it is written.
final class FileLayout: Sendable {
  /// The number of the file, from 0.
  let file: Int
  /// The name of the file, as the user gave it.
  let name: String
  /// The letter between two fields.
  let delimiter: UInt8
  /// How many columns the header has.
  let columnCount: Int
  /// The line on which the first row begins, counted from 1.
  let firstLine: Int
  /// Where each wanted value is: the positions of its columns, none where it is not mapped.
  let columns: [[Int]]
  /// How many columns of a row have to be looked at.
  let width: Int

  init(
    file: Int, name: String, delimiter: UInt8, columnCount: Int, firstLine: Int, columns: [[Int]]
  ) {
    self.file = file
    self.name = name
    self.delimiter = delimiter
    self.columnCount = columnCount
    self.firstLine = firstLine
    self.columns = columns
    width = (columns.lazy.joined().max() ?? -1) + 1
  }
}

/// Reads files one after the other and cuts them behind line ends into chunks.
///
/// Where it cuts depends on the files and the size of chunks alone. It cuts behind the last line
/// feed, also within a quoted field; where there is none, behind the last carriage return.
struct ChunkCutter {
  /// Returns where the wanted values are in a file with this header.
  typealias Columns =
    @Sendable (_ header: [String], _ file: String) throws(FileError) -> [[Int]]

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let room = RawField.slack * 2

  private let inputs: [DelimitedInput]
  private let delimiter: UInt8
  private let size: Int
  private let columns: Columns
  private var file = -1
  private var source: ByteSource?
  private var layout: FileLayout?
  private var isFirst = false
  private var isWholeFile = false
  private var isSourceEmpty = false
  private var failure: FileError?
  /// Bytes of the current file that belong to the next chunk.
  private var rest: [UInt8] = []
  /// How many of them are already in the buffer.
  private var taken = 0
  private var number = 0

  init(
    _ inputs: [DelimitedInput], delimiter: UInt8, chunkSize: Int, columns: @escaping Columns
  ) {
    self.inputs = inputs
    self.delimiter = delimiter
    size = max(1, chunkSize)
    self.columns = columns
  }

  /// Puts the next chunk into `buffer`.
  ///
  /// - Returns: The chunk, or nothing after the last one.
  /// - Throws: What is wrong with the next file, or with the rest of this one.
  mutating func next(into buffer: inout [UInt8]) throws(FileError) -> Chunk? {
    while true {
      if let failure { throw failure }
      guard let layout, let source else {
        guard file + 1 < inputs.count else { return nil }
        try open(inputs[file + 1])
        continue
      }
      let end = read(source, into: &buffer)
      if failure != nil, end == 0 { continue }
      let isLast = isWholeFile
      let chunk = Chunk(
        number: number, layout: layout, end: end, isFirst: isFirst, isLast: isLast)
      number += 1
      isFirst = false
      if isLast {
        self.layout = nil
        self.source = nil
      }
      return chunk
    }
  }

  /// The number for what comes instead of a chunk; each asker gets another.
  mutating func takeNumber() -> Int {
    defer { number += 1 }
    return number
  }

  /// Fills `buffer` up to the size of a chunk, or to the end of a longer row.
  ///
  /// - Returns: Where the chunk ends.
  private mutating func read(_ source: ByteSource, into buffer: inout [UInt8]) -> Int {
    var goal = size
    var filled = 0
    while true {
      Self.makeRoom(goal, in: &buffer)
      fill(source, &buffer, &filled, to: goal)
      if isWholeFile { return filled }
      let cut = Self.cut(buffer, filled)
      if cut > 0 || failure != nil || filled >= DelimitedReader.longestRow {
        let end = cut > 0 || failure != nil ? cut : filled
        rest.replaceSubrange(..<taken, with: buffer[end..<filled])
        taken = 0
        return end
      }
      goal = min(goal * 2, max(goal, DelimitedReader.longestRow))
    }
  }

  /// Takes bytes that were read before, then others from the file, until there are `goal`.
  private mutating func fill(
    _ source: ByteSource, _ buffer: inout [UInt8], _ filled: inout Int, to goal: Int
  ) {
    let kept = min(goal - filled, rest.count - taken)
    if kept > 0 {
      buffer.replaceSubrange(filled..<(filled + kept), with: rest[taken..<(taken + kept)])
      filled += kept
      taken += kept
    }
    while filled < goal, !isWholeFile, failure == nil {
      do throws(FileError) {
        let start = filled
        let count =
          isSourceEmpty
          ? 0
          : try unsafe buffer.withUnsafeMutableBufferPointer { bytes throws(FileError) in
            try unsafe source.fill(UnsafeMutableBufferPointer(rebasing: bytes[start..<goal]))
          }
        filled += count
        isWholeFile = count == 0
      } catch {
        failure = error
      }
    }
  }

  private static func makeRoom(_ count: Int, in buffer: inout [UInt8]) {
    let missing = count + room - buffer.count
    if missing > 0 { buffer.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// Returns the position behind the last line end of the first `filled` bytes, or 0.
  private static func cut(_ buffer: [UInt8], _ filled: Int) -> Int {
    var position = filled
    while position > 0 {
      if buffer[position - 1] == lineFeed { return position }
      position -= 1
    }
    // A carriage return that comes last may belong to a line feed that is not yet read.
    position = filled - 1
    while position > 0 {
      if buffer[position - 1] == carriageReturn { return position }
      position -= 1
    }
    return 0
  }
}

extension ChunkCutter {
  private mutating func open(_ input: DelimitedInput) throws(FileError) {
    file += 1
    isWholeFile = false
    isFirst = true
    rest = []
    taken = 0
    do throws(FileError) {
      let source = try ByteSource(input)
      var header = HeaderReader(source)
      let (found, bytes, isWhole) = try header.read(delimiter: delimiter, columns: columns)
      layout = FileLayout(
        file: file, name: source.file, delimiter: found.delimiter, columnCount: found.columnCount,
        firstLine: found.firstLine, columns: found.columns)
      rest = bytes
      isSourceEmpty = isWhole
      self.source = source
    } catch {
      failure = error
      throw error
    }
  }
}
