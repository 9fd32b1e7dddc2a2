-- title: Missing times
-- about: The percentage of calls without each time, by priority. Times are not missing at random, so means of the calls that have them mislead.
-- parameter district text: only this district
-- parameter priority integer: only this priority
-- parameter origin text: only community or only officer
-- parameter from day: only calls received on this day or later
-- parameter through day: only calls received on this day or earlier
-- privacy priority: group
-- privacy calls: count-of-calls
-- privacy no_dispatched: mean-per-call
-- privacy no_enroute: mean-per-call
-- privacy no_arrived: mean-per-call
-- privacy no_cleared: mean-per-call
-- privacy no_unit_time: mean-per-call
-- privacy no_response_time: mean-per-call
SELECT priority, count(*) AS calls,
  round(100.0 * sum(dispatched IS NULL) / count(*), 2) AS no_dispatched,
  round(100.0 * sum(enroute IS NULL) / count(*), 2) AS no_enroute,
  round(100.0 * sum(arrived IS NULL) / count(*), 2) AS no_arrived,
  round(100.0 * sum(cleared IS NULL) / count(*), 2) AS no_cleared,
  round(100.0 * sum(busy_minutes IS NULL) / count(*), 2) AS no_unit_time,
  round(100.0 * sum(response_minutes IS NULL) / count(*), 2) AS no_response_time
FROM calls_view
WHERE (:district IS NULL OR district = :district)
  AND (:priority IS NULL OR priority = :priority)
  AND (:origin IS NULL OR origin = :origin)
  AND (:from IS NULL OR received >= :from)
  AND (:through IS NULL OR received < date(:through, '+1 day'))
GROUP BY priority
ORDER BY priority IS NULL, priority
