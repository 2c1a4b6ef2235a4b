//! The list of a wave and what came of it, for people and for programs.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::analysis::{
    Breakdown, Calls, Ledger, Part, Reach, Standing, breakdown, calls, ledger, reach, sealed,
    standings, turnover_shares, unanswered,
};
use crate::cli::table::{Align, table};
use crate::cli::{Failure, json, output};
use crate::edit::Applied;
use crate::i18n::{Language, choice, number};
use crate::model::{Closing, Customer, CustomerId, Data, FrameEntry, Sampling, Wave, WaveReturns};
use crate::tr;

/// What a rule would come to.
#[derive(Debug, Serialize)]
pub(super) struct Preview<'a> {
    chosen: usize,
    /// Shares of the register, 0–1.
    heads: Option<f64>,
    turnover: Option<f64>,
    /// Turnover of the smallest customer taken.
    cutoff: Option<f64>,
    /// Codes of the customers it chooses.
    customers: Vec<&'a str>,
    new: usize,
    gone: usize,
    kept: usize,
}

impl<'a> Preview<'a> {
    pub(super) fn of(data: &'a Data, applied: &Applied) -> Self {
        let chosen = &applied.chosen;
        let code = |id: &CustomerId| data.customer(*id).map(|it| it.code.as_str());
        Self {
            chosen: chosen.customers.len(),
            heads: chosen.heads,
            turnover: chosen.turnover,
            cutoff: chosen.cutoff,
            customers: chosen.customers.iter().filter_map(code).collect(),
            new: applied.new.len(),
            gone: applied.gone.len(),
            kept: applied.kept,
        }
    }
}

#[derive(Debug, Serialize)]
struct FrameReport<'a> {
    wave: String,
    /// How the list was chosen, in words; `rule` is null for one chosen by hand.
    chosen_by: String,
    sampling: Sampling,
    ledger: Ledger,
    /// How many of the returned hold a sealed file.
    sealed: usize,
    /// Whom the valid returns stand for, of the whole register.
    reach: Reach,
    channels: Vec<PartReport>,
    collectors: Vec<PartReport>,
    calls: Calls,
    customers: Vec<Line<'a>>,
    /// Returns that count in no rate.
    apart: Vec<ApartReport<'a>>,
    closings: Vec<ClosingReport<'a>>,
}

#[derive(Debug, Serialize)]
struct PartReport {
    name: String,
    #[serde(flatten)]
    part: Part,
}

#[derive(Debug, Serialize)]
struct ClosingReport<'a> {
    reopened: bool,
    date: String,
    who: &'a str,
    reason: &'a str,
}

impl<'a> From<&'a Closing> for ClosingReport<'a> {
    fn from(it: &'a Closing) -> Self {
        Self {
            reopened: it.reopened,
            date: it.date.to_string(),
            who: &it.who,
            reason: &it.reason,
        }
    }
}

#[derive(Debug, Serialize)]
struct ApartReport<'a> {
    /// Code of the customer, where it is known, and what the return calls it.
    customer: Option<&'a str>,
    called: &'a str,
    why: &'static str,
}

/// One customer of the list, the largest first.
#[derive(Debug, Serialize)]
struct Line<'a> {
    code: &'a str,
    name: &'a str,
    turnover: Option<f64>,
    /// Of the turnover of the register, 0–1; and of all down to this one.
    share: Option<f64>,
    cumulative: Option<f64>,
    issued: Option<String>,
    channel: &'a str,
    collector: Option<&'static str>,
    excluded: Option<&'a str>,
    answered: bool,
}

/// Prints it.
pub(super) fn tell(
    data: &Data,
    wave: &Wave,
    returns: &WaveReturns,
    as_json: bool,
    language: Language,
) -> Result<(), Failure> {
    let frame = data.frame(wave.id);
    let lines = lines(data, frame, returns);
    let parts = breakdown(returns, frame);
    let ledger = ledger(returns, frame);
    let reach = reach(returns, frame, &data.customers);
    let calls = calls(data.contacts_of(wave.id), Some(returns));
    let sealed = sealed(returns, frame, &data.attachments);
    if as_json {
        let report = FrameReport {
            wave: wave.period.to_string(),
            chosen_by: choice::choice(language, wave.choice.as_ref()),
            sampling: Sampling::of(wave.choice.as_ref()),
            ledger,
            sealed,
            reach,
            channels: channels(&parts),
            collectors: collectors(&parts),
            calls,
            customers: lines,
            apart: apart(data, returns, frame),
            closings: wave.closings.iter().map(Into::into).collect(),
        };
        return Ok(output::print_json(&json::text(&report))?);
    }
    let mut text = format!("{}\n", choice::choice(language, wave.choice.as_ref()));
    text += &format!("{}\n", choice::sampling(language, wave.choice.as_ref()));
    for closing in &wave.closings {
        text += &format!("{}\n", choice::closing(language, closing));
    }
    text += &format!(
        "{}\n",
        tr!(
            language,
            "frame-reach",
            answered = reach.answered.to_string(),
            customers = reach.customers.to_string(),
            heads = number::percent(reach.heads),
            turnover = number::percent(reach.turnover)
        )
    );
    if sealed > 0 {
        let words = tr!(
            language,
            "ledger-sealed",
            count = sealed,
            all = ledger.returned
        );
        text += &format!("{words}\n");
    }
    let apart = ledger.apart.parts();
    if !apart.is_empty() {
        let count: usize = apart.iter().map(|(_, count)| count).sum();
        text += &format!("{}\n", tr!(language, "frame-apart", count = count));
    }
    let silent = unanswered(frame, returns);
    if !silent.is_empty() {
        let shares = turnover_shares(frame, &data.customers);
        let share: f64 = silent.iter().filter_map(|id| shares.get(id)).sum();
        let share = number::percent((!shares.is_empty()).then_some(share));
        let words = tr!(
            language,
            "frame-silent",
            count = silent.len(),
            turnover = share
        );
        text += &format!("{words}\n");
    }
    text.push('\n');
    text += &told(&lines, language);
    Ok(output::print(&text)?)
}

