//! What the page is made of, kept until the figures or the language change.

use super::comments::{self, Comment};
use super::low::{self, Low};
use super::splits::{self, Splits};
use crate::analysis::{
    ItemFigures, Rating, SegmentKey, change, differences, ratings, small, trend,
};
use crate::chart::{Bars, Line, Lines, Shown, Trend, words};
use crate::i18n::{Language, number, period};
use crate::model::{Item, ItemKind, LineageId, Subject};
use crate::tr;
use crate::ui::Cx;
use crate::ui::scores::behind;

/// The page's contents in words and marks.
#[derive(Debug)]
pub(super) struct Made {
    of: (u64, Language, Option<SegmentKey>),
    pub item: LineageId,
    pub text: String,
    pub figures: ItemFigures,
    /// Every rating, the lowest first.
    pub ratings: Vec<Rating>,
    pub bars: Bars,
    /// The lines as they go to paper, and small as they stand on the page.
    pub trend: Option<(Trend, Trend)>,
    /// What the line did, in short.
    pub story: String,
    /// Score of the wave before and the difference to it, where it may be compared.
    pub before: (Option<f64>, Option<f64>),
    pub reworded: bool,
    pub splits: Option<Splits>,
    pub low: Vec<Low>,
    /// Which scores those are, and how many customers gave them.
    pub low_title: String,
    pub low_together: String,
    pub comments: Vec<Comment>,
}

impl Made {
    /// From what the window shows; `None` when the wave did not ask the item.
    pub fn of(cx: &Cx<'_>, item: LineageId, split: Option<&SegmentKey>) -> Option<Self> {
        let (revision, view) = (cx.revision()?, cx.view?);
        let asked = revision.questionnaire.item_of(item)?;
        let figures = view.figures.item(item)?.clone();
        let rows = behind::rows(cx);
        let ratings = ratings(&revision.questionnaire, &view.returns, &rows, item);
        let (before, reworded) = moved(cx, item);
        let (trend, story) = lines(cx, asked).unzip();
        let low = low::of(cx, item, &ratings);
        Some(Self {
            of: (cx.version, cx.language, split.cloned()),
            item,
            text: asked.text.clone(),
            bars: Bars::build(&figures, cx.language),
            before,
            reworded,
            trend,
            story: story.unwrap_or_default(),
            splits: splits::of(cx, asked, &figures, split),
            low_title: low::title(cx, &low),
            low_together: low::together(cx, &low),
            low,
            comments: comments::of(cx, item, &rows, &ratings),
            ratings,
            figures,
        })
    }

    /// Still what the window shows.
    pub fn fits(&self, cx: &Cx<'_>, item: LineageId, split: Option<&SegmentKey>) -> bool {
        self.item == item && self.of == (cx.version, cx.language, split.cloned())
    }
}

/// The wave before and the difference, and whether the wording forbids both.
fn moved(cx: &Cx<'_>, item: LineageId) -> ((Option<f64>, Option<f64>), bool) {
    let subject = Subject::Item(item);
    let both = cx.surveyed_before().zip(cx.surveyed());
    let Some((before, now)) = both else {
        return ((None, None), false);
    };
    let Some(moved) = change(&before, &now, &cx.data.revisions, &subject) else {
        return ((None, None), false);
    };
    let figures = [before.figure(&subject), now.figure(&subject)];
    let few = figures.into_iter().flatten().any(|figure| small(figure.n));
    let score = before.figure(&subject).and_then(|figure| figure.score);
    let change = moved.score.filter(|_| !few);
    let shown = (score.filter(|_| change.is_some()), change);
    (shown, moved.wording.breaks())
}

type Trends = (Trend, Trend);

fn lines(cx: &Cx<'_>, item: &Item) -> Option<(Trends, String)> {
    let survey = cx.survey?;
    if item.kind == ItemKind::Nps || cx.waves.is_empty() {
        return None;
    }
    let waves = cx.surveyed_all();
    let lines = trend(&waves, &cx.data.revisions, &[Subject::Item(item.lineage)]);
    let newest = waves.last()?;
    let lines = Lines {
        lines: &lines,
        survey: &survey.name,
        rules: &newest.revision.questionnaire.rules,
    };
    let whole = Trend::build(&lines, Shown::default(), cx.language);
    let difference = differences(lines.lines);
    let title = match difference.first() {
        Some(difference) => {
            let moved = words::moved(difference, cx.language);
            tr!(cx.language, "item-trend-moved", moved = moved)
        }
        None => tr!(cx.language, "item-trend"),
    };
    Some(((whole.clone(), narrowed(whole, cx.language)), title))
}

/// Without the name at the end of the line, which the page says, and with the shortest names
/// of periods.
fn narrowed(mut trend: Trend, language: Language) -> Trend {
    for line in &mut trend.lines {
        let Line { name, remark, .. } = line;
        name.clear();
        remark.clear();
    }
    for time in &mut trend.times {
        time.short = period::narrow(language, time.period);
    }
    for piece in &mut trend.target {
        let target = number::plain(piece.value);
        piece.label = tr!(language, "chart-target", target = target);
    }
    let low = number::plain(trend.axis.low);
    trend.notes = vec![if trend.axis.broken {
        tr!(language, "item-trend-from", low = low)
    } else {
        tr!(language, "item-trend-band")
    }];
    trend
}
