-- title: Unmet demand
-- about: Calls from the community with no sign that a unit was sent, that were cancelled, or that waited longer than a stated time for the first unit, by priority.
-- parameter minutes number = 60: a call is held when its first unit is sent later than this
-- parameter district text: only this district
-- parameter from day: only calls received on this day or later
-- parameter through day: only calls received on this day or earlier
-- privacy priority: group
-- privacy calls: count-of-calls
-- privacy cancelled: count-of-calls
-- privacy dealt_with_elsewhere: count-of-calls
-- privacy no_unit_sent: count-of-calls
-- privacy held: count-of-calls
WITH chosen AS (
  SELECT v.priority, v.outcome, c.dispatched, c.enroute, c.arrived, c.received
  FROM calls_view AS v JOIN calls AS c ON c.id = v.id
  WHERE v.origin = 'community' AND v.outcome <> 'duplicate'
  AND (:district IS NULL OR v.district = :district) AND (:from IS NULL OR v.received >= :from)
  AND (:through IS NULL OR v.received < date(:through, '+1 day'))
)
SELECT priority, count(*) AS calls, sum(outcome = 'cancelled') AS cancelled,
  sum(outcome = 'elsewhere') AS dealt_with_elsewhere,
  sum(outcome = 'served' AND coalesce(dispatched, enroute, arrived) IS NULL) AS no_unit_sent,
  coalesce(sum(outcome = 'served' AND dispatched - received > 60 * :minutes), 0) AS held
FROM chosen
GROUP BY priority
ORDER BY priority IS NULL, priority
