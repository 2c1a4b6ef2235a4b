//! The window as a user meets it, by the names of its controls, in both languages, without a
//! display.

mod actions;
mod harness;
mod questionnaire;
mod review;
mod shell;
mod welcome;
mod workspace;
