//! Choosing the list by a rule: what it comes to is said before it is taken.

use egui::{Context, Ui};

use crate::analysis::tells_purchases;
use crate::edit::{Applied, Intent, Refusal, apply_rule};
use crate::i18n::{choice, number};
use crate::model::{FrameRule, Wave};
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::dialog::Reason;
use crate::ui::widgets::{Dialog, Select, TextField, labelled, text};

/// The question, while it is asked.
#[derive(Debug, Default)]
pub(super) struct ByRule {
    asked: Option<Draft>,
}

/// A rule as far as it is chosen.
#[derive(Debug)]
struct Draft {
    kind: Kind,
    /// In percent, as typed.
    share: String,
    seed: String,
    attribute: String,
    value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    All,
    Last,
    Turnover,
    Largest,
    Random,
    Segment,
    Bought,
}

impl ByRule {
    pub(super) fn ask(&mut self) {
        self.asked = Some(Draft {
            kind: Kind::Turnover,
            share: usual(Kind::Turnover),
            seed: "1".to_owned(),
            attribute: String::new(),
            value: String::new(),
        });
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>, wave: &Wave) {
        let language = cx.language;
        let (title, verb) = (
            tr!(language, "by-rule-title"),
            tr!(language, "by-rule-verb"),
        );
        let taken = Dialog::new("by rule", language, title, verb).run(
            context,
            &mut self.asked,
            |ui, draft| {
                draft.fields(ui, cx, wave);
                draft.preview(ui, cx, wave);
            },
            |draft| match draft.rule(wave) {
                Some(rule) => match apply_rule(cx.data, wave, &rule).chosen.customers.is_empty() {
                    true => Err(Refusal::Nobody.into()),
                    false => Ok(Intent::ChooseByRule(wave.id, rule)),
                },
                None => Err(Reason::Said(tr!(language, "by-rule-incomplete"))),
            },
        );
        cx.edit(taken);
    }
}

fn usual(kind: Kind) -> String {
    let share = match kind {
        Kind::Turnover => FrameRule::TURNOVER,
        _ => FrameRule::HEADS,
    };
    number::plain(share * 100.0)
}

impl Draft {
    /// The rule, if it is whole.
    fn rule(&self, wave: &Wave) -> Option<FrameRule> {
        let share = || {
            let percent = self
                .share
                .trim()
                .trim_end_matches('%')
                .trim()
                .parse::<f64>();
            let percent = percent.ok().filter(|it| *it > 0.0 && *it <= 100.0)?;
            Some(percent / 100.0)
        };
        let attribute = Some(self.attribute.clone()).filter(|it| !it.is_empty());
        Some(match self.kind {
            Kind::All => FrameRule::All,
            Kind::Last => FrameRule::AsLastTime,
            Kind::Turnover => FrameRule::Turnover { share: share()? },
            Kind::Largest => FrameRule::Largest { share: share()? },
            Kind::Random => FrameRule::Random {
                share: share()?,
                seed: self.seed.trim().parse().ok()?,
            },
            Kind::Segment => FrameRule::Segment {
                attribute: attribute?,
                value: Some(self.value.clone()).filter(|it| !it.is_empty())?,
            },
            Kind::Bought => FrameRule::Bought {
                attribute: attribute?,
                period: wave.period,
            },
        })
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
        let language = cx.language;
        let mut kinds = vec![
            (Kind::Turnover, tr!(language, "by-rule-turnover")),
            (Kind::Largest, tr!(language, "by-rule-largest")),
            (Kind::Random, tr!(language, "by-rule-random")),
            (Kind::All, tr!(language, "by-rule-all")),
        ];
        if cx.data.wave_before(wave.id).is_some() {
            kinds.push((Kind::Last, tr!(language, "by-rule-last")));
        }
        let attributes = attributes(cx);
        if !attributes.is_empty() {
            kinds.push((Kind::Segment, tr!(language, "by-rule-segment")));
        }
        let purchases = tells_purchases(&cx.data.customers);
        if !purchases.is_empty() {
            kinds.push((Kind::Bought, tr!(language, "by-rule-bought")));
        }
        let picked = choose(ui, &tr!(language, "by-rule-kind"), &self.kind, &kinds);
        if let Some(kind) = picked {
            self.kind = kind;
            self.share = usual(kind);
            self.value.clear();
            self.attribute = match kind {
                Kind::Bought => purchases.first().cloned().unwrap_or_default(),
                _ => attributes.first().cloned().unwrap_or_default(),
            };
        }
        match self.kind {
            Kind::All | Kind::Last => {}
            Kind::Turnover | Kind::Largest => self.percent(ui, cx),
            Kind::Random => {
                self.percent(ui, cx);
                let name = tr!(language, "by-rule-seed");
                TextField::new(name).labelled(ui, &mut self.seed);
            }
            Kind::Segment => {
                let named = |it: &String| (it.clone(), it.clone());
                let all: Vec<_> = attributes.iter().map(named).collect();
                let name = tr!(language, "by-rule-attribute");
                if let Some(picked) = choose(ui, &name, &self.attribute, &all) {
                    self.attribute = picked;
                    self.value.clear();
                }
                let values: Vec<_> = values(cx, &self.attribute).iter().map(named).collect();
                let name = tr!(language, "by-rule-value");
                if let Some(picked) = choose(ui, &name, &self.value, &values) {
                    self.value = picked;
                }
            }
            Kind::Bought => {
                let named = |it: &String| (it.clone(), it.clone());
                let all: Vec<_> = purchases.iter().map(named).collect();
                let name = tr!(language, "by-rule-attribute");
                if let Some(picked) = choose(ui, &name, &self.attribute, &all) {
                    self.attribute = picked;
                }
            }
        }
    }