fn told(lines: &[Line<'_>], language: Language) -> String {
    let head = [
        (tr!(language, "column-code"), Align::Left),
        (tr!(language, "column-customer"), Align::Left),
        (tr!(language, "column-turnover"), Align::Right),
        (tr!(language, "column-cumulative"), Align::Right),
        (tr!(language, "column-issued"), Align::Left),
        (tr!(language, "column-channel"), Align::Left),
        (tr!(language, "column-status"), Align::Left),
    ];
    let rows = lines.iter().map(|it| {
        let status = match (it.excluded, it.answered) {
            (Some(reason), _) => tr!(language, "frame-excluded-for", reason = reason),
            (None, true) => tr!(language, "frame-answered"),
            (None, false) if it.issued.is_some() => tr!(language, "frame-waiting"),
            _ => String::new(),
        };
        vec![
            it.code.to_owned(),
            it.name.to_owned(),
            number::percent(it.share),
            number::percent(it.cumulative),
            it.issued.clone().unwrap_or_default(),
            it.channel.to_owned(),
            status,
        ]
    });
    table(&head, &rows.collect::<Vec<_>>())
}

fn lines<'a>(data: &'a Data, frame: &'a [FrameEntry], returns: &WaveReturns) -> Vec<Line<'a>> {
    let shares = turnover_shares(frame, &data.customers);
    let register: FxHashMap<CustomerId, &Customer> =
        data.customers.iter().map(|it| (it.id, it)).collect();
    let answered: rustc_hash::FxHashSet<CustomerId> = returns
        .returns
        .iter()
        .filter_map(|it| it.customer)
        .collect();
    let mut entries: Vec<&FrameEntry> = frame.iter().collect();
    entries.sort_by(|a, b| {
        let turnover = |it: &FrameEntry| it.turnover.unwrap_or(-1.0);
        turnover(b).total_cmp(&turnover(a))
    });
    let mut sum = 0.0;
    let line = |it: &'a FrameEntry| {
        let customer = register.get(&it.customer);
        let share = shares.get(&it.customer).copied();
        sum += share.unwrap_or(0.0);
        Line {
            code: customer.map_or("", |it| it.code.as_str()),
            name: customer.map_or("", |it| it.name.as_str()),
            turnover: it.turnover,
            share,
            cumulative: share.map(|_| sum.min(1.0)),
            issued: it.issued.map(|day| day.to_string()),
            channel: &it.channel,
            collector: it.collector.map(collector_key),
            excluded: it.excluded.as_deref(),
            answered: answered.contains(&it.customer),
        }
    };
    entries.into_iter().map(line).collect()
}

fn collector_key(kind: crate::model::CollectorKind) -> &'static str {
    match kind {
        crate::model::CollectorKind::Sales => "sales",
        crate::model::CollectorKind::Quality => "quality",
        crate::model::CollectorKind::ThirdParty => "third_party",
    }
}

fn channels(parts: &Breakdown) -> Vec<PartReport> {
    let channels = parts.channels.iter();
    let part = |(name, part): &(String, Part)| PartReport {
        name: name.clone(),
        part: part.clone(),
    };
    channels.map(part).collect()
}

fn collectors(parts: &Breakdown) -> Vec<PartReport> {
    let collectors = parts.collectors.iter();
    let part = |(kind, part): &(Option<_>, Part)| PartReport {
        name: kind.map_or("", collector_key).to_owned(),
        part: part.clone(),
    };
    collectors.map(part).collect()
}

fn apart<'a>(
    data: &'a Data,
    returns: &'a WaveReturns,
    frame: &[FrameEntry],
) -> Vec<ApartReport<'a>> {
    let all = returns.returns.iter().zip(standings(returns, frame));
    let apart = all.filter_map(|(it, standing)| {
        let why = match standing {
            Standing::Counts | Standing::Again => return None,
            Standing::OffList => "off_list",
            Standing::NotIssued => "not_issued",
            Standing::Excluded => "excluded",
            Standing::NoRoom => "unknown",
            Standing::Late => "late",
        };
        let customer = it.customer.and_then(|id| data.customer(id));
        Some(ApartReport {
            customer: customer.map(|it| it.code.as_str()),
            called: match customer {
                Some(customer) => &customer.name,
                None => &it.customer_text,
            },
            why,
        })
    });
    apart.collect()
}
