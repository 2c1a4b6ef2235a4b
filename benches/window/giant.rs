//! What the user does to a workspace of the largest kind, frame by frame: no click, tab, edit
//! or undo may hold a frame, nor may an import that runs meanwhile.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::{Rect, pos2};
use manyi::edit::{ActionField, CustomerField, Decision, Intent, Typed};
use manyi::model::{Data, Item, Reading};
use manyi::store::Store;
use manyi::ui::{Action, IncomingAction, Look, Place, Tab};

use super::big;
use super::screen::Screen;

/// A window of common size.
const SIZE: Rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1440.0, 900.0));

/// Milliseconds no frame may take: one of sixty a second.
const LIMIT: f64 = 16.0;

/// What is left of a sixtieth of a second beside a frame.
const FRAME: Duration = Duration::from_millis(12);

/// Does everything once and tells the worst frame of each thing done.
pub fn giant() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (workspace, next) = big::make(folder.path())?;
    let data = Store::open_read_only(&workspace)?.load()?;
    println!(
        "100,000 returns, {} customers, {} issues, {} actions: worst frame of each, in ms; limit {LIMIT}",
        data.customers.len(),
        data.issues.len(),
        data.actions.len()
    );
    println!("{:<26}{:>8}{:>10}{:>8}", "", "worst", "computed", "frames");
    let mut screen = Screen::new(Some(workspace.clone()), SIZE);
    tell("opening", &mut screen, None)?;
    for tab in Tab::ALL {
        let action = Action::Go(Place::Tab(tab));
        tell(&format!("{tab:?}"), &mut screen, Some(action))?;
    }
    by_hand(&mut screen, &data)?;
    for (name, action) in journey(&data)? {
        tell(name, &mut screen, Some(action))?;
    }
    while_listed(&mut screen, &data)?;
    for tab in Tab::ALL {
        let action = Action::Go(Place::Tab(tab));
        tell(&format!("{tab:?} again"), &mut screen, Some(action))?;
    }
    import(&mut screen, next)?;
    drop(screen);
    came_in(&workspace, &data)
}

/// What is pressed and typed rather than asked for: it costs before anything is asked for.
fn by_hand(screen: &mut Screen, data: &Data) -> Result<(), Box<dyn Error>> {
    let item = item(data)?;
    screen.ask(Action::Go(Place::Item(item.lineage)));
    screen.settle()?;
    screen.worst();
    press("another segment", screen, "区域")?;
    press("item to its returns", screen, "看")?;
    screen.ask(Action::Go(Place::Tab(Tab::Returns)));
    screen.settle()?;
    screen.worst();
    for (name, control) in [
        ("returns by index", "指数"),
        ("  the other way", "指数"),
        ("returns by answers", "作答"),
        ("returns by date", "日期"),
        ("returns to settle", "待处理"),
        ("all returns", "全部"),
    ] {
        press(name, screen, control)?;
    }
    screen.ask(Action::Go(Place::Customers));
    screen.settle()?;
    screen.press("找客户")?;
    screen.settle()?;
    screen.worst();
    screen.write("9");
    screen.settle()?;
    row("search keystroke", screen);
    Ok(())
}

/// An edit while the returns are in sight.
fn while_listed(screen: &mut Screen, data: &Data) -> Result<(), Box<dyn Error>> {
    screen.ask(Action::Go(Place::Tab(Tab::Returns)));
    screen.settle()?;
    screen.worst();
    for (name, intent) in [
        ("renamed, returns open", renamed(data)?),
        ("settled, returns open", settled(data)?),
    ] {
        tell(name, screen, Some(Action::Do(intent)))?;
        tell("  undone", screen, Some(Action::Undo))?;
    }
    Ok(())
}

/// Presses a control and draws until nothing is on its way.
fn press(name: &str, screen: &mut Screen, control: &str) -> Result<(), Box<dyn Error>> {
    screen.press(control)?;
    screen.settle()?;
    row(name, screen);
    Ok(())
}

