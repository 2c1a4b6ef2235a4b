//! What the page is made of, beside the drawing, kept until the figures or the language change.

use super::comments::{self, Comment};
use super::low::Lows;
use crate::analysis::{ItemFigures, SegmentKey, differences, ratings, trend};
use crate::chart::{Bars, Layers, Lines, Splits, Trend, words};
use crate::i18n::Language;
use crate::model::{Item, ItemKind, LineageId, Past, Subject};
use crate::ui::Sight;
use crate::ui::scores::behind;

/// Which page.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemQuery {
    pub(super) item: LineageId,
    /// What customers are split by; `None`: the first there is.
    pub(super) split: Option<SegmentKey>,
    pub(super) language: Language,
}

/// The page's contents in words and marks.
#[derive(Debug)]
pub struct ItemContents {
    version: u64,
    query: ItemQuery,
    pub(super) text: String,
    pub(super) figures: ItemFigures,
    /// Unhappy answers.
    pub(super) unhappy: usize,
    pub(super) bars: Bars,
    /// The lines as they go to paper, and small as they stand on the page.
    pub(super) trend: Option<(Trend, Trend)>,
    /// What the line did, in short.
    pub(super) story: String,
    /// Score of the wave before and the difference to it, where it may be compared.
    pub(super) before: (Option<f64>, Option<f64>),
    pub(super) reworded: bool,
    pub(super) splits: Option<Splits>,
    /// Customers with an unhappy answer; `None` where that would tell what is hidden.
    pub(super) low: Option<Lows>,
    pub(super) comments: Vec<Comment>,
}

impl ItemContents {
    /// Goes through all returns; `None` when the wave did not ask the item.
    pub(in crate::ui) fn of(cx: &Sight<'_>, query: ItemQuery) -> Option<Self> {
        let item = query.item;
        let (revision, view) = (cx.revision()?, cx.view?);
        let asked = revision.questionnaire.item_of(item)?;
        let figures = view.figures.item(item)?.clone();
        let rows = behind::rows(cx);
        // Of a part that is not counted out nobody is called by what they answered either.
        let told = view.figures.counted_out(&figures.figure);
        let ratings = match told {
            true => ratings(&revision.questionnaire, &view.returns, &rows, item),
            false => Vec::new(),
        };
        let (compared, evidence) = (cx.compared()?, cx.evidence()?);
        let subject = Subject::Item(item);
        let (trend, story) = lines(cx, asked).unzip();
        let both = (asked, &figures);
        Some(Self {
            version: cx.version,
            text: asked.text.clone(),
            bars: Bars::build(&figures, cx.language),
            before: compared.before(&subject),
            reworded: compared.reworded(&subject),
            trend,
            story: story.unwrap_or_default(),
            splits: Splits::build(
                &evidence,
                both,
                &view.segments,
                query.split.as_ref(),
                cx.language,
            ),
            low: told.then(|| Lows::of(cx, &evidence, item, &ratings)),
            comments: comments::of(cx, &evidence, item, (&rows, &ratings)),
            unhappy: ratings.iter().filter(|rating| rating.unhappy).count(),
            figures,
            query,
        })
    }

    /// Still what the window shows.
    pub(super) fn fits(&self, cx: &Sight<'_>, query: &ItemQuery) -> bool {
        self.version == cx.version && self.query == *query
    }

    /// The item it is about.
    pub(super) fn item(&self) -> LineageId {
        self.query.item
    }
}

fn lines(cx: &Sight<'_>, item: &Item) -> Option<((Trend, Trend), String)> {
    let survey = cx.survey?;
    if item.kind == ItemKind::Nps || cx.waves.is_empty() {
        return None;
    }
    let waves = cx.surveyed_all();
    let past = cx.data.past_of(survey.id).filter(|_| cx.filter.is_empty());
    let past: Vec<&Past> = past.collect();
    let of_item = [Subject::Item(item.lineage)];
    let lines = trend(&waves, &cx.data.revisions, &past, &of_item);
    let newest = waves.last()?;
    let lines = Lines {
        lines: &lines,
        survey: &survey.name,
        rules: &newest.revision.questionnaire.rules,
    };
    let whole = Trend::build(&lines, Layers::default(), cx.language);
    let difference = differences(lines.lines);
    let moved = difference.first();
    let moved = moved.map_or_else(String::new, |it| words::moved(it, cx.language));
    Some(((whole.clone(), whole.narrowed(cx.language)), moved))
}
