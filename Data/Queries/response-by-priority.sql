-- title: Response by priority
-- about: Minutes from receipt to the first arrival, of calls from the community that tell both: mean, median and 90th percentile (nearest rank).
-- parameter district text: only this district
-- parameter category text: only this category
-- parameter from day: only calls received on this day or later
-- parameter through day: only calls received on this day or earlier
-- privacy priority: none
-- privacy calls: count-of-calls
-- privacy calls_with_response: count-of-calls
-- privacy mean_minutes: mean-per-call
-- privacy median_minutes: mean-per-call
-- privacy ninetieth_percentile: mean-per-call
-- privacy parameter category: call-type
WITH chosen AS (
  SELECT priority, response_minutes FROM calls_view
  WHERE origin = 'community' AND (:district IS NULL OR district = :district)
  AND (:category IS NULL OR category = :category) AND (:from IS NULL OR received >= :from)
  AND (:through IS NULL OR received < date(:through, '+1 day'))
), ranked AS (
  SELECT priority, response_minutes,
    row_number() OVER (PARTITION BY priority ORDER BY response_minutes) AS place,
    count(*) OVER (PARTITION BY priority) AS known
  FROM chosen WHERE response_minutes IS NOT NULL
), figures AS (
  SELECT priority, known, avg(response_minutes) AS mean,
    min(response_minutes) FILTER (WHERE place >= 0.5 * known) AS median,
    min(response_minutes) FILTER (WHERE place >= 0.9 * known) AS ninetieth
  FROM ranked GROUP BY priority
), counts AS (
  SELECT priority, count(*) AS calls FROM chosen GROUP BY priority
)
SELECT counts.priority, calls, coalesce(known, 0) AS calls_with_response,
  round(mean, 1) AS mean_minutes, round(median, 1) AS median_minutes,
  round(ninetieth, 1) AS ninetieth_percentile
FROM counts LEFT JOIN figures ON figures.priority IS counts.priority
ORDER BY counts.priority IS NULL, counts.priority
