//! The rows that are shown, as of one state of the data, with everything counted over all of
//! the returns.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Query, Row, Rows, Show, Status};
use crate::analysis::{Reach, Standing, flagged, reach, several, standings, unanswered};
use crate::i18n::Language;
use crate::model::{CustomerId, Flag, Return, ReturnId, WaveId, WaveReturns};
use crate::ui::list::sort;
use crate::ui::{Basis, Sight};

/// How many there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui::returns) struct Counts {
    pub(in crate::ui::returns) all: usize,
    pub(in crate::ui::returns) valid: usize,
    pub(in crate::ui::returns) void: usize,
}

/// What the returns of the wave say at all.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui::returns) struct Has {
    pub(in crate::ui::returns) customer: bool,
    pub(in crate::ui::returns) turnover: bool,
    pub(in crate::ui::returns) respondent: bool,
    pub(in crate::ui::returns) channel: bool,
    pub(in crate::ui::returns) date: bool,
}

/// Rows worked out for one state of the data and one question, with that state: what is drawn
/// of them and what a click on them means stay as they were made.
#[derive(Debug)]
pub struct Listed {
    basis: Arc<Basis>,
    query: Query,
    pub(in crate::ui::returns) rows: Rows,
    /// Places in the wave's returns, as they are shown.
    pub(in crate::ui::returns) shown: Vec<u32>,
    pub(in crate::ui::returns) counts: Counts,
    /// Customers who have not answered, the largest turnover first.
    pub(in crate::ui::returns) unanswered: Vec<CustomerId>,
    pub(in crate::ui::returns) reach: Reach,
    pub(in crate::ui::returns) has: Has,
    /// The valid returns of customers who have more than one.
    several: FxHashMap<CustomerId, Vec<ReturnId>>,
    /// How each return of the wave stands to its list.
    standings: Vec<Standing>,
    /// What the rules of validity flag, by the place of the return.
    flags: FxHashMap<usize, Vec<Flag>>,
}

impl Listed {
    /// Goes through all returns; `None` while there is no wave to list.
    pub(in crate::ui) fn of(basis: Arc<Basis>, query: Query) -> Option<Self> {
        let sight = basis.sight();
        let returns = &sight.wave.and(sight.view)?.returns;
        let rows = Rows::of(&sight, Rows::default());
        let (frame, customers) = (sight.data.frame(returns.wave), &sight.data.customers);
        let mut listed = Self {
            shown: Vec::new(),
            counts: counts(returns),
            unanswered: unanswered(frame, returns),
            reach: reach(returns, frame, customers),
            has: has(returns, &rows),
            several: several(returns),
            standings: standings(returns, frame),
            flags: flags(&sight, returns),
            query,
            rows,
            basis,
        };
        listed.shown = listed.select();
        Some(listed)
    }

    /// Places of the returns that are asked for, in their order.
    fn select(&self) -> Vec<u32> {
        let Some(view) = &self.basis.view else {
            return Vec::new();
        };
        let count = u32::try_from(view.returns.returns.len()).unwrap_or(u32::MAX);
        let mut shown: Vec<u32> = match &self.query.only {
            Some((_, only)) => {
                let places = only.iter().filter_map(|id| self.rows.place(*id));
                places.filter_map(|at| u32::try_from(at).ok()).collect()
            }
            None => (0..count).collect(),
        };
        let row = |at: u32| self.row_at(at as usize);
        let apart = |at: u32| {
            let standing = self.standing(at as usize);
            match self.query.show {
                Show::Apart => !standing.counts(),
                Show::Flagged => !self.flags_of(at as usize).is_empty(),
                _ => true,
            }
        };
        shown.retain(|at| row(*at).is_some_and(|row| self.query.passes(row)) && apart(*at));
        let columns = self.columns(self.basis.language);
        sort(&mut shown, self.query.order.as_ref(), &columns, row);
        shown
    }

