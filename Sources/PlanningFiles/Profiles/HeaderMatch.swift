/// Finds a column of a profile in the header of a file.
///
/// A name that is spelled exactly so comes first. Where there is none, a name that differs only in
/// the case of letters and in what stands between words is the same: `Call Sign Dispatch Time`,
/// `call_sign_dispatch_time` and `CALLSIGNDISPATCHTIME`.
package enum HeaderMatch: Hashable, Sendable {
  /// The only column of this name is at this position, counted from 0.
  case found(Int)
  /// The only column of this name, spelled otherwise, is at this position.
  case foldedTo(Int)
  /// This many columns have the name.
  case ambiguous(Int)
  /// There is none.
  case absent

  /// Returns where `name` is in `header`.
  ///
  /// - Complexity: O(letters of the header).
  package static func of(_ name: String, in header: [String]) -> HeaderMatch {
    let exact = header.indices.filter { header[$0] == name }
    if exact.count > 1 { return .ambiguous(exact.count) }
    if let position = exact.first { return .found(position) }
    let wanted = folded(name)
    if wanted.isEmpty { return .absent }
    let near = header.indices.filter { folded(header[$0]) == wanted }
    if near.count > 1 { return .ambiguous(near.count) }
    return near.first.map { .foldedTo($0) } ?? .absent
  }

  /// Where the column is, if there is exactly one.
  package var position: Int? {
    switch self {
    case .found(let position), .foldedTo(let position): position
    case .ambiguous, .absent: nil
    }
  }

  /// Returns the letters and digits of `name` in lower case; `#` stands for itself.
  static func folded(_ name: String) -> String {
    var folded = ""
    for letter in name where letter.isLetter || letter.isNumber || letter == "#" {
      folded += letter.lowercased()
    }
    return folded
  }
}
