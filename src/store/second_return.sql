SELECT DISTINCT returns.customer
FROM returns
LEFT JOIN import ON import.id = returns.import
WHERE returns.wave = ?1 AND import.undone IS NOT 1
  AND returns.void IS NULL AND NOT returns.late AND returns.customer IS NOT NULL
