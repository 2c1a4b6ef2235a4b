-- Returns of an import that lie where the import says.
SELECT count(*)
FROM import
JOIN returns ON returns.id BETWEEN import.first_return AND import.first_return + import.returns - 1
WHERE import.id = ?1 AND +returns.import = import.id
