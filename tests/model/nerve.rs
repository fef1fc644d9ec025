//! The nerve model: its promises as numbers.

use exosome_explainer::model::nerve::*;
use exosome_explainer::model::params::Params;
use exosome_explainer::units::Ratio;
use proptest::prelude::*;

fn story(effect: f64) -> Story {
    Story::new(&Params {
        assumed_effect: Ratio::new(effect),
        ..Params::default()
    })
}

#[test]
fn without_an_effect_both_lanes_are_equal() {
    let story = story(0.0);
    for i in 0..800 {
        let state = story.at(f64::from(i) / 10.0);
        assert_eq!(state.without, state.with, "at {} s", state.time_secs);
    }
}

#[test]
fn the_storyboard_holds() {
    // Assumed effect, time, and the three internodes, to two hundredths (design §7, steps 3.1, 3.2 and 3.5).
    let table = [
        (0.5, 0.0, [0.0, 0.0, 0.0]),
        (0.5, 20.0, [0.5, 0.86, 0.62]),
        (0.5, 59.0, [0.36, 0.62, 0.44]),
        (1.0, 59.0, [0.305, 0.525, 0.38]),
        (0.0, 59.0, [0.476, 0.82, 0.59]),
    ];
    for (effect, time, expected) in table {
        let found = story(effect).at(time).with.damage;
        for (found, expected) in found.into_iter().zip(expected) {
            assert!(
                (found - expected).abs() < 0.02,
                "effect {effect} at {time} s: {found}, not {expected}"
            );
        }
    }
}

#[test]
fn no_sheath_ends_whole() {
    for i in 0..=20 {
        let state = story(f64::from(i) / 20.0).at(DURATION_SECS);
        for d in state.with.damage {
            assert!(d >= 0.3, "{d} at effect {i}/20");
        }
        assert!(
            state.with.schwann.into_iter().all(|h| h < 0.85),
            "nor do its cells"
        );
    }
}

#[test]
fn the_relief_is_its_closed_form() {
    for (effect, expected) in [(0.0, 0.0), (0.5, 0.245), (1.0, 0.36)] {
        assert!((relief(effect) - expected).abs() < 1e-3, "{effect}");
    }
}

#[test]
fn both_lanes_move_by_themselves() {
    let (early, late) = (story(0.5).at(25.0), story(0.5).at(78.0));
    for (a, b) in early.without.damage.into_iter().zip(late.without.damage) {
        assert!(
            a - b > 0.01 && a - b < 0.05,
            "a small change without exosomes: {a}, {b}"
        );
    }
}

#[test]
fn growth_has_one_speed_and_rests_before_a_fifth() {
    assert_eq!(grown(GROWTH_SECS), 0.0);
    assert!((grown(DURATION_SECS) - GROWN).abs() < 1e-9 && GROWN < 0.2);
    assert_eq!(grown(REST_SECS), grown(DURATION_SECS), "it is at rest");
    let speed = |t: f64| (grown(t + 0.5) - grown(t)) / 0.5;
    for i in 23..73 {
        assert!(
            (speed(f64::from(i)) - speed(40.0)).abs() < 1e-12,
            "at {i} s"
        );
    }
    // Nothing the visitor sets changes it.
    for t in [25.0, 50.0, 79.0] {
        assert_eq!(story(0.0).at(t).grown, story(1.0).at(t).grown);
    }
}

#[test]
fn the_band_spans_every_effect() {
    for t in [30.0, 44.0, 52.0, 60.0, 80.0] {
        let (low, high) = story(0.5).at(t).band;
        assert_eq!(low, story(1.0).at(t).with.worn);
        assert_eq!(high, story(0.0).at(t).with.worn);
        for effect in [0.1, 0.4, 0.9] {
            let worn = story(effect).at(t).with.worn;
            assert!((low..=high).contains(&worn), "effect {effect} at {t} s");
        }
    }
}

