-- title: Busiest hours
-- about: The single hours in which most calls were received.
-- parameter limit integer = 25: how many hours
-- parameter district text: only this district
-- parameter priority integer: only this priority
-- parameter origin text: only community or only officer
-- parameter from day: only calls received on this day or later
-- parameter through day: only calls received on this day or earlier
-- privacy hour_of: none
-- privacy weekday: none
-- privacy calls: count-of-calls
-- privacy urgent_calls: count-of-calls
-- privacy districts: none
-- privacy hours: none
SELECT strftime('%Y-%m-%d %H:00', received) AS hour_of, min(weekday) AS weekday,
  count(*) AS calls, count(*) FILTER (WHERE priority <= 2) AS urgent_calls,
  count(DISTINCT district) AS districts, round(sum(busy_minutes) / 60, 1) AS hours
FROM calls_view
WHERE (:district IS NULL OR district = :district)
  AND (:priority IS NULL OR priority = :priority)
  AND (:origin IS NULL OR origin = :origin)
  AND (:from IS NULL OR received >= :from)
  AND (:through IS NULL OR received < date(:through, '+1 day'))
GROUP BY hour_of
ORDER BY calls DESC, hour_of
LIMIT :limit
