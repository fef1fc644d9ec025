//! The model of the two routes: closed forms, tables of `evidence.md` §3.7 and §3.8, flows, particles.

use exosome_explainer::model::params::{Edge, Params, Regions};
use exosome_explainer::model::routes::diffusion::*;
use exosome_explainer::model::routes::infusion::{HALF_LIVES, band, in_blood};
use exosome_explainer::model::routes::particles::{COUNT, DRAWN_HALF_LIFE, Ride, courses};
use exosome_explainer::model::routes::regions::{KNEE, REGIONS, WHOLE_BODY};
use exosome_explainer::model::routes::vessels::{EDGES, Node, next, round};
use exosome_explainer::model::routes::*;
use ode_solvers::{Dopri5, System, Vector1};
use proptest::prelude::*;

fn story() -> Story {
    Story::new(&Params::default())
}

/// One compartment under a drip.
struct Compartment {
    inflow: f64,
    k: f64,
}

impl System<f64, Vector1<f64>> for Compartment {
    fn system(&self, _: f64, a: &Vector1<f64>, da: &mut Vector1<f64>) {
        da[0] = self.inflow - self.k * a[0];
    }
}

#[test]
fn the_drip_agrees_with_the_closed_form() {
    for half_life in [2.0, 7.0, 20.0, 40.0] {
        let k = std::f64::consts::LN_2 / half_life;
        for i in 0..=900 {
            let t = f64::from(i) / 10.0;
            let during = |t: f64| (1.0 - (-k * t).exp()) / (k * 30.0);
            let wanted = if t <= 30.0 {
                during(t)
            } else {
                during(30.0) * (-k * (t - 30.0)).exp()
            };
            let here = in_blood(t, half_life);
            assert!((here - wanted).abs() < 1e-9, "{half_life} at {t} min");
        }
    }
}

#[test]
fn the_drip_agrees_with_an_ode_solver() {
    for half_life in [2.0, 20.0] {
        let k = std::f64::consts::LN_2 / half_life;
        let mut a = 0.0;
        for (inflow, from, to) in [(1.0 / 30.0, 0.0, 30.0), (0.0, 30.0, 90.0)] {
            let system = Compartment { inflow, k };
            let mut solver = Dopri5::new(system, from, to, 1.0, Vector1::new(a), 1e-12, 1e-12);
            solver.integrate().expect("the solver gets through");
            a = solver.y_out().last().expect("the solver has an end")[0];
            assert!(
                (in_blood(to, half_life) - a).abs() < 1e-8,
                "{half_life} at {to}"
            );
        }
    }
}

#[test]
fn the_drip_agrees_with_the_table() {
    // Half-life in minutes; percent of the dose at the end of the drip and an hour later, and how exactly the table has it.
    for (half_life, end, later, exact) in [
        (2.0, 9.6, 0.0, 0.05),
        (7.0, 32.0, 0.08, 0.5),
        (20.0, 62.0, 7.8, 0.5),
        (40.0, 78.0, 28.0, 0.5),
    ] {
        assert!((in_blood(30.0, half_life) * 100.0 - end).abs() < exact);
        let after = in_blood(90.0, half_life) * 100.0;
        assert!(
            (after - later).abs() < exact.min(0.05 + later / 20.0),
            "{after}"
        );
    }
}

#[test]
fn the_band_spans_rodents_half_lives_and_no_others() {
    assert_eq!(HALF_LIVES, (2.0, 20.0));
    for i in 1..=90 {
        let (low, high) = band(f64::from(i));
        assert!(low < high);
        for half_life in [3.0, 7.0, 15.0] {
            assert!((low..=high).contains(&in_blood(f64::from(i), half_life)));
        }
    }
}

