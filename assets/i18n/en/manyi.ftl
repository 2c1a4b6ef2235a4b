## Periods

period-half-1 = { $year } H1
period-half-2 = { $year } H2
period-half-1-short = { $year } H1
period-half-2-short = { $year } H2
period-quarter = { $year } Q{ $part }
period-month = { $year }-{ $part }
period-year = { $year }
