//! The window's parts: what is drawn, and what the user asked for by it.
//!
//! A tab is a [`Page`]: a struct with its own drafts and filters that draws what [`Cx`] shows
//! and, wherever something is pressed, asks it for an [`Action`] with `cx.ask(…)` or for an
//! edit with `cx.edit(…)`; `app` does it once the frame is drawn. A tab with text fields asks
//! in `leave` for what is typed and not yet kept. Nothing here touches files, the store,
//! dialogs of the system or threads.
//!
//! # Writing a tab
//!
//! - Colours and sizes: `palette(ui)` and `tokens()`; a [`theme::Color`](crate::theme::Color)
//!   goes wherever egui wants a colour (`.into()`). Faces of text: [`style::Face`].
//! - Text: `widgets::text::{body, table, weak, section, heading, say, line, link}`.
//! - Controls: `ui.add(Button::primary("…"))`, `Chip`, `Checkbox`, `MenuItem` are egui widgets;
//!   `Segment`, `Select`, `TextField`, `Dialog`, `TreeRow`, `Table` end in `.show(…)`.
//! - A page: `panel::left/right` first, then `panel::bar` and `panel::foot`, then
//!   `panel::work` for the rest; `panel::page_head` and `panel::section_head` for heads.
//! - Typed text: one [`form::Form`] a tab. Describe a field by [`form::FormField`], draw it in a
//!   row, and at the end of the tab's `ui` call `keep`, in `leave` call `leave`. What stands
//!   there, what is wrong with another text and what keeps it is told by
//!   [`Typed`](crate::edit::Typed): nothing typed is lost, and no key stroke is a transaction.
//! - Tables ask only for rows in sight: fill `Cells` from left to right. Everything a row says
//!   is its accessible name, so screen readers and tests find it.
//! - Every string comes from `tr!(cx.language, "key")`. Keys begin with what they are of.

pub mod action;
pub mod actions;
mod blank;
mod chart_menu;
mod cx;
pub mod form;
pub mod help;
mod incoming;
mod list;
mod missing;
mod outbox;
mod page;
mod place;
mod plot;
mod preview;
pub mod questionnaire;
mod ready;
pub mod returns;
pub mod review;
mod scan_line;
pub mod scene;
pub mod scores;
pub mod search;
pub mod shell;
pub mod style;
mod tab;
mod tabs;
pub mod trends;
pub mod welcome;
pub mod widgets;
mod zoom;

pub use action::{
    Action, Export, IncomingAction, Kept, Look, MarkAction, NewWorkspace, Output, Pages,
    PagesAction, Pick, Printed, WorkspaceAction,
};
pub use blank::{Blank, MarkableSheet};
pub use cx::{Basis, Cx, Sight, SinceView, TrendWave, WaveView};
pub use incoming::{Checks, HeadCell, HeadRow, Incoming, Refusal, SameFile, Stage};
pub use outbox::Outbox;
pub use page::Page;
pub use place::{Common, Place};
pub use preview::{Edition, Laid, Preview, Section, Sheet, Spot};
pub use ready::{Ready, Wanted};
pub use scan_line::{LineKey, ScanLines, scan_line};
pub use shell::Running;
pub use tab::Tab;
pub use tabs::Tabs;
