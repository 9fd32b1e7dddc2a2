import PolicingDomain

/// The beats and districts of a study.
struct PlaceTables {
  /// The places.
  let geography: Geography
  /// The names of the districts.
  let districts: ReferenceList

  /// Reads the tables `geography` and `districts`.
  init(geography beats: StudyTable?, districts table: StudyTable?, log: IssueLog) {
    var names = ReferenceList(of: "district")
    var districts: [District] = []
    for row in table?.rows ?? [] {
      let district = Self.district(row)
      names.insert(district.id.description, from: row, "district")
      districts.append(district)
    }
    self.districts = names
    let reader = BeatReader(beats, districts: districts, names: names)
    var areas: [Area.ID] = []
    for district in districts where !areas.contains(district.area) { areas.append(district.area) }
    geography = Geography(
      areas: areas.map(Area.init(id:)), districts: districts, sectors: reader.sectors,
      beats: reader.beats)
    guard beats != nil else { return }
    let withBeats = Set(reader.beats.map(\.district))
    for row in table?.rows ?? [] {
      let id = District.ID(row.text("district"))
      guard !id.description.isEmpty, !withBeats.contains(id) else { continue }
      row.complain(
        .emptyDistrict, "district", "the district \(id.description.quoted) has no beats",
        remedy: "add its beats to the table of beats, or remove the district")
    }
  }

  private static func district(_ row: StudyRow) -> District {
    _ = row.provenance()
    let zone = row.text("radio_zone")
    var district = District(
      id: District.ID(row.needed("district")), name: row.needed("name"),
      area: Area.ID(row.needed("area")),
      squareKilometres: row.number(ifAny: "area_km2"),
      population: row.integer(ifAny: "population"),
      streetKilometres: row.number(ifAny: "street_km"),
      zone: zone.isEmpty ? nil : RadioZone.ID(zone))
    district.daytimePopulation = row.integer(ifAny: "daytime_population")
    district.violentCrimes = row.number(ifAny: "violent_crimes")
    return district
  }
}

/// Reads beats, and finds their sectors on the way.
private struct BeatReader {
  private(set) var beats: [Beat] = []
  private(set) var sectors: [Sector] = []
  private var names = ReferenceList(of: "beat")
  private var sectorDistricts: [Sector.ID: District.ID] = [:]

  init(_ table: StudyTable?, districts: [District], names: ReferenceList) {
    let areas = Dictionary(districts.map { ($0.id, $0.area) }) { first, _ in first }
    for row in table?.rows ?? [] {
      let district = District.ID(row.needed("district"))
      names.check(district.description, from: row, "district")
      let area = row.needed("area")
      if let stated = areas[district], stated.description != area, !area.isEmpty {
        row.complain(
          .contradictingPlace, "area",
          "the district \(district.description.quoted) is in area \(area.quoted) here, but in "
            + "\(stated.description.quoted) in the table of districts",
          remedy: "correct one of the two tables")
      }
      read(row, in: district)
    }
  }

  private mutating func read(_ row: StudyRow, in district: District.ID) {
    let beat = row.needed("beat")
    let sector = Sector.ID(row.needed("sector"))
    names.insert(beat, from: row, "beat")
    beats.append(Beat(id: Beat.ID(beat), sector: sector, district: district))
    guard let other = sectorDistricts[sector] else {
      sectorDistricts[sector] = district
      sectors.append(Sector(id: sector, district: district))
      return
    }
    guard other != district else { return }
    row.complain(
      .contradictingPlace, "sector",
      "the sector \(sector.description.quoted) is in district \(district.description.quoted) "
        + "here, but in \(other.description.quoted) above",
      remedy: "give the sectors of each district names of their own")
  }
}
