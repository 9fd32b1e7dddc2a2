extension ProblemCode {
  /// The problems of records of runs and the reports made from them.
  static let ofRecords: [ProblemCode] = [
    ProblemCode(
      "E401", .record, "Folder of a run not there",
      meaning: "The folder of a run that is named is not there, or a file stands in its place.",
      causes: ["a slip of the pen", "the run went to another folder"],
      remedy: "Name the folder that `rollcall run STUDY -o FOLDER` wrote.",
      example: "rollcall report runs/first"),
    ProblemCode(
      "E402", .record, "No folder of a run",
      meaning: "The folder holds no manifest of a run.",
      causes: ["the folder of a study named in the place of its run"],
      remedy: "Run the study first: `rollcall run STUDY -o FOLDER`.",
      example: "rollcall run my-study -o runs/first"),
    ProblemCode(
      "E403", .record, "Run without a record",
      meaning: "The run was made by a version that kept no record.",
      causes: ["an old run"],
      remedy: "Run the study again.",
      example: "rollcall run my-study -o runs/first"),
    ProblemCode(
      "E404", .record, "Record of another layout",
      meaning: "The record of the run has a layout that this version does not read.",
      causes: ["a run of a newer version"],
      remedy: "Use the version that made the run, or run the study again.",
      example: "rollcall --version"),
    ProblemCode(
      "E405", .record, "Damaged record",
      meaning: "The record of the run cannot be read.",
      causes: ["a copy that stopped", "a disk fault"],
      remedy: "Run the study again.",
      example: "rollcall run my-study -o runs/first"),
    ProblemCode(
      "E406", .record, "Record changed afterwards",
      meaning: "The record is not the one that the run wrote: its SHA-256 differs.",
      causes: ["a figure changed by hand"],
      remedy: "Change the study and not its results, then run it again.",
      example: "sha256sum runs/first/record.json"),
    ProblemCode(
      "E407", .record, "Public report beside what is not public",
      meaning: "A public report would lie in the folder of a run that is not public.",
      causes: ["-o names the folder of the run"],
      remedy: "Name another folder with `-o`, or leave it out.",
      example: "rollcall report runs/first --public -o open-data"),
  ]

  /// The problems of findings that people write.
  static let ofFindings: [ProblemCode] = [
    ProblemCode(
      "E410", .record, "Findings not readable",
      meaning: "The file of findings is too large or no text in UTF-8.",
      causes: ["a document of a word processor"],
      remedy: "Save it as Markdown in UTF-8.",
      example: "rollcall findings my-study -o draft.md"),
    ProblemCode(
      "E411", .record, "Reference not understood",
      meaning: "A reference of a finding to a table cannot be read.",
      causes: ["a bar or a brace left out"],
      remedy: "Write it as {{TABLE | key=value | column}}.",
      example: "{{districts-by-watch | district=7 | units_required}}"),
    ProblemCode(
      "E412", .record, "Reference to nothing",
      meaning: "A reference names a table, column or value that the run does not have.",
      causes: ["a slip of the pen", "a run without this table"],
      remedy: "Use one of the names that the message lists.",
      example: "rollcall run my-study --table list"),
    ProblemCode(
      "E413", .record, "Reference to several rows",
      meaning: "A reference fits several rows, and one figure is wanted.",
      causes: ["a condition left out"],
      remedy: "Add a condition, or say sum, min, max or count before the column.",
      example: "{{districts-by-watch | district=7 | sum units_required}}"),
    ProblemCode(
      "E414", .record, "Incomplete finding",
      meaning: "A finding lacks one of its parts.",
      causes: ["no owner or no priority"],
      remedy: "Add the part that the message names.",
      example: "Owner: bureau of patrol"),
    ProblemCode(
      "E415", .record, "Typed number",
      meaning: "A number of a finding was typed and does not follow the run.",
      causes: ["a figure copied from a report"],
      remedy: "Refer to the table that it comes from.",
      example: "{{staffing-by-bureau | bureau=Patrol | sum required}}"),
    ProblemCode(
      "E416", .record, "Draft not written",
      meaning: "A draft of findings cannot be written, or would take the place of findings.",
      causes: ["the file is there already"],
      remedy: "Name another file.",
      example: "rollcall findings my-study -o draft.md"),
  ]

  /// The problems of maps of districts.
  static let ofMaps: [ProblemCode] = [
    ProblemCode(
      "E421", .record, "Map not readable",
      meaning: "The map cannot be opened or is too large.",
      causes: ["a slip of the pen"],
      remedy: "Check the path; simplify the shapes.",
      example: "rollcall report runs/first --map districts.geojson"),
    ProblemCode(
      "E422", .record, "Map is no GeoJSON",
      meaning: "The map is not a FeatureCollection in GeoJSON.",
      causes: ["a shapefile or a KML file"],
      remedy: "Convert it to GeoJSON.",
      example: "ogr2ogr -f GeoJSON districts.geojson districts.shp"),
    ProblemCode(
      "E423", .record, "Map without areas",
      meaning: "None of the shapes of the map is a polygon.",
      causes: ["points or lines exported"],
      remedy: "Export areas.",
      example: "\"type\": \"Polygon\""),
    ProblemCode(
      "E424", .record, "Map not in degrees",
      meaning: "The coordinates of the map are no degrees.",
      causes: ["a projected map"],
      remedy: "Convert it to WGS84 (EPSG:4326).",
      example: "ogr2ogr -t_srs EPSG:4326 districts.geojson projected.geojson"),
    ProblemCode(
      "E425", .record, "Districts of the map not told",
      meaning: "No property of the shapes names the districts of the study.",
      causes: ["another name of the property"],
      remedy: "Name the property with `--map-key`.",
      example: "rollcall report runs/first --map districts.geojson --map-key dist_num"),
    ProblemCode(
      "E426", .record, "District without a shape",
      meaning: "A district of the study has no shape in the map.",
      causes: ["a map of another year"],
      remedy: "Nothing, if it is meant; it is left out of the map.",
      example: "compare the map with districts.csv"),
    ProblemCode(
      "E427", .record, "Shape without a district",
      meaning: "A shape of the map is of no district of the study.",
      causes: ["a map of a larger place"],
      remedy: "Nothing, if it is meant; it is left out of the map.",
      example: "compare the map with districts.csv"),
  ]
}