/// Visible impulses that have passed the worn part: how many are smooth and how many jagged.
fn heard(lane: &LaneState) -> (f64, f64) {
    let mut sum = (0.0, 0.0);
    for pulse in lane.pulses.iter().filter(|pulse| pulse.at > ARRIVAL) {
        sum.0 += pulse.strength * (1.0 - pulse.noisy);
        sum.1 += pulse.strength * pulse.noisy;
    }
    sum
}

#[test]
fn noise_follows_the_damage_and_never_goes() {
    let total = |effect: f64, from: u32, to: u32, lane: fn(&State) -> &LaneState| {
        (from..to).fold((0.0, 0.0), |sum, t| {
            let (calm, noisy) = heard(lane(&story(effect).at(f64::from(t))));
            (sum.0 + calm, sum.1 + noisy)
        })
    };
    let (_, healthy) = total(0.5, 0, 9, |s| &s.without);
    assert!(healthy < 1e-9, "a healthy fibre has none: {healthy}");
    let (calm, noisy) = total(0.5, 62, 80, |s| &s.without);
    let (calm_with, noisy_with) = total(0.5, 62, 80, |s| &s.with);
    assert!(noisy > calm, "without: {calm} smooth, {noisy} jagged");
    assert!(
        noisy_with < noisy && calm_with > calm,
        "with: {calm_with} smooth, {noisy_with} jagged"
    );
    let (calm, noisy) = total(1.0, 62, 80, |s| &s.with);
    assert!(
        noisy > 0.25 * calm,
        "still mixed at the full effect: {calm}, {noisy}"
    );
}

#[test]
fn impulses_run_at_one_speed() {
    let story = story(0.7);
    let near =
        |pulses: &[Pulse], at: f64| pulses.iter().any(|pulse| (pulse.at - at).abs() < 0.0012);
    for t in [5.0, 24.0, 51.0, 70.0] {
        let (now, then) = (story.at(t), story.at(t + 0.1));
        for pulse in now
            .with
            .pulses
            .iter()
            .filter(|p| p.strength > 0.1 && p.at < 1.0)
        {
            let expected = pulse.at + 0.1 * SPEED_PER_SEC;
            assert!(near(&then.with.pulses, expected), "at {t} s, {}", pulse.at);
        }
    }
}

#[test]
fn nothing_pops_in_or_out() {
    for effect in [0.0, 0.5, 1.0] {
        let story = story(effect);
        let mut before = story.at(0.0);
        for i in 1..16_000 {
            let state = story.at(f64::from(i) / 200.0);
            assert!((state.with.worn - before.with.worn).abs() < 2e-3);
            assert!((state.grown - before.grown).abs() < 1e-4);
            for (one, other) in [(&state, &before), (&before, &state)] {
                for vesicle in &one.vesicles {
                    let known = other.vesicles.iter().any(|v| v.index == vesicle.index);
                    assert!(
                        known || vesicle.presence < 0.01,
                        "vesicle {}",
                        vesicle.index
                    );
                }
                for pulse in &one.with.pulses {
                    let known = other
                        .with
                        .pulses
                        .iter()
                        .any(|p| (p.at - pulse.at).abs() < 0.002);
                    let seen = pulse.strength > 0.06 && pulse.at < 1.07;
                    assert!(
                        known || !seen,
                        "a pulse at {} pops at {} s",
                        pulse.at,
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
    fn every_input_gives_a_state_in_range(effect in any::<f64>(), time in any::<f64>()) {
        let params = Params { assumed_effect: Ratio::new(effect), ..Params::default() };
        let state = state_at(&params, time);
        prop_assert_eq!(&state, &state_at(&params, time));
        prop_assert!((0.0..=DURATION_SECS).contains(&state.time_secs));
        prop_assert!((0.0..=GROWN + 1e-12).contains(&state.grown));
        for lane in [&state.without, &state.with] {
            for share in lane.damage.into_iter().chain(lane.schwann).chain(lane.pro).chain(lane.anti) {
                prop_assert!((0.0..=1.0).contains(&share));
            }
            for pulse in &lane.pulses {
                prop_assert!((0.0..=1.0).contains(&pulse.noisy) && (0.0..=1.0).contains(&pulse.strength));
            }
        }
    }
}
