INSERT INTO returns
    (id, import, row, customer, customer_text, respondent, date, channel, collector, void, answers)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
