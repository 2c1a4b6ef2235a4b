//! Four lines beside the index: target, band, change, valid returns.

use egui::{Rect, Sense, Ui, pos2, vec2};

use crate::analysis::{Figure, change, one_customer};
use crate::chart::Compared;
use crate::chart::words::{score_written, target_value};
use crate::i18n::{Language, number};
use crate::model::{Rules, Subject};
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::text;

/// One line: what it is about, its value, what that means.
#[derive(Debug)]
pub(super) struct Fact {
    pub label: String,
    pub value: String,
    pub words: String,
}

/// The lines, in their order.
pub(super) fn of(cx: &Cx<'_>, compared: &Compared<'_>) -> Vec<Fact> {
    let figure = &compared.current.figures.index;
    let rules = &compared.current.revision.questionnaire.rules;
    let language = cx.language;
    vec![
        target(figure, rules, language),
        band(figure, rules, language),
        moved(compared, language),
        valid(cx, figure),
    ]
}

fn target(figure: &Figure, rules: &Rules, language: Language) -> Fact {
    let score = figure.score;
    let spans = figure
        .low
        .zip(figure.high)
        .is_some_and(|(low, high)| low < rules.target && rules.target < high);
    let words = match (score, rules.target_rule) {
        (None, _) => String::new(),
        (Some(score), rule) => {
            let gap = written_gap((score - rules.target).abs());
            let words = if rule.reached(score, rules.target) {
                tr!(language, "fact-over", gap = gap)
            } else {
                tr!(language, "fact-short", gap = gap)
            };
            let aside = if spans {
                tr!(language, "fact-spans")
            } else {
                String::new()
            };
            format!("{words}{aside}")
        }
    };
    Fact {
        label: tr!(language, "fact-target"),
        value: target_value(rules),
        words,
    }
}

/// A gap that is not 0 is not written as 0.0.
fn written_gap(gap: f64) -> String {
    let short = number::decimals(gap, 1);
    if short == "0.0" && gap > 1e-9 {
        number::decimals(gap, 2)
    } else {
        short
    }
}

fn band(figure: &Figure, rules: &Rules, language: Language) -> Fact {
    let score = figure.score;
    let band = score.and_then(|score| rules.band(score));
    let above = band.and_then(|band| {
        let higher = rules.bands.iter().map(|other| other.from);
        higher.filter(|from| *from > band.from).reduce(f64::min)
    });
    let words = band.map(|band| {
        let (low, high) = (
            number::plain(band.from),
            number::plain(above.unwrap_or(100.0)),
        );
        format!("{low}–{high}")
    });
    Fact {
        label: tr!(language, "fact-band"),
        value: band.map_or_else(|| number::MISSING.to_owned(), |band| band.name.clone()),
        words: words.unwrap_or_default(),
    }
}

fn moved(compared: &Compared<'_>, language: Language) -> Fact {
    let (before, change_of) = compared.before(&Subject::Index);
    let words = match (&compared.previous, before) {
        (None, _) => tr!(language, "fact-first"),
        (Some(previous), Some(before)) => {
            let rules = &previous.revision.questionnaire.rules;
            let score = score_written(Some(before), rules);
            tr!(language, "fact-before", score = score)
        }
        (Some(previous), None) => {
            let moved = change(
                previous,
                &compared.current,
                compared.revisions,
                &Subject::Index,
            );
            if moved.is_some_and(|moved| moved.wording.breaks()) {
                tr!(language, "scores-reworded")
            } else {
                tr!(language, "fact-too-few")
            }
        }
    };
    Fact {
        label: tr!(language, "chart-head-change"),
        value: number::signed(change_of),
        words,
    }
}

fn valid(cx: &Cx<'_>, figure: &Figure) -> Fact {
    let ledger = cx.view.map(|view| view.figures.ledger).unwrap_or_default();
    let value = match ledger.frame.filter(|frame| *frame > 0) {
        Some(frame) => format!("{} / {frame}", ledger.valid),
        None => ledger.valid.to_string(),
    };
    let worth = one_customer(figure.n).map(|points| {
        let points = number::worth(points);
        tr!(cx.language, "fact-one-customer", points = points)
    });
    Fact {
        label: tr!(cx.language, "scores-valid"),
        value,
        words: worth.unwrap_or_default(),
    }
}

/// Height of one line.
const LINE: f32 = 22.0;

/// Draws the lines under each other, in columns.
pub(super) fn show(ui: &mut Ui, facts: &[Fact]) {
    let colors = palette(ui);
    let label =
        |ui: &Ui, fact: &Fact| text::galley(ui, Face::Small, colors.text_weak, &fact.label, 200.0);
    let widest = facts
        .iter()
        .map(|fact| label(ui, fact).size().x)
        .fold(0.0, f32::max);
    let size = vec2(ui.available_width(), LINE * facts.len() as f32);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    for (at, fact) in facts.iter().enumerate() {
        let middle = rect.top() + (at as f32 + 0.5) * LINE;
        let name = label(ui, fact);
        let value_at = rect.left() + widest + 20.0;
        let value = text::galley(ui, Face::Section, colors.text, &fact.value, f32::INFINITY);
        let words_at = value_at + value.size().x + 8.0;
        let room = (rect.right() - words_at).max(0.0);
        let words = text::galley(ui, Face::Small, colors.text_weak, &fact.words, room);
        let line = Rect::from_min_max(
            pos2(rect.left(), middle - LINE / 2.0),
            pos2(rect.right(), middle + LINE / 2.0),
        );
        let response = ui.interact(line, ui.scope_id().with(("fact", at)), Sense::hover());
        let said = format!("{} {} {}", fact.label, fact.value, fact.words);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, said.trim())
        });
        for (x, galley) in [(rect.left(), name), (value_at, value), (words_at, words)] {
            let at = pos2(x, middle - galley.size().y / 2.0);
            ui.painter().galley(at, galley, colors.text.into());
        }
    }
}
