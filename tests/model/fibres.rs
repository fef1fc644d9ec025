//! The fibres' model: true ratios, and the ranges the speeds were taken from.

use exosome_explainer::model::fibres::*;

#[test]
fn the_drawn_ratio_is_the_true_ratio() {
    // Before any of them arrives, the ways they have run are to each other as their speeds are.
    for since in [0.05, 0.1, 0.2, 0.26] {
        let [touch, sharp, burning] = progress(START_SECS + since);
        assert!(
            (touch / burning - 60.0).abs() < 1e-9,
            "{touch} and {burning}"
        );
        assert!(
            (sharp / burning - 15.0).abs() < 1e-9,
            "{sharp} and {burning}"
        );
    }
}

#[test]
fn each_arrives_after_its_own_time() {
    // evidence.md §3.6: for one metre about 17 ms, 67 ms and 1 s.
    for (which, (speed, body_secs)) in SPEEDS_M_PER_SEC
        .into_iter()
        .zip([0.0167, 0.0667, 1.0])
        .enumerate()
    {
        assert!((LENGTH_M / speed - body_secs).abs() < 1e-3);
        let arrival = START_SECS + LENGTH_M / speed * STRETCH;
        assert!(progress(arrival - 0.01)[which] < 1.0);
        assert!(progress(arrival + 0.01)[which] >= 1.0);
        assert!(arrival < DURATION_SECS, "all of them are seen to arrive");
    }
}

#[test]
fn speeds_lie_within_their_ranges() {
    for (speed, (low, high)) in
        SPEEDS_M_PER_SEC
            .into_iter()
            .zip([(30.0, 80.0), (10.0, 30.0), (0.5, 2.5)])
    {
        assert!((low..=high).contains(&speed));
    }
    assert!(
        DIAMETERS_UM.is_sorted_by(|a, b| a > b),
        "faster ones are thicker"
    );
}

#[test]
fn any_time_gives_shares() {
    for time in [
        f64::NAN,
        f64::NEG_INFINITY,
        -3.0,
        0.0,
        7.0,
        1e300,
        f64::INFINITY,
    ] {
        assert!(
            progress(time)
                .into_iter()
                .all(|share| (0.0..=1.0).contains(&share)),
            "{time}"
        );
    }
}
