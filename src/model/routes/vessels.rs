//! The circulation as a graph: who gets how much of the blood, and which way a vesicle takes.
//!
//! Flows are percent of what the heart pumps, of a resting adult. They are textbook values **from memory, taken as
//! assumptions**: they decide how many drawn vesicles take which way, and no number of them is shown.
//! Must not be here: where vessels run in the picture.

use crate::model::noise::hash;

/// A place in the circulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Node {
    /// Pumps to the lungs.
    RightHeart,
    /// Lung on the viewer's left.
    LungRight,
    /// The other lung.
    LungLeft,
    /// Pumps to the body.
    LeftHeart,
    /// Head and brain.
    Head,
    /// Arm on the viewer's left, the one with the drip.
    ArmRight,
    /// The other arm.
    ArmLeft,
    /// Spine and spinal cord.
    Spine,
    /// Liver.
    Liver,
    /// Spleen; its blood goes on to the liver.
    Spleen,
    /// Gut; its blood goes on to the liver.
    Gut,
    /// Kidney on the viewer's left.
    KidneyRight,
    /// The other kidney.
    KidneyLeft,
    /// Leg on the viewer's left.
    LegRight,
    /// The other leg.
    LegLeft,
}

/// Which way the blood goes, and what share of it, in percent.
pub const EDGES: [(Node, Node, u8); 27] = {
    use Node::*;
    [
        (RightHeart, LungRight, 54),
        (RightHeart, LungLeft, 46),
        (LungRight, LeftHeart, 54),
        (LungLeft, LeftHeart, 46),
        (LeftHeart, Head, 14),
        (LeftHeart, ArmRight, 6),
        (LeftHeart, ArmLeft, 6),
        (LeftHeart, Spine, 2),
        (LeftHeart, Liver, 7),
        (LeftHeart, Spleen, 5),
        (LeftHeart, Gut, 14),
        (LeftHeart, KidneyRight, 10),
        (LeftHeart, KidneyLeft, 10),
        (LeftHeart, LegRight, 13),
        (LeftHeart, LegLeft, 13),
        (Spleen, Liver, 5),
        (Gut, Liver, 14),
        (Liver, RightHeart, 26),
        (Head, RightHeart, 14),
        (ArmRight, RightHeart, 6),
        (ArmLeft, RightHeart, 6),
        (Spine, RightHeart, 2),
        (KidneyRight, RightHeart, 10),
        (KidneyLeft, RightHeart, 10),
        (LegRight, RightHeart, 13),
        (LegLeft, RightHeart, 13),
        // Closes the sum of the heart itself; kept at 0 because its own vessels are not drawn.
        (LeftHeart, RightHeart, 0),
    ]
};

/// The next place after one, by a share 0..1 of the flow out of it.
pub fn next(from: Node, share: f64) -> Node {
    let out = || EDGES.iter().filter(|edge| edge.0 == from);
    let all: f64 = out().map(|edge| f64::from(edge.2)).sum();
    let mut left = share * all;
    let mut found = from;
    for edge in out().filter(|edge| edge.2 > 0) {
        found = edge.1;
        left -= f64::from(edge.2);
        if left < 0.0 {
            break;
        }
    }
    found
}

/// The lung and the part of the body that a vesicle passes in one of its rounds.
pub fn round(particle: u32, round: u32) -> (Node, Node) {
    let share = |seed: u32| hash(seed ^ round.wrapping_mul(0x51ED), particle);
    (
        next(Node::RightHeart, share(71)),
        next(Node::LeftHeart, share(72)),
    )
}
