import CXLSXWriter

/// Writes one chart onto a sheet of the C library.
struct ChartWriter {
  private let chart: SheetChart
  private let sheet: String

  init(_ chart: SheetChart, on sheet: String) {
    self.chart = chart
    self.sheet = sheet
  }

  /// Adds the chart.
  func write(
    to workbook: inout LibraryWorkbook, _ worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    let target = unsafe try workbook.addChart(chart.kind)
    for series in chart.series { try unsafe add(series, to: target) }
    unsafe chart_title_set_name(target, SafeText(chart.title).text)
    var small = unsafe lxw_chart_font()
    unsafe small.size = 11
    unsafe small.bold = 1
    unsafe chart_title_set_name_font(target, &small)
    unsafe describeAxes(of: target)
    if chart.series.count == 1 {
      unsafe chart_legend_set_position(target, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    } else {
      unsafe chart_legend_set_position(target, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    }
    let code = unsafe withCString(chart.description.isEmpty ? chart.title : chart.description) {
      words in
      var options = unsafe lxw_chart_options()
      unsafe options.x_scale = chart.width / 480
      unsafe options.y_scale = chart.height / 288
      unsafe options.description = words
      return unsafe worksheet_insert_chart_opt(
        worksheet, UInt32(chart.place.row), UInt16(chart.place.column), target, &options)
    }
    try LibraryWorkbook.check(code, "the chart \(chart.title)")
  }

  private func add(
    _ series: SheetChart.Series, to target: UnsafeMutablePointer<lxw_chart>
  ) throws(WorkbookError) {
    let categories = "=\(chart.categories.fixedAddress(in: sheet))"
    let values = "=\(series.values.fixedAddress(in: sheet))"
    guard let added = unsafe chart_add_series(target, categories, values) else {
      throw .refused(what: "a series of \(chart.title)", reason: "no memory")
    }
    unsafe chart_series_set_name(added, SafeText(series.name).text)
    if chart.kind == .line {
      var line = lxw_chart_line()
      line.color = series.colour
      line.width = 1.75
      unsafe chart_series_set_line(added, &line)
    } else {
      var fill = lxw_chart_fill()
      fill.color = series.colour
      unsafe chart_series_set_fill(added, &fill)
    }
  }

  private func describeAxes(of target: UnsafeMutablePointer<lxw_chart>) {
    // Of lying bars, the upright axis has the categories.
    let isLying = chart.kind == .bar
    let categories = unsafe isLying ? target.pointee.y_axis : target.pointee.x_axis
    let values = unsafe isLying ? target.pointee.x_axis : target.pointee.y_axis
    if !chart.categoryTitle.isEmpty { unsafe chart_axis_set_name(categories, chart.categoryTitle) }
    if !chart.valueTitle.isEmpty { unsafe chart_axis_set_name(values, chart.valueTitle) }
    if !chart.categoryFormat.isEmpty {
      unsafe chart_axis_set_num_format(categories, chart.categoryFormat)
    }
    unsafe chart_axis_set_min(values, 0)
    unsafe chart_axis_set_num_format(values, "#,##0")
    var pale = lxw_chart_line()
    pale.color = 0xD9D9D9
    pale.width = 0.75
    unsafe chart_axis_major_gridlines_set_line(values, &pale)
    if isLying { unsafe chart_axis_set_reverse(categories) }
    if chart.labelStep > 1 {
      unsafe chart_axis_set_interval_unit(categories, UInt16(chart.labelStep))
      unsafe chart_axis_set_interval_tick(categories, UInt16(chart.labelStep))
    }
  }
}
