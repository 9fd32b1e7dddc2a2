-- title: Work by class of unit
-- about: Units sent, and the hours from sent to free of those that tell both, by class of unit and origin of the call. Empty where the export does not tell the units.
-- parameter district text: only calls in this district
-- privacy class: group
-- privacy origin: group
-- privacy units_sent: count-of-calls
-- privacy with_hours: count-of-calls
-- privacy unit_hours: none
-- privacy mean_minutes: mean-per-call
SELECT r.class, c.origin, count(*) AS units_sent, count(r.busy_minutes) AS with_hours,
  round(sum(r.busy_minutes) / 60, 1) AS unit_hours,
  round(avg(r.busy_minutes), 1) AS mean_minutes
FROM unit_responses_view AS r JOIN calls_view AS c ON c.id = r.call
WHERE :district IS NULL OR c.district = :district
GROUP BY r.class, c.origin
ORDER BY unit_hours DESC, r.class, c.origin
