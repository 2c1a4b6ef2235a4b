//! The groups of a name side by side: a line for all of them and one a group, for each figure.

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::analysis::{Figure, Group, GroupLine, Groups, LEVEL, Surveyed};
use crate::chart::words::{
    group_apart, group_below, group_test, hidden_groups, subject_name, value_name,
};
use crate::i18n::Language;
use crate::model::Subject;
use crate::tr;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupColumn {
    /// What the groups are told apart by.
    By,
    /// Code and name of the figure.
    Code,
    Name,
    Group,
    /// The figure above its groups, in one.
    Named,
    Customers,
    Count,
    Score,
    Interval,
    Low,
    High,
    Deviation,
    /// How likely all groups would differ as much by chance.
    Chance,
    /// Whether that is more than chance, in words.
    Judged,
}

impl GroupColumn {
    /// Everything as single values, for whoever goes on computing.
    pub const FULL: [Self; 12] = [
        Self::By,
        Self::Code,
        Self::Name,
        Self::Group,
        Self::Customers,
        Self::Count,
        Self::Score,
        Self::Low,
        Self::High,
        Self::Deviation,
        Self::Chance,
        Self::Judged,
    ];

    /// What fits a page and a line of a terminal.
    pub const PAGE: [Self; 6] = [
        Self::Named,
        Self::Customers,
        Self::Count,
        Self::Score,
        Self::Interval,
        Self::Judged,
    ];

    fn head(self, language: Language) -> Head {
        Head {
            name: match self {
                Self::By => tr!(language, "sheet-segment"),
                Self::Code => tr!(language, "cli-column-code"),
                Self::Name => tr!(language, "cli-column-name"),
                Self::Group => tr!(language, "group-head"),
                Self::Named => tr!(language, "chart-head-name"),
                Self::Customers => tr!(language, "group-customers"),
                Self::Count => tr!(language, "cli-column-n"),
                Self::Score => tr!(language, "chart-head-score"),
                Self::Interval => tr!(language, "chart-head-interval"),
                Self::Low => tr!(language, "sheet-low"),
                Self::High => tr!(language, "sheet-high"),
                Self::Deviation => tr!(language, "sheet-sd"),
                Self::Chance => tr!(language, "group-chance"),
                Self::Judged => tr!(language, "group-judged"),
            },
            number: !matches!(
                self,
                Self::By | Self::Code | Self::Name | Self::Group | Self::Named | Self::Judged
            ),
            emphasis: match self {
                Self::Interval => Emphasis::Weak,
                Self::Named | Self::Name | Self::Score => Emphasis::AsLine,
                _ => Emphasis::Plain,
            },
            width: match self {
                Self::Named | Self::Judged => Width::Rest,
                _ => Width::Content,
            },
        }
    }

    fn cell(self, told: &Told<'_>, row: &Row<'_>) -> Cell {
        let (language, figure) = (told.language, row.figure);
        match self {
            Self::By => Cell::text(told.by),
            Self::Code => Cell::text(row.code.as_str()),
            Self::Name => Cell::Name(row.name.clone()),
            Self::Group => Cell::text(row.called(told)),
            Self::Named => match row.at {
                None => Cell::Named {
                    code: row.code.clone(),
                    name: row.name.clone(),
                },
                Some(_) => Cell::Name(row.called(told)),
            },
            Self::Customers => Cell::Count(figure.customers),
            Self::Count => Cell::Count(figure.n),
            Self::Score => Cell::some(figure.score, Cell::Score),
            Self::Interval => match (figure.score, figure.low, figure.high) {
                (Some(score), Some(low), Some(high)) => Cell::Interval { score, low, high },
                _ => Cell::Missing,
            },
            Self::Low => Cell::some(figure.low, Cell::Points),
            Self::High => Cell::some(figure.high, Cell::Points),
            Self::Deviation => Cell::some(figure.sd, Cell::Points),
            Self::Chance => match (row.at, row.line.test.p()) {
                (None, Some(p)) => Cell::Chance(p),
                _ => Cell::Empty,
            },
            Self::Judged => Cell::text(match row.at {
                None => group_test(row.line, language),
                Some(_) if figure.n > 0 && figure.few() => tr!(language, "group-hidden-short"),
                Some(at) => group_below(told.groups, row.line, at, language),
            }),
        }
    }
}

/// What is told.
struct Told<'a> {
    groups: &'a Groups,
    by: &'a str,
    language: Language,
}

/// One line: of all together, or of the group at a place.
struct Row<'a> {
    line: &'a GroupLine,
    code: String,
    name: String,
    figure: &'a Figure,
    group: &'a Group,
    at: Option<usize>,
}

impl Row<'_> {
    fn called(&self, told: &Told<'_>) -> String {
        match self.at {
            None => tr!(told.language, "filter-all"),
            Some(_) => value_name(&told.groups.key, &self.group.value, told.language),
        }
    }
}

