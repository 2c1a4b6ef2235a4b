-- What nothing refers to any more.

DELETE FROM file
WHERE id NOT IN (SELECT file FROM import WHERE file IS NOT NULL)
  AND id NOT IN (SELECT file FROM returns WHERE file IS NOT NULL)
  AND id NOT IN (SELECT file FROM attachment);

DELETE FROM label
WHERE id NOT IN (SELECT customer_text FROM returns WHERE customer_text IS NOT NULL)
  AND id NOT IN (SELECT channel FROM returns WHERE channel IS NOT NULL)
  AND id NOT IN (SELECT collector FROM returns WHERE collector IS NOT NULL)
  AND id NOT IN (SELECT kind FROM issue)
  AND id NOT IN (SELECT sheet FROM issue WHERE sheet IS NOT NULL)
  AND id NOT IN (SELECT found FROM issue WHERE found IS NOT NULL)
  AND id NOT IN (SELECT expected FROM issue);

DELETE FROM wave WHERE withdrawn AND id NOT IN (SELECT wave FROM import);
