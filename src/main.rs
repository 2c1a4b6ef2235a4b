//! The program: the command line decides what is wanted.

use std::process::ExitCode;

use manyi::cli::{self, Start};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Start::Done(code) => code,
        Start::Window { .. } => ExitCode::FAILURE,
    }
}
