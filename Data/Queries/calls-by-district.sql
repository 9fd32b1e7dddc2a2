-- title: Calls by district
-- about: Calls, priorities 0 to 2, and minutes from the first unit sent to the last unit free, by district of the call.
-- parameter district text: only this district
-- parameter priority integer: only this priority
-- parameter origin text: only community or only officer
-- parameter from day: only calls received on this day or later
-- parameter through day: only calls received on this day or earlier
-- privacy district: group
-- privacy calls: count-of-calls
-- privacy urgent_calls: count-of-calls
-- privacy officer_initiated: count-of-calls
-- privacy calls_with_minutes: count-of-calls
-- privacy mean_minutes: mean-per-call
-- privacy hours: none
SELECT district, count(*) AS calls, count(*) FILTER (WHERE priority <= 2) AS urgent_calls,
  count(*) FILTER (WHERE origin = 'officer') AS officer_initiated,
  count(busy_minutes) AS calls_with_minutes, round(avg(busy_minutes), 1) AS mean_minutes,
  round(sum(busy_minutes) / 60, 1) AS hours
FROM calls_view
WHERE (:district IS NULL OR district = :district)
  AND (:priority IS NULL OR priority = :priority)
  AND (:origin IS NULL OR origin = :origin)
  AND (:from IS NULL OR received >= :from)
  AND (:through IS NULL OR received < date(:through, '+1 day'))
GROUP BY district
ORDER BY district IS NULL, district