/// Another 100,000 returns are taken in while the user goes through the tabs.
fn import(screen: &mut Screen, next: PathBuf) -> Result<(), Box<dyn Error>> {
    tell("looking at a file", screen, Some(Action::Take(vec![next])))?;
    // Its numbers could be scores or places in the scale, which only a person knows.
    let scores = Look::Reading {
        columns: big::RATING_COLUMNS.collect(),
        reading: Reading::Scores,
    };
    let scores = Action::Incoming(IncomingAction::Look(scores));
    tell("reading its numbers", screen, Some(scores))?;
    screen.timed(Some(Action::Incoming(IncomingAction::Import)));
    let mut frames = 0;
    while !screen.idle() {
        // Through all tabs a few times, then to wait: who turns for ever calls off what a tab makes.
        let turn = (frames % 20 == 0).then_some(frames / 20);
        let turn = turn.filter(|turn| *turn < 4 * Tab::ALL.len());
        screen.timed(turn.map(|it| Action::Go(Place::Tab(Tab::ALL[it % Tab::ALL.len()]))));
        frames += 1;
        std::thread::sleep(FRAME);
    }
    row("importing 100,000", screen);
    Ok(())
}

/// Says how many returns the import brought, which is no import if there are none.
fn came_in(workspace: &Path, before: &Data) -> Result<(), Box<dyn Error>> {
    let after = Store::open_read_only(workspace)?.load()?;
    let brought = &after.imports[before.imports.len()..];
    let returns: u32 = brought.iter().map(|import| import.returns).sum();
    println!("returns that came in: {returns}");
    match returns {
        100_000 => Ok(()),
        _ => Err("the import did not run".into()),
    }
}

/// Edits of every kind, each taken back and done again.
fn journey(data: &Data) -> Result<Vec<(&'static str, Action)>, Box<dyn Error>> {
    let item = item(data)?;
    let mut all = vec![
        ("one item", Action::Go(Place::Item(item.lineage))),
        ("customers", Action::Go(Place::Customers)),
        ("frame", Action::Go(Place::Frame)),
    ];
    let mut both = |name: [&'static str; 3], intent| {
        all.push((name[0], Action::Do(intent)));
        all.push((name[1], Action::Undo));
        all.push((name[2], Action::Redo));
    };
    both(["customer renamed", "  undone", "  redone"], renamed(data)?);
    both(["issue settled", "  undone", "  redone"], settled(data)?);
    both(["action edited", "  undone", "  redone"], moved(data)?);
    all.push(("one item again", Action::Go(Place::Item(item.lineage))));
    Ok(all)
}

fn item(data: &Data) -> Result<&Item, Box<dyn Error>> {
    let revision = data.revisions.first().ok_or("no revision")?;
    Ok(revision.questionnaire.items.first().ok_or("no item")?)
}

fn renamed(data: &Data) -> Result<Intent, Box<dyn Error>> {
    let customer = data.customers.first().ok_or("no customer")?;
    let name = format!("{}x", customer.name);
    let typed = Typed::Customer(customer.id, CustomerField::Name);
    Ok(Intent::Type(typed, name))
}

fn settled(data: &Data) -> Result<Intent, Box<dyn Error>> {
    let issue = data.issues.first().ok_or("no issue")?;
    Ok(Intent::Settle(issue.id, Decision::Keep))
}

fn moved(data: &Data) -> Result<Intent, Box<dyn Error>> {
    let action = data.actions.first().ok_or("no action")?;
    let title = format!("{}x", action.title);
    let typed = Typed::Action(action.id, ActionField::Title);
    Ok(Intent::Type(typed, title))
}

/// Does it and draws until nothing is on its way.
fn tell(name: &str, screen: &mut Screen, action: Option<Action>) -> Result<(), Box<dyn Error>> {
    screen.timed(action);
    screen.settle()?;
    row(name, screen);
    Ok(())
}

fn row(name: &str, screen: &mut Screen) {
    let worst = screen.worst();
    let verdict = if worst.wall < LIMIT { "" } else { "  too slow" };
    println!(
        "{name:<26}{:>8.2}{:>10.2}{:>8}{verdict}",
        worst.wall, worst.cpu, worst.frames
    );
}
