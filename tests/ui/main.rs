//! The window as a user meets it, by the names of its controls, in both languages, without a
//! display.

mod actions;
mod harness;
mod mapping;
mod prepare;
mod questionnaire;
mod returns;
mod review;
mod sample;
mod shell;
mod welcome;
mod workspace;
