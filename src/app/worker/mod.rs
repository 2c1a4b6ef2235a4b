//! The thread that owns the workspace file: it takes commands one after the other and answers
//! with events, so that the window never waits for a disk.

mod bench;
mod beside;
mod blank;
mod change;
mod command;
mod copies;
mod documents;
mod event;
mod figures;
mod forms;
mod hand_over;
mod incoming;
mod kept;
mod line;
mod open;
mod pages;
mod write;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use bench::Bench;
pub use command::{Command, Destination, Job, Topic, Writing};
pub use event::{Arrival, Event, Found, Fresh, Opened, TakenIn};
pub use incoming::{Precedent, Said};
use line::{Dispatch, Line};

use crate::jobs::JobError;
use crate::jobs::copy_settings::CopySettings;
use crate::model::Progress;

/// How long a window that closes waits for what has to be finished. A disk that does not
/// answer by then never will; the file comes through that as through a power cut.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long it waits for what was called off to notice.
const NOTICE: Duration = Duration::from_secs(2);

/// What comes back of an order: events, and after the last one that it is finished.
enum Reply {
    Event(u64, Box<Event>),
    Finished(u64),
}

/// A command the worker has or waits to take up.
#[derive(Debug)]
pub struct Pending {
    id: u64,
    pub job: Job,
    pub progress: Progress,
    pub since: Instant,
    topic: Topic,
    lasts: bool,
    /// A newer one has taken its place: what it still finds is not heard.
    replaced: bool,
}

/// The window's end of the worker.
#[derive(Debug)]
pub struct Worker {
    line: Arc<Line>,
    replies: Receiver<Reply>,
    /// In the order they will be finished.
    pending: VecDeque<Pending>,
    sent: u64,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; it wakes the window whenever it has something to say.
    pub fn start(context: egui::Context, copy_settings: CopySettings) -> Self {
        let line = Arc::new(Line::default());
        let (answers, replies) = channel::<Reply>();
        let orders = Arc::clone(&line);
        let thread = std::thread::spawn(move || {
            hand_over::clear_leftovers();
            let mut bench = Bench {
                copy_settings,
                ..Bench::default()
            };
            while let Some(order) = orders.take() {
                let id = order.id;
                let say = |event| {
                    // Without a window nobody wants to know.
                    let _ = answers.send(Reply::Event(id, Box::new(event)));
                    context.request_repaint();
                };
                work(&mut bench, order, &say);
                let _ = answers.send(Reply::Finished(id));
                context.request_repaint();
            }
        });
        Self {
            line,
            replies,
            pending: VecDeque::new(),
            sent: 0,
            thread: Some(thread),
        }
    }

    /// Puts a command at the end of the line, in the place of older ones it makes needless.
    pub fn send(&mut self, command: Command) {
        self.sent += 1;
        let id = self.sent;
        for older in &mut self.pending {
            if command.replaces(older.topic) {
                older.replaced = true;
                older.progress.cancel();
            }
        }
        let progress = Progress::default();
        let pending = Pending {
            id,
            job: command.job(),
            progress: progress.clone(),
            since: Instant::now(),
            topic: command.topic(),
            lasts: command.lasts(),
            replaced: false,
        };
        let gone = self.line.push(Dispatch {
            id,
            command,
            progress,
        });
        self.pending.retain(|older| !gone.contains(&older.id));
        self.pending.push_back(pending);
    }

    /// What is on its way about that is of no use any more.
    pub fn call_off(&mut self, topic: Topic) {
        for pending in self.pending.iter_mut().filter(|it| it.topic == topic) {
            pending.replaced = true;
            pending.progress.cancel();
        }
        let gone = self.line.call_off(topic);
        self.pending.retain(|it| !gone.contains(&it.id));
    }

    /// The next event, if there is one.
    pub fn receive(&mut self) -> Option<Event> {
        loop {
            match self.replies.try_recv().ok()? {
                Reply::Event(id, event) => {
                    let from = self.pending.iter().find(|pending| pending.id == id);
                    if from.is_some_and(|pending| !pending.replaced) {
                        return Some(*event);
                    }
                }
                Reply::Finished(id) => self.pending.retain(|pending| pending.id != id),
            }
        }
    }

