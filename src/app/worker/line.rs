//! The line of commands before the worker: who comes next, and what a newer wish makes
//! needless. Edits, imports and everything written stay in line, in their order.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::{Command, Topic};
use crate::model::Progress;

/// A command on its way, and how it is watched and stopped.
#[derive(Debug)]
pub(super) struct Dispatch {
    pub(super) id: u64,
    pub(super) command: Command,
    pub(super) progress: Progress,
}

/// Shared by the window, which puts orders in, and the worker, which takes them.
#[derive(Debug, Default)]
pub(super) struct Line {
    state: Mutex<State>,
    woken: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<Dispatch>,
    closed: bool,
}

impl Line {
    /// Puts an order at the end and says which ones left the line for it.
    pub(super) fn push(&self, mut dispatch: Dispatch) -> Vec<u64> {
        let mut state = self.state();
        let mut gone = join(&mut state.waiting, &mut dispatch.command);
        state.waiting.retain(|older| {
            let needless = dispatch.command.replaces(older.command.topic());
            if needless {
                gone.push(older.id);
            }
            !needless
        });
        state.waiting.push_back(dispatch);
        self.woken.notify_one();
        gone
    }

    /// What waits about that leaves the line; says which orders those were.
    pub(super) fn call_off(&self, topic: Topic) -> Vec<u64> {
        let mut state = self.state();
        let about = |it: &Dispatch| it.command.topic() == topic;
        let gone = state.waiting.iter().filter(|it| about(it));
        let gone = gone.map(|it| it.id).collect();
        state.waiting.retain(|it| !about(it));
        gone
    }

