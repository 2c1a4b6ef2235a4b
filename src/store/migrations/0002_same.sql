-- From version 1 to 2: what goes over as it is. Never edited once released.

INSERT INTO counter (name, next) SELECT name, next FROM v1_counter;
INSERT INTO survey (id, name) SELECT id, name FROM v1_survey;
INSERT INTO customer (id, code, name, turnover, key, attributes)
    SELECT id, code, name, turnover, key, attributes FROM v1_customer;
INSERT INTO wave (id, survey, period, label, revision, opened)
    SELECT id, survey, period, label, revision, opened FROM v1_wave;
INSERT INTO frame (wave, customer, issued, channel, turnover, key, attributes)
    SELECT wave, customer, issued, channel, turnover, key, attributes FROM v1_frame;
INSERT INTO label (id, text) SELECT id, text FROM v1_label;
INSERT INTO returns
    (id, wave, import, row, customer, customer_text, respondent, date, channel, collector, void,
     answers)
    SELECT returns.id, import.wave, import, row, customer, customer_text, respondent, date,
           channel, collector, void, answers
    FROM v1_returns AS returns JOIN v1_import AS import ON import.id = returns.import
    ORDER BY returns.id;
INSERT INTO answer_text (returned, item, text)
    SELECT returned, item, text FROM v1_answer_text;
INSERT INTO file (sha256, size, bytes)
    SELECT import.sha256, length(source.bytes), source.bytes
    FROM v1_source AS source JOIN v1_import AS import ON import.id = source.import
    GROUP BY import.sha256
    ORDER BY min(import.id);
