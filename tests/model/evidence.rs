//! The course of the scene `evidence`: its promises as numbers.

use exosome_explainer::model::evidence::*;
use proptest::prelude::*;

/// Everything of a state that is a share.
fn shares(state: &State) -> Vec<f64> {
    let focus = &state.focus;
    let mut all = vec![
        state.slope,
        state.key,
        state.folded,
        state.cards,
        state.people,
        state.knees,
        state.drip,
        state.emptied,
        focus.mechanisms,
        focus.report,
        focus.saline,
        focus.trial,
        focus.drip,
        focus.unknown,
    ];
    all.extend(state.rise);
    all.extend(state.tiles.iter().flatten());
    all
}

#[test]
fn nothing_jumps_across_the_whole_timeline() {
    for i in 0..(DURATION_SECS * 100.0) as u32 {
        let t = f64::from(i) / 100.0;
        for (a, b) in shares(&state_at(t)).iter().zip(shares(&state_at(t + 0.01))) {
            assert!(
                (a - b).abs() < 0.04,
                "at {t} s a share goes from {a} to {b}"
            );
        }
    }
}

#[test]
fn times_outside_are_clamped() {
    for (odd, clamped) in [
        (f64::NAN, 0.0),
        (f64::NEG_INFINITY, 0.0),
        (-3.0, 0.0),
        (f64::INFINITY, DURATION_SECS),
        (1e300, DURATION_SECS),
    ] {
        assert_eq!(state_at(odd), state_at(clamped));
    }
}

#[test]
fn the_counts_are_those_of_the_studies() {
    // H1: 16 people. H2: 29 analysed. K9: 12.10 and K11: 13.4 points of 100.
    assert_eq!((REPORT_PEOPLE, TRIAL_PEOPLE), (16, 29));
    let (low, high) = SALINE_POINTS;
    assert_eq!((low.floor(), high.floor()), (12.0, 13.0));
    assert_eq!(SALINE_CELLS as f64, high.floor());
    for cell in 0..12 {
        assert_eq!(saline_share(cell), 1.0, "cell {cell} is in both estimates");
    }
    assert!(
        (saline_share(12) - 0.55).abs() < 1e-9,
        "the 13th is in one whole and a tenth of the other"
    );
    assert!(saline_share(13) < 0.5);
    assert_eq!(saline_share(14), 0.0);
}

#[test]
fn no_mechanism_and_no_drip_stands_on_a_rung_for_people() {
    for rung in &LADDER[2..] {
        assert_eq!(rung[..4], [Standing::Unknown; 4]);
    }
    assert_eq!(LADDER[2][4], Standing::Reported);
    assert_eq!(LADDER[3][4], Standing::NoDifference);
}

#[test]
fn from_the_report_on_both_studies_are_whole() {
    // "From here on both studies are on stage at equal size": there is one share for both.
    let report = STARTS_SECS[2];
    assert_eq!(state_at(report).cards, 0.0);
    for i in 0..400 {
        let state = state_at(report + 7.0 + f64::from(i) / 10.0);
        assert_eq!((state.cards, state.people), (1.0, 1.0));
    }
}

#[test]
fn counted_things_come_one_after_the_other_and_all_of_them() {
    for count in [SALINE_CELLS, REPORT_PEOPLE, TRIAL_PEOPLE] {
        for i in 0..count {
            assert_eq!(counted(i, count, 0.0), 0.0);
            assert_eq!(counted(i, count, 1.0), 1.0);
            for share in [0.2, 0.5, 0.8] {
                assert!(counted(i, count, share) >= counted(i + 1, count, share));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_time_gives_shares(time in any::<f64>()) {
        let state = state_at(time);
        prop_assert!((0.0..=DURATION_SECS).contains(&state.time_secs));
        prop_assert!(shares(&state).iter().all(|share| (0.0..=1.0).contains(share)));
    }
}
