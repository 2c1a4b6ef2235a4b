INSERT INTO returns
    (id, wave, import, row, customer, customer_text, respondent, date, channel, collector, void,
     answers, role, seconds, late, seal)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
        ?16)
