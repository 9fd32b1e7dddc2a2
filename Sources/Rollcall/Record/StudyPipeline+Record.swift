extension StudyPipeline {
  /// Makes the record of a run: all that reports, workbooks and queries are made from.
  ///
  /// - Parameters:
  ///   - results: The run, as it was answered and not yet made public.
  ///   - manifest: What the run was made from.
  ///   - extras: Whether to add the tables that only a report needs, which take further solves.
  ///   - progress: Told what is worked out.
  /// - Returns: The record; equal results give equal records, with numbers rounded as in files.
  public func record(
    of results: StudyResults, manifest: Manifest, extras: Bool = false,
    progress: (String) -> Void = { _ in }
  ) -> RunRecord {
    let more = extras ? reportTables(of: results, progress: progress) : (tables: [], findings: [])
    var record = RunRecord(
      subject: subject(of: results.study),
      figures: results.figures.map(\.inMillionths),
      answers: [("required", results.required), ("recommended", results.recommended)]
        .compactMap { name, answer in
          answer.map { RunRecord.Answer(mode: name, status: $0.status.rawValue, reason: $0.reason) }
        },
      tables: (results.tables + results.shared(by: more.tables)).map(\.inMillionths),
      findings: results.findings + more.findings,
      countingFindings: results.countingFindings,
      booksClose: results.ledgers.allSatisfy(\.closes),
      explanations: Self.explanations(of: results),
      making: RunRecord.Making(manifest))
    record.districts = results.study.geography.districts.map {
      RunRecord.District(id: $0.id.description, name: $0.name)
    }
    record.statement = reading.statement
    return record
  }

  /// Explains everything that has a name, without what one more and one less would change.
  private static func explanations(of results: StudyResults) -> [Explanation] {
    let explainer = Explainer(results)
    return explainer.everything.map(explainer.explanation)
  }

  private func subject(of study: Study) -> RunRecord.Subject {
    RunRecord.Subject(
      name: study.name, title: study.title, notice: study.notice, from: "\(study.period.first)",
      through: "\(study.period.last)", calls: words(for: study.calls))
  }
}

extension StudyPipeline {
  /// Where the calls come from, in words.
  fileprivate func words(for calls: Study.CallSource) -> String {
    switch calls {
    case .exports(let exports):
      "\(exports.files.map(shown).joined(separator: ", ")), read by the profile \(exports.profile)"
        + ", cleaned by the rules \(exports.cleaning)"
    case .store(let file): "the store \(shown(file))"
    case .synthesis: "made up from published totals; they are not records of real calls"
    }
  }
}

extension RunRecord.Making {
  /// What a manifest tells but for times and outputs.
  init(_ manifest: Manifest) {
    self.init(
      version: manifest.tool.version, numerics: manifest.tool.numerics,
      arguments: manifest.arguments, seed: manifest.seed,
      inputs: manifest.inputs.map { .init(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) })
  }
}

extension StudyResults.Figure {
  /// The figure rounded as files hold it.
  fileprivate var inMillionths: StudyResults.Figure {
    let interval: Estimate.Interval =
      switch estimate.interval {
      case .none(let reason): .none(reason: reason)
      case .range(let low, let high, let components):
        .range(
          low: ResultTable.inMillionths(low), high: ResultTable.inMillionths(high),
          components: components)
      }
    return StudyResults.Figure(
      name: name,
      estimate: Estimate(
        value: ResultTable.inMillionths(estimate.value), unit: estimate.unit,
        observations: estimate.observations, imputed: estimate.imputed, interval: interval),
      key: key)
  }
}
