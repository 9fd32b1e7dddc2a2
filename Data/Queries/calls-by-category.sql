-- title: Calls by category
-- about: Calls, calls a day and minutes by category and origin, as workload studies print them. Minutes are from the first unit sent to the last unit free, of the calls that tell both.
-- parameter district text: only this district
-- parameter priority integer: only this priority
-- parameter origin text: only community or only officer
-- parameter from day: only calls received on this day or later
-- parameter through day: only calls received on this day or earlier
-- privacy category: call-type
-- privacy origin: group
-- privacy calls: count-of-calls
-- privacy percent: mean-per-call
-- privacy calls_a_day: mean-per-call
-- privacy calls_with_minutes: count-of-calls
-- privacy mean_minutes: mean-per-call
-- privacy hours: none
WITH chosen AS (
  SELECT category, origin, busy_minutes, date(received) AS day FROM calls_view
  WHERE (:district IS NULL OR district = :district)
  AND (:priority IS NULL OR priority = :priority)
  AND (:origin IS NULL OR origin = :origin)
  AND (:from IS NULL OR received >= :from)
  AND (:through IS NULL OR received < date(:through, '+1 day'))
), span AS (
  SELECT count(*) AS calls, julianday(max(day)) - julianday(min(day)) + 1 AS days FROM chosen
)
SELECT category, origin, count(*) AS calls,
  round(100.0 * count(*) / (SELECT calls FROM span), 2) AS percent,
  round(count(*) / (SELECT days FROM span), 2) AS calls_a_day,
  count(busy_minutes) AS calls_with_minutes,
  round(avg(busy_minutes), 1) AS mean_minutes,
  round(sum(busy_minutes) / 60, 1) AS hours
FROM chosen
GROUP BY category, origin
ORDER BY calls DESC, category, origin
