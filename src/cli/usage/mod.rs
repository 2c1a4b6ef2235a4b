//! What the command line says of itself: help and usage errors in the user's language.

mod arguments;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use self::arguments::argument_help;
use super::args::Arguments;
use crate::i18n::Language;
use crate::model::TextEncoding;
use crate::tr;

/// The command line with every text in place.
pub fn command(language: Language) -> Command {
    let mut command = spoken(Arguments::command(), language)
        .about(tr!(language, "cli-about"))
        .override_usage("manyi [WORKSPACE] | manyi COMMAND …")
        .after_help(tr!(language, "cli-exit-codes"))
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(tr!(language, "cli-arg-version")),
        );
    let names: Vec<String> = command
        .get_subcommands()
        .map(|job| job.get_name().to_owned())
        .collect();
    for name in names {
        command = command.mut_subcommand(&name, |job| {
            let (about, usage) = job_help(language, &name);
            spoken(job, language).about(about).override_usage(usage)
        });
    }
    command
}

/// A command with help for its arguments, under headings of its language.
fn spoken(command: Command, language: Language) -> Command {
    let usage = tr!(language, "cli-usage");
    let mut template = format!("{{about-with-newline}}\n{usage}{{usage}}\n\n");
    if command.get_positionals().next().is_some() {
        let heading = tr!(language, "cli-arguments");
        template += &format!("{heading}\n{{positionals}}\n\n");
    }
    template += &format!("{}\n{{options}}", tr!(language, "cli-options"));
    if command.has_subcommands() {
        let heading = tr!(language, "cli-commands");
        template += &format!("\n\n{heading}\n{{subcommands}}{{after-help}}");
    }
    command
        .help_template(template)
        .disable_help_flag(true)
        .mut_args(|arg| {
            let help = argument_help(language, arg.get_id().as_str());
            arg.help(help)
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(tr!(language, "cli-arg-help")),
        )
}

fn job_help(language: Language, name: &str) -> (String, &'static str) {
    match name {
        "demo" => (
            tr!(language, "cli-demo"),
            "manyi demo [--dir DIR] [--headless]",
        ),
        "new" => (
            tr!(language, "cli-new"),
            "manyi new WORKSPACE (--definition FILE.xlsx | --from EXPORT [--best first|last] \
             [--sheet NAME] [--encoding ENCODING]) [--survey NAME] [--company NAME] \
             [--document NUMBER] [--json]",
        ),
        "import" => (
            tr!(language, "cli-import"),
            "manyi import WORKSPACE FILE|DIR… [--survey NAME] [--wave 2026H1] [--sheet NAME]… \
             [--values labels|scores|codes] [--decimals point|comma] [--order ITEM=LABEL;…]… \
             [--encoding ENCODING] [--repeats newest|first|both] [--keep-row SHEET!ROW]… [--leave-row SHEET!ROW]… [--keep-private] \
             [--late] [--marked BLANK.xlsx] [--issues FILE.xlsx] [--json]",
        ),
        "scores" => (
            tr!(language, "cli-scores"),
            "manyi scores WORKSPACE --survey NAME --wave 2026H1 [--where ATTR=VALUE]… \
             [--against W] [--by ATTR] [--json]",
        ),
        "rules" => (
            tr!(language, "cli-rules"),
            "manyi rules WORKSPACE [--survey NAME] [--wave W] [--json | -o FILE.{pdf,xlsx} [--force]]",
        ),
        "trend" => (
            tr!(language, "cli-trend"),
            "manyi trend WORKSPACE --survey NAME [--of index|satisfied|CODE]… [--json]",
        ),
        "print" => (
            tr!(language, "cli-print"),
            "manyi print WORKSPACE trend|scores|review|form --survey NAME [--wave W] [--of …]… \
             [--lang zh|en] -o FILE.{pdf,svg,png} [--force]",
        ),
        "export" => (
            tr!(language, "cli-export"),
            "manyi export WORKSPACE definition|returns|scores [--survey NAME] [--wave W] \
             -o FILE.xlsx [--force]",
        ),
        "imports" => (
            tr!(language, "cli-imports"),
            "manyi imports WORKSPACE [--undo IMPORT [--together] | --restore IMPORT [--together] | \
             --original IMPORT -o FILE [--force] | --drop-original IMPORT | --forget IMPORT] \
             [--json]",
        ),
        other => writing_help(language, other),
    }
}

/// The same of commands that change a workspace or look after it.
fn writing_help(language: Language, name: &str) -> (String, &'static str) {
    match name {
        "wave" => (
            tr!(language, "cli-wave"),
            "manyi wave WORKSPACE [--survey NAME] [--open W | --close W --by NAME [--date D] | \
             --reopen W --by NAME --reason TEXT | --count-late W] [--json]",
        ),
        "frame" => (
            tr!(language, "cli-frame"),
            "manyi frame WORKSPACE [--survey NAME] [--wave W] [--rule \
             all|last|largest|random|turnover|segment|bought [--share PERCENT] [--seed NUMBER] \
             [--where ATTR=VALUE] [--attribute NAME] [--preview] | --add CODE… | --add-answered | \
             --leave-out CODE… | --exclude CODE… --reason TEXT | --ask-again CODE… | --issued \
             [--date D] [--channel TEXT] [--collector sales|quality|third-party]] [--json]",
        ),
        "flags" => (
            tr!(language, "cli-flags"),
            "manyi flags WORKSPACE [--survey NAME] [--wave W] [--void \
             too-few|required|alike|too-fast --reason TEXT] [--json]",
        ),
        "comments" => (
            tr!(language, "cli-comments"),
            "manyi comments WORKSPACE [--survey NAME] [--wave W] [--tag TAG]… \
             [--where ATTR=VALUE]… [--json]",
        ),
        "tag" => (
            tr!(language, "cli-tag"),
            "manyi tag WORKSPACE TAG [--as complaint|praise|wish|other] [--word WORD… | --no-words] \
             [--rename NAME] | TAG --remove | TAG --on COMMENT… | TAG --off COMMENT… \
             [--survey NAME] [--wave W]",
        ),
        "contact" => (
            tr!(language, "cli-contact"),
            "manyi contact WORKSPACE --customer CODE… --as call|reminder --by NAME [--how TEXT] \
             [--reached] [--date D] [--note TEXT] [--survey NAME] [--wave W]",
        ),
        "settle" => (
            tr!(language, "cli-settle"),
            "manyi settle WORKSPACE [FILE.xlsx] [--survey NAME] [--wave 2026H1] [--issue NUMBER \
             (--answer TEXT | --customer CODE | --new-customer CODE [--called NAME] | --blank | \
             --keep | --void | --void-other)] [--json]",
        ),
        "void" => (
            tr!(language, "cli-void"),
            "manyi void WORKSPACE (--import IMPORT --row ROW | --return RETURN) (--reason TEXT | \
             --count-again)",
        ),
        "correct" => (
            tr!(language, "cli-correct"),
            "manyi correct WORKSPACE RETURN ITEM VALUE --reason TEXT",
        ),
        "sign" => (
            tr!(language, "cli-sign"),
            "manyi sign WORKSPACE --as prepared|reviewed|approved --by NAME [--survey NAME] \
             [--revision LABEL] [--date 2026-03-01]",
        ),
        "forms" => (
            tr!(language, "cli-forms"),
            "manyi forms WORKSPACE --wave 2026H1 --as xlsx|pdf [--customer CODE…] [--survey NAME] \
             -o DIR [--force]",
        ),
        "past" => (
            tr!(language, "cli-past"),
            "manyi past WORKSPACE [FILE.xlsx] [--survey NAME] [--json]",
        ),
        "kpi" => (
            tr!(language, "cli-kpi"),
            "manyi kpi WORKSPACE [FILE.xlsx] [--external] [--stage 2026-03]… [--baseline N] [--json]",
        ),
        "plan" => (
            tr!(language, "cli-plan"),
            "manyi plan --frame N [--sd S] [--half-width H] [--response R] [--json]",
        ),
        "restore" => (
            tr!(language, "cli-restore"),
            "manyi restore WORKSPACE --list|--from NAME [--force] [--json]",
        ),
        "salvage" => (
            tr!(language, "cli-salvage"),
            "manyi salvage DAMAGED -o NEW [--json]",
        ),
        _ => (tr!(language, "cli-check"), "manyi check WORKSPACE"),
    }
}

/// Where to read how it goes: of the command, if one was typed.
pub fn more(job: Option<&str>, language: Language) -> String {
    match job {
        Some(job) => tr!(language, "cli-error-more-of", job = job),
        None => tr!(language, "cli-error-more"),
    }
}

/// The command among the words typed.
pub fn job_in(words: &[OsString]) -> Option<String> {
    let command = Arguments::command();
    let known = |word: &&OsString| {
        command
            .get_subcommands()
            .any(|job| word.as_os_str() == job.get_name())
    };
    let found = words.iter().skip(1).find(known);
    found.map(|word| word.to_string_lossy().into_owned())
}

/// What would do in place of a value that does not.
fn hint(argument: &str, language: Language) -> String {
    let value_name = argument.split_once('<').map(|(_, name)| name);
    let choices = value_name.unwrap_or_default().trim_end_matches('>');
    match argument {
        _ if ["--wave", "--open", "--close", "--reopen", "--count-late"]
            .iter()
            .any(|it| argument.starts_with(it)) =>
        {
            tr!(language, "cli-hint-wave")
        }
        _ if argument.starts_with("--date") => tr!(language, "refusal-date"),
        _ if ["--sd", "--half-width"]
            .iter()
            .any(|it| argument.starts_with(it)) =>
        {
            tr!(language, "cli-hint-points")
        }
        _ if argument.starts_with("--response") => tr!(language, "cli-hint-share"),
        _ if argument.starts_with("--where") => tr!(language, "cli-hint-where"),
        _ if argument.starts_with("--encoding") => {
            let names = TextEncoding::ALL.map(TextEncoding::name);
            let names = names.join(&tr!(language, "cli-comma"));
            tr!(language, "cli-hint-choices", choices = names)
        }
        // Whatever else has a form of its own is a number.
        _ if !choices.contains('|') => tr!(language, "cli-hint-number"),
        _ => {
            let choices: Vec<&str> = choices.split('|').collect();
            let choices = choices.join(&tr!(language, "cli-comma"));
            tr!(language, "cli-hint-choices", choices = choices)
        }
    }
}

/// What was wrong with the words typed, and where to read how it goes.
pub fn describe(error: &clap::Error, job: Option<&str>, language: Language) -> String {
    let argument = text(error, ContextKind::InvalidArg, language);
    // Without the example of its value.
    let name = argument.split(" <").next().unwrap_or(&argument);
    let value = text(error, ContextKind::InvalidValue, language);
    let fault = match error.kind() {
        ErrorKind::MissingRequiredArgument => {
            tr!(language, "cli-error-missing", argument = argument)
        }
        ErrorKind::UnknownArgument => tr!(language, "cli-error-unknown", argument = argument),
        ErrorKind::InvalidSubcommand => {
            let argument = text(error, ContextKind::InvalidSubcommand, language);
            tr!(language, "cli-error-unknown", argument = argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            tr!(language, "cli-error-no-value", argument = argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => tr!(
            language,
            "cli-error-value",
            argument = name,
            value = value,
            hint = hint(&argument, language)
        ),
        ErrorKind::ArgumentConflict => {
            let other = text(error, ContextKind::PriorArg, language);
            match other.split(" <").next() {
                Some(other) if !other.is_empty() && other != name => {
                    tr!(
                        language,
                        "cli-error-together",
                        argument = name,
                        other = other
                    )
                }
                _ => tr!(language, "cli-error-twice", argument = name),
            }
        }
        _ => tr!(language, "cli-error-usage"),
    };
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => String::new(),
    };
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    let more = more(job, language);
    if usage.is_empty() {
        format!("{fault}\n{more}")
    } else {
        let heading = tr!(language, "cli-usage");
        format!("{fault}\n{heading}{usage}\n{more}")
    }
}

fn text(error: &clap::Error, kind: ContextKind, language: Language) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(&tr!(language, "cli-comma")),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_says_how_it_is_called() {
        for language in Language::ALL {
            for job in Arguments::command().get_subcommands() {
                let name = job.get_name();
                let (about, usage) = job_help(language, name);
                assert!(
                    usage.starts_with(&format!("manyi {name}")),
                    "{name}: {usage}"
                );
                assert!(!about.is_empty(), "{name}");
            }
        }
    }
}
