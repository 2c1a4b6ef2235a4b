//! Waves under other rules.

use super::super::example::{SIX, customers, framed, rated, six, two_dimensions};
use super::super::{Effect, Filter, Outcome, WhatIf, figures};
use super::near;
use crate::model::{
    Customer, CustomerId, Flag, FrameEntry, IndexRule, Normalisation, NotApplicable, Questionnaire,
    Rule, Rules, WaveReturns, Weighting,
};

fn by_rule(void: &str) -> bool {
    void == "rule"
}

fn outcome(asked: &Questionnaire, returns: &WaveReturns, rules: &Rules) -> Outcome {
    outcome_of(asked, returns, (&[], &[]), rules)
}

fn outcome_of(
    asked: &Questionnaire,
    returns: &WaveReturns,
    people: (&[FrameEntry], &[Customer]),
    rules: &Rules,
) -> Outcome {
    let mut what_if = WhatIf::of(asked, returns, people, by_rule);
    what_if.outcome(rules).unwrap()
}

#[test]
fn every_choice_is_the_wave_under_it() {
    let asked = two_dimensions();
    let returns = six();
    let mut what_if = WhatIf::of(&asked, &returns, (&[], &[]), by_rule);
    let now = what_if.outcome(&asked.rules).unwrap();
    // The six have 82, 80, 60, 96, 66 and 46; A 75 and B 66.7 on average.
    near(now.index.score, 430.0 / 6.0, 1e-9);
    assert_eq!(now.index.satisfied, Some(0.5));
    assert_eq!((now.counted, now.flagged, now.below()), (6, 0, Some(2)));
    let effects = what_if.effects(&asked.rules).unwrap();
    let of = |rule: Rule| -> Vec<&Outcome> {
        let all = effects.iter().filter(|it| it.rule == rule);
        all.map(|it| &it.outcome).collect()
    };
    let [minmax] = of(Rule::Normalisation)[..] else {
        panic!("one other way");
    };
    near(minmax.index.score, 1.25 * 430.0 / 6.0 - 25.0, 1e-9);
    near(of(Rule::Index)[0].index.score, 100.0 * 85.0 / 120.0, 1e-9);
    let targets: Vec<(f64, Option<usize>)> = of(Rule::Target)
        .iter()
        .map(|it| (it.rules.target, it.below()))
        .collect();
    assert_eq!(
        targets,
        [
            (75.0, Some(1)),
            (80.0, Some(2)),
            (90.0, Some(2)),
            (95.0, Some(2))
        ]
    );
    // Exactly 75 is not above it.
    let above = Rules {
        target: 75.0,
        ..asked.rules.clone()
    };
    let above = Rule::TargetRule.choices(&above);
    assert_eq!(what_if.outcome(&above[0]).unwrap().below(), Some(1));
    assert_eq!(what_if.outcome(&above[1]).unwrap().below(), Some(2));
    assert!(effects.iter().all(|it| it.outcome.rules != asked.rules));
}

#[test]
fn rules_of_validity_let_go_of_what_a_rule_made_void_and_never_of_what_a_person_did() {
    let mut asked = two_dimensions();
    asked.rules.validity.alike = 4;
    let mut rows: Vec<&[u8]> = SIX.iter().map(<[u8; 4]>::as_slice).collect();
    rows.extend([&[4, 4, 4, 4], &[5, 5, 5, 5], &[3, 3, 3, 3], &[2, 2, 2, 2]] as [&[u8]; 4]);
    let mut returns = rated(&rows);
    returns.returns[7].void = Some("by hand".to_owned());
    returns.returns[8].late = true;
    let now = outcome(&asked, &returns, &asked.rules);
    assert_eq!((now.counted, now.flagged), (8, 2));
    let mut voiding = asked.rules.clone();
    voiding.validity.voids = vec![Flag::Alike];
    let then = outcome(&asked, &returns, &voiding);
    assert_eq!((then.counted, then.flagged), (6, 0));
    near(then.index.score, 430.0 / 6.0, 1e-9);
    // The wave is one that was taken in like that; somebody said of row 10 that it counts.
    let by_hand = asked.rules.clone();
    asked.rules = voiding;
    returns.returns[6].void = Some("rule".to_owned());
    let own = outcome(&asked, &returns, &asked.rules);
    assert_eq!((own.counted, own.flagged), (7, 1));
    let freed = outcome(&asked, &returns, &by_hand);
    assert_eq!((freed.counted, freed.flagged), (8, 2));
    near(freed.index.score, (430.0 + 80.0 + 40.0) / 8.0, 1e-9);
}

