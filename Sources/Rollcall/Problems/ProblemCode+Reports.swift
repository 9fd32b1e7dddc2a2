/// The codes of reports: of runs that they are made from, findings of people, and maps.
extension ProblemCode {
  /// The problems of reports.
  static let ofReports: [ProblemCode] = [
    ProblemCode(
      "E401", .file, "No run there",
      meaning: "There is no folder of a run, or a file stands there.",
      causes: ["a slip of the pen in the path", "the run was written elsewhere"],
      remedy: "Name the folder that `rollcall run STUDY -o FOLDER` wrote.",
      example: "rollcall report runs/chicago, after rollcall run chicago -o runs/chicago"),
    ProblemCode(
      "E402", .file, "Not the folder of a run",
      meaning: "The folder is not that of a run; perhaps it is that of a study.",
      causes: ["the folder of the study was named", "a folder of other files"],
      remedy: "Run the study first, or name the folder of a run.",
      example: "rollcall run my-study -o runs/first; rollcall report runs/first"),
    ProblemCode(
      "E403", .file, "Run without a record",
      meaning: "The run was made by a version that kept no record.",
      causes: ["the run was made by an earlier version"],
      remedy: "Run it again.",
      example: "rollcall run my-study -o runs/first writes record.json"),
    ProblemCode(
      "E404", .file, "Record of another layout",
      meaning: "The record has a layout that this version does not read.",
      causes: ["the run was made by a later version of the tool"],
      remedy: "Use the version that made the run or a later one, or run it again.",
      example: "rollcall --version tells the version; manifest.json tells that of the run"),
    ProblemCode(
      "E405", .file, "Damaged record",
      meaning: "The record cannot be read or is damaged.",
      causes: ["the folder was copied in part", "the disk was full"],
      remedy: "Run it again.",
      example: "rollcall run my-study -o runs/first"),
    ProblemCode(
      "E406", .file, "Record changed after the run",
      meaning: """
        The record was changed after the run: its SHA-256 is not that of the manifest.
        """,
      causes: ["somebody edited record.json"],
      remedy: "Change the study and not its results, then run it again.",
      example: "sha256sum runs/first/record.json is not what manifest.json says"),
    ProblemCode(
      "E407", .file, "Public beside not public",
      meaning: """
        A public report would lie beside the tables of a run that is not public.
        """,
      causes: ["-o names the folder of the run itself"],
      remedy: "Leave `-o` out, or name another folder.",
      example: "rollcall report runs/first --public writes to runs/first-public"),
    ProblemCode(
      "E410", .file, "Findings not readable",
      meaning: "The file of findings is too large or not text in UTF-8.",
      causes: ["saved in another encoding", "a document of a word processor"],
      remedy: "Name a text file in Markdown, saved as UTF-8.",
      example: "rollcall report runs/first --findings findings.md"),
    ProblemCode(
      "E411", .file, "Reference not readable",
      meaning: "A reference of the findings cannot be read.",
      causes: ["a brace or a bar is missing"],
      remedy: "Write it as `{{TABLE | key=value | column}}`.",
      example: "{{staffing-summary | group=Department | required}}"),
    ProblemCode(
      "E412", .file, "Reference to nothing",
      meaning: "A reference names something that the run does not have.",
      causes: ["a slip of the pen", "the run has no such table"],
      remedy: "Use one of the names listed; the nearest is suggested.",
      example: "rollcall run my-study --table list names the tables"),
    ProblemCode(
      "E413", .file, "Reference to several rows",
      meaning: "A reference fits several rows.",
      causes: ["conditions that many rows meet"],
      remedy: """
        Add a condition, or say `sum`, `min`, `max` or `count` before the column.
        """,
      example: "{{proactive-time | units=planned | min proactive_percent}}"),
    ProblemCode(
      "E414", .file, "Unfinished finding",
      meaning: "A part of a finding is missing or not known.",
      causes: ["a recommendation, priority, cost or owner is missing"],
      remedy: "Add it; the parts are listed.",
      example: "- Owner: Bureau of Patrol"),
    ProblemCode(
      "W415", .file, "Typed number",
      meaning: """
        A number of the findings is typed and not referred to, so that it does not follow \
        the run.
        """,
      causes: ["a number was copied from a table"],
      remedy: "Refer to the table that it comes from.",
      example: "{{staffing-summary | group=Department | required}} in the place of 12,345"),
    ProblemCode(
      "E421", .file, "Map not readable",
      meaning: "The map cannot be opened or is too large.",
      causes: ["a slip of the pen in the path", "shapes with far more detail than a page shows"],
      remedy: "Check that it may be read; simplify its lines.",
      example: "rollcall report runs/first --map districts.geojson"),
    ProblemCode(
      "E422", .file, "Map is no GeoJSON",
      meaning: "The map is no collection of GeoJSON.",
      causes: ["a shapefile, or TopoJSON"],
      remedy: "Export it as GeoJSON (RFC 7946), a `FeatureCollection`.",
      example: "ogr2ogr -f GeoJSON districts.geojson districts.shp"),
    ProblemCode(
      "E423", .file, "Map without polygons",
      meaning: "The map has no polygon.",
      causes: ["points of stations were exported"],
      remedy: "Export areas, not points or lines.",
      example: "\"type\": \"Polygon\" or \"MultiPolygon\" in every geometry"),
    ProblemCode(
      "E424", .file, "Projected map",
      meaning: "The coordinates of the map are no degrees: it is projected.",
      causes: ["exported in state plane metres or feet"],
      remedy: "Convert it to WGS84 (EPSG:4326).",
      example: "ogr2ogr -t_srs EPSG:4326 -f GeoJSON districts.geojson districts.shp"),
    ProblemCode(
      "E425", .file, "Map that names no district",
      meaning: """
        No property of the map names the districts of the study, or not the one that was \
        given.
        """,
      causes: ["the property has another name than usual"],
      remedy: "Name the property with `--map-key`.",
      example: "rollcall report runs/first --map districts.geojson --map-key PRECINCT"),
    ProblemCode(
      "W426", .file, "Districts without a shape",
      meaning: "The map has no shape for some districts.",
      causes: ["the map is older than the districts"],
      remedy: "They are left out of the map; check the property of their shapes.",
      example: "properties of a shape: {\"dist_num\": \"7\"}"),
    ProblemCode(
      "W427", .file, "Shapes of no district",
      meaning: "Shapes of the map are of no district of the study.",
      causes: ["the map shows neighbours, airports or lakes too"],
      remedy: "They are left out; check whether the study lacks these districts.",
      example: "properties of a shape: {\"dist_num\": \"31\"}"),
  ]
}
