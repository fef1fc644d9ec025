//! Two ways of giving exosomes on one clock: a drip that travels with the blood, an injection that stays near.
//!
//! # The clock
//! The timeline's seconds are minutes of one clock for both bodies, [`minutes_at`], 0 to [`END_MINUTES`]. The drip runs
//! [`DRIP_MINUTES`], the injection takes [`INJECTION_MINUTES`] (`evidence.md` F4: what clinics say, about).
//!
//! # What is known and what is assumed
//! - How much is in the blood: one compartment, [`infusion`], as a **band** of half-lives that rodents showed. The human
//!   value is unknown.
//! - How far vesicles wander by themselves: Stokes–Einstein, [`diffusion`]. Drainage by lymph has no known rate and is none here.
//! - Who takes which way: a graph of [`vessels`] with textbook flows, taken as assumptions.
//! - A visitor may assume one edge of the band ([`Edge`](super::params::Edge)); curve and vesicles follow, marked as assumed.
//! - [`particles`] are an illustration: they are caught as if the half-life were [`particles::DRAWN_HALF_LIFE`], they
//!   are slower than blood, and only the order of the organs means anything.
//!
//! Nothing here says what any of it does to pain: nobody has measured that.
//!
//! Must not be here: coordinates, colours, words.

pub mod diffusion;
pub mod infusion;
pub mod particles;
pub mod regions;
pub mod vessels;

use self::particles::{Course, Particle};
use self::regions::Chosen;
use super::curve::lerp;
use super::params::Params;
use crate::units::Secs;

/// Length of the scene at speed 1.
pub const DURATION_SECS: Secs = 80.0;
/// Where the clock ends.
pub const END_MINUTES: f64 = 90.0;
/// How long the drip runs (F4: "about 30 minutes").
pub const DRIP_MINUTES: f64 = 30.0;
/// How long the injection takes (F4: "about 15 minutes", the whole procedure).
pub const INJECTION_MINUTES: f64 = 15.0;

/// The clock at the start of each step and at the end: second, minute, and minutes per second there. In thousandths of a
/// second or minute. Ours: slow where there is much to see.
const CLOCK: [(u32, u32, u32); 8] = [
    (0, 0, 50),
    (8_000, 1_000, 300),
    (20_000, 8_000, 900),
    (34_000, 30_000, 1_400),
    (48_000, 48_000, 1_500),
    (60_000, 75_000, 1_700),
    (70_000, 88_000, 500),
    (80_000, 90_000, 50),
];

/// The moment on the timeline, whatever is asked for.
pub fn clamped(time_secs: Secs) -> Secs {
    if time_secs >= DURATION_SECS {
        DURATION_SECS
    } else if time_secs > 0.0 {
        time_secs
    } else {
        0.0
    }
}

/// The clock's minute at a moment of the timeline: rises all the way and without corners (cubic Hermite pieces).
pub fn minutes_at(time_secs: Secs) -> f64 {
    let t = clamped(time_secs);
    let mut pairs = CLOCK.windows(2);
    let piece = pairs.find(|pair| pair.last().is_some_and(|end| t <= f64::from(end.0) / 1e3));
    let Some(&[from, to]) = piece else {
        return END_MINUTES;
    };
    let of = |knot: (u32, u32, u32)| [knot.0, knot.1, knot.2].map(|n| f64::from(n) / 1e3);
    let ([t0, m0, v0], [t1, m1, v1]) = (of(from), of(to));
    let (h, u) = (t1 - t0, (t - t0) / (t1 - t0));
    let w = 1.0 - u;
    m0 * w * w * (1.0 + 2.0 * u) + m1 * u * u * (3.0 - 2.0 * u) + h * u * w * (v0 * w - v1 * u)
}

/// The moment of the timeline at a minute of the clock: what a drag of the clock's hand seeks.
pub fn secs_at(minutes: f64) -> Secs {
    let (mut low, mut high) = (0.0, DURATION_SECS);
    for _ in 0..34 {
        let middle = (low + high) / 2.0;
        if minutes_at(middle) < minutes {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// One moment of the scene.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The moment, clamped to the timeline.
    pub time_secs: Secs,
    /// The clock.
    pub minutes: f64,
    /// How much of the drip has run in, 0..=1.
    pub dripped: f64,
    /// How much of the injection is done, 0..=1.
    pub injected: f64,
    /// Share of the dose in the blood: at the shortest and at the longest half-life of the band; alike where one edge is
    /// assumed.
    pub in_blood: (f64, f64),
    /// How far the short and the long edge of the band are assumed.
    pub edge: [f64; 2],
    /// Radius of the injected pool, centimetres.
    pub pool_cm: f64,
    /// Where the vesicles of the drip are; those still in the bag are left out.
    pub particles: Vec<Particle>,
    /// Where the same vesicles are for another half-life, while the picture glides there, and how far it has.
    pub others: Vec<(f64, Vec<Particle>)>,
}

/// The scene with its parameters settled.
#[derive(Debug)]
pub struct Story {
    /// Where it hurts.
    pub chosen: Chosen,
    /// The lives of the drip's vesicles.
    pub courses: Vec<Course>,
    /// Their lives for other half-lives, each with its share of the way from those before.
    others: Vec<(f64, Vec<Course>)>,
    /// See [`State::edge`].
    pub edge: [f64; 2],
}

impl Story {
    /// Settles the parameters.
    pub fn new(params: &Params) -> Self {
        let edge = params.edge.map(|share| share.clamp(0.0, 1.0));
        let [short, long] = edge;
        let mut courses = None;
        let (mut others, mut all) = (Vec::new(), 0.0);
        for (share, half_life) in [
            (1.0 - short - long, particles::DRAWN_HALF_LIFE),
            (short, infusion::HALF_LIVES.0),
            (long, infusion::HALF_LIVES.1),
        ] {
            if share > 1e-6 {
                all += share;
                let lives = particles::courses(half_life);
                if courses.is_none() {
                    courses = Some(lives);
                } else {
                    others.push((share / all, lives));
                }
            }
        }
        Self {
            chosen: Chosen::new(params.regions),
            courses: courses.unwrap_or_default(),
            others,
            edge,
        }
    }

    /// Share of the dose in the blood at a minute, as [`State::in_blood`].
    pub fn in_blood(&self, minutes: f64) -> (f64, f64) {
        let (low, high) = infusion::band(minutes);
        let [short, long] = self.edge;
        (lerp(low, high, long), lerp(high, low, short))
    }

    /// Any moment.
    pub fn at(&self, time_secs: Secs) -> State {
        let time_secs = clamped(time_secs);
        let minutes = minutes_at(time_secs);
        let injected = (minutes / INJECTION_MINUTES).min(1.0);
        let volume_ml = self.chosen.volume_ml() * injected;
        State {
            time_secs,
            minutes,
            dripped: (minutes / DRIP_MINUTES).min(1.0),
            injected,
            in_blood: self.in_blood(minutes),
            edge: self.edge,
            pool_cm: diffusion::pool_cm(volume_ml, minutes),
            particles: at(&self.courses, time_secs),
            others: self
                .others
                .iter()
                .map(|(share, lives)| (*share, at(lives, time_secs)))
                .collect(),
        }
    }
}

fn at(lives: &[Course], time_secs: Secs) -> Vec<Particle> {
    let here = lives.iter().filter_map(|course| course.at(time_secs));
    here.collect()
}

/// Any moment of any parameters.
pub fn state_at(params: &Params, time_secs: Secs) -> State {
    Story::new(params).at(time_secs)
}
