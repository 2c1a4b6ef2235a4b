SELECT issue.id, returns.wave, issue.import, kind.text, issue.returned, issue.item, sheet.text,
       issue.cell, found.text, expected.text, issue.settled
FROM issue
JOIN returns ON returns.id = issue.returned
LEFT JOIN label AS kind ON kind.id = issue.kind
LEFT JOIN label AS sheet ON sheet.id = issue.sheet
LEFT JOIN label AS found ON found.id = issue.found
LEFT JOIN label AS expected ON expected.id = issue.expected