    /// The next order, waited for; `None` once the line is closed and empty.
    pub(super) fn take(&self) -> Option<Dispatch> {
        let mut state = self.state();
        loop {
            if let Some(order) = state.waiting.pop_front() {
                return Some(order);
            }
            if state.closed {
                return None;
            }
            state = self
                .woken
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Nothing is put in any more; what nobody will look at leaves.
    pub(super) fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        state.waiting.retain(|dispatch| dispatch.command.lasts());
        self.woken.notify_one();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Choices for the file at hand build on each other: one that waits is taken along by the
/// next, so that the file is looked at once for both. Gives the one that left for it.
fn join(waiting: &mut VecDeque<Dispatch>, newer: &mut Command) -> Vec<u64> {
    let Command::LookAgain { looks, .. } = newer else {
        return Vec::new();
    };
    let last = waiting
        .iter()
        .rposition(|dispatch| dispatch.command.topic().is_of_the_file_at_hand());
    let Some(at) = last else {
        return Vec::new();
    };
    let Some(Command::LookAgain { looks: earlier, .. }) =
        waiting.get_mut(at).map(|dispatch| &mut dispatch.command)
    else {
        return Vec::new();
    };
    let mut all = std::mem::take(earlier);
    all.append(looks);
    *looks = all;
    waiting
        .remove(at)
        .map(|dispatch| dispatch.id)
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::analysis::Filter;
    use crate::i18n::Language;
    use crate::model::{Period, PeriodKind, RevisionId, Step, StepKind, SurveyId, WaveId};
    use crate::ui::{Look, Pages};

    fn figures(number: u64) -> Command {
        Command::Figures {
            wave: WaveId(1),
            against: None,
            filter: Filter::default(),
            number,
        }
    }

    fn edit(number: u64) -> Command {
        Command::Apply {
            step: Step::new(StepKind::EditCustomers, "", Vec::new()),
            number,
        }
    }

    fn look(name: &str) -> Command {
        Command::Look {
            path: PathBuf::from(name),
            survey: SurveyId(1),
            period: Period::holding(PeriodKind::Year, 2026, 1).unwrap(),
            encoding: None,
            precedents: Vec::new(),
            said: Box::default(),
            replaced: String::new(),
            number: 0,
        }
    }

    fn again(look: Look, number: u64) -> Command {
        let looks = vec![look];
        Command::LookAgain { looks, number }
    }

    fn backup() -> Command {
        Command::Backup
    }

    /// What is left in line, after every command was put in.
    fn left(commands: Vec<Command>) -> Vec<String> {
        let line = Line::default();
        for (id, command) in (0..).zip(commands) {
            line.push(Dispatch {
                id,
                command,
                progress: Progress::default(),
            });
        }
        line.close();
        std::iter::from_fn(|| line.take())
            .map(|dispatch| format!("{:?}", dispatch.command))
            .collect()
    }

    fn names(commands: &[Command]) -> Vec<String> {
        commands.iter().map(|it| format!("{it:?}")).collect()
    }

    #[test]
    fn newer_figures_take_the_place_of_those_that_wait_and_edits_stay() {
        let line = Line::default();
        let mut gone = Vec::new();
        let commands = [
            figures(1),
            edit(2),
            figures(3),
            edit(4),
            backup(),
            figures(5),
        ];
        for (id, command) in (0..).zip(commands) {
            let progress = Progress::default();
            gone.extend(line.push(Dispatch {
                id,
                command,
                progress,
            }));
        }
        assert_eq!(gone, [0, 2]);
        let left: Vec<u64> = (0..4).filter_map(|_| line.take()).map(|it| it.id).collect();
        assert_eq!(left, [1, 3, 4, 5]);
    }

    #[test]
    fn nothing_that_is_kept_is_ever_dropped_or_moved() {
        let kept = vec![
            edit(1),
            Command::TakeIn,
            edit(2),
            Command::Customers {
                path: PathBuf::from("a.xlsx"),
                encoding: None,
            },
            edit(3),
            Command::Leave,
            edit(4),
        ];
        let words = names(&kept);
        let mut commands = Vec::new();
        for command in kept {
            commands.push(figures(0));
            commands.push(command);
        }
        commands.push(Command::Close);
        let mut left = left(commands);
        left.retain(|word| words.contains(word));
        let lasting: Vec<String> = words
            .into_iter()
            .filter(|word| word.starts_with("Apply") || word.starts_with("TakeIn"))
            .collect();
        assert_eq!(
            left, lasting,
            "a window that closes keeps what was asked of the file"
        );
    }

    #[test]
    fn choices_for_a_file_wait_as_one() {
        let first = again(Look::Sheet(1), 1);
        let second = again(Look::Anew, 2);
        let line = Line::default();
        for (id, command) in (0..).zip([first, edit(9), second]) {
            let progress = Progress::default();
            line.push(Dispatch {
                id,
                command,
                progress,
            });
        }
        assert_eq!(line.take().unwrap().id, 1);
        let Command::LookAgain { looks, number } = line.take().unwrap().command else {
            panic!("the choices are gone");
        };
        assert_eq!((looks, number), (vec![Look::Sheet(1), Look::Anew], 2));
    }

    #[test]
    fn choices_never_pass_an_import() {
        let line = Line::default();
        let commands = [
            again(Look::Sheet(1), 1),
            Command::TakeIn,
            again(Look::Anew, 2),
        ];
        for (id, command) in (0..).zip(commands) {
            let progress = Progress::default();
            let gone = line.push(Dispatch {
                id,
                command,
                progress,
            });
            assert_eq!(gone, Vec::<u64>::new());
        }
    }

    #[test]
    fn a_file_left_is_not_looked_at() {
        let line = Line::default();
        let pages = Command::LayOut {
            pages: Pages::Form {
                revision: RevisionId(1),
                otherwise: Language::En,
            },
            number: 1,
        };
        let commands = [look("a.csv"), again(Look::Anew, 2), pages, Command::Leave];
        let mut gone = Vec::new();
        for (id, command) in (0..).zip(commands) {
            let progress = Progress::default();
            gone.extend(line.push(Dispatch {
                id,
                command,
                progress,
            }));
        }
        assert_eq!(gone, [0, 1]);
    }
}
