//! All scenes by name. Their code is reached from here alone, and only by address: so the build can put the code of each
//! scene into a module of its own, which the browser fetches when the scene is first needed (`xtask/src/shrink/split.rs`).
//!
//! Must not be here: anything about a particular scene but where its things are.

use super::frame::Scene;
use super::label::Slot;
use super::{
    dish, evidence, exosome, fibres, inflammation, microglia, nerve, phase, routes, start,
};
use crate::model::params::Params;
use crate::units::Secs;

/// What the rest of the program knows of a scene.
struct Room {
    id: &'static str,
    /// The part of the program that its code is in: its own, or that of the scene from which a panel opens.
    part: &'static str,
    open: fn(&Params) -> Box<dyn Scene>,
    slots: &'static [Slot],
    stills: &'static [Secs],
}

/// The ways in. The build finds a scene's code by these names: it is what is reached from here and from nowhere else.
mod ways_in {
    use super::*;

    macro_rules! ways_in {
        ($($id:ident $make:expr;)*) => {$(
            pub fn $id(params: &Params) -> Box<dyn Scene> {
                Box::new($make(params))
            }
        )*};
    }
    ways_in! {
        start |_| start::Start;
        exosome exosome::Exosome::new;
        inflammation inflammation::Inflammation::new;
        phase phase::Phase::new;
        dish |_| dish::Dish::new();
        nerve nerve::Nerve::new;
        fibres |_| fibres::Fibres;
        microglia microglia::Microglia::new;
        routes routes::Routes::new;
        evidence evidence::Evidence::new;
    }
}

macro_rules! rooms {
    ($($id:ident in $part:ident, $slots:expr, $stills:expr;)*) => {
        static ROOMS: &[Room] = &[$(Room {
            id: stringify!($id),
            part: stringify!($part),
            open: ways_in::$id,
            slots: $slots,
            stills: $stills,
        },)*];
    };
}
rooms! {
    start in start, start::SLOTS, &[0.0];
    exosome in exosome, exosome::labels::SLOTS, exosome::STILLS;
    inflammation in inflammation, inflammation::labels::SLOTS, inflammation::STILLS;
    phase in inflammation, phase::SLOTS, &[];
    dish in dish, dish::SLOTS, &[];
    nerve in nerve, nerve::labels::SLOTS, nerve::STILLS;
    fibres in nerve, fibres::SLOTS, &[];
    microglia in microglia, microglia::labels::SLOTS, microglia::STILLS;
    routes in routes, routes::labels::SLOTS, routes::STILLS;
    evidence in evidence, evidence::labels::SLOTS, evidence::STILLS;
}

/// All pictures, each with the part of the program that draws it.
pub fn parts() -> impl Iterator<Item = (&'static str, &'static str)> {
    ROOMS.iter().map(|room| (room.id, room.part))
}

/// The part of the program that draws a picture.
pub fn part(scene: &str) -> Option<&'static str> {
    room(scene).map(|room| room.part)
}

fn room(scene: &str) -> Option<&'static Room> {
    ROOMS.iter().find(|room| room.id == scene)
}

/// A scene of the content with its parameters settled, or none where nothing is drawn for that id. In a browser its
/// [`part`] must be there.
pub fn open(scene: &str, params: &Params) -> Option<Box<dyn Scene>> {
    room(scene).map(|room| (room.open)(params))
}

/// The places for words of a scene; labels fill them.
pub fn slots(scene: &str) -> &'static [Slot] {
    room(scene).map_or(&[], |room| room.slots)
}

/// Moments at which the steps of a scene are best seen, one per step; the content repeats them.
pub fn stills(scene: &str) -> &'static [Secs] {
    room(scene).map_or(&[], |room| room.stills)
}
