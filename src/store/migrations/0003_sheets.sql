-- Several sheets of one file may be taken in, each as an import of its own.
DROP INDEX import_once;
CREATE UNIQUE INDEX import_once ON import (wave, sha256, sheet) WHERE undone = 0;
