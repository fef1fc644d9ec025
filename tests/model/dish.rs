//! The six-cytokine model of cultured microglia, against the figures of its source.

use exosome_explainer::model::dish::{HOURS, Levels, SAMPLES, course};

fn at(course: &[Levels], hours: f64) -> Levels {
    course[(hours / HOURS * (SAMPLES - 1) as f64).round() as usize]
}

#[test]
fn all_six_agree_with_the_source_at_four_times() {
    let course = course();
    for (hours, expected) in [
        (0.0, [0.1; 6]),
        (7.0, [1.055, 7.142, 1.193, 0.399, 0.649, 0.955]),
        (24.0, [4.671, 1.896, 3.195, 5.794, 4.585, 3.512]),
        (48.0, [5.264, 0.313, 3.300, 8.584, 7.457, 3.512]),
        (72.0, [4.637, 0.156, 2.828, 7.887, 7.898, 3.434]),
    ] {
        for (name, (x, y)) in ["IL-1b", "TNFa", "IL-6", "TGFb", "IL-10", "CCL5"]
            .iter()
            .zip(at(&course, hours).iter().zip(expected))
        {
            assert!((x - y).abs() <= 0.001, "{name} at {hours} h: {x}, not {y}");
        }
    }
}

#[test]
fn microglia_in_a_dish_lower_tnf_by_themselves() {
    let course = course();
    let peak = course.iter().map(|x| x[1]).fold(0.0, f64::max);
    assert!((peak - 7.16).abs() < 0.01, "{peak}");
    assert!(at(&course, 72.0)[1] < 0.03 * peak);
}