#[test]
fn of_few_returns_only_their_number_is_told() {
    let asked = two_dimensions();
    let returns = rated(&[&[5, 4, 4, 3], &[4, 4, 5, 3], &[3, 3, 4, 2], &[5, 5, 5, 4]]);
    let mut what_if = WhatIf::of(&asked, &returns, (&[], &[]), by_rule);
    let hidden = |it: &Effect| it.outcome.index.score.is_none() && it.outcome.below().is_none();
    assert!(what_if.effects(&asked.rules).unwrap().iter().all(hidden));
    let mut exact = WhatIf::of(&asked, &returns, (&[], &[]), by_rule).exact();
    assert!(exact.outcome(&asked.rules).unwrap().index.score.is_some());
}

fn random_rules(random: &mut fastrand::Rng) -> Rules {
    let mut rules = Rules::default();
    for rule in Rule::ALL {
        let choices = rule.choices(&rules);
        rules = choices[random.usize(..choices.len())].clone();
    }
    rules
}

/// Random waves under random rules: their own rules make what the Scores tab shows, however the
/// returns came to be void; other rules what a wave that had them would.
#[test]
fn the_own_rules_make_the_figures_of_the_wave() {
    let mut random = fastrand::Rng::with_seed(21);
    let mut told = 0;
    for _ in 0..200 {
        let count = random.usize(1..24);
        let rows: Vec<[u8; 4]> = (0..count)
            .map(|_| [(); 4].map(|()| [0, 9, 1, 2, 3, 4, 5, 5][random.usize(..8)]))
            .collect();
        let mut returns = rated(&rows.iter().map(<[u8; 4]>::as_slice).collect::<Vec<_>>());
        for (id, it) in (1..).zip(&mut returns.returns) {
            it.customer = random.bool().then_some(CustomerId(id));
            it.late = random.u8(..8) == 0;
            let void = ["rule", "by hand"][random.usize(..2)];
            it.void = (random.u8(..5) == 0).then(|| void.to_owned());
        }
        let mut asked = two_dimensions();
        asked.rules = random_rules(&mut random);
        let frame = framed(random.i64(0..20), &returns);
        let turnovers: Vec<Option<f64>> = (0..20)
            .map(|_| random.bool().then(|| random.f64() * 100.0))
            .collect();
        let customers = customers(&turnovers);
        let mut what_if = WhatIf::of(&asked, &returns, (&frame, &customers), by_rule);
        let shown = figures(&asked, &returns, &frame, &customers, &Filter::default());
        let own = what_if.outcome(&asked.rules).unwrap();
        assert_eq!(own.index, shown.index);
        assert_eq!(own.dimensions, shown.dimensions);
        assert_eq!(own.counted, shown.counted);
        told += usize::from(own.index.score.is_some());
        let mut other = random_rules(&mut random);
        other.validity = asked.rules.validity.clone();
        // Nothing was told yet that it could be taken from.
        let made = outcome_of(&asked, &returns, (&frame, &customers), &other);
        asked.rules = other;
        let shown = figures(&asked, &returns, &frame, &customers, &Filter::default());
        assert_eq!(
            (made.index, made.dimensions),
            (shown.index, shown.dimensions)
        );
    }
    assert!(told > 40, "{told}");
}

