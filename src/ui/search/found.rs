//! What the workspace holds of what is typed. Takes as long as there are customers and
//! comments, so it is made beside the drawing.

use rustc_hash::FxHashMap;

use super::hit::{Group, Hit, Kind};
use super::rank::Sought;
use crate::analysis;
use crate::i18n::{Language, period, stage};
use crate::model::{Customer, CustomerId, Questionnaire};
use crate::ui::{Action, Place, Sight};

/// Hits of a kind that are listed; more letters find the others.
const MOST: usize = 8;

/// What was found.
#[derive(Debug)]
pub struct Found {
    query: String,
    version: u64,
    language: Language,
    groups: Vec<Group>,
}

impl Found {
    /// Looks through what is seen.
    pub fn of(sight: &Sight<'_>, query: String) -> Self {
        let sought = Sought::new(&query);
        let kinds = [
            items(sight, &sought),
            dimensions(sight, &sought),
            customers(sight, &sought),
            actions(sight, &sought),
            waves(sight, &sought),
            comments(sight, &sought),
        ];
        Self {
            query,
            version: sight.version,
            language: sight.language,
            groups: kinds.into_iter().flatten().collect(),
        }
    }

    /// It is of what is seen now and typed now.
    pub(super) fn fits(&self, sight: &Sight<'_>, query: &str) -> bool {
        self.query == query && self.version == sight.version && self.language == sight.language
    }

    pub(super) fn groups(&self) -> &[Group] {
        &self.groups
    }
}

fn titled(code: &str, name: &str) -> String {
    format!("{code} {name}")
}

/// Dimensions above something, the outermost first.
fn path(all: &Questionnaire, of: Option<&str>) -> String {
    let mut names = Vec::new();
    let mut next = of;
    while let Some(dimension) = next.and_then(|code| all.dimension(code)) {
        names.push(dimension.name.as_str());
        next = dimension.parent.as_deref();
    }
    names.reverse();
    names.join(" › ")
}

fn items(sight: &Sight<'_>, sought: &Sought) -> Option<Group> {
    let all = &sight.revision()?.questionnaire;
    let hits = all.items.iter().filter_map(|item| {
        let place = path(all, item.dimension.as_deref());
        let aliases = item.aliases.iter().map(String::as_str);
        let rank = sought.rank(&item.code, &item.text, aliases.chain([place.as_str()]))?;
        let leads = if item.scored && sight.wave.is_some() {
            Place::Item(item.lineage)
        } else {
            Place::Question(item.lineage)
        };
        Some(Hit {
            title: titled(&item.code, &item.text),
            place,
            leads: Action::Go(leads),
            rank,
        })
    });
    Group::of(Kind::Item, hits.collect(), MOST)
}

fn dimensions(sight: &Sight<'_>, sought: &Sought) -> Option<Group> {
    let all = &sight.revision()?.questionnaire;
    let hits = all.dimensions.iter().filter_map(|dimension| {
        let rank = sought.rank(&dimension.code, &dimension.name, [])?;
        Some(Hit {
            title: titled(&dimension.code, &dimension.name),
            place: path(all, dimension.parent.as_deref()),
            leads: Action::Go(Place::Dimension(dimension.code.clone())),
            rank,
        })
    });
    Group::of(Kind::Dimension, hits.collect(), MOST)
}

fn customers(sight: &Sight<'_>, sought: &Sought) -> Option<Group> {
    let hits = sight.data.customers.iter().filter_map(|customer| {
        let values = customer.attributes.values().map(String::as_str);
        let rank = sought.rank(&customer.code, &customer.name, values.clone())?;
        let values = values.filter(|value| !value.is_empty());
        Some(Hit {
            title: titled(&customer.code, &customer.name),
            place: values.collect::<Vec<_>>().join(" · "),
            leads: Action::Go(Place::Customer(customer.id)),
            rank,
        })
    });
    Group::of(Kind::Customer, hits.collect(), MOST)
}

fn actions(sight: &Sight<'_>, sought: &Sought) -> Option<Group> {
    let survey = sight.survey?.id;
    let actions = sight.data.actions.iter();
    let hits = actions.filter(|it| it.survey == survey).filter_map(|it| {
        let beside = [&it.owner, &it.department].map(String::as_str);
        let rank = sought.rank(&it.number, &it.title, beside)?;
        Some(Hit {
            title: titled(&it.number, &it.title),
            place: stage::name(sight.language, it.stage()),
            leads: Action::Go(Place::Action(it.id)),
            rank,
        })
    });
    Group::of(Kind::Action, hits.collect(), MOST)
}

fn waves(sight: &Sight<'_>, sought: &Sought) -> Option<Group> {
    let survey = sight.survey?;
    let waves = sight.data.waves_of(survey.id).rev();
    let hits = waves.filter_map(|wave| {
        let title = period::of_wave(sight.language, wave);
        let rank = sought.rank(&wave.period.to_string(), &title, [])?;
        Some(Hit {
            title,
            place: survey.name.clone(),
            leads: Action::Wave(wave.id),
            rank,
        })
    });
    Group::of(Kind::Wave, hits.collect(), MOST)
}

fn comments(sight: &Sight<'_>, sought: &Sought) -> Option<Group> {
    let all = &sight.revision()?.questionnaire;
    let view = sight.view?;
    let rows: Vec<usize> = (0..view.returns.returns.len()).collect();
    let customers: FxHashMap<CustomerId, &Customer> =
        (sight.data.customers.iter().map(|it| (it.id, it))).collect();
    let said = analysis::comments(all, &view.returns, &rows);
    let hits = said.into_iter().filter_map(|said| {
        let rank = sought.rank("", &said.text, [])?;
        let customer = said.customer.and_then(|id| customers.get(&id));
        let place = match customer {
            Some(customer) => customer.name.clone(),
            None => view.returns.returns.get(said.row)?.customer_text.clone(),
        };
        Some(Hit {
            title: said.text.trim().to_owned(),
            place,
            leads: Action::Go(Place::Return(said.returned)),
            rank,
        })
    });
    Group::of(Kind::Comment, hits.collect(), MOST)
}
