extension ResultTable.Cell: Codable {
  /// Reads a cell: one letter for its kind, then its value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let word = try container.decode(String.self)
    let value = word.dropFirst()
    switch word.first {
    case nil: self = .missing
    case "t": self = .text(String(value))
    case "n":
      guard let number = Double(value) else { throw Self.corrupted(container, word) }
      self = .number(number)
    case "c":
      guard let count = Int(value) else { throw Self.corrupted(container, word) }
      self = .count(count)
    default: throw Self.corrupted(container, word)
    }
  }

  /// Writes the cell as one word, so that numbers without end survive too.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .missing: try container.encode("")
    case .text(let text): try container.encode("t" + text)
    case .number(let number): try container.encode("n\(number)")
    case .count(let count): try container.encode("c\(count)")
    }
  }

  private static func corrupted(
    _ container: any SingleValueDecodingContainer, _ word: String
  ) -> DecodingError {
    DecodingError.dataCorruptedError(in: container, debugDescription: "`\(word)` is no cell")
  }
}
