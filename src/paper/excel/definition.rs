//! The questionnaire as a definition workbook, which `intake::definition` reads back as it
//! was.
//!
//! What the format cannot say is left out: aliases that hold a semicolon, frames of waves
//! outside the regular ones, frames of waves with another revision.

use super::book::{Book, Value};
use crate::i18n::Language;
use crate::model::{
    Band, Bound, Data, Flag, IndexRule, Item, Normalisation, NotApplicable, PeriodKind, Revision,
    Rules, Scale, Validity, Weighting, is_usual_margin,
};
use crate::paper::PaperError;
use crate::tr;

/// The workbook of one revision, with the customers and the frames of its waves, headings in
/// a language.
///
/// # Errors
/// [`PaperError::Workbook`] when the writer refuses, e.g. because there is no room for its
/// temporary files.
pub fn definition(
    data: &Data,
    revision: &Revision,
    language: Language,
) -> Result<Vec<u8>, PaperError> {
    let sheets = Sheets {
        language,
        scales: NamedScales::of(&revision.questionnaire.items),
    };
    let title = &revision.questionnaire.title;
    let mut book = Book::new(&data.workspace.company, title);
    sheets.survey(&mut book, revision)?;
    sheets.dimensions(&mut book, revision)?;
    sheets.items(&mut book, &revision.questionnaire.items)?;
    sheets.scales(&mut book)?;
    if !data.customers.is_empty() {
        sheets.customers(&mut book, data)?;
    }
    sheets.frame(&mut book, data, revision)?;
    book.bytes()
}

struct Sheets<'a> {
    language: Language,
    scales: NamedScales<'a>,
}

/// Every scale once, under a name of its own.
struct NamedScales<'a> {
    scales: Vec<(String, &'a Scale)>,
}

impl<'a> NamedScales<'a> {
    fn of(items: &'a [Item]) -> Self {
        let mut scales: Vec<(String, &Scale)> = Vec::new();
        for item in items {
            let Some(scale) = &item.scale else { continue };
            if scales.iter().any(|(_, known)| *known == scale) {
                continue;
            }
            let free = |name: &String| !name.is_empty() && !scales.iter().any(|(n, _)| n == name);
            let own = std::iter::once(scale.name.clone());
            let numbered = (2..).map(|number| format!("{} {number}", scale.name).trim().to_owned());
            let coded = std::iter::once(item.code.clone()).filter(|_| scale.name.is_empty());
            let name = own
                .chain(coded)
                .chain(numbered)
                .find(free)
                .unwrap_or_default();
            scales.push((name, scale));
        }
        Self { scales }
    }

    fn name(&self, scale: &Scale) -> &str {
        let named = self.scales.iter().find(|(_, known)| *known == scale);
        named.map_or("", |(name, _)| name)
    }
}