    fn percent(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let name = tr!(cx.language, "by-rule-share");
        TextField::new(name).labelled(ui, &mut self.share);
    }

    /// How many it chooses, what they stand for, and what that does to the list.
    fn preview(&self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
        let language = cx.language;
        let Some(rule) = self.rule(wave) else {
            return;
        };
        let Applied {
            chosen,
            new,
            gone,
            kept,
        } = apply_rule(cx.data, wave, &rule);
        let mut said = tr!(
            language,
            "rule-preview",
            rule = choice::rule(language, &rule),
            chosen = chosen.customers.len().to_string(),
            heads = number::percent(chosen.heads),
            turnover = number::percent(chosen.turnover)
        );
        if let Some(cutoff) = chosen.cutoff {
            said += &tr!(language, "choice-cutoff", cutoff = number::plain(cutoff));
        }
        text::body(ui, said);
        text::weak(
            ui,
            tr!(
                language,
                "rule-preview-changes",
                new = new.len().to_string(),
                gone = gone.len().to_string(),
                kept = kept.to_string()
            ),
        );
    }
}

/// A labelled list; `Some` when another one was taken.
fn choose<T: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    chosen: &T,
    choices: &[(T, String)],
) -> Option<T> {
    let shown = choices.iter().find(|(it, _)| it == chosen);
    let shown = shown.map_or("", |(_, words)| words.as_str());
    labelled(ui, name, |ui| {
        let select = Select::new(name, shown).width(ui.available_width());
        select.show(ui, chosen, choices)
    })
}

/// Names of what the register says of customers.
fn attributes(cx: &Cx<'_>) -> Vec<String> {
    let all = cx.data.customers.iter();
    let mut names: Vec<&String> = all.flat_map(|it| it.attributes.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().cloned().collect()
}

fn values(cx: &Cx<'_>, attribute: &str) -> Vec<String> {
    let all = cx.data.customers.iter();
    let mut values: Vec<&String> = all.filter_map(|it| it.attributes.get(attribute)).collect();
    values.sort_unstable();
    values.dedup();
    values
        .into_iter()
        .filter(|it| !it.is_empty())
        .cloned()
        .collect()
}
