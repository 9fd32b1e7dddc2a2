/// How the cells of a grid are drawn: as stated, or with rows and columns exchanged where only that
/// leaves room for the values.
struct GridDrawing {
  let chart: GridMap
  let steps: ColorSteps

  /// A way to lay the grid out.
  private struct Plan {
    let rows: [String]
    let columns: [String]
    let values: [[Double?]]
    let style: NumberStyle
    let left: Double
    let cell: Double
    let look: Drawing.Look
    let isCompact: Bool
    let printsValues: Bool
  }

  private static let height = 25.0
  private static let gap = 7.0

  func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width)
    let values = chart.showsMeans ? chart.valuesWithMeans : chart.values
    let hasMissing = chart.values.contains { $0.contains { !($0?.isFinite ?? false) } }
    let legend = ColorLegend(
      steps: steps, style: chart.style, measure: chart.measure, hasMissing: hasMissing)
    let start = legend.draw(on: &drawing)
    let plan = plan(values, on: drawing)
    let top = drawHeads(plan, top: start, on: &drawing)
    var sides: [String: String] = [:]
    for row in plan.rows.indices {
      let y = self.top(of: row, plan, from: top)
      let name = TextFit(plan.rows[row], width: plan.left - 8, size: Drawing.Look.tick.size)
      drawing.lines(
        name, x: plan.left - 8, middle: y + Self.height / 2, .tick, anchor: .end,
        full: plan.rows[row])
      for column in plan.columns.indices {
        draw(plan.values[row][column], row, column, plan, y: y, &sides, on: &drawing)
      }
    }
    for (look, path) in sides.sorted(by: { $0.key < $1.key }) { drawing.path(look, path) }
    drawing.height = self.top(of: plan.rows.count - 1, plan, from: top) + Self.height + 2
    return drawing
  }

  /// Draws the names of the columns: each in full, or broken into lines where cells are wide enough
  /// for that, or else every second, third … of them; returns where the cells begin.
  private func drawHeads(_ plan: Plan, top: Double, on drawing: inout Drawing) -> Double {
    let heads = plan.columns.indices.map {
      (x: left(of: $0, plan) + plan.cell / 2, words: plan.columns[$0])
    }
    let inOneLine = TickTexts(heads, within: 0...drawing.width, gap: 4)
    guard inOneLine.shown.count < heads.count, plan.cell >= 34 else {
      inOneLine.draw(on: &drawing, y: top + 13)
      return top + 18
    }
    let look = Drawing.Look.tick
    let fits = heads.map { TextFit($0.words, width: plan.cell - 4, size: look.size, lines: 3) }
    let bottom = top + Double(fits.map(\.lines.count).max() ?? 1) * look.line
    for (head, fit) in zip(heads, fits) {
      drawing.lines(
        fit, x: head.x, middle: bottom - Double(fit.lines.count) * look.line / 2, look,
        anchor: .middle, full: head.words)
    }
    return bottom + 4
  }

  /// The first way that has room for the values, or the one with the wider cells.
  private func plan(_ values: [[Double?]], on drawing: Drawing) -> Plan {
    let mean = chart.showsMeans ? ["Mean"] : []
    let turned = (chart.columns + mean).indices.map { column in values.map { $0[column] } }
    var bare = chart.style
    (bare.prefix, bare.suffix) = ("", "")
    let asStated = (chart.rows + mean, chart.columns + mean, values)
    let exchanged = (chart.columns + mean, chart.rows + mean, turned)
    let looks: [(NumberStyle, Drawing.Look, Bool)] = [
      (chart.style, .cell, false), (bare, .cell, false), (bare, .small, false),
      (bare, .small, true),
    ]
    let plans = [asStated, exchanged].map { ways in
      looks.map { style, look, isCompact in
        plan(
          rows: ways.0, columns: ways.1, values: ways.2, style: style, look: look,
          isCompact: isCompact, on: drawing)
      }
    }
    // Whole figures before short ones, and the grid as stated before the other way round.
    let whole = plans.flatMap { $0.dropLast() }.first { $0.printsValues }
    let short = plans.compactMap(\.last).first { $0.printsValues }
    return whole ?? short ?? (plans[0][2].cell >= plans[1][2].cell ? plans[0][2] : plans[1][2])
  }

  private func plan(
    rows: [String], columns: [String], values: [[Double?]], style: NumberStyle,
    look: Drawing.Look, isCompact: Bool, on drawing: Drawing
  ) -> Plan {
    let widest = rows.map { Drawing.Look.tick.width(of: $0) }.max() ?? 0
    let left = min(widest, drawing.width * 0.35) + 8
    let gap = chart.showsMeans ? Self.gap : 0
    let cell = min(72, (drawing.width - left - gap) / Double(max(1, columns.count)))
    let words = values.flatMap { $0 }.compactMap { $0 }.filter(\.isFinite).map {
      isCompact ? style.compact($0) : style.text($0)
    }
    let need = (words.map { look.width(of: $0) }.max() ?? 0) + 2
    return Plan(
      rows: rows, columns: columns, values: values, style: style, left: left, cell: cell,
      look: look, isCompact: isCompact, printsValues: need <= cell)
  }

  private func left(of column: Int, _ plan: Plan) -> Double {
    let isMean = chart.showsMeans && column == plan.columns.count - 1
    return plan.left + Double(column) * plan.cell + (isMean ? Self.gap : 0)
  }

  private func top(of row: Int, _ plan: Plan, from top: Double) -> Double {
    let isMean = chart.showsMeans && row == plan.rows.count - 1
    return top + Double(row) * Self.height + (isMean ? Self.gap : 0)
  }

  private func draw(
    _ value: Double?, _ row: Int, _ column: Int, _ plan: Plan, y: Double,
    _ sides: inout [String: String], on drawing: inout Drawing
  ) {
    let x = left(of: column, plan)
    let hair = plan.cell > 6 ? 0.5 : 0
    let path = PathText.rectangle(
      Box(
        left: x + hair, top: y + 0.5, right: x + plan.cell - hair, bottom: y + Self.height - 0.5))
    let info = Drawing.Info(
      label: "\(plan.rows[row]), \(plan.columns[column])",
      value: chart.style.text(value ?? .nan))
    guard let value, value.isFinite else {
      drawing.hatched(path, info)
      return
    }
    let look = steps.look(of: value)
    drawing.path("c-\(look)", path, info)
    if let side = steps.side(of: value), plan.cell >= 8 {
      let middle = side == .above ? y + 4.2 : y + Self.height - 4.2
      sides["c-side c-o\(look)", default: ""] += SideMark.path(
        side, x: x + plan.cell / 2, y: middle, size: 5.5)
    }
    guard plan.printsValues else { return }
    drawing.text(
      plan.isCompact ? plan.style.compact(value) : plan.style.text(value), x: x + plan.cell / 2,
      y: y + Self.height / 2 + 4, plan.look,
      anchor: .middle, extra: "c-o\(look)")
  }
}
