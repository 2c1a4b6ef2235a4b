INSERT INTO revision
    (id, survey, number, label, document, effective, parent, rules, frozen, signatures,
     questionnaire)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?1, 0, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET
    survey = excluded.survey,
    number = excluded.number,
    label = excluded.label,
    document = excluded.document,
    effective = excluded.effective,
    parent = excluded.parent,
    questionnaire = excluded.questionnaire
