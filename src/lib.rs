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
//! | a noun: survey, item, rules, customer, wave, return, action | `model` |
//! | reading a spreadsheet: the file, its heading, its rows, its values | `intake` |
//! | another survey platform | a file in `intake/platform`, a line in its list |
//! | how a figure is computed or tested | `analysis` |
//! | a column of the score table | `report/scores.rs`, for every screen, page and workbook |
//! | a chapter or sentence of the printed material | `report` |
//! | how a chart looks | `chart`; colours and sizes in `theme` |
//! | another file format | a file in `paper/format`, a line in its list |
//! | something the user can do, and when it is refused | a verb in `edit`, asked for by its `Intent` |
//! | what is kept in the workspace, its versions and copies | `store`; a rung in `store/migrations` |
//! | long work that window and command line share | `jobs` |
//! | a tab, a dialog, what can be pressed | `ui`, a folder a tab; lists in `ui/list`, forms in `ui/form`, the rest in `ui/widgets` |
//! | threads, file dialogs, what happens after a press | `app` |
//! | a command | `cli` |
//! | words | `assets/i18n`, chosen in `i18n` |
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
