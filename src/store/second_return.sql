SELECT DISTINCT returns.customer
FROM import
JOIN returns ON returns.id BETWEEN import.first_return AND import.first_return + import.returns - 1
WHERE import.wave = ?1 AND NOT import.undone
  AND returns.void IS NULL AND returns.customer IS NOT NULL
