use super::*;
use crate::model::{Change, Edit, StepKind, Workspace};

fn named(name: &str) -> Workspace {
    Workspace {
        company: name.to_owned(),
        ..Workspace::default()
    }
}

fn rename(from: &str, to: &str) -> Step {
    let edit = Edit::changed(named(from), named(to));
    Step::new(StepKind::EditWorkspace, "", vec![Change::Workspace(edit)])
}

/// Steps from a to b to c, all in the file.
fn three() -> History {
    let mut history = History::default();
    for (number, (from, to)) in (1..).zip([("a", "b"), ("b", "c"), ("c", "d")]) {
        history.push(rename(from, to), None, number, 0.0);
        assert_eq!(history.kept(number), None);
    }
    history
}

fn field() -> Option<Typed> {
    Some(Typed::Company)
}

#[test]
fn typing_on_in_a_field_is_one_step() {
    let mut history = History::default();
    history.push(rename("", "a"), field(), 1, 0.0);
    history.push(rename("a", "ab"), field(), 2, 1.0);
    assert_eq!(
        history.turn(Turn::Undo, 3),
        Some(rename("", "ab").inverse())
    );
    assert!(!history.can_undo());
    history.kept(3);
    assert_eq!(history.turn(Turn::Redo, 4), Some(rename("", "ab")));
    history.kept(4);
    // Elsewhere, or much later, a new one begins.
    history.push(rename("ab", "abc"), None, 5, 2.0);
    history.push(rename("abc", "abcd"), field(), 6, 3.0);
    history.push(rename("abcd", "e"), field(), 7, 99.0);
    for (number, (from, to)) in (8..).zip([("abcd", "e"), ("abc", "abcd"), ("ab", "abc")]) {
        let back = Some(rename(from, to).inverse());
        assert_eq!(history.turn(Turn::Undo, number), back);
        history.kept(number);
    }
}

#[test]
fn a_refused_edit_is_forgotten_and_a_signature_never_undone() {
    let mut history = History::default();
    history.push(rename("", "a"), None, 1, 0.0);
    assert_eq!(history.refused(1), None);
    assert!(!history.can_undo());
    let signed = Step {
        kind: StepKind::Sign,
        ..rename("", "a")
    };
    history.push(signed, None, 2, 0.0);
    assert!(!history.can_undo());
}

#[test]
fn of_what_was_typed_together_only_what_was_refused_is_forgotten() {
    let mut history = History::default();
    history.push(rename("", "a"), field(), 1, 0.0);
    history.push(rename("a", "ab"), field(), 2, 1.0);
    history.push(rename("ab", "abc"), field(), 3, 2.0);
    history.kept(1);
    history.kept(2);
    history.refused(3);
    assert_eq!(
        history.turn(Turn::Undo, 4),
        Some(rename("", "ab").inverse())
    );
}

#[test]
fn a_refused_undo_stays_to_be_undone_and_is_no_redo() {
    let mut history = three();
    assert_eq!(
        history.turn(Turn::Undo, 4),
        Some(rename("c", "d").inverse())
    );
    let stuck = history.refused(4).unwrap();
    assert_eq!((stuck.turn, stuck.more), (Turn::Undo, true));
    assert_eq!(stuck.step, rename("c", "d"));
    assert!(!history.can_redo());
    assert_eq!(
        history.turn(Turn::Undo, 5),
        Some(rename("c", "d").inverse())
    );
    assert_eq!(history.refused(5), Some(stuck.clone()));
    // Left as it is, it no longer stands before the others.
    history.step_over(&stuck);
    assert_eq!(
        history.turn(Turn::Undo, 6),
        Some(rename("b", "c").inverse())
    );
    history.kept(6);
    assert!(history.can_undo() && history.can_redo());
}

#[test]
fn a_refused_redo_stays_to_be_done_again() {
    let mut history = three();
    for number in [4, 5] {
        history.turn(Turn::Undo, number);
        history.kept(number);
    }
    assert_eq!(history.turn(Turn::Redo, 6), Some(rename("b", "c")));
    let stuck = history.refused(6).unwrap();
    assert_eq!((stuck.turn, stuck.more), (Turn::Redo, true));
    assert_eq!(history.turn(Turn::Redo, 7), Some(rename("b", "c")));
    history.kept(7);
    assert_eq!(history.turn(Turn::Redo, 8), Some(rename("c", "d")));
    history.kept(8);
    assert!(!history.can_redo());
}

#[test]
fn a_second_wish_waits_for_the_answer_to_the_first() {
    let mut history = three();
    assert!(history.turn(Turn::Undo, 4).is_some());
    assert_eq!(history.turn(Turn::Undo, 5), None);
    assert_eq!(history.kept(4), Some(Turn::Undo));
    assert_eq!(
        history.turn(Turn::Undo, 5),
        Some(rename("b", "c").inverse())
    );
    // Refused, it takes what waits for it along: nothing is stepped over in silence.
    assert_eq!(history.turn(Turn::Undo, 6), None);
    assert!(history.refused(5).is_some());
    assert_eq!(
        history.turn(Turn::Undo, 7),
        Some(rename("b", "c").inverse())
    );
}

#[test]
fn an_edit_made_while_a_step_is_on_its_way_back_ends_the_redo() {
    let mut history = three();
    history.turn(Turn::Undo, 4);
    history.push(rename("c", "x"), None, 5, 0.0);
    history.kept(4);
    history.kept(5);
    assert!(!history.can_redo());
    assert_eq!(
        history.turn(Turn::Undo, 6),
        Some(rename("c", "x").inverse())
    );
    history.kept(6);
    // Refused, it lies under what came after it.
    history.turn(Turn::Undo, 7);
    history.push(rename("c", "y"), None, 8, 0.0);
    history.refused(7);
    assert_eq!(
        history.turn(Turn::Undo, 9),
        Some(rename("c", "y").inverse())
    );
}

#[test]
fn the_way_back_of_an_edit_that_never_was_is_forgotten_with_it() {
    let mut history = History::default();
    history.push(rename("", "a"), None, 1, 0.0);
    history.turn(Turn::Undo, 2);
    assert_eq!(history.refused(1), None);
    assert_eq!(history.refused(2), None, "nothing is stuck");
    assert!(!history.can_undo() && !history.can_redo());
}
