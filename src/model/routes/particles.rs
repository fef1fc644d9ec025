//! The vesicles of the drip, each a pure function of its number and the time: bag, tube, arm, rounds through heart, lungs
//! and body, and in the end an organ that keeps it.
//!
//! An illustration. They enter evenly while the drip runs and are caught as if the half-life were
//! [`DRAWN_HALF_LIFE`] or the edge of the band that a visitor assumes, so that their number in the blood follows the
//! curve as far as eyes can ([`SHORTEST_SECS`]). Who keeps a vesicle does not depend on it; rounds are much slower than blood's, which
//! takes about a minute. How many an organ keeps shows **order only**: the liver most, then spleen, lungs and kidneys,
//! spine and brain a sliver (P1, P3; which of spleen and liver comes first depends on the label).
//! Must not be here: coordinates.

use std::f64::consts::LN_2;

use super::vessels::{self, Node};
use super::{DRIP_MINUTES, DURATION_SECS, minutes_at, secs_at};
use crate::model::curve::smooth;
use crate::model::noise::hash;
use crate::model::trig::ln;
use crate::units::Secs;

/// How many are drawn.
pub const COUNT: u32 = 640;
/// The half-life for which they are caught, minutes: the alpha phase of dye-labelled vesicles in mice (P5), in the band.
pub const DRAWN_HALF_LIFE: f64 = 7.0;
/// Share of a round spent from the right heart through a lung to the left heart.
pub const LUNG_SHARE: f64 = 0.2;
/// Seconds in the tube, and from the needle to the heart.
const TUBE_SECS: Secs = 2.6;
const ARM_SECS: Secs = 1.7;
/// A round takes about this long.
const ROUND_SECS: Secs = 8.0;
/// Nobody is caught faster than this after entering, so that the eye can follow.
const SHORTEST_SECS: Secs = 3.6;
/// How long a caught vesicle takes to its place.
pub const SETTLE_SECS: Secs = 1.6;

/// Who keeps how many of a hundred, twice: chosen so that the order shows; no study's numbers. The gut, the arms and the
/// legs stand for the rest of the body.
const KEEPERS: [(Node, u8); 13] = [
    (Node::Liver, 80),
    (Node::Spleen, 22),
    (Node::LungRight, 16),
    (Node::LungLeft, 14),
    (Node::KidneyRight, 10),
    (Node::KidneyLeft, 10),
    (Node::Gut, 10),
    (Node::LegRight, 13),
    (Node::LegLeft, 13),
    (Node::ArmLeft, 5),
    (Node::ArmRight, 4),
    (Node::Spine, 2),
    (Node::Head, 1),
];

/// Where a vesicle is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Particle {
    /// Its number.
    pub index: u32,
    /// On which stretch it rides.
    pub ride: Ride,
    /// Who keeps it in the end, and how far it has settled there, 0..=1.
    pub keeper: Node,
    /// See `keeper`.
    pub settled: f64,
}

/// A stretch, and how far along it, 0..=1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ride {
    /// From the bag to the needle.
    Tube(f64),
    /// From the needle to the right heart.
    Arm(f64),
    /// From the right heart through this lung to the left heart; the lung is half-way.
    Lung(Node, f64),
    /// From the left heart through this part of the body to the right heart; the part is half-way.
    Body(Node, f64),
}

/// The life of one vesicle.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    index: u32,
    enters_secs: Secs,
    round_secs: Secs,
    rounds: u32,
    caught_secs: Secs,
    keeper: Node,
}

/// All vesicles, caught as a half-life in minutes has it.
pub fn courses(half_life: f64) -> Vec<Course> {
    (0..COUNT).map(|index| course(index, half_life)).collect()
}

fn course(index: u32, half_life: f64) -> Course {
    let minute = DRIP_MINUTES * (f64::from(index) + 0.5) / f64::from(COUNT);
    let enters_secs = secs_at(minute);
    let stay = -ln(1.0 - hash(31, index)) * half_life / LN_2;
    let caught = secs_at(minute + stay);
    // Those who outlast the clock go on as they were.
    let beyond = if minute + stay > minutes_at(DURATION_SECS) {
        20.0
    } else {
        0.0
    };
    let stay_secs = (caught + beyond - enters_secs).max(SHORTEST_SECS);
    let keeper = keeper(index);
    let rides = stay_secs - ARM_SECS;
    let part = match keeper {
        Node::LungRight | Node::LungLeft => LUNG_SHARE / 2.0,
        _ => LUNG_SHARE + (1.0 - LUNG_SHARE) / 2.0,
    };
    // As many whole rounds as fit, and each a little longer or shorter, so that it passes its keeper when it is caught.
    let rounds = (rides / ROUND_SECS - part).round().max(0.0);
    Course {
        index,
        enters_secs,
        round_secs: rides / (rounds + part),
        rounds: rounds as u32,
        caught_secs: enters_secs + stay_secs,
        keeper,
    }
}

fn keeper(index: u32) -> Node {
    let mut left = hash(32, index) * 200.0;
    let mut found = Node::Liver;
    for (node, weight) in KEEPERS {
        found = node;
        left -= f64::from(weight);
        if left < 0.0 {
            break;
        }
    }
    found
}

impl Course {
    /// Who keeps it in the end.
    pub const fn keeper(&self) -> Node {
        self.keeper
    }

    /// Where it is at a moment; none while it is in the bag.
    pub fn at(&self, time_secs: Secs) -> Option<Particle> {
        let since = time_secs - self.enters_secs;
        if since <= -TUBE_SECS {
            return None;
        }
        let ride = if since < 0.0 {
            Ride::Tube(1.0 + since / TUBE_SECS)
        } else if since < ARM_SECS {
            Ride::Arm(since / ARM_SECS)
        } else {
            self.ride((since - ARM_SECS) / self.round_secs)
        };
        Some(Particle {
            index: self.index,
            ride,
            keeper: self.keeper,
            settled: smooth(self.caught_secs, self.caught_secs + SETTLE_SECS, time_secs),
        })
    }

    fn ride(&self, rounds: f64) -> Ride {
        // Once settled it no longer matters where it would ride.
        let round = (rounds as u32).min(self.rounds);
        let share = (rounds - f64::from(round)).min(1.0);
        let (mut lung, mut part) = vessels::round(self.index, round);
        if round == self.rounds {
            match self.keeper {
                Node::LungRight | Node::LungLeft => lung = self.keeper,
                other => part = other,
            }
        }
        if share < LUNG_SHARE {
            Ride::Lung(lung, share / LUNG_SHARE)
        } else {
            Ride::Body(part, (share - LUNG_SHARE) / (1.0 - LUNG_SHARE))
        }
    }
}