    fn row_at(&self, at: usize) -> Option<Row<'_>> {
        let returned = self.basis.view.as_ref()?.returns.returns.get(at)?;
        Some(self.rows.row(&self.basis.data, at, returned))
    }

    /// Still what is asked for.
    pub(in crate::ui::returns) fn fits(&self, sight: &Sight<'_>, query: &Query) -> bool {
        self.basis.version == sight.version && self.query == *query
    }

    /// Of the wave that is shown.
    pub(in crate::ui::returns) fn is_of(&self, wave: WaveId) -> bool {
        self.basis.wave == Some(wave)
    }

    /// What the rows are of, in the language they are drawn in.
    pub(in crate::ui::returns) fn sight(&self, language: Language) -> Sight<'_> {
        Sight {
            language,
            ..self.basis.sight()
        }
    }

    /// How the return at a place of the wave stands to its list.
    pub(in crate::ui::returns) fn standing(&self, at: usize) -> Standing {
        self.standings.get(at).copied().unwrap_or(Standing::Counts)
    }

    /// What the rules of validity flag of the return at a place of the wave.
    pub(in crate::ui::returns) fn flags_of(&self, at: usize) -> &[Flag] {
        self.flags.get(&at).map_or(&[], Vec::as_slice)
    }

    /// How many returns are flagged.
    pub(in crate::ui::returns) fn flagged(&self) -> usize {
        self.flags.len()
    }

    /// Those flagged so, in the order they came.
    pub(in crate::ui::returns) fn flagged_so(&self, flag: Flag) -> Vec<ReturnId> {
        let returns = self.basis.view.iter().flat_map(|it| &it.returns.returns);
        let so = returns.enumerate();
        let so = so.filter(|(at, _)| self.flags_of(*at).contains(&flag));
        so.map(|(_, it)| it.id).collect()
    }

    /// How many returns count in no rate.
    pub(in crate::ui::returns) fn apart(&self) -> usize {
        self.standings.iter().filter(|it| !it.counts()).count()
    }

    /// Customers with a return that stands apart in one of these ways.
    pub(in crate::ui::returns) fn standing_so(&self, ways: &[Standing]) -> Vec<CustomerId> {
        let returns = self.basis.view.iter().flat_map(|it| &it.returns.returns);
        let so = returns.zip(&self.standings);
        let so = so.filter(|(_, standing)| ways.contains(standing));
        let mut customers: Vec<CustomerId> = so.filter_map(|(it, _)| it.customer).collect();
        customers.sort_unstable();
        customers.dedup();
        customers
    }

    /// What stands in a row.
    pub(in crate::ui::returns) fn row(&self, row: usize) -> Option<Row<'_>> {
        self.row_at(*self.shown.get(row)? as usize)
    }

    /// The valid returns of a customer who has more than one, in the order they came.
    pub(in crate::ui::returns) fn several(&self, customer: CustomerId) -> &[ReturnId] {
        self.several.get(&customer).map_or(&[], Vec::as_slice)
    }

    /// The row a return stands in.
    pub(in crate::ui::returns) fn row_of(&self, id: ReturnId) -> Option<usize> {
        let at = u32::try_from(self.rows.place(id)?).ok()?;
        self.shown.iter().position(|shown| *shown == at)
    }
}

impl Query {
    fn passes(&self, row: Row<'_>) -> bool {
        let import = self.import;
        import.is_none_or(|import| row.returned.import == Some(import))
            && match self.show {
                Show::All | Show::Apart | Show::Flagged => true,
                Show::Valid => row.status != Status::Void,
                Show::Open => row.status == Status::Open,
                Show::Void => row.status == Status::Void,
                Show::Unanswered => false,
            }
    }
}

fn flags(sight: &Sight<'_>, returns: &WaveReturns) -> FxHashMap<usize, Vec<Flag>> {
    let revision = sight.revision();
    let flagged = revision.map(|it| flagged(&it.questionnaire, returns));
    flagged.into_iter().flatten().collect()
}

fn counts(returns: &WaveReturns) -> Counts {
    let all = returns.returns.len();
    let valid = returns.returns.iter().filter(|it| it.valid()).count();
    Counts {
        all,
        valid,
        void: all - valid,
    }
}