/// The table: `by` is what the groups are told apart by, `wave` has the figures of all of them
/// together, `shown` says of which subjects.
pub fn groups(
    (groups, by): (&Groups, &str),
    wave: &Surveyed<'_>,
    columns: &[GroupColumn],
    shown: impl Fn(&Subject) -> bool,
    language: Language,
) -> Table {
    let told = Told {
        groups,
        by,
        language,
    };
    let mut lines = Vec::new();
    for line in groups.lines.iter().filter(|it| shown(&it.subject)) {
        let named = subject_name(wave, &line.subject, language).unwrap_or_default();
        let Some(whole) = wave.figure(&line.subject) else {
            continue;
        };
        let row = |figure, group, at| Row {
            line,
            code: named.code.clone(),
            name: named.name.clone(),
            figure,
            group,
            at,
        };
        let each = groups.groups.iter().zip(&line.figures).enumerate();
        let each = each.map(|(at, (group, figure))| row(figure, group, Some(at)));
        let all = std::iter::once(row(whole, &groups.whole, None)).chain(each);
        lines.extend(all.map(|row| Line {
            cells: columns.iter().map(|it| it.cell(&told, &row)).collect(),
            place: match row.at {
                None => Rank::Strong,
                Some(_) => Rank::Plain,
            },
            level: usize::from(row.at.is_some()),
        }));
    }
    Table {
        heads: columns.iter().map(|it| it.head(language)).collect(),
        lines,
        notes: hidden_groups(groups, language).into_iter().collect(),
        ..Table::default()
    }
}

/// By every name, one below the other, as single values.
pub fn all_groups(all: &[(String, Groups)], wave: &Surveyed<'_>, language: Language) -> Table {
    let columns = &GroupColumn::FULL;
    let tables = all
        .iter()
        .map(|(by, it)| groups((it, by), wave, columns, |_| true, language));
    let both = |mut one: Table, mut other: Table| {
        one.lines.append(&mut other.lines);
        if one.notes.is_empty() {
            one.notes = other.notes;
        }
        one
    };
    tables.reduce(both).unwrap_or_default()
}

/// The groups crossed with the figures: a line for all of them, one a group, and what can be said of
/// all together in the last.
pub fn crossed_groups(
    groups: &Groups,
    wave: &Surveyed<'_>,
    shown: impl Fn(&Subject) -> bool,
    language: Language,
) -> Table {
    let head = |name, number| Head {
        name,
        number,
        ..Head::default()
    };
    let lines: Vec<&GroupLine> = groups
        .lines
        .iter()
        .filter(|it| shown(&it.subject))
        .collect();
    let mut heads = vec![
        head(tr!(language, "group-head"), false),
        head(tr!(language, "group-customers"), true),
        head(tr!(language, "cli-column-n"), true),
    ];
    heads.extend(lines.iter().map(|line| {
        let named = subject_name(wave, &line.subject, language).unwrap_or_default();
        head(named.full(), true)
    }));
    let of = |name: String, group: &Group, figures: Vec<Option<&Figure>>, place| Line {
        cells: [
            Cell::Name(name),
            Cell::Count(group.customers),
            Cell::Count(group.returns),
        ]
        .into_iter()
        .chain(figures.into_iter().map(sample))
        .collect(),
        place,
        level: 0,
    };
    let whole = lines.iter().map(|it| wave.figure(&it.subject)).collect();
    let all = tr!(language, "filter-all");
    let mut rows = vec![of(all, &groups.whole, whole, Rank::Strong)];
    rows.extend(groups.groups.iter().enumerate().map(|(at, group)| {
        let figures = lines.iter().map(|it| it.figures.get(at)).collect();
        let name = value_name(&groups.key, &group.value, language);
        of(name, group, figures, Rank::Plain)
    }));
    let said = lines.iter().map(|it| Cell::text(group_test(it, language)));
    let said = [
        Cell::Name(tr!(language, "group-judged")),
        Cell::Empty,
        Cell::Empty,
    ]
    .into_iter()
    .chain(said);
    rows.push(Line {
        cells: said.collect(),
        place: Rank::Weak,
        level: 0,
    });
    Table {
        heads,
        lines: rows,
        notes: hidden_groups(groups, language).into_iter().collect(),
        ..Table::default()
    }
}

fn sample(figure: Option<&Figure>) -> Cell {
    figure.map_or(Cell::Missing, |it| Cell::Sample {
        score: it.score,
        low: it.low,
        high: it.high,
        n: it.n,
    })
}

/// What of the index and the dimensions differs between the groups by more than chance, in a
/// sentence; `None` where nothing does. Of so many names told together each has to differ the more
/// (Bonferroni).
pub fn groups_in_words(
    (groups, by): (&Groups, &str),
    names: usize,
    wave: &Surveyed<'_>,
    language: Language,
) -> Option<String> {
    let whole = |it: &&GroupLine| !matches!(it.subject, Subject::Item(_));
    let told = groups.lines.iter().filter(whole);
    let differs = |it: &&GroupLine| it.test.p().is_some_and(|p| p * (names as f64) < LEVEL);
    let told = told.filter(differs).map(|line| {
        let named = subject_name(wave, &line.subject, language).unwrap_or_default();
        let said = group_apart(groups, line, language);
        let said = said.unwrap_or_else(|| group_test(line, language));
        tr!(language, "group-headline", name = named.full(), said = said)
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| {
        let said = told.join(&tr!(language, "title-semicolon"));
        tr!(language, "group-by-name", name = by, said = said)
    })
}
