extension ProblemCode {
  /// Problems of records, reports, findings and maps.
  static let ofReports: [ProblemCode] = [
    ProblemCode(
      "E401", .report, "No folder of a run",
      meaning: "There is no folder of a run at this path, or a file stands there.",
      causes: ["a path mistyped", "a run that was never made"],
      remedy: "Name the folder that `rollcall run STUDY -o FOLDER` wrote.",
      example: "rollcall report runs/chicago"),
    ProblemCode(
      "E402", .report, "Not the folder of a run",
      meaning: "The folder has no manifest of a run; perhaps it is that of a study.",
      causes: ["the folder of a study named in the place of a run"],
      remedy: "Run the study first, or name the folder of a run.",
      example: "rollcall run my-study -o runs/my-study"),
    ProblemCode(
      "E403", .report, "Run without a record",
      meaning:
        "The run was made by a version that kept no record, so that no report can be drawn from it.",
      causes: ["a run of an older version"],
      remedy: "Run it again.",
      example: "rollcall run my-study -o runs/my-study"),
    ProblemCode(
      "E404", .report, "Layout not known",
      meaning: "The record has a layout that this version does not read.",
      causes: ["a run of a later version"],
      remedy: "Use the version that made the run or a later one, or run it again.",
      example: "rollcall --version"),
    ProblemCode(
      "E405", .report, "Damaged record",
      meaning: "The record of the run cannot be read or is damaged.",
      causes: ["a copy that stopped", "a file changed by hand"],
      remedy: "Run it again.",
      example: "rollcall run my-study -o runs/my-study"),
    ProblemCode(
      "E406", .report, "Record changed",
      meaning: "The record was changed after the run: its SHA-256 is not that of the manifest.",
      causes: ["a file of the run changed by hand"],
      remedy: "Change the study and not its results, then run it again.",
      example: "sha256sum runs/my-study/record.json"),
    ProblemCode(
      "E407", .report, "Public beside not public",
      meaning: "A public report would lie beside the tables of a run that is not public.",
      causes: ["the folder of the run named as output of a public report"],
      remedy: "Leave -o out, or name another folder.",
      example: "rollcall report runs/my-study --public -o open-data"),
    ProblemCode(
      "E408", .report, "Report over another run",
      meaning: "The folder named for a report holds another run, which the report would replace.",
      causes: ["the folder of another run named with -o", "a public run kept as RUN-public"],
      remedy: "Name another folder with -o, or remove this one first.",
      example: "rollcall report runs/my-study -o reports/my-study"),
    ProblemCode(
      "E410", .report, "Findings not text",
      meaning: "The file of findings is missing, too large or not text in UTF-8.",
      causes: ["a file of a word processor"],
      remedy: "Name a text file in Markdown, saved as UTF-8.",
      example: "rollcall report runs/my-study --findings findings.md"),
    ProblemCode(
      "E411", .report, "Reference not readable",
      meaning: "A reference in the findings does not have the parts of one.",
      causes: ["a bar or a brace that is missing"],
      remedy: "Write it as {{TABLE | key=value | column}}.",
      example: "{{equity | district=007 | residents}}"),
    ProblemCode(
      "E412", .report, "Reference to nothing",
      meaning:
        "A reference in the findings names a table, row, column or figure that the run does not have.",
      causes: ["a name mistyped", "a study that changed"],
      remedy: "Use one of the names listed; the nearest is suggested.",
      example: "{{figure | strength recommended}}"),
    ProblemCode(
      "E413", .report, "Reference to several rows",
      meaning: "A reference in the findings fits several rows.",
      causes: ["too few conditions"],
      remedy: "Add a condition, or say sum, min, max or count before the column.",
      example: "{{districts-by-watch | watch=third | sum officers_required}}"),
    ProblemCode(
      "E414", .report, "Finding not complete",
      meaning: "A finding has no recommendation, priority, cost or owner.",
      causes: ["a line that is missing"],
      remedy: "Add the line, or strike the finding out.",
      example: "- Owner: Bureau of Patrol"),
    ProblemCode(
      "W411", .report, "Findings left out: reference not readable",
      meaning:
        "The findings of the study are left out of the report, because a reference does not have the parts of one.",
      causes: ["a bar or a brace that is missing"],
      remedy: "Mend findings.md, then make the report again.",
      example: "rollcall findings runs/my-study --check findings.md"),
    ProblemCode(
      "W412", .report, "Findings left out: reference to nothing",
      meaning:
        "The findings of the study are left out of the report, because a reference names what the run does not have.",
      causes: ["a study that changed"],
      remedy: "Mend findings.md, then make the report again.",
      example: "rollcall findings runs/my-study --check findings.md"),
    ProblemCode(
      "W413", .report, "Findings left out: reference to several rows",
      meaning:
        "The findings of the study are left out of the report, because a reference fits several rows.",
      causes: ["too few conditions"],
      remedy: "Mend findings.md, then make the report again.",
      example: "rollcall findings runs/my-study --check findings.md"),
    ProblemCode(
      "W414", .report, "Findings left out: finding not complete",
      meaning:
        "The findings of the study are left out of the report, because one of them lacks a part.",
      causes: ["a line that is missing"],
      remedy: "Mend findings.md, then make the report again.",
      example: "rollcall findings runs/my-study --check findings.md"),
    ProblemCode(
      "W415", .report, "Number typed",
      meaning:
        "A number of the findings is typed and not referred to, so that it does not follow the run.",
      causes: ["a number copied from a report"],
      remedy: "Refer to the table that it comes from.",
      example: "{{equity | district=007 | residents}}"),
    ProblemCode(
      "E416", .report, "Draft not written",
      meaning:
        "A draft of findings is not written, because the file is there or its folder cannot be written.",
      causes: ["findings of people that must not be lost"],
      remedy: "Name another file.",
      example: "rollcall findings runs/my-study -o draft.md"),
    ProblemCode(
      "E421", .report, "Map not readable",
      meaning: "The map cannot be opened or is too large.",
      causes: ["a path mistyped", "shapes of great detail"],
      remedy: "Check that it may be read; simplify its lines.",
      example: "rollcall report runs/my-study --map districts.geojson"),
    ProblemCode(
      "E422", .report, "Not GeoJSON",
      meaning: "The map is no collection of GeoJSON.",
      causes: ["a shapefile", "another kind of JSON"],
      remedy: "Export it as GeoJSON (RFC 7946), a FeatureCollection.",
      example: "ogr2ogr -f GeoJSON districts.geojson districts.shp"),
    ProblemCode(
      "E423", .report, "Map without areas",
      meaning: "The map has no polygon.",
      causes: ["points or lines exported"],
      remedy: "Export areas, not points or lines.",
      example: "\"type\": \"Polygon\""),
    ProblemCode(
      "E424", .report, "Map not in degrees",
      meaning: "The coordinates of the map are no degrees: it is projected.",
      causes: ["shapes in feet or metres"],
      remedy: "Convert it to WGS84 (EPSG:4326).",
      example: "ogr2ogr -t_srs EPSG:4326 districts.geojson districts.shp"),
    ProblemCode(
      "E425", .report, "Districts not found on the map",
      meaning:
        "No property of the map names the districts of the study, or not the one that was given.",
      causes: ["other names of districts", "a map of something else"],
      remedy: "Name the property with --map-key.",
      example: "rollcall report runs/my-study --map districts.geojson --map-key dist_num"),
    ProblemCode(
      "W426", .report, "Districts without a shape",
      meaning: "The map has no shape for some districts.",
      causes: ["districts that are new or merged"],
      remedy: "Check the property of their shapes; they are left out of the map.",
      example: "rollcall report runs/my-study --map districts.geojson"),
    ProblemCode(
      "W427", .report, "Shapes without a district",
      meaning: "Shapes of the map are of no district of the study.",
      causes: ["districts that the study lacks"],
      remedy: "Check whether the study lacks these districts; the shapes are left out.",
      example: "rollcall report runs/my-study --map districts.geojson"),
  ]
}
