//! The program: the command line decides what is wanted.

use std::process::ExitCode;

use manyi::app::{self, RunError};
use manyi::cli::{self, Start};
use manyi::files;

fn main() -> ExitCode {
    files::outlive_size_limit();
    match cli::start(std::env::args_os()) {
        Start::Done(code) => code,
        Start::Window {
            workspace,
            language,
            sample,
        } => match app::run(workspace.clone(), language) {
            Ok(()) => ExitCode::SUCCESS,
            Err(RunError::NoDisplay(reason)) => {
                cli::without_window(workspace.as_deref(), language, sample, &reason)
            }
        },
    }
}
