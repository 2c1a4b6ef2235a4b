//! The window as a user meets it, by the names of its controls, in both languages, without a
//! display.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod actions;
mod alike;
mod comments;
mod copies;
mod entered;
mod evidence;
mod folder;
mod forms;
mod groups;
mod half_year;
mod harness;
mod help;
mod kept;
mod keyboard;
mod mapping;
mod marked;
mod prepare;
mod questionnaire;
mod returns;
mod review;
mod rules;
mod sample;
mod scores;
mod search;
mod shell;
mod trends;
mod type_in;
mod undo;
mod welcome;
mod workspace;