impl Sheets<'_> {
    fn survey(&self, book: &mut Book, revision: &Revision) -> Result<(), PaperError> {
        let language = self.language;
        let rules = &revision.questionnaire.rules;
        let heads = [tr!(language, "sheet-key"), tr!(language, "sheet-value")];
        let mut page = book.sheet(&tr!(language, "sheet-survey"), &heads)?;
        let text = |key: String, value: &str| (key, Value::text(value));
        let rows = [
            text(tr!(language, "sheet-title"), &revision.questionnaire.title),
            text(tr!(language, "sheet-document"), &revision.document),
            text(tr!(language, "sheet-revision"), &revision.label),
            text(tr!(language, "sheet-period"), period(rules.period)),
            (tr!(language, "sheet-target"), Value::Number(rules.target)),
            text(tr!(language, "sheet-target-rule"), bound(rules.target_rule)),
            text(
                tr!(language, "sheet-normalisation"),
                normalisation(rules.normalisation),
            ),
            text(tr!(language, "sheet-index"), index(rules.index)),
            text(tr!(language, "sheet-na"), not_applicable(rules.na)),
            (
                tr!(language, "sheet-min-answered"),
                Value::Number(rules.min_answered),
            ),
            text(tr!(language, "sheet-weights"), weights(rules.weights)),
            text(tr!(language, "sheet-bands"), &bands(rules)),
        ];
        let unusual = (!rules.validity.is_usual()).then(|| {
            let key = tr!(language, "sheet-validity");
            text(key, &validity(&rules.validity))
        });
        let margin = (!is_usual_margin(&rules.no_change_within)).then(|| {
            let key = tr!(language, "sheet-no-change-within");
            (key, Value::Number(rules.no_change_within))
        });
        for (key, value) in rows.into_iter().chain(unusual).chain(margin) {
            page.row(&[Value::text(key), value])?;
        }
        page.finish()
    }

    fn dimensions(&self, book: &mut Book, revision: &Revision) -> Result<(), PaperError> {
        let language = self.language;
        let heads = [
            tr!(language, "sheet-code"),
            tr!(language, "sheet-name"),
            tr!(language, "sheet-parent"),
            tr!(language, "sheet-weight"),
            tr!(language, "sheet-acts-on"),
        ];
        let asked = &revision.questionnaire;
        let heads = match asked.influences.is_empty() {
            true => &heads[..4],
            false => &heads[..],
        };
        let mut page = book.sheet(&tr!(language, "sheet-dimensions"), heads)?;
        for dimension in &asked.dimensions {
            let own = asked.influences.iter();
            let own = own.filter(|it| it.from == dimension.code);
            let acts_on: Vec<&str> = own.map(|it| it.to.as_str()).collect();
            let cells = [
                Value::text(&dimension.code),
                Value::text(&dimension.name),
                Value::text(dimension.parent.as_deref().unwrap_or_default()),
                Value::Number(dimension.weight),
                Value::text(acts_on.join("; ")),
            ];
            page.row(&cells[..heads.len()])?;
        }
        page.finish()
    }

    fn items(&self, book: &mut Book, items: &[Item]) -> Result<(), PaperError> {
        let language = self.language;
        let heads = [
            tr!(language, "sheet-code"),
            tr!(language, "sheet-text"),
            tr!(language, "sheet-dimension"),
            tr!(language, "sheet-kind"),
            tr!(language, "sheet-scale"),
            tr!(language, "sheet-scored"),
            tr!(language, "sheet-weight"),
            tr!(language, "sheet-required"),
            tr!(language, "sheet-segment"),
            tr!(language, "sheet-importance-of"),
            tr!(language, "sheet-aliases"),
        ];
        let mut page = book.sheet(&tr!(language, "sheet-items"), &heads)?;
        for item in items {
            let scale = item.scale.as_ref();
            page.row(&[
                Value::text(&item.code),
                Value::text(&item.text),
                Value::text(item.dimension.as_deref().unwrap_or_default()),
                Value::text(item.kind.key()),
                Value::text(scale.map_or("", |scale| self.scales.name(scale))),
                self.flag(item.scored),
                Value::Number(item.weight),
                self.flag(item.required),
                self.flag(item.segment),
                Value::text(item.importance_of.as_deref().unwrap_or_default()),
                aliases(&item.aliases),
            ])?;
        }
        page.finish()
    }

    fn scales(&self, book: &mut Book) -> Result<(), PaperError> {
        let language = self.language;
        let heads = [
            tr!(language, "sheet-scale"),
            tr!(language, "sheet-option"),
            tr!(language, "sheet-score"),
            tr!(language, "sheet-satisfied"),
            tr!(language, "sheet-aliases"),
            tr!(language, "sheet-order-assumed"),
        ];
        let assumed = self.scales.scales.iter();
        let assumed = assumed.clone().any(|(_, scale)| scale.order_assumed);
        let heads = match assumed {
            true => &heads[..],
            false => &heads[..5],
        };
        let mut page = book.sheet(&tr!(language, "sheet-scales"), heads)?;
        for (name, scale) in &self.scales.scales {
            for option in &scale.options {
                let cells = [
                    Value::text(name),
                    Value::text(&option.label),
                    Value::some(option.score, Value::Number),
                    self.flag(option.satisfied),
                    aliases(&option.aliases),
                    self.flag(scale.order_assumed),
                ];
                page.row(&cells[..heads.len()])?;
            }
        }
        page.finish()
    }

    fn customers(&self, book: &mut Book, data: &Data) -> Result<(), PaperError> {
        let language = self.language;
        let mut attributes: Vec<&String> = Vec::new();
        for name in data.customers.iter().flat_map(|one| one.attributes.keys()) {
            if !attributes.contains(&name) {
                attributes.push(name);
            }
        }
        let fixed = [
            tr!(language, "sheet-code"),
            tr!(language, "sheet-name"),
            tr!(language, "sheet-turnover"),
            tr!(language, "sheet-key-account"),
        ];
        let heads: Vec<String> = fixed
            .into_iter()
            .chain(attributes.iter().map(|name| (*name).clone()))
            .collect();
        let mut page = book.sheet(&tr!(language, "sheet-customers"), &heads)?;
        for customer in &data.customers {
            let mut row = vec![
                Value::text(&customer.code),
                Value::text(&customer.name),
                Value::some(customer.turnover, Value::Number),
                self.flag(customer.key),
            ];
            row.extend(attributes.iter().map(|name| {
                let value = customer.attributes.get(*name);
                Value::text(value.map_or("", String::as_str))
            }));
            page.row(&row)?;
        }
        page.finish()
    }

    fn frame(&self, book: &mut Book, data: &Data, revision: &Revision) -> Result<(), PaperError> {
        let waves = data
            .waves_of(revision.survey)
            .filter(|wave| wave.revision == revision.id && wave.label.is_empty());
        let entries: Vec<_> = waves
            .flat_map(|wave| data.frame(wave.id).iter().map(move |entry| (wave, entry)))
            .filter_map(|(wave, entry)| Some((wave, entry, data.customer(entry.customer)?)))
            .collect();
        if entries.is_empty() {
            return Ok(());
        }
        let language = self.language;
        let heads = [
            tr!(language, "sheet-wave"),
            tr!(language, "sheet-customer"),
            tr!(language, "sheet-issued"),
            tr!(language, "sheet-channel"),
        ];
        let mut page = book.sheet(&tr!(language, "sheet-frame"), &heads)?;
        for (wave, entry, customer) in entries {
            page.row(&[
                Value::text(wave.period.to_string()),
                Value::text(&customer.code),
                entry.issued.map_or(Value::Empty, Value::Date),
                Value::text(&entry.channel),
            ])?;
        }
        page.finish()
    }

    fn flag(&self, on: bool) -> Value {
        let language = self.language;
        Value::text(if on {
            tr!(language, "sheet-yes")
        } else {
            tr!(language, "sheet-no")
        })
    }
}

