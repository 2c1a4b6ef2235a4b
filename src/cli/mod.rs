//! The command line: arguments in, jobs run, text or JSON out.
//!
//! Its words, exit codes and JSON are stable: scripts rely on them. It opens no window itself
//! but says when one is wanted.

mod args;
mod carry_out;
mod check;
mod comments;
mod contact;
mod correct;
mod demo;
mod export;
mod flags;
mod forms;
mod frame;
mod harmless;
mod import;
mod import_forms;
mod imports;
mod issues;
mod json;
mod kpi;
mod left_out;
mod marked;
mod new;
mod output;
mod past;
mod plan;
mod print;
mod restore;
mod rules;
mod salvage;
mod scores;
mod settle;
mod sign;
mod table;
mod tag;
mod trend;
mod usage;
mod void;
mod wave;
mod workspace;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::i18n::Language;
use crate::jobs::{JobError, explain, reason};
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

impl Failure {
    /// Words that make no sense together, and where to read how the command goes.
    fn usage(fault: &str, job: &str, language: Language) -> Self {
        Self::Usage(format!("{fault}\n{}", usage::more(Some(job), language)))
    }
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
    let words = helped(words.into_iter().collect());
    let language = asked_language(&words).unwrap_or_else(Language::of_system);
    let parsed = usage::command(language)
        .try_get_matches_from(&words)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => {
            let job = usage::job_in(&words);
            return Start::Done(refuse(&error, job.as_deref(), language));
        }
    };
    let asked = arguments.lang.map(Language::from);
    match (arguments.job, arguments.workspace) {
        (None, Some(word)) if looks_like_a_command(&word) => unknown(&word, language),
        (None, workspace) => Start::Window {
            workspace,
            language: asked,
            sample: false,
        },
        (Some(_), Some(word)) => unknown(&word, language),
        (Some(Job::Demo(words)), None) if !words.headless => {
            match demo::prepare(words.dir.as_deref(), language) {
                Ok(workspace) => Start::Window {
                    workspace: Some(workspace),
                    language: asked,
                    sample: true,
                },
                Err(failure) => Start::Done(code(Err(failure), language)),
            }
        }
        (Some(job), None) => Start::Done(code(run(job, language), language)),
    }
}

/// `manyi help` and `manyi help COMMAND` ask as `--help` does, unless a file is called so.
fn helped(mut words: Vec<OsString>) -> Vec<OsString> {
    // The language may stand before it.
    let first = match words.get(1).map(|word| word.to_string_lossy()) {
        Some(word) if word == "--lang" => 3,
        Some(word) if word.starts_with("--lang=") => 2,
        _ => 1,
    };
    if words.get(first).is_some_and(|word| word == "help") && !Path::new("help").exists() {
        words.remove(first);
        words.push("--help".into());
    }
    words
}

/// A bare word that is no file: a mistyped command rather than a workspace.
fn looks_like_a_command(word: &Path) -> bool {
    let bare = word.components().count() == 1 && word.extension().is_none();
    bare && !word.exists()
}

fn unknown(word: &Path, language: Language) -> Start {
    let word = word.display().to_string();
    let fault = tr!(language, "cli-error-unknown", argument = word);
    output::complain(&format!("{fault}\n{}", usage::more(None, language)));
    Start::Done(ExitCode::from(2))
}

/// What to do where no window can be shown: the sample shows itself on paper, everything else
/// is told that the same jobs are commands. `detail` is for those who wonder.
pub fn without_window(
    workspace: Option<&Path>,
    language: Option<Language>,
    sample: bool,
    detail: &str,
) -> ExitCode {
    let language = language.unwrap_or_else(Language::of_system);
    output::complain(&tr!(language, "error-no-display"));
    output::complain(&tr!(language, "detail-line", detail = detail));
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

fn refuse(error: &clap::Error, job: Option<&str>, language: Language) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match output::print(&error.render().to_string()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            }
        }
        _ => {
            output::complain(&usage::describe(error, job, language));
            ExitCode::from(2)
        }
    }
}

fn run(job: Job, language: Language) -> Result<(), Failure> {
    match job {
        Job::Demo(words) => demo::run(&words, language),
        Job::New(words) => new::run(&words, language),
        Job::Imports(words) => imports::run(&words, language),
        Job::Wave(words) => wave::run(&words, language),
        Job::Frame(words) => frame::run(&words, language),
        Job::Flags(words) => flags::run(&words, language),
        Job::Comments(words) => comments::run(&words, language),
        Job::Tag(words) => tag::run(&words, language),
        Job::Contact(words) => contact::run(&words, language),
        Job::Settle(words) => settle::run(&words, language),
        Job::Void(words) => void::run(&words, language),
        Job::Correct(words) => correct::run(&words, language),
        Job::Sign(words) => sign::run(&words, language),
        Job::Past(words) => past::run(&words, language),
        Job::Kpi(words) => kpi::run(&words, language),
        Job::Plan(words) => plan::run(&words, language),
        Job::Forms(words) => forms::run(&words, language),
        Job::Import(words) => import::run(&words, language),
        Job::Scores(words) => scores::run(&words, language),
        Job::Rules(words) => rules::run(&words, language),
        Job::Trend(words) => trend::run(&words, language),
        Job::Print(words) => print::run(&words, language),
        Job::Export(words) => export::run(&words, language),
        Job::Salvage(words) => salvage::run(&words, language),
        Job::Check(words) => check::run(&words.workspace, language),
        Job::Restore(words) => restore::run(&words, language),
    }
}

fn code(result: Result<(), Failure>, language: Language) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(Failure::Output(error)) => {
            let told = match error.kind() {
                std::io::ErrorKind::StorageFull => tr!(language, "cli-error-output-full"),
                _ => {
                    let reason = reason(&error, language);
                    tr!(language, "cli-error-output", reason = reason)
                }
            };
            output::complain(&told);
            ExitCode::FAILURE
        }
        Err(Failure::Usage(text)) => {
            output::complain(&text);
            ExitCode::from(2)
        }
        Err(Failure::Job(error)) => {
            output::complain(&explain(&error, language));
            match error {
                JobError::WhichSurvey { .. }
                | JobError::WhichImport { .. }
                | JobError::Ending { .. } => ExitCode::from(2),
                _ => ExitCode::FAILURE,
            }
        }
    }
}