    /// What it works on now.
    pub fn working(&self) -> Option<&Pending> {
        self.pending.front()
    }

    /// Nothing is on its way.
    pub fn idle(&self) -> bool {
        self.pending.is_empty()
    }

    /// Asks what runs now to stop.
    pub fn cancel(&self) {
        if let Some(pending) = self.pending.front() {
            pending.progress.cancel();
        }
    }

    /// Until the thread has ended, at most that long.
    fn wait(&self, at_most: Duration) -> bool {
        let until = Instant::now() + at_most;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.replies.recv_timeout(left) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => return true,
                Err(RecvTimeoutError::Timeout) => return false,
            }
        }
    }
}

/// Edits and imports already sent are kept before the program ends; everything else is called
/// off.
impl Drop for Worker {
    fn drop(&mut self) {
        self.line.close();
        for pending in self.pending.iter().filter(|pending| !pending.lasts) {
            pending.progress.cancel();
        }
        let lasting = self.pending.iter().any(|pending| pending.lasts);
        let ended = self.wait(if lasting { PATIENCE } else { NOTICE }) || {
            self.pending.iter().for_each(|it| it.progress.cancel());
            self.wait(NOTICE)
        };
        if let Some(thread) = self.thread.take().filter(|_| ended) {
            // A worker that panicked has said so already.
            let _ = thread.join();
        }
    }
}

/// A fault of the program ends one command, never the worker.
fn work(bench: &mut Bench, order: Dispatch, say: &impl Fn(Event)) {
    let job = order.command.job();
    let done = catch_unwind(AssertUnwindSafe(|| {
        bench.take(order.command, &order.progress, say);
    }));
    if let Err(panic) = done {
        let words = panic.downcast_ref::<String>().cloned().or_else(|| {
            panic
                .downcast_ref::<&str>()
                .map(|words| (*words).to_owned())
        });
        say(Event::Failed {
            job,
            error: JobError::Unexpected(words.unwrap_or_default()),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Filter;
    use crate::model::WaveId;

    #[test]
    fn what_nobody_wants_any_more_leaves_the_line_and_is_not_heard() {
        let mut worker = Worker::start(egui::Context::default(), CopySettings::default());
        for number in 1..=3 {
            let (wave, filter) = (WaveId(1), Filter::default());
            worker.send(Command::Waves {
                survey: crate::model::SurveyId(1),
                filter: filter.clone(),
                number,
            });
            worker.send(Command::Figures {
                wave,
                against: None,
                filter,
                number,
            });
        }
        worker.call_off(Topic::Figures);
        let mut left = worker
            .pending
            .iter()
            .filter(|it| it.topic == Topic::Figures);
        assert!(left.all(|it| it.replaced && it.progress.cancelled()));
        let mut heard = 0;
        while !worker.idle() {
            heard += usize::from(worker.receive().is_some());
        }
        assert_eq!(heard, 1, "the lines of the waves alone");
    }

    #[test]
    fn what_a_newer_wish_replaced_is_called_off_and_not_heard() {
        let mut worker = Worker::start(egui::Context::default(), CopySettings::default());
        for number in 1..=20 {
            let (wave, filter) = (WaveId(1), Filter::default());
            worker.send(Command::Figures {
                wave,
                against: None,
                filter,
                number,
            });
        }
        let (newest, older) = worker.pending.make_contiguous().split_last().unwrap();
        assert!(
            older
                .iter()
                .all(|it| it.replaced && it.progress.cancelled())
        );
        assert!(!newest.replaced && !newest.progress.cancelled());
        // Nothing is open, so every command that is done fails, and says so once.
        let mut heard = 0;
        while !worker.idle() {
            heard += usize::from(worker.receive().is_some());
        }
        assert_eq!(heard, 1);
    }
}