#[test]
fn each_rule_that_computes_can_be_seen() {
    let mut asked = two_dimensions();
    let returns = rated(&[
        &[5, 4, 4, 0],
        &[4, 9, 5, 3],
        &[3, 3, 4, 2],
        &[5, 5, 5, 4],
        &[4, 0, 0, 0],
        &[2, 3, 9, 1],
    ]);
    asked.rules.min_answered = 0.8;
    let now = outcome(&asked, &returns, &asked.rules);
    for change in [
        (|it: &mut Rules| it.normalisation = Normalisation::MinMax) as fn(&mut Rules),
        |it| it.index = IndexRule::Pooled,
        |it| it.na = NotApplicable::Include,
        |it| it.min_answered = 0.0,
        |it| it.weights = Weighting::Turnover,
    ] {
        let mut rules = asked.rules.clone();
        change(&mut rules);
        let then = outcome(&asked, &returns, &rules);
        assert_ne!(then.index, now.index, "{rules:?}");
    }
}

/// Returns of other customers, all answered alike but the last, which is answered by the lowest
/// option throughout and flagged, as `flagged` of the others are.
fn with_flagged(count: usize, flagged: usize) -> (Questionnaire, WaveReturns) {
    let mut asked = two_dimensions();
    asked.rules.validity.alike = 4;
    let rows: Vec<[u8; 4]> = (0..count)
        .map(|at| {
            if at < flagged {
                [1, 1, 1, 1]
            } else {
                SIX[at % 6]
            }
        })
        .collect();
    let mut returns = rated(&rows.iter().map(<[u8; 4]>::as_slice).collect::<Vec<_>>());
    for (id, it) in (1..).zip(&mut returns.returns) {
        it.customer = Some(CustomerId(id));
    }
    (asked, returns)
}

#[test]
fn sets_that_fewer_than_five_customers_lie_between_are_not_told_beside_each_other() {
    for (flagged, hidden) in [(0, false), (1, true), (4, true), (5, false), (7, false)] {
        let (asked, returns) = with_flagged(24, flagged);
        let mut voiding = asked.rules.clone();
        voiding.validity.voids = vec![Flag::Alike];
        let mut what_if = WhatIf::of(&asked, &returns, (&[], &[]), by_rule);
        let now = what_if.outcome(&asked.rules).unwrap();
        let then = what_if.outcome(&voiding).unwrap();
        assert!(now.index.score.is_some() && !now.hidden);
        assert_eq!(then.counted, 24 - flagged);
        assert_eq!(then.hidden, hidden, "{flagged}");
        assert_eq!(then.index.score.is_none(), hidden, "{flagged}");
        assert_eq!(then.below().is_none(), hidden, "{flagged}");
        // Percents of the range are told from those of the maximum.
        voiding.normalisation = Normalisation::MinMax;
        let then = what_if.outcome(&voiding).unwrap();
        assert_eq!(then.index.score.is_none(), hidden, "{flagged}");
        let mut exact = WhatIf::of(&asked, &returns, (&[], &[]), by_rule).exact();
        exact.outcome(&asked.rules).unwrap();
        assert!(exact.outcome(&voiding).unwrap().index.score.is_some());
    }
}