fn aliases(aliases: &[String]) -> Value {
    Value::text(aliases.join("; "))
}

/// As the definition workbook says it in one cell; what is not asked for is left out.
fn validity(rules: &Validity) -> String {
    let mut parts = Vec::new();
    if rules.least > 0.0 {
        parts.push(format!("least {}", rules.least));
    }
    if rules.required {
        parts.push("required".to_owned());
    }
    if rules.alike > 0 {
        parts.push(format!("alike {}", rules.alike));
    }
    if rules.seconds > 0.0 {
        parts.push(format!("seconds {}", rules.seconds));
    }
    let voids = rules.voids.iter().map(|it| match it {
        Flag::TooFew => "too_few",
        Flag::Required => "required",
        Flag::Alike => "alike",
        Flag::TooFast => "too_fast",
    });
    let voids: Vec<&str> = voids.collect();
    if !voids.is_empty() {
        parts.push(format!("void {}", voids.join(", ")));
    }
    match parts.is_empty() {
        true => "none".to_owned(),
        false => parts.join("; "),
    }
}

fn bands(rules: &Rules) -> String {
    let sign = match rules.bands_rule {
        Bound::AtLeast => "",
        Bound::Above => ">",
    };
    let band = |band: &Band| format!("{sign}{} {}", band.from, band.name);
    let all: Vec<String> = rules.bands.iter().map(band).collect();
    all.join("; ")
}

fn period(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Month => "month",
        PeriodKind::Quarter => "quarter",
        PeriodKind::Half => "half",
        PeriodKind::Year => "year",
    }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => ">=",
        Bound::Above => ">",
    }
}

fn normalisation(normalisation: Normalisation) -> &'static str {
    match normalisation {
        Normalisation::OfMaximum => "max",
        Normalisation::MinMax => "minmax",
    }
}

fn index(index: IndexRule) -> &'static str {
    match index {
        IndexRule::ByDimension => "dimension",
        IndexRule::Pooled => "pooled",
    }
}

fn not_applicable(rule: NotApplicable) -> &'static str {
    match rule {
        NotApplicable::Exclude => "exclude",
        NotApplicable::Include => "include",
    }
}

fn weights(weights: Weighting) -> &'static str {
    match weights {
        Weighting::Equal => "equal",
        Weighting::Turnover => "turnover",
    }
}
