extension Explainer {
  /// Explains the units that a district needs on the street on one watch of one weekday.
  func explainUnits(_ district: District.ID, _ watch: Watch.ID, _ day: Weekday) -> Explanation {
    let name = "units:\(district)/\(watch)/\(day)"
    guard
      let need = results.units.first(where: {
        $0.district == district && $0.watch == watch && $0.weekday == day
      })
    else { return Explanation(item: name, title: name, answer: nil) }
    var explanation = Explanation(
      item: name, title: "Units on the street: district \(district), \(watch) watch, \(day)",
      answer: "\(need.units.written()) units × \(need.crew.written()) officers = "
        + "\(need.officers.written()) officers, decided by \(need.governing.rawValue)")
    let known = results.reasonAgainstIntervals == nil ? need.interval : nil
    let interval = known.map {
      "\($0.lowerBound.written()) to \($0.upperBound.written()) units (sampling and imputation)"
    }
    explanation.certainty = certaintyOfCalls(interval: interval)
    explanation.formula =
      "the fewest units that meet every standard that is switched on; the largest of the needs decides "
      + "(FORMULATION 4)"
    explanation.calculation = calculation(need)
    explanation.inputs = inputs(need)
    explanation.binding = results.study.parameters.enumerated().map { position, parameter in
      "\(parameter.name): \(parameter.value.written(3)) \(parameter.unit) → "
        + names.name(of: .standard(position))
    }
    explanation.assumptions = assumptions(of: results.study.parameters.map(\.provenance))
    explanation.data = dataOfCalls
    explanation.notes =
      need.raisedBy > 0
      ? [
        "\(need.raisedBy.written()) of the units for waiting were added because queues of the hours "
          + "before reach into the watch"
      ] : []
    explanation.related = ["group:\(district)-patrol"].filter { item in
      names.entries.contains { $0.names.contains(item) }
    }
    return explanation
  }

  private func calculation(_ need: UnitRequirement) -> String {
    let needs: [(String, Double?)] = [
      ("complement", need.needs.complement), ("work", need.needs.work),
      ("waiting", need.needs.waiting), ("response", need.needs.response),
      ("patrol interval", need.needs.patrolInterval),
    ]
    let words = needs.compactMap { name, units in units.map { "\(name) \($0.written())" } }
    let performance = need.performance
    let waits = performance.meanWaits.map { wait in
      "\(wait.priority) \(wait.wait.minutes.written(1)) min"
    }
    return "units for \(words.joined(separator: ", ")). With \(need.units.written()) units: busy "
      + "\((performance.busyShare * 100).written(1)) % of the time; "
      + "\((performance.waitShare * 100).written(1)) % of queued calls wait; mean waits "
      + waits.joined(separator: ", ")
  }

  private func inputs(_ need: UnitRequirement) -> [Explanation.Input] {
    let watch = results.study.schedule.watches.first { $0.id == need.watch }
    return [
      Explanation.Input("calls a watch to which units go", need.calls.written(1)),
      Explanation.Input("units busy with calls of the community", need.busyUnits.written()),
      Explanation.Input(
        "crew",
        "\(need.crew.written()) officers a unit: 2 − share of one-officer units "
          + "\((watch?.oneOfficerShare.value ?? 0).written(3)), as far as rapid-response cars, which have "
          + "2, leave any"),
      Explanation.Input("hardest standard for waits", need.hardestWait),
    ]
  }
}
