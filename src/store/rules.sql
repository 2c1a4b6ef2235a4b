INSERT INTO rules
    (id, survey, number, label, effective, frozen, signatures, content)
VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET
    survey = excluded.survey,
    number = excluded.number,
    label = excluded.label,
    effective = excluded.effective,
    content = excluded.content
