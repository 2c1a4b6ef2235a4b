//! Manyi 满意: customer satisfaction for ISO 9001 companies, from the returns to the
//! management review.
//!
//! The one loop: a file goes through `intake` into `store`; what `store` loads goes through
//! `analysis` into figures, through `chart` into charts, and from there to the screen (`ui`) or,
//! as blocks of a document (`report`), to paper (`paper`). What the user wants done goes through
//! `edit`, which makes a step of it or says why not, to the one write door of `store`.
//! `tests/architecture.rs` holds who may use whom.
//!
//! | what | where |
//! | --- | --- |
//! | a noun: survey, item, rules, customer, wave, return, action | `model`; then `store`, `edit` and `ui`, as far as it is kept, changed and shown |
//! | reading a spreadsheet: the file, its heading, its rows, its values | `intake`; another kind of file in `intake/spreadsheet` |
//! | forms: a firm's own that were filled in; marked by hand on their blank; ours that come back as workbooks, or from paper | `intake/filled`; `intake/marking` and `intake/filled/marked`; `intake/form`, `intake/scan`; sent out and taken in by `jobs/forms` |
//! | another survey platform | a file in `intake/platform`, a line in its list, its name in `assets/i18n`; a shape none has yet in `intake/platform/kind.rs` |
//! | how a figure is computed or tested, what is found, what is suggested | `analysis`; hidden of too few in `analysis/figure.rs`, of what could be found by taking groups from a whole in `analysis/subtraction.rs`; a finding is worded in `chart/words`, offered in `ui/scores`, and told on paper as `report/findings.rs` decides |
//! | a figure beside the scores: alpha, importance, gaps | `analysis/insight.rs`; `report/beside.rs`, `ui/scores/overview/beside`, `cli/json` |
//! | what makes a return doubtful or void by itself | `model/validity.rs`, `analysis/validity.rs`, `i18n/flag.rs`; then as a scoring rule |
//! | a scoring rule, what it can be set to | `model/rules.rs`; a line of `model/rule.rs`, its words in `i18n/rule.rs`, its place in the form in `ui/questionnaire/rules.rs`: effects and command line list it; waves under other rules in `analysis/what_if.rs`, what of them is hidden beside each other in `analysis/between.rs` |
//! | a column of the score table | `report/scores.rs`, which lists who gets which: screen, pages, workbook, terminal; `chart/scores` for the picture; `cli/json` |
//! | a chapter of the printed material, the form for customers | `report`, laid out by `assets/typst` |
//! | a sentence about figures | `chart/words` |
//! | how a chart looks | `chart`; colours and sizes in `assets/tokens.json`, read by `theme` |
//! | another file format | a file in `paper/format`, a line in its list, from which window and dialogs take it; what lays out blocks itself has a folder of its own, as workbooks have `paper/excel` |
//! | an edit the user can take back, and when it is refused | a verb in `edit`, asked for by its `Intent`; it sees the register and the returns of one wave, so that what touches several waves is a job in `jobs` that makes the step; refusals are worded in `i18n/refusal` |
//! | long work that window and command line share: import, print, export, backups, salvage | `jobs` |
//! | what is kept in the workspace, its checksums and copies | `store`; another version is a rung in `store/migrations` and a line in `store/migrate.rs`; a column also joins `store/sealed.rs`, `store/plausible` and `store/disk/change.rs`, and its rung lets go of the seals of rows that hold; a field of a noun kept as a document stands in `store/disk` and needs no seal |
//! | a column of a firm's own about customers | an attribute: no new version |
//! | a tab | a folder in `ui`, its name in `ui/tab.rs`, `ui/tabs.rs` and `ui/place.rs`, a chapter of its name in both guides |
//! | what stands around the tabs, search, help | `ui/shell`, `ui/search`, `ui/help` |
//! | a list, a form that is typed in, a dialog, what can be pressed | `ui/list`, `ui/form`, `ui/widgets` |
//! | threads, file dialogs, what happens after a press | `app` |
//! | a command | a file in `cli` with its words, a line in its list and in `cli/args`, its help in `cli/usage`; what changes a workspace goes through `cli/carry_out` |
//! | words | `assets/i18n`, chosen in `i18n`: find the text in one language, follow its key; errors in `jobs/explain` |
//! | files of ours on the disk: written whole, never over another | `files` |

pub mod analysis;
pub mod app;
pub mod chart;
pub mod cli;
pub mod edit;
pub mod files;
pub mod i18n;
pub mod intake;
pub mod jobs;
pub mod model;
pub mod paper;
pub mod report;
pub mod store;
pub mod theme;
pub mod ui;
