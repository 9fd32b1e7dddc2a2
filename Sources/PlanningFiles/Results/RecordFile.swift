import Foundation
internal import PolicingDomain

/// The layout of `record.json`: a record behind the number of its layout.
struct RecordFile: Codable {
  /// What is read first, whatever else the layout holds.
  private struct Head: Decodable {
    let schema: Int
  }

  let schema: Int
  /// The record without its explanations.
  private let record: RunRecord
  private let explanations: ExplanationShelf

  init(_ record: RunRecord) {
    schema = RunRecord.schema
    explanations = ExplanationShelf(record.explanations)
    var bare = record
    bare.explanations = []
    self.record = bare
  }

  /// What keeps a text from being a record.
  enum Fault: Error {
    /// The number of a layout that this version does not know.
    case schema(Int)
    /// It is damaged; the words say where.
    case damaged(String)
  }

  /// The record as JSON on one line with sorted keys, so that equal records give equal bytes.
  func text() throws(FileError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      throw FileError([
        FileIssue(
          code: "E090", "the record cannot be written as JSON: \(error)",
          file: RunFolder.recordName,
          remedy: "this is a defect of the tool; please report it with the study")
      ])
    }
  }

  /// Reads a record back.
  static func record(from bytes: Data) throws(Fault) -> RunRecord {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let schema: Int
    do {
      schema = try decoder.decode(Head.self, from: bytes).schema
    } catch {
      throw .damaged(words(error))
    }
    guard schema == RunRecord.schema else { throw .schema(schema) }
    do {
      let file = try decoder.decode(RecordFile.self, from: bytes)
      var record = file.record
      guard let explanations = file.explanations.explanations else {
        throw Fault.damaged("an explanation names words that are not there")
      }
      record.explanations = explanations
      if let fault = record.tables.lazy.compactMap(\.fault).first { throw Fault.damaged(fault) }
      return record
    } catch let fault as Fault {
      throw fault
    } catch {
      throw .damaged(words(error))
    }
  }

  /// Where and why something could not be read, in words.
  static func words(_ error: any Error) -> String {
    func path(_ context: DecodingError.Context) -> String {
      let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
      return keys.isEmpty ? "the file" : String(keys.joined().drop { $0 == "." })
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): return "\(path(context)) lacks `\(key.stringValue)`"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(path(context)) holds something else"
    case .dataCorrupted(let context): return "\(path(context)) is no JSON that can be read"
    case nil: return error.localizedDescription
    @unknown default: return "it cannot be read"
    }
  }
}

extension ResultTable {
  /// What is wrong with the shape of a table that was read, if anything.
  fileprivate var fault: String? {
    let all = rowSums.flatMap { [$0.total] + $0.parts }
    let across = columnSums.flatMap { [$0.total] + $0.parts }
    let isWhole =
      rows.allSatisfy { $0.count == columns.count } && all.allSatisfy(rows.indices.contains)
      && across.allSatisfy(columns.indices.contains)
    if let odd = columns.first(where: { !(0...12).contains($0.decimals) }) {
      return "the column \(odd.key) of the table \(name) has \(odd.decimals) decimals"
    }
    return isWhole ? nil : "the table \(name) has rows or sums that do not fit its columns"
  }
}
