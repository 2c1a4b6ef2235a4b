SELECT id, row, customer, customer_text, respondent, date, channel, collector, void, answers
FROM returns
WHERE id BETWEEN ?1 AND ?2 AND +import = ?3
ORDER BY id