fn has(returns: &WaveReturns, rows: &Rows) -> Has {
    let any = |has: fn(&Return) -> bool| returns.returns.iter().any(has);
    Has {
        customer: any(|it| it.customer.is_some() || !it.customer_text.is_empty()),
        turnover: !rows.shares.is_empty(),
        respondent: any(|it| !it.respondent.is_empty()),
        channel: any(|it| !it.channel.is_empty()),
        date: any(|it| it.date.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Filter, WaveFigures};
    use crate::model::{Data, Period, PeriodKind, RevisionId, SurveyId, Wave};
    use crate::ui::WaveView;

    const WAVE: WaveId = WaveId(1);

    /// Returns with these ids, of these customers.
    fn basis(version: u64, returns: &[(i64, Option<i64>)]) -> Arc<Basis> {
        let wave = Wave {
            id: WAVE,
            survey: SurveyId(1),
            period: Period::holding(PeriodKind::Year, 2026, 1).unwrap(),
            label: String::new(),
            revision: RevisionId(1),
            opened: jiff::civil::date(2026, 1, 1),
            choice: None,
            closings: Vec::new(),
        };
        let returned = |(id, customer): &(i64, Option<i64>)| Return {
            id: ReturnId(*id),
            wave: WAVE,
            import: None,
            row: 0,
            customer: customer.map(CustomerId),
            customer_text: String::new(),
            respondent: String::new(),
            role: String::new(),
            seconds: None,
            late: false,
            date: None,
            channel: String::new(),
            collector: String::new(),
            void: None,
        };
        let figures = Arc::new(WaveFigures::default());
        let view = WaveView {
            wave: WAVE,
            returns: Arc::new(WaveReturns {
                wave: WAVE,
                returns: returns.iter().map(returned).collect(),
                columns: Vec::new(),
                tagged: Vec::new(),
            }),
            whole: Arc::clone(&figures),
            figures,
            segments: Arc::default(),
        };
        Arc::new(Basis {
            language: Language::En,
            data: Arc::new(Data {
                waves: vec![wave].into(),
                ..Data::default()
            }),
            survey: Some(SurveyId(1)),
            wave: Some(WAVE),
            filter: Filter::default(),
            view: Some(view),
            previous: None,
            since: None,
            against: None,
            waves: Vec::new(),
            same: Arc::default(),
            version,
        })
    }

    fn id(listed: &Listed, row: usize) -> Option<i64> {
        listed.row(row).map(|row| row.returned.id.0)
    }

    #[test]
    fn a_row_means_the_return_the_user_saw_until_there_are_new_rows() {
        let query = Query::default();
        let before = basis(1, &[(1, None), (2, None), (3, None)]);
        let listed = Listed::of(Arc::clone(&before), query.clone()).unwrap();
        assert!(listed.fits(&before.sight(), &query));
        // The first return goes; what stood in the second row stands in the first.
        let after = basis(2, &[(2, None), (3, None)]);
        assert!(!listed.fits(&after.sight(), &query));
        assert_eq!(id(&listed, 1), Some(2));
        let listed = Listed::of(Arc::clone(&after), query.clone()).unwrap();
        assert!(listed.fits(&after.sight(), &query) && listed.is_of(WAVE));
        assert_eq!((id(&listed, 0), id(&listed, 2)), (Some(2), None));
        assert_eq!(listed.row_of(ReturnId(3)), Some(1));
        assert_eq!((listed.counts.all, listed.counts.void), (2, 0));
    }

    #[test]
    fn customers_with_more_than_one_return_are_known() {
        let basis = basis(1, &[(1, Some(7)), (2, None), (3, Some(7)), (4, Some(8))]);
        let listed = Listed::of(basis, Query::default()).unwrap();
        assert_eq!(listed.several(CustomerId(7)), [ReturnId(1), ReturnId(3)]);
        assert_eq!(listed.several(CustomerId(8)), []);
    }
}
