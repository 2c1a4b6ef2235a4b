//! What the tab is made of, kept until the figures, the language or the choice change.

use super::pick::Picked;
use crate::analysis::{Surveyed, TrendLine, TrendPoint, differences, subjects, trend};
use crate::chart::words::{subject_name, told};
use crate::chart::{Ink, Layers, Lines, Trend};
use crate::i18n::Language;
use crate::model::{ItemKind, LineageId, Subject};
use crate::tr;
use crate::ui::Cx;
use crate::ui::scores::filter_in_words;

/// The tab's contents.
#[derive(Debug)]
pub(super) struct Made {
    of: (u64, Language, Picked, Layers),
    /// Everything a line can be drawn of.
    pub choices: Vec<Choice>,
    /// The drawn ones, the main one first.
    pub lines: Vec<TrendLine>,
    pub chart: Trend,
    /// How lines differ from the wave before, drawn or not.
    pub differences: Vec<(Subject, String)>,
}

/// Something a line can be drawn of.
#[derive(Debug)]
pub(super) struct Choice {
    pub subject: Subject,
    pub name: String,
    /// Steps below the top, which is 0.
    pub depth: usize,
    /// Dimensions above it, whose closing hides it if it is an item.
    pub above: Option<String>,
    /// A dimension with items below.
    pub parent: bool,
}

impl Made {
    /// From what the window shows.
    pub fn of(cx: &Cx<'_>, picked: &mut Picked, shown: Layers) -> Option<Self> {
        let survey = cx.survey?;
        let waves = cx.surveyed_all();
        let rules = &waves.last()?.revision.questionnaire.rules;
        let choices = choices(&waves, cx.language);
        let all: Vec<Subject> = choices
            .iter()
            .map(|choice| choice.subject.clone())
            .collect();
        let all = trend(&waves, &cx.data.revisions, &all);
        picked.begin(&all);
        let (lines, colors): (Vec<TrendLine>, Vec<usize>) = picked
            .lines()
            .iter()
            .filter_map(|(subject, color)| {
                let line = all.iter().find(|line| line.subject == *subject)?;
                Some((line.clone(), *color))
            })
            .unzip();
        let of_lines = Lines {
            lines: &lines,
            survey: &survey.name,
            rules,
        };
        let mut chart = Trend::build(&of_lines, shown, cx.language);
        for line in &mut chart.lines {
            let at = lines.iter().position(|known| known.subject == line.subject);
            if let Some(color) = at.and_then(|at| colors.get(at)) {
                line.ink = Ink::Series(*color);
            }
        }
        let filter = filter_in_words(cx);
        if !filter.is_empty() {
            let comma = tr!(cx.language, "title-comma");
            chart.subtitle = format!("{}{comma}{filter}", chart.subtitle);
        }
        let found = differences(&all);
        let told = found.iter().map(|difference| {
            let subject = difference.subject.clone();
            (subject, told(difference, &all, cx.language))
        });
        Some(Self {
            differences: told.collect(),
            of: (cx.version, cx.language, picked.clone(), shown),
            choices,
            lines,
            chart,
        })
    }

    /// Still what the window shows.
    pub fn fits(&self, cx: &Cx<'_>, picked: &Picked, shown: Layers) -> bool {
        let (version, language, before, was) = &self.of;
        (*version, *language) == (cx.version, cx.language) && before == picked && *was == shown
    }

    /// The point a dot of a drawn line stands for.
    pub fn point(&self, line: usize, dot: usize) -> Option<&TrendPoint> {
        let points = self.lines.get(line)?.points.iter();
        let mut drawn = points.filter(|point| point.score.is_some());
        drawn.nth(dot)
    }
}

/// Names from the newest wave that knows them. How likely customers are to recommend is on a
/// scale of its own and has no line.
fn choices(waves: &[Surveyed<'_>], language: Language) -> Vec<Choice> {
    let newest = || waves.iter().rev();
    let item = |lineage: LineageId| {
        let asked = newest().map(|wave| wave.revision.questionnaire.item_of(lineage));
        asked.flatten().next()
    };
    let mut choices = Vec::new();
    for subject in subjects(waves) {
        let name = newest().find_map(|wave| subject_name(wave, &subject, language));
        let Some(name) = name else { continue };
        let (depth, above) = match &subject {
            Subject::Index | Subject::Satisfied => (0, None),
            Subject::Dimension(code) => {
                let known = newest().find_map(|wave| wave.figures.dimension(code));
                (known.map_or(0, |known| known.level), None)
            }
            Subject::Item(lineage) => {
                let Some(asked) = item(*lineage).filter(|asked| asked.kind != ItemKind::Nps) else {
                    continue;
                };
                let above = asked.dimension.clone();
                let known = above.as_ref();
                let known =
                    known.and_then(|code| newest().find_map(|wave| wave.figures.dimension(code)));
                (known.map_or(0, |known| known.level + 1), above)
            }
        };
        choices.push(Choice {
            name: name.full(),
            subject,
            depth,
            above,
            parent: false,
        });
    }
    for at in 0..choices.len() {
        let Subject::Dimension(code) = choices[at].subject.clone() else {
            continue;
        };
        let below = |choice: &Choice| choice.above.as_ref() == Some(&code);
        choices[at].parent = choices.iter().any(below);
    }
    choices
}