/// Random waves under random rules: whatever two of all that is told are taken from each other,
/// nobody is left, or five and more.
#[test]
fn nothing_is_found_by_taking_what_some_rules_make_from_what_others_do() {
    let mut random = fastrand::Rng::with_seed(44);
    let (mut told, mut hidden) = (0, 0);
    for _ in 0..150 {
        let count = random.usize(5..40);
        let rows: Vec<[u8; 4]> = (0..count)
            .map(|_| [(); 4].map(|()| [0, 9, 1, 3, 4, 4, 4, 5][random.usize(..8)]))
            .collect();
        let mut returns = rated(&rows.iter().map(<[u8; 4]>::as_slice).collect::<Vec<_>>());
        for (id, it) in (1..).zip(&mut returns.returns) {
            it.customer = random.bool().then_some(CustomerId(1 + id % 25));
        }
        let mut asked = two_dimensions();
        asked.rules = random_rules(&mut random);
        let customers = customers(&[Some(1.0); 30]);
        let mut what_if = WhatIf::of(&asked, &returns, (&[], &customers), by_rule);
        let mut all = vec![what_if.outcome(&asked.rules).unwrap()];
        let effects = what_if.effects(&asked.rules).unwrap();
        all.extend(effects.into_iter().map(|it| it.outcome));
        // Who has an index under rules, and who counts, reckoned without what is tested.
        let whose: Vec<(Vec<bool>, Vec<bool>)> = all
            .iter()
            .map(|it| members(&asked, &returns, &it.rules))
            .collect();
        for (at, (one, of)) in all.iter().zip(&whose).enumerate() {
            let shown = one.index.score.is_some();
            told += usize::from(shown);
            hidden += usize::from(one.hidden);
            for (other, with) in all[..at].iter().zip(&whose) {
                let alike = one.rules.index == other.rules.index
                    && one.rules.weights == other.rules.weights;
                if !shown || other.index.score.is_none() {
                    continue;
                }
                assert!(!few_apart(&returns, (&of.0, &with.0), false));
                let weighs = one.rules.weights == Weighting::Turnover;
                assert!(!alike || !few_apart(&returns, (&of.1, &with.1), weighs));
            }
        }
    }
    assert!(told > 500 && hidden > 100, "{told} {hidden}");
}

/// By row: whether it counts under the rules, and whether it has an index.
fn members(asked: &Questionnaire, returns: &WaveReturns, rules: &Rules) -> (Vec<bool>, Vec<bool>) {
    let with = |rules: &Rules| Questionnaire {
        rules: rules.clone(),
        ..asked.clone()
    };
    let (own, now) = (with(&asked.rules), with(rules));
    let voids = |it: &Questionnaire, at: usize| {
        let flags = super::super::validity::flags(it, returns, at);
        flags
            .iter()
            .any(|it_| it.rules.validity.voids.contains(it_))
    };
    let counts: Vec<bool> = (0..returns.returns.len())
        .map(|at| !voids(&now, at) || voids(&own, at))
        .collect();
    let mut as_if = returns.clone();
    for (it, counts) in as_if.returns.iter_mut().zip(&counts) {
        it.void = (!counts).then(String::new);
    }
    let made = figures(&now, &as_if, &[], &[], &Filter::default());
    let has = made.by_return.index.iter().map(Option::is_some).collect();
    (counts, has)
}

/// Whether one to four customers are in one of the two alone; of strangers none `weighs`.
fn few_apart(returns: &WaveReturns, (one, other): (&[bool], &[bool]), weighs: bool) -> bool {
    let rows = (0..one.len()).filter(|at| one[*at] != other[*at]);
    let rows = rows.filter(|at| !weighs || returns.returns[*at].customer.is_some());
    let customers: std::collections::BTreeSet<String> = rows
        .map(|at| match returns.returns[at].customer {
            Some(customer) => format!("{customer:?}"),
            None => at.to_string(),
        })
        .collect();
    (1..5).contains(&customers.len())
}

#[test]
fn what_is_called_off_ends_before_the_next_choice() {
    let (asked, returns) = with_flagged(24, 5);
    let progress = crate::model::Progress::default();
    let what_if = WhatIf::of(&asked, &returns, (&[], &[]), by_rule);
    let mut what_if = what_if.watched(&progress);
    assert!(what_if.outcome(&asked.rules).is_ok());
    progress.cancel();
    assert!(what_if.outcome(&asked.rules).is_err());
    assert!(what_if.effects(&asked.rules).is_err());
}
