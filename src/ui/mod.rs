//! The window.
pub mod style;
pub mod widgets;
