-- title: Unit-hours by district of the call and of the unit
-- about: Where work is needed and who does it: hours from sent to free by district of the call and home district of the unit. Empty where the export does not tell the units.
-- parameter district text: only calls in this district
-- parameter origin text: only community or only officer
-- privacy district: group
-- privacy home: group
-- privacy units_sent: count-of-calls
-- privacy with_hours: count-of-calls
-- privacy unit_hours: none
-- privacy percent_of_district: none
SELECT c.district, r.home, count(*) AS units_sent, count(r.busy_minutes) AS with_hours,
  round(sum(r.busy_minutes) / 60, 1) AS unit_hours,
  round(100.0 * sum(r.busy_minutes) / sum(sum(r.busy_minutes)) OVER (PARTITION BY c.district), 1)
    AS percent_of_district
FROM unit_responses_view AS r JOIN calls_view AS c ON c.id = r.call
WHERE (:district IS NULL OR c.district = :district) AND (:origin IS NULL OR c.origin = :origin)
GROUP BY c.district, r.home
ORDER BY c.district IS NULL, c.district, unit_hours DESC, r.home
