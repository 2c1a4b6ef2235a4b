//! The command line: arguments in, jobs run, text or JSON out.
//!
//! Its words, exit codes and JSON are stable: scripts rely on them. It opens no window itself
//! but says when one is wanted.

mod args;
mod check;
mod demo;
mod export;
mod import;
mod json;
mod new;
mod output;
mod print;
mod scores;
mod table;
mod trend;
mod usage;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::i18n::Language;
use crate::jobs::{JobError, explain};
use crate::tr;
use args::{Arguments, Job, Lang};

/// What the command line came to.
#[derive(Debug)]
pub enum Start {
    /// Everything is done.
    Done(ExitCode),
    /// A window is wanted, on a workspace or on the welcome page.
    Window {
        workspace: Option<PathBuf>,
        /// As asked for; `None`: whatever the window remembers or the system speaks.
        language: Option<Language>,
        /// It is the sample, which has something to show without a window too.
        sample: bool,
    },
}

/// Why a command did not do what it was told.
#[derive(Debug)]
enum Failure {
    Job(JobError),
    /// The words typed make no sense together; the sentence says why.
    Usage(String),
    /// Standard output is gone.
    Output(std::io::Error),
    /// Everything has been said already.
    Told,
}

impl From<JobError> for Failure {
    fn from(error: JobError) -> Self {
        Self::Job(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

/// Reads the arguments and does what they ask, short of opening a window.
pub fn start(words: impl IntoIterator<Item = OsString>) -> Start {
    let words: Vec<OsString> = words.into_iter().collect();
    let language = asked_language(&words).unwrap_or_else(Language::of_system);
    let parsed = usage::command(language)
        .try_get_matches_from(words)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return Start::Done(refuse(&error, language)),
    };
    let asked = arguments.lang.map(Language::from);
    match (arguments.job, arguments.workspace) {
        (None, workspace) => Start::Window {
            workspace,
            language: asked,
            sample: false,
        },
        (Some(_), Some(word)) => {
            let word = word.display().to_string();
            let fault = tr!(language, "cli-error-unknown", argument = word);
            output::complain(&format!("{fault}\n{}", tr!(language, "cli-error-more")));
            Start::Done(ExitCode::from(2))
        }
        (
            Some(Job::Demo {
                dir,
                headless: false,
            }),
            None,
        ) => match demo::prepare(dir.as_deref(), language) {
            Ok(workspace) => Start::Window {
                workspace: Some(workspace),
                language: asked,
                sample: true,
            },
            Err(failure) => Start::Done(code(Err(failure), language)),
        },
        (Some(job), None) => Start::Done(code(run(job, language), language)),
    }
}

/// What to do where no window can be shown: the sample shows itself on paper, everything else
/// is told that the same jobs are commands. `reason` is for those who wonder.
pub fn without_window(
    workspace: Option<&Path>,
    language: Option<Language>,
    sample: bool,
    reason: &str,
) -> ExitCode {
    let language = language.unwrap_or_else(Language::of_system);
    output::complain(&tr!(language, "error-no-display", reason = reason));
    match workspace.filter(|_| sample) {
        Some(workspace) => code(demo::pages(workspace, language), language),
        None => ExitCode::FAILURE,
    }
}

/// The value of `--lang`, known before anything can be said.
fn asked_language(words: &[OsString]) -> Option<Language> {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let values = words.iter().enumerate().filter_map(|(at, word)| {
        let next = || words.get(at + 1).map(|value| value.as_ref());
        match word.as_ref() {
            "--lang" => next(),
            other => other.strip_prefix("--lang="),
        }
    });
    let language = |value: &str| match value {
        "zh" => Some(Lang::Zh.into()),
        "en" => Some(Lang::En.into()),
        _ => None,
    };
    values.filter_map(language).next_back()
}

fn refuse(error: &clap::Error, language: Language) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match output::print(&error.render().to_string()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            }
        }
        _ => {
            output::complain(&usage::describe(error, language));
            ExitCode::from(2)
        }
    }
}

fn run(job: Job, language: Language) -> Result<(), Failure> {
    match job {
        Job::New {
            workspace,
            definition,
            survey,
        } => new::run(&workspace, &definition, survey.as_deref(), language),
        Job::Import {
            workspace,
            files,
            survey,
            wave,
            values,
            json,
        } => {
            let order = import::Order {
                survey: survey.as_deref(),
                period: wave,
                values: values.map(Into::into),
            };
            import::run(&workspace, &files, &order, json, language)
        }
        Job::Scores {
            workspace,
            survey,
            wave,
            conditions,
            json,
        } => {
            let order = scores::Order {
                survey: survey.as_deref(),
                period: wave,
                conditions: &conditions,
            };
            scores::run(&workspace, &order, json, language)
        }
        Job::Check { workspace } => check::run(&workspace, language),
        Job::Trend {
            workspace,
            survey,
            of,
            json,
        } => trend::run(&workspace, survey.as_deref(), &of, json, language),
        Job::Demo { dir, .. } => {
            let workspace = demo::prepare(dir.as_deref(), language)?;
            demo::pages(&workspace, language)
        }
        Job::Print {
            workspace,
            page,
            survey,
            wave,
            of,
            output,
        } => {
            let asked = print::Asked {
                page,
                survey: survey.as_deref(),
                period: wave,
                of: &of,
                to: &output,
            };
            print::run(&workspace, &asked, language)
        }
        Job::Export {
            workspace,
            what,
            survey,
            wave,
            output,
        } => {
            let asked = export::Asked {
                what,
                survey: survey.as_deref(),
                period: wave,
                to: &output,
            };
            export::run(&workspace, &asked, language)
        }
    }
}

fn code(result: Result<(), Failure>, language: Language) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(Failure::Output(error)) => {
            let reason = error.to_string();
            output::complain(&tr!(language, "cli-error-output", reason = reason));
            ExitCode::FAILURE
        }
        Err(Failure::Usage(text)) => {
            output::complain(&text);
            ExitCode::from(2)
        }
        Err(Failure::Job(error)) => {
            output::complain(&explain(&error, language));
            match error {
                JobError::WhichSurvey { .. } => ExitCode::from(2),
                _ => ExitCode::FAILURE,
            }
        }
    }
}
