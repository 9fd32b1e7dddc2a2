public import PolicingDomain

extension Explanation {
  /// Explanations as JSON: a list of objects whose keys keep their order.
  public static func json(_ explanations: [Explanation], notice: String?) -> String {
    JSONPiece.object([
      ("notice", .optional(notice)), ("explanations", .list(explanations.map(\.json))),
    ]).page
  }

  private var json: JSONPiece {
    .object([
      ("item", .text(item)), ("title", .text(title)), ("answer", .optional(answer)),
      ("certainty", .text(certainty)), ("formula", .text(formula)),
      ("calculation", .text(calculation)), ("inputs", .list(inputs.map(Self.piece))),
      ("binding", .list(binding.map(JSONPiece.text))),
      (
        "assumptions",
        .list(
          assumptions.map { assumption in
            .object([
              ("id", .text(assumption.id)), ("statement", .text(assumption.statement)),
              ("value", .text(assumption.value)), ("unit", .text(assumption.unit)),
              ("low", .text(assumption.low)), ("high", .text(assumption.high)),
              ("reason", .text(assumption.reason)), ("owner", .text(assumption.owner)),
            ])
          })
      ), ("data", .list(data.map(JSONPiece.text))),
      (
        "changes",
        .list(
          changes.map { .object([("change", .text($0.change)), ("effect", .text($0.effect))]) })
      ), ("notes", .list(notes.map(JSONPiece.text))),
      ("related", .list(related.map(JSONPiece.text))),
    ])
  }

  private static func piece(_ input: Input) -> JSONPiece {
    .object([
      ("name", .text(input.name)), ("value", .text(input.value)),
      ("source", .optional(input.provenance?.source)), ("date", .optional(input.provenance?.date)),
      ("authority", .optional(input.provenance?.authority)),
      ("assumption", input.provenance.map { .flag($0.isAssumption) } ?? .missing),
      ("row", .optional(input.provenance?.place?.description)), ("item", .optional(input.item)),
    ])
  }
}
