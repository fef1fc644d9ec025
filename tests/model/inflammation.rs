//! The two-cytokine model and the scene made of it: tables, thresholds, lanes, continuity.

use exosome_explainer::model::inflammation::balance::{
    CALM, INFLAMED, Levels, TIPPING, pushed, rates, step, tipping_arm,
};
use exosome_explainer::model::inflammation::*;
use exosome_explainer::model::params::{Params, Push};
use exosome_explainer::units::Ratio;
use proptest::prelude::*;

fn params(effect: f64, size: f64, length: f64) -> Params {
    Params {
        assumed_effect: Ratio::new(effect),
        push: Push { size, length },
        ..Params::default()
    }
}

fn story(effect: f64) -> Story {
    Story::new(&params(effect, 1.0, 2.0))
}

#[test]
fn the_steady_states_are_those_of_the_table() {
    for (state, p, a) in [
        (CALM, 0.022, 0.0019),
        (TIPPING, 0.258, 0.210),
        (INFLAMED, 1.571, 0.908),
    ] {
        assert!(
            (state.p - p).abs() < 6e-4 && (state.a - a).abs() < 6e-4,
            "{state:?}"
        );
        let rate = rates(state, 0.0);
        assert!(
            rate.p.abs() < 1e-9 && rate.a.abs() < 1e-9,
            "{state:?} moves by {rate:?}"
        );
    }
}

/// Where the levels end, long after a push.
fn ends_calm(push: impl Fn(f64) -> f64) -> bool {
    let mut here = INFLAMED;
    for i in 0..6_000 {
        here = step(here, push((f64::from(i) + 0.5) * 0.01), 0.01);
    }
    here.p < 0.1
}

#[test]
fn the_thresholds_of_a_push_are_those_of_the_table() {
    for (length, threshold) in [(1.0, 2.36), (2.0, 1.11), (4.0, 0.58)] {
        let ends = |size: f64| {
            let course = pushed(size, length, 0.01, 6_000);
            course.last().expect("a course has an end").p < 0.1
        };
        assert!(ends(threshold), "{threshold} over {length} holds");
        assert!(
            !ends(threshold - 0.012),
            "a little less than {threshold} over {length} slides back"
        );
    }
    for (k, threshold) in [(0.25, 0.80), (1.0, 2.30), (4.0, 9.84)] {
        let ends = |size: f64| ends_calm(|t| size * (-k * t).exp());
        // The table gives two decimals.
        assert!(ends(threshold + 0.006), "{threshold} fading at {k} holds");
        assert!(
            !ends(threshold - 0.012),
            "a little less than {threshold} fading at {k} slides back"
        );
    }
}

#[test]
fn the_tipping_line_parts_what_slides_back_from_what_holds() {
    for up in [false, true] {
        for at in tipping_arm(up, 40).into_iter().step_by(5) {
            let end = |shift: f64| {
                let mut here = Levels {
                    p: (at.p + shift).max(0.0),
                    ..at
                };
                for _ in 0..3_000 {
                    here = step(here, 0.0, 0.02);
                }
                here.p
            };
            assert!(end(-0.02) < 0.1, "left of {at:?}");
            assert!(end(0.02) > 1.0, "right of {at:?}");
        }
    }
}

#[test]
fn the_storyboard_holds() {
    let none = story(0.0);
    let p = |t: f64| none.at(t).without.levels.p;
    assert!(p(0.0) < 0.03 && p(9.0) < 0.03, "quiet at first");
    assert!((p(11.0) - 1.0).abs() < 1e-9);
    let peak = (90..320)
        .map(|i| p(f64::from(i) / 10.0))
        .fold(0.0, f64::max);
    assert!((2.1..2.2).contains(&peak), "it overshoots to {peak}");
    assert!(
        p(32.0) < peak - 0.3 && p(32.0) > 1.6,
        "it settles by itself"
    );
    assert!((p(78.0) - INFLAMED.p).abs() < 0.01, "and stays inflamed");
    let half = story(0.5);
    let with = half.at(53.5);
    assert!(
        with.with.levels.p < 0.75 * with.without.levels.p,
        "fewer raising signals"
    );
    assert!(
        with.with.levels.a > 1.2 * with.without.levels.a,
        "more lowering signals"
    );
    let low = half.at(60.0).with.levels.p;
    let end = half.at(78.0);
    assert!(
        end.with.levels.p > low + 0.3,
        "the default push slides back"
    );
    assert!(
        end.with.levels.p < end.without.levels.p - 0.05,
        "but is part-way at the end"
    );
}

#[test]
fn any_push_ends_part_way() {
    for (effect, size, length) in [(1.0, 1.0, 2.0), (1.0, 3.0, 6.0), (0.7, 3.0, 4.0)] {
        let end = Story::new(&params(effect, size, length)).at(DURATION_SECS);
        assert!(
            end.with.levels.p > 0.35 * end.without.levels.p,
            "{effect} {size} {length}"
        );
        assert!(end.with.levels.p < end.without.levels.p);
    }
}

#[test]
fn without_an_effect_or_a_push_both_lanes_are_equal() {
    for params in [
        params(0.0, 1.0, 2.0),
        params(0.8, 0.0, 2.0),
        params(0.8, 2.0, 0.0),
    ] {
        let story = Story::new(&params);
        for i in 0..780 {
            let state = story.at(f64::from(i) / 10.0);
            assert_eq!(state.without, state.with, "at {} s", state.time_secs);
        }
    }
}

#[test]
fn the_band_spans_every_effect() {
    for t in [30.0, 44.0, 50.0, 57.0, 66.0, 78.0] {
        let (low, high) = story(0.5).at(t).band;
        for i in 0..=20 {
            let at = story(f64::from(i) / 20.0).at(t).with.levels;
            let slack = 0.02;
            assert!(
                low.p - slack <= at.p && at.p <= high.p + slack,
                "p, effect {i}/20 at {t} s"
            );
            assert!(
                low.a - slack <= at.a && at.a <= high.a + slack,
                "a, effect {i}/20 at {t} s"
            );
        }
    }
}

#[test]
fn nothing_pops_in_or_out() {
    for effect in [0.0, 0.5, 1.0] {
        let story = story(effect);
        let mut before = story.at(0.0);
        for i in 1..15_600 {
            let state = story.at(f64::from(i) / 200.0);
            let step = (state.with.levels.p - before.with.levels.p).abs();
            assert!(step < 0.01, "p jumps by {step} at {} s", state.time_secs);
            for (here, there) in [(&state, &before), (&before, &state)] {
                for v in &here.vesicles {
                    let known = there.vesicles.iter().any(|w| w.index == v.index);
                    assert!(
                        known || v.presence < 0.02,
                        "vesicle {} pops at {} s",
                        v.index,
                        state.time_secs
                    );
                }
            }
            before = state;
        }
    }
}

proptest! {
    #[test]
    fn every_input_gives_a_state_in_range(
        effect in any::<f64>(), size in any::<f64>(), length in any::<f64>(), time in any::<f64>(),
    ) {
        let params = params(effect, size, length);
        let state = state_at(&params, time);
        prop_assert!((0.0..=DURATION_SECS).contains(&state.time_secs));
        for lane in [&state.without, &state.with] {
            prop_assert!((0.0..3.0).contains(&lane.levels.p));
            prop_assert!((0.0..8.0).contains(&lane.levels.a));
            for signal in &lane.signals {
                prop_assert!((0.0..=1.0).contains(&signal.progress));
                prop_assert!((0.0..=1.0).contains(&signal.strength));
            }
        }
    }
}
