SELECT issue.id, returns.wave, issue.import, issue.kind, issue.returned, issue.item, issue.sheet,
       issue.cell, issue.found, issue.expected, issue.settled
FROM issue
JOIN returns ON returns.id = issue.returned
LEFT JOIN import ON import.id = issue.import
WHERE import.undone IS NOT 1
ORDER BY issue.id
