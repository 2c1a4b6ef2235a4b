//! What stands around every tab: the top line, the row of tabs, the status line, the overlay
//! for files held over the window.

mod best_end;
mod copies;
mod drop;
mod info;
mod keys;
mod logo;
mod new_survey;
mod status_line;
mod tab_row;
mod top_line;
mod workspace_menu;

pub use best_end::{BestDialog, best_end};
pub use copies::{CopiesDialog, KnownCopies};
pub use drop::{Drop, overlay};
pub use info::InfoDialog;
pub use keys::keys;
pub use logo::logo;
pub use new_survey::NewSurvey;
pub(crate) use status_line::work;
pub use status_line::{Running, status_line};
pub use tab_row::tab_row;
pub use top_line::{appearance, top_line};