#[test]
fn diffusion_agrees_with_the_table() {
    // Diameter in nm; µm²/s in water at 20 °C, at 37 °C, in a plasma-like fluid.
    for (nm, cold, warm, plasma) in [
        (5.0, 86.0, 131.0, 76.0),
        (30.0, 14.3, 21.9, 12.6),
        (100.0, 4.3, 6.6, 3.8),
        (150.0, 2.9, 4.4, 2.5),
    ] {
        for (kelvin, viscosity, wanted) in [
            (293.15, 1.002, cold),
            (BODY_K, WATER_37, warm),
            (BODY_K, 1.2, plasma),
        ] {
            let d = diffusivity(nm, kelvin, viscosity);
            assert!(
                (d / wanted - 1.0).abs() < 0.02,
                "{nm} nm: {d}, not {wanted}"
            );
        }
    }
    let closed =
        1.380_649e-23 * BODY_K / (6.0 * std::f64::consts::PI * WATER_37 * 1e-3 * 50e-9) * 1e12;
    assert!((diffusivity(100.0, BODY_K, WATER_37) / closed - 1.0).abs() < 1e-9);
}

#[test]
fn a_millimetre_takes_hours() {
    let d = diffusivity(100.0, BODY_K, WATER_37);
    for (um, secs) in [
        (10.0, 2.5),
        (100.0, 4.0 * 60.0),
        (1e3, 7.0 * 3600.0),
        (1e4, 29.0 * 86_400.0),
    ] {
        let t = wander_secs(um, d);
        assert!((t / secs - 1.0).abs() < 0.06, "{um} µm: {t} s");
    }
    for (slower, hours) in [(4.0, 28.0), (10.0, 71.0)] {
        let t = wander_secs(1e3, d / slower) / 3600.0;
        assert!(
            (t / hours - 1.0).abs() < 0.02,
            "{slower} times slower: {t} h"
        );
    }
}

#[test]
fn pools_start_as_large_as_their_volume() {
    for (ml, free, tissue) in [(0.5, 0.49, 0.84), (2.0, 0.78, 1.34), (5.0, 1.06, 1.81)] {
        assert!((start_cm(ml, 1.0) - free).abs() < 0.006);
        assert!((start_cm(ml, 0.2) - tissue).abs() < 0.006);
        let wanted = (3.0 * ml / (4.0 * std::f64::consts::PI)).cbrt();
        assert!((start_cm(ml, 1.0) - wanted).abs() < 1e-9);
    }
    let (start, end) = (pool_cm(5.0, 15.0), pool_cm(5.0, 90.0));
    assert!(
        end > start && end - start < 0.1,
        "diffusion adds less than a millimetre: {start}, {end}"
    );
    assert_eq!(pool_cm(0.0, 90.0), 0.0);
}

#[test]
fn the_clock_rises_without_corners_and_back() {
    assert_eq!(
        (minutes_at(0.0), minutes_at(DURATION_SECS)),
        (0.0, END_MINUTES)
    );
    let mut slope = None;
    for i in 0..8_000 {
        let t = f64::from(i) / 100.0;
        let step = minutes_at(t + 0.01) - minutes_at(t);
        assert!(step > 0.0, "stands still at {t} s");
        if let Some(before) = slope {
            let bend: f64 = step - before;
            assert!(bend.abs() < 2e-4, "a corner at {t} s: {bend}");
        }
        slope = Some(step);
        assert!((secs_at(minutes_at(t)) - t).abs() < 1e-6, "{t}");
    }
}

#[test]
fn no_blood_is_lost_or_made() {
    let mut nodes: Vec<Node> = Vec::new();
    for (from, to, _) in EDGES {
        for node in [from, to] {
            if !nodes.contains(&node) {
                nodes.push(node);
            }
        }
    }
    for node in nodes {
        let sum = |pick: fn(&(Node, Node, u8)) -> Node| -> u32 {
            let edges = EDGES.iter().filter(|edge| pick(edge) == node);
            edges.map(|edge| u32::from(edge.2)).sum()
        };
        assert_eq!(sum(|edge| edge.1), sum(|edge| edge.0), "{node:?}");
    }
}

