-- title: Long calls
-- about: Calls that took longest from the first unit sent to the last unit free; beyond half a day a clearance is often a record that nobody closed.
-- parameter hours number = 8: only calls that took longer than this
-- parameter limit integer = 100: how many calls
-- parameter district text: only this district
-- parameter priority integer: only this priority
-- parameter origin text: only community or only officer
-- parameter from day: only calls received on this day or later
-- parameter through day: only calls received on this day or earlier
-- privacy rows: single-calls
SELECT number, received, dispatched, cleared, round(busy_minutes / 60, 2) AS hours, priority,
  category, origin, district, beat
FROM calls_view
WHERE busy_minutes > 60 * :hours AND (:district IS NULL OR district = :district)
  AND (:priority IS NULL OR priority = :priority)
  AND (:origin IS NULL OR origin = :origin)
  AND (:from IS NULL OR received >= :from)
  AND (:through IS NULL OR received < date(:through, '+1 day'))
ORDER BY busy_minutes DESC, id
LIMIT :limit
