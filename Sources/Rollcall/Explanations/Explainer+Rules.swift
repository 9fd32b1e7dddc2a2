extension Explainer {
  /// Explains the rules of one name: what they say, who set them, and what they cost.
  func explain(rule name: String) -> Explanation {
    let rules = results.study.rules.filter { $0.name == name }
    let values = rules.filter(\.isOn).map { rule in
      rule.statement.isEmpty ? rule.value.written() : rule.statement
    }
    let distinct = values.enumerated().filter { values.firstIndex(of: $1) == $0 }.map(\.element)
    var explanation = Explanation(
      item: "rule:\(name)", title: "Rule \(name)",
      answer: distinct.isEmpty
        ? "switched off in this study" : distinct.joined(separator: "; "))
    explanation.certainty = "a rule: no n, no interval"
    explanation.binding = rules.map(ruleLine)
    explanation.inputs = rules.compactMap { rule in
      rule.shareOfTours.map { share in
        Explanation.Input(
          "share of tours on which it must hold (\(rule.citation))", share.value.written(3))
      }
    }
    let effects = results.department.rules.filter { effect in
      results.study.rules[effect.rule].name == name
    }
    explanation.calculation = effects.map { effect in
      "\(results.study.rules[effect.rule].authority.rawValue): \(effect.state.rawValue) – \(effect.words)"
    }.joined(separator: "; ")
    explanation.notes = [
      rules.contains { $0.isOn && $0.authority.isBinding }
        ? "the department cannot lift it by itself: it is never offered as a way out, and its price is "
          + "the cost of compliance (7.10)"
        : "whoever set it may change it; its price is what that would gain (7.10)"
    ]
    if rules.contains(where: { !$0.isVerified }) {
      explanation.notes.append("a citation was not read in the document itself: verify it")
    }
    return explanation
  }

  /// Explains a standard.
  func explainStandard(_ position: Int) -> Explanation {
    let parameter = results.study.parameters[position]
    var explanation = Explanation(
      item: names.name(of: .standard(position)), title: "Standard: \(parameter.name)",
      answer: "\(parameter.value.written(3)) \(parameter.unit)")
    explanation.certainty =
      "a choice of value: other choices are sensitivity, not probability (2.5)"
    explanation.inputs = [
      Explanation.Input(
        "set by \(parameter.provenance.authority)", parameter.value.written(3),
        from: parameter.provenance)
    ]
    explanation.assumptions = assumptions(of: [parameter.provenance])
    explanation.notes = notes(on: [parameter.provenance])
    let own = results.study.targets.enumerated().filter { $1.name == parameter.name }
    explanation.related = own.map { names.name(of: .target($0.offset)) }
    return explanation
  }

  /// Explains a choice of value: who made it, where, and what else was heard.
  func explainTarget(_ position: Int) -> Explanation {
    let target = results.study.targets[position]
    var explanation = Explanation(
      item: names.name(of: .target(position)), title: "Choice: \(target.name)",
      answer: "\(target.value.written(3)) \(target.unit), set by \(target.setBy)")
    explanation.certainty =
      "a choice of value: other choices are sensitivity, not probability (2.5)"
    explanation.inputs = [
      Explanation.Input(
        "value", "\(target.value.written(3)) \(target.unit)", from: target.provenance)
    ]
    explanation.binding = [
      target.forum.isEmpty ? "no forum has decided it" : "decided in: \(target.forum)"
    ]
    explanation.notes = target.comment.isEmpty ? [] : [target.comment]
    explanation.notes.append(
      target.alternatives.isEmpty
        ? "no alternatives are recorded"
        : "alternatives heard: "
          + target.alternatives.map { "\($0.written(3)) \(target.unit)" }.joined(separator: ", "))
    return explanation
  }

  /// Explains an assumption.
  func explainAssumption(_ position: Int) -> Explanation {
    let assumption = results.study.assumptions[position]
    var explanation = Explanation(
      item: names.name(of: .assumption(position)), title: "Assumption \(assumption.id)",
      answer: [assumption.value, assumption.unit].filter { !$0.isEmpty }.joined(separator: " "))
    explanation.certainty = "assumed by \(assumption.owner): no n, no interval"
    explanation.assumptions = [assumption]
    let groups = results.study.organization.positions.filter {
      $0.provenance.assumptionID == assumption.id
    }
    explanation.related = groups.prefix(12).map { "group:\($0.id)" }
    if groups.count > 12 {
      explanation.notes = ["\(groups.count) position groups rest on it; twelve are named"]
    }
    return explanation
  }

  /// Explains what a responder other than a patrol unit takes over.
  func explain(responder id: Responder.ID) -> Explanation {
    guard let responder = results.study.responders.first(where: { $0.id == id }) else {
      return Explanation(item: "responder:\(id)", title: "\(id)", answer: nil)
    }
    var explanation = Explanation(
      item: "responder:\(id)",
      title: "Responder \(id) (\(responder.kind.rawValue))", answer: nil)
    explanation.certainty = certaintyOfCalls(interval: nil)
    explanation.formula =
      "diverted = eligible × in service × accepted; calls left to police = 1 − Σ diverted × "
      + "(1 − returned) (FORMULATION 3)"
    explanation.inputs = responder.shares.map { share in
      Explanation.Input(
        "\(share.category)",
        "\((share.eligible.value * 100).written(1)) % eligible, "
          + "\((share.accepted.value * 100).written(1)) % accepted, "
          + "\((share.returned.value * 100).written(1)) % back to police, "
          + "\(share.service.minutes.written(0)) minutes", from: share.provenance)
    }
    let provenances = responder.shares.map(\.provenance)
    explanation.assumptions = assumptions(of: provenances)
    explanation.notes = notes(on: provenances)
    explanation.data = dataOfCalls
    return explanation
  }
}
