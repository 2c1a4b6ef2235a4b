-- From version 1 to 2: what nobody needs any more. Never edited once released.

DROP TABLE v1_log;
DROP TABLE v1_evidence;
DROP TABLE v1_action;
DROP TABLE v1_issue;
DROP TABLE v1_answer_text;
DROP TABLE v1_returns;
DROP TABLE v1_label;
DROP TABLE v1_source;
DROP TABLE v1_import;
DROP TABLE v1_frame;
DROP TABLE v1_wave;
DROP TABLE v1_customer;
DROP TABLE v1_revision;
DROP TABLE v1_survey;
DROP TABLE v1_workspace;
DROP TABLE v1_counter;
