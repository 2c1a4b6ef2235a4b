INSERT INTO action
    (id, number, survey, title, department, owner, cause, stage, due)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET
    number = excluded.number,
    survey = excluded.survey,
    title = excluded.title,
    department = excluded.department,
    owner = excluded.owner,
    cause = excluded.cause,
    stage = excluded.stage,
    due = excluded.due
