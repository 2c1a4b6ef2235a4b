//! The program: the command line decides what is wanted.

use std::process::ExitCode;

use manyi::app;
use manyi::cli::{self, Start};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Start::Done(code) => code,
        Start::Window {
            workspace,
            language,
        } => match app::run(workspace, language) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("manyi: {error}");
                ExitCode::FAILURE
            }
        },
    }
}
