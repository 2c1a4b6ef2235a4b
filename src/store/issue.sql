SELECT issue.id, import.wave, issue.import, issue.kind, issue.returned, issue.item, sheet.text,
       issue.cell, issue.found, expected.text, issue.settled
FROM issue
JOIN import ON import.id = issue.import
LEFT JOIN label AS sheet ON sheet.id = issue.sheet
LEFT JOIN label AS expected ON expected.id = issue.expected
