SELECT returns.id, returns.wave, returns.import, returns.row, returns.customer, said.text,
       returns.respondent, returns.date, channel.text, collector.text, returns.void, role.text,
       returns.seconds, returns.late
FROM returns
LEFT JOIN label AS said ON said.id = returns.customer_text
LEFT JOIN label AS channel ON channel.id = returns.channel
LEFT JOIN label AS collector ON collector.id = returns.collector
LEFT JOIN label AS role ON role.id = returns.role
