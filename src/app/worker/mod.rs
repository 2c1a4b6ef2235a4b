//! The thread that owns the workspace file: it takes commands one after the other and answers
//! with events, so that the window never waits for a disk.

mod bench;
mod change;
mod command;
mod event;
mod figures;
mod incoming;
mod open;
mod review;
mod write;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Instant;

use bench::Bench;
pub use command::{Command, Job};
pub use event::{Event, Found, Fresh, Opened, TakenIn};

use crate::jobs::JobError;
use crate::model::Progress;

/// A command on its way, and how it is watched and stopped.
struct Order {
    command: Command,
    progress: Progress,
}

/// What comes back: events, and after the last one of a command that it is finished.
enum Reply {
    Event(Box<Event>),
    Finished,
}

/// A command the worker has or waits to take up.
#[derive(Debug)]
pub struct Pending {
    pub job: Job,
    pub progress: Progress,
    pub since: Instant,
}

/// The window's end of the worker.
#[derive(Debug)]
pub struct Worker {
    orders: Option<Sender<Order>>,
    replies: Receiver<Reply>,
    /// In the order they will be finished.
    pending: VecDeque<Pending>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; it wakes the window whenever it has something to say.
    pub fn start(context: egui::Context) -> Self {
        let (orders, taken) = channel::<Order>();
        let (answers, replies) = channel::<Reply>();
        let thread = std::thread::spawn(move || {
            let mut bench = Bench::default();
            while let Ok(order) = taken.recv() {
                let say = |event| {
                    // Without a window nobody wants to know.
                    let _ = answers.send(Reply::Event(Box::new(event)));
                    context.request_repaint();
                };
                work(&mut bench, order, &say);
                let _ = answers.send(Reply::Finished);
                context.request_repaint();
            }
        });
        Self {
            orders: Some(orders),
            replies,
            pending: VecDeque::new(),
            thread: Some(thread),
        }
    }

    /// Puts a command at the end of the line.
    pub fn send(&mut self, command: Command) {
        let progress = Progress::default();
        self.pending.push_back(Pending {
            job: command.job(),
            progress: progress.clone(),
            since: Instant::now(),
        });
        if let Some(orders) = &self.orders {
            // The thread lives until the sender is dropped.
            let _ = orders.send(Order { command, progress });
        }
    }

    /// The next event, if there is one.
    pub fn receive(&mut self) -> Option<Event> {
        loop {
            match self.replies.try_recv().ok()? {
                Reply::Event(event) => return Some(*event),
                Reply::Finished => {
                    self.pending.pop_front();
                }
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
}

/// Edits already sent are kept before the program ends.
impl Drop for Worker {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // A worker that panicked has said so already.
            let _ = thread.join();
        }
    }
}

/// A fault of the program ends one command, never the worker.
fn work(bench: &mut Bench, order: Order, say: &impl Fn(Event)) {
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
