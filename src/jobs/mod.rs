//! What the window and the command line both do: one job a file.
//!
//! A job joins the layers below (a file through `intake` into `store`, figures through
//! `chart` onto `paper`) and says why it failed as a [`JobError`]; [`explain`] puts that into
//! words. Jobs know neither the window nor the command line.

pub mod attach;
pub mod begin;
pub mod check;
pub mod choose;
pub mod copy_settings;
pub mod customers;
pub mod definition;
pub mod draft;
mod endings;
pub mod engine;
mod error;
mod explain;
pub mod export;
pub mod figures;
pub mod folder;
pub mod forms;
pub mod import;
pub mod imports;
pub mod issues;
pub mod kpi;
pub mod marking;
pub mod new_workspace;
pub mod next_revision;
pub mod outline;
pub mod past;
pub mod print;
pub mod restore;
pub mod returned;
pub mod salvage;
pub mod sample;
pub mod save;
pub mod unpack;
mod validity;
pub mod wave;

pub use error::JobError;
pub use explain::{
    assumed, assumed_briefly, at, copy_note, customer_fault, damaged, differs, explain, fault,
    loss, missing_pages, reason, statement, typed, unexpected, warning,
};
