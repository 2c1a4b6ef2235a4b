//! What the page of groups is made of, beside the drawing, kept until the figures or the language
//! change.

use crate::analysis::{Groups, SegmentKey, groups};
use crate::chart::GroupCharts;
use crate::chart::words::segment_name;
use crate::i18n::Language;
use crate::model::{Rules, Subject};
use crate::report::{Table, crossed_groups};
use crate::tr;
use crate::ui::Sight;

/// Which groups.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupsQuery {
    /// What customers are split by; `None`: the first there is.
    pub(super) by: Option<SegmentKey>,
    pub(super) language: Language,
}

/// What of the groups is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Scope {
    /// The index, dimensions, and what stands outside them.
    #[default]
    Dimensions,
    /// A dimension, by its code, and its items.
    Items(String),
}

/// The groups, and what else can be chosen.
#[derive(Debug)]
pub struct GroupsContents {
    version: u64,
    query: GroupsQuery,
    /// What customers can be split by.
    pub(super) names: Vec<(SegmentKey, String)>,
    /// Dimensions that have items with a score, by their codes.
    pub(super) dimensions: Vec<(String, String)>,
    /// `None` where there is nothing to split by.
    pub(super) found: Option<Groups>,
}

/// What is drawn of them.
#[derive(Debug)]
pub(super) struct Drawn {
    pub charts: GroupCharts,
    pub table: Table,
    /// What the columns after the counts are about.
    pub subjects: Vec<Subject>,
    pub rules: Rules,
}

impl GroupsContents {
    /// Goes through all returns; `None` while something is missing.
    pub(in crate::ui) fn of(cx: &Sight<'_>, query: GroupsQuery) -> Option<Self> {
        let (revision, view) = (cx.revision()?, cx.view?);
        let asked = &revision.questionnaire;
        let compared = view.segments.iter().filter(|it| it.compares());
        let segments: Vec<_> = compared.collect();
        let wanted = query.by.as_ref();
        let named = |key: &SegmentKey| segments.iter().find(|it| it.key == *key);
        let segment = wanted.and_then(named).or(segments.first());
        let people = (cx.data.frame(view.wave), cx.data.customers.as_slice());
        let found = segment.map(|it| groups(asked, &view.returns, people, cx.filter, it));
        let names = segments.iter();
        let dimensions = view.figures.dimensions.iter();
        let has_items = |code: &str| {
            let mut items = view.figures.items.iter();
            items.any(|it| it.scored && it.dimension.as_deref() == Some(code))
        };
        Some(Self {
            version: cx.version,
            names: names
                .map(|it| (it.key.clone(), segment_name(it, query.language)))
                .collect(),
            dimensions: dimensions
                .filter(|it| has_items(&it.code))
                .map(|it| (it.code.clone(), it.name.clone()))
                .collect(),
            found,
            query,
        })
    }

    /// Still what the window shows.
    pub(in crate::ui) fn fits(&self, cx: &Sight<'_>, query: &GroupsQuery) -> bool {
        self.version == cx.version && self.query == *query
    }

    /// The same of whatever was asked for last, while the page stays in sight.
    pub(super) fn of_now(&self, cx: &Sight<'_>) -> bool {
        self.version == cx.version && self.query.language == cx.language
    }

    /// What the groups are told apart by.
    pub(super) fn by(&self) -> &str {
        let key = self.found.as_ref().map(|it| &it.key);
        let mut names = self.names.iter();
        let known = names.find(|(known, _)| Some(known) == key);
        known.map_or("", |(_, name)| name.as_str())
    }

    /// What a scope is called.
    pub(super) fn scope_name(&self, scope: &Scope) -> String {
        let language = self.query.language;
        match scope {
            Scope::Dimensions => tr!(language, "group-dimensions"),
            Scope::Items(code) => {
                let known = self.dimensions.iter().find(|(known, _)| known == code);
                let name = known.map_or("", |(_, name)| name.as_str());
                tr!(language, "group-items", name = name)
            }
        }
    }

    /// What is drawn of a scope.
    pub(super) fn drawn(&self, cx: &Sight<'_>, scope: &Scope) -> Option<Drawn> {
        let (found, wave) = (self.found.as_ref()?, cx.surveyed()?);
        let outside = |subject: &Subject| match subject {
            Subject::Item(item) => wave.figures.item(*item).map(|it| &it.dimension),
            Subject::Index | Subject::Satisfied | Subject::Dimension(_) => None,
        };
        let shown = |subject: &Subject| match (scope, subject) {
            (Scope::Dimensions, Subject::Item(_)) => outside(subject) == Some(&None),
            (Scope::Dimensions, _) => true,
            (Scope::Items(code), Subject::Dimension(known)) => known == code,
            (Scope::Items(code), Subject::Item(_)) => outside(subject) == Some(&Some(code.clone())),
            (Scope::Items(_), Subject::Index | Subject::Satisfied) => false,
        };
        let lines = found.lines.iter().map(|it| it.subject.clone());
        Some(Drawn {
            charts: GroupCharts::build((found, self.by()), &wave, shown, cx.language),
            table: crossed_groups(found, &wave, shown, cx.language),
            subjects: lines.filter(shown).collect(),
            rules: wave.revision.questionnaire.rules.clone(),
        })
    }
}