#[test]
fn vesicles_take_ways_as_blood_flows() {
    let rounds = 20_000_u32;
    let count = |node: Node| {
        let part = |i: u32| round(i % 640, i / 640);
        (0..rounds)
            .filter(|&i| part(i).0 == node || part(i).1 == node)
            .count()
    };
    for (from, to, flow) in EDGES {
        let starts = matches!(from, Node::LeftHeart | Node::RightHeart);
        if starts && flow > 0 {
            let share = count(to) as f64 / f64::from(rounds) * 100.0;
            assert!(
                (share - f64::from(flow)).abs() < 1.2,
                "{to:?}: {share} %, not {flow}"
            );
        }
    }
    assert_eq!(next(Node::Spleen, 0.5), Node::Liver);
}

#[test]
fn organs_keep_in_order_and_the_spine_gets_a_sliver() {
    let kept = |nodes: &[Node]| {
        courses(DRAWN_HALF_LIFE)
            .iter()
            .filter(|course| nodes.contains(&course.keeper()))
            .count()
    };
    let liver = kept(&[Node::Liver]);
    let spleen = kept(&[Node::Spleen]);
    let lungs = kept(&[Node::LungLeft, Node::LungRight]);
    let kidneys = kept(&[Node::KidneyLeft, Node::KidneyRight]);
    let sliver = kept(&[Node::Spine, Node::Head]);
    assert!(liver > spleen.max(lungs) && spleen.min(lungs) > sliver * 4);
    assert!(kidneys < lungs && kidneys > sliver * 3);
    assert!(
        liver + spleen + lungs + kidneys > COUNT as usize * 2 / 3,
        "they catch most"
    );
    assert!(
        sliver > 2 && sliver < COUNT as usize / 50,
        "a sliver: {sliver}"
    );
    const { assert!(COUNT >= 600) };
}

#[test]
fn the_vesicles_in_the_blood_follow_the_curve() {
    let story = story();
    for minutes in [6.0, 12.0, 20.0, 30.0, 40.0, 55.0, 80.0] {
        let state = story.at(secs_at(minutes));
        let in_blood_now = state
            .particles
            .iter()
            .filter(|it| it.settled < 0.5 && !matches!(it.ride, Ride::Tube(_)));
        let share = in_blood_now.count() as f64 / f64::from(COUNT);
        let wanted = in_blood(minutes, DRAWN_HALF_LIFE);
        // A round takes its time: what is drawn lags a little.
        assert!(
            (share - wanted).abs() < 0.09,
            "at {minutes} min {share:.3}, not {wanted:.3}"
        );
    }
}

#[test]
fn vesicles_neither_jump_nor_vanish() {
    let story = story();
    let rank = |ride: Ride| match ride {
        Ride::Tube(u) => u,
        Ride::Arm(u) => 1.0 + u,
        Ride::Lung(_, u) => 2.0 + u,
        Ride::Body(_, u) => 3.0 + u,
    };
    let mut before = story.at(0.0).particles;
    for i in 1..8_000 {
        let now = story.at(f64::from(i) / 100.0).particles;
        assert!(now.len() >= before.len(), "one vanishes");
        for was in &before {
            // They enter in the order of their numbers, and none leaves.
            let is = now.get(was.index as usize).expect("it is still there");
            assert_eq!(is.index, was.index);
            let step = (rank(is.ride) - rank(was.ride)).rem_euclid(2.0);
            assert!(
                step.min(2.0 - step) < 0.03 || is.settled > 0.99,
                "{was:?} {is:?}"
            );
            assert!((is.settled - was.settled).abs() < 0.02);
            if is.settled > 0.0 && is.settled < 1.0 {
                assert_eq!(is.keeper, was.keeper);
            }
        }
        for new in now.iter().skip(before.len()) {
            assert!(rank(new.ride) < 0.02, "one pops in: {new:?}");
        }
        before = now;
    }
}

