//! The journey's model: its promises as numbers.

use exosome_explainer::model::exosome::*;
use exosome_explainer::model::trig::ln;
use proptest::prelude::*;

#[test]
fn the_stops_are_the_sizes() {
    let expected: [f64; 6] = [
        size::HAND,
        size::NERVE,
        size::CELL,
        size::VESICLE,
        1.6 * size::VESICLE,
        10.0 * size::VESICLE,
    ];
    for (stop, size) in STOPS.into_iter().zip(expected) {
        assert!(
            (stop - ln(size) / std::f64::consts::LN_10).abs() < 1e-8,
            "{stop} and {size}"
        );
    }
}

#[test]
fn the_zoom_rests_where_the_captions_say() {
    for (time, stop) in [
        (8.0, 0),
        (18.0, 1),
        (30.0, 2),
        (40.0, 3),
        (50.0, 3),
        (60.0, 4),
        (72.0, 5),
    ] {
        let span = state_at(time).span_log;
        assert!((span - STOPS[stop]).abs() < 1e-12, "{time} s: {span}");
    }
    assert_eq!(state_at(0.0).dive, 0.0);
    assert_eq!(state_at(8.0).dive, 1.0);
}

#[test]
fn the_zoom_spans_six_orders_of_magnitude() {
    const { assert!(STOPS[0] - STOPS[3] > 6.0) }
}

#[test]
fn one_of_the_grains_is_the_measured_share() {
    // P14: 0.00825 copies per vesicle on average.
    assert_eq!((1.0_f64 / 0.00825 / 10.0).round() as u32 * 10, GRAINS);
    const { assert!(HOLDER < GRAINS && HERO < GRAINS && HOLDER != HERO) }
}

#[test]
fn nothing_jumps() {
    let mut before = state_at(0.0);
    for i in 1..73_000 {
        let state = state_at(f64::from(i) / 1000.0);
        for (name, a, b, most) in [
            ("span", before.span_log, state.span_log, 1e-3),
            ("dive", before.dive, state.dive, 1e-3),
            ("limit", before.limit, state.limit, 3e-3),
            ("opened", before.opened, state.opened, 3e-3),
            ("cards", before.cards, state.cards, 3e-3),
            ("grains", before.grains, state.grains, 3e-3),
            ("holder", before.holder, state.holder, 3e-3),
        ] {
            assert!(
                (a - b).abs() < most,
                "{name} jumps at {} s",
                state.time_secs
            );
        }
        before = state;
    }
}

proptest! {
    #[test]
    fn every_time_gives_a_state_in_range(time in any::<f64>(), index in 0..200_u32) {
        let state = state_at(time);
        prop_assert_eq!(state, state_at(time));
        prop_assert!((0.0..=DURATION_SECS).contains(&state.time_secs));
        prop_assert!((STOPS[3]..=STOPS[0]).contains(&state.span_log));
        for share in [state.dive, state.way, state.limit, state.opened, state.cards, state.grains, state.holder] {
            prop_assert!((0.0..=1.0).contains(&share));
        }
        let (gone, seen) = release(index, state.time_secs);
        prop_assert!((0.0..=1.0).contains(&gone) && (0.0..=1.0).contains(&seen));
    }
}
