//! Revisions: their questionnaire, rules and signatures.

use std::fmt::Write;

use manyi::model::{Data, Dimension, Item, Revision, Rules, Scale, Signature};

use super::{or_dash, quoted, yes};

pub(super) fn revision(data: &Data, revision: &Revision) -> String {
    let parent = revision.parent.map(|id| data.revision(id).unwrap().number);
    let signed = &revision.signatures;
    let mut text = format!(
        "  revision {} {} document={} effective={} parent={} frozen={}\n",
        revision.number,
        quoted(&revision.label),
        quoted(&revision.document),
        or_dash(revision.effective),
        or_dash(parent),
        yes(revision.frozen),
    );
    for (place, signature) in [
        ("prepared", &signed.prepared),
        ("reviewed", &signed.reviewed),
        ("approved", &signed.approved),
    ] {
        if let Some(Signature { name, date, .. }) = signature {
            writeln!(text, "    {place} by {} on {date}", quoted(name)).unwrap();
        }
    }
    let questionnaire = &revision.questionnaire;
    writeln!(text, "    title {}", quoted(&questionnaire.title)).unwrap();
    text += &rules(&questionnaire.rules);
    text.extend(questionnaire.dimensions.iter().map(dimension));
    text.extend(questionnaire.items.iter().map(item));
    text
}

fn rules(rules: &Rules) -> String {
    let mut text = format!(
        "    rules {:?} target={} {:?} {:?} {:?} na={:?} answered={} weights={:?} bands={:?}\n",
        rules.period,
        rules.target,
        rules.target_rule,
        rules.normalisation,
        rules.index,
        rules.na,
        rules.min_answered,
        rules.weights,
        rules.bands_rule,
    );
    for band in &rules.bands {
        writeln!(text, "      band {} {}", band.from, quoted(&band.name)).unwrap();
    }
    text
}

fn dimension(dimension: &Dimension) -> String {
    format!(
        "    dimension {} {} parent={} weight={}\n",
        quoted(&dimension.code),
        quoted(&dimension.name),
        or_dash(dimension.parent.as_deref().map(quoted)),
        dimension.weight,
    )
}

fn item(item: &Item) -> String {
    let mut text = format!(
        "    item {} {:?} line={} {:?} in={} scored={} weight={} required={} segment={} importance_of={}\n",
        quoted(&item.code),
        item.kind,
        item.lineage.0,
        item.origin,
        or_dash(item.dimension.as_deref().map(quoted)),
        yes(item.scored),
        item.weight,
        yes(item.required),
        yes(item.segment),
        or_dash(item.importance_of.as_deref().map(quoted)),
    );
    writeln!(text, "      asks {}", quoted(&item.text)).unwrap();
    for alias in &item.aliases {
        writeln!(text, "      alias {}", quoted(alias)).unwrap();
    }
    text + &item.scale.as_ref().map(scale).unwrap_or_default()
}

fn scale(scale: &Scale) -> String {
    let mut text = format!("      scale {}\n", quoted(&scale.name));
    for option in &scale.options {
        let aliases: Vec<_> = option.aliases.iter().map(|alias| quoted(alias)).collect();
        writeln!(
            text,
            "        {} score={} satisfied={} aliases=[{}]",
            quoted(&option.label),
            or_dash(option.score),
            yes(option.satisfied),
            aliases.join(" "),
        )
        .unwrap();
    }
    text
}