#[test]
fn regions_choose_pools() {
    let chosen = |bits: u32| {
        Story::new(&Params {
            regions: Regions(bits),
            ..Params::default()
        })
        .chosen
    };
    assert!(
        chosen(0).pool(KNEE) && !chosen(0).any(),
        "the knee while nothing is chosen"
    );
    let two = chosen(0b101);
    assert!(two.pool(0) && two.pool(2) && !two.pool(KNEE) && !two.joint());
    assert_eq!(two.volume_ml(), 2.0);
    let wide = chosen(1 << WHOLE_BODY);
    assert!(wide.wide() && wide.pool(KNEE) && !wide.pool(WHOLE_BODY));
    assert!(!chosen(0xFFFF_FF00).any(), "bits without a region");
    let mut set = Regions::default();
    for region in 0..REGIONS.len() + 3 {
        set = set.toggled(region);
        assert_eq!(set.has(region), region < REGIONS.len());
    }
    assert_eq!(set.toggled(3).toggled(3), set);
}

proptest! {
    #[test]
    fn every_input_gives_a_state_in_range(bits in any::<u32>(), time in any::<f64>(), half in any::<f64>()) {
        let params = Params { regions: Regions(bits), ..Params::default() };
        let state = state_at(&params, time);
        prop_assert_eq!(&state, &state_at(&params, time));
        prop_assert!((0.0..=DURATION_SECS).contains(&state.time_secs));
        prop_assert!((0.0..=END_MINUTES).contains(&state.minutes));
        prop_assert!(state.pool_cm.is_finite() && (0.0..2.0).contains(&state.pool_cm));
        for it in &state.particles {
            prop_assert!((0.0..=1.0).contains(&it.settled));
        }
        let share = in_blood(time, half);
        prop_assert!((0.0..=1.0).contains(&share), "{}", share);
        prop_assert!(secs_at(time).is_finite());
    }
}

/// How many vesicles neither wait in the tube nor rest in an organ.
fn under_way(story: &Story, time: f64) -> usize {
    let state = story.at(time);
    let free = |it: &&particles::Particle| !matches!(it.ride, Ride::Tube(_)) && it.settled < 0.5;
    state.particles.iter().filter(free).count()
}

fn edged(edge: [f64; 2]) -> Story {
    Story::new(&Params {
        edge,
        ..Params::default()
    })
}

#[test]
fn vesicles_follow_the_edge_that_is_assumed() {
    let [band, short, long] = Edge::ALL.map(|edge| edged(edge.weights()));
    for minutes in [20.0, 30.0, 40.0] {
        let time = secs_at(minutes);
        let [few, some, many] = [&short, &band, &long].map(|story| under_way(story, time));
        assert!(
            few < some && some < many,
            "at {minutes}: {few} {some} {many}"
        );
    }
    // The long edge as the formula has it, the vesicles' number being the dose; the short one as far as eyes follow.
    let share = under_way(&long, secs_at(30.0)) as f64 / f64::from(COUNT);
    assert!(
        (share - in_blood(30.0, HALF_LIVES.1)).abs() < 0.08,
        "{share}"
    );
    // An assumption about the blood changes neither who keeps a vesicle nor when it comes.
    for (one, other) in short.courses.iter().zip(&long.courses) {
        assert_eq!(one.keeper(), other.keeper());
    }
}

#[test]
fn between_two_edges_the_same_vesicles_are_on_the_way() {
    for edge in [[0.3, 0.0], [0.0, 0.6], [0.5, 0.5], [0.2, 0.3]] {
        let story = edged(edge);
        for i in 0..80 {
            let state = story.at(f64::from(i));
            assert!(!state.others.is_empty());
            for (share, others) in &state.others {
                assert!((0.0..=1.0).contains(share));
                assert_eq!(others.len(), state.particles.len());
                let alike = others.iter().zip(&state.particles);
                assert!(alike.into_iter().all(|(a, b)| a.index == b.index));
            }
            let (low, high) = state.in_blood;
            let (least, most) = band(state.minutes);
            assert!(least - 1e-12 <= low && low <= high + 1e-12 && high <= most + 1e-12);
        }
    }
    // At rest nothing is drawn twice.
    for edge in Edge::ALL {
        assert!(edged(edge.weights()).at(33.0).others.is_empty());
    }
}
