SELECT id, import, row, customer, customer_text, respondent, date, channel, collector, void,
       answers,
       seal = seal('returns', id, wave, import, row, customer, customer_text, respondent, date, channel,
                   collector, void, file, answers, role, seconds, late),
       role, seconds, late
FROM returns
WHERE wave = ?1
ORDER BY id
