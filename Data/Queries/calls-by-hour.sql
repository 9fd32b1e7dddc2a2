-- title: Calls by hour and weekday
-- about: Calls received in each hour of the day, by weekday.
-- parameter district text: only this district
-- parameter priority integer: only this priority
-- parameter origin text: only community or only officer
-- parameter from day: only calls received on this day or later
-- parameter through day: only calls received on this day or earlier
-- privacy hour: group
-- privacy monday: count-of-calls
-- privacy tuesday: count-of-calls
-- privacy wednesday: count-of-calls
-- privacy thursday: count-of-calls
-- privacy friday: count-of-calls
-- privacy saturday: count-of-calls
-- privacy sunday: count-of-calls
-- privacy calls: count-of-calls
SELECT hour,
  count(*) FILTER (WHERE weekday = 0) AS monday, count(*) FILTER (WHERE weekday = 1) AS tuesday,
  count(*) FILTER (WHERE weekday = 2) AS wednesday, count(*) FILTER (WHERE weekday = 3) AS thursday,
  count(*) FILTER (WHERE weekday = 4) AS friday, count(*) FILTER (WHERE weekday = 5) AS saturday,
  count(*) FILTER (WHERE weekday = 6) AS sunday, count(*) AS calls
FROM calls_view
WHERE (:district IS NULL OR district = :district)
  AND (:priority IS NULL OR priority = :priority)
  AND (:origin IS NULL OR origin = :origin)
  AND (:from IS NULL OR received >= :from)
  AND (:through IS NULL OR received < date(:through, '+1 day'))
GROUP BY hour
ORDER BY hour
