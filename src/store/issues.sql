SELECT issue.id, import.wave, issue.import, issue.kind, issue.returned, issue.item, issue.sheet,
       issue.cell, issue.found, issue.expected, issue.settled
FROM issue
JOIN import ON import.id = issue.import
WHERE NOT import.undone
ORDER BY issue.id
