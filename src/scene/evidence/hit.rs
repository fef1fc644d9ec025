//! What is under a finger, and where each actor can be found by keyboard. Actor ids are the content's.
//!
//! Must not be here: what happens then.

use kurbo::{Point, Rect};

use super::cards::nobody;
use super::layout::Layout;
use crate::model::evidence::State;
use crate::model::params::Lit;
use crate::scene::frame::Frame;
use crate::scene::view::Viewport;

/// Actors of the tiles. What nobody studied in people is one actor per topic, on both rungs.
pub const TILES: [[&str; 5]; 4] = [
    ["cell-inflammation", "cell-nerve", "cell-microglia", "", ""],
    [
        "animal-inflammation",
        "animal-nerve",
        "animal-microglia",
        "animal-drip",
        "animal-local",
    ],
    [
        "people-inflammation",
        "people-nerve",
        "people-microglia",
        "people-drip",
        "small-local",
    ],
    [
        "people-inflammation",
        "people-nerve",
        "people-microglia",
        "people-drip",
        "controlled-local",
    ],
];
/// Actors of the steps.
const RUNGS: [&str; 4] = ["rung-cell", "rung-animal", "rung-small", "rung-controlled"];
/// Actors of the cards.
const CARDS: [&str; 3] = ["saline-alone", "report-16", "trial-29"];

/// What is lit as long as an actor is asked about: the rung that it stands on, its topic on every rung, its card.
pub fn lit(actor: &str) -> Lit {
    let mut bits = 0_u16;
    for (i, (rung, row)) in RUNGS.into_iter().zip(TILES).enumerate() {
        if rung == actor {
            bits |= 1 << i;
        }
        if let Some(topic) = row.iter().position(|tile| *tile == actor) {
            bits |= 1 << i | 1 << (4 + topic);
        }
    }
    // A study in people is a tile and a card.
    bits |= match actor {
        "saline-alone" => 1 << 9,
        "report-16" | "nobody" | "small-local" => 1 << 2 | 1 << 8 | 1 << 10,
        "trial-29" | "controlled-local" => 1 << 3 | 1 << 8 | 1 << 11,
        _ => 0,
    };
    Lit::of(bits)
}

/// Whether something has come far enough to be asked about.
fn here(share: f64) -> bool {
    share > 0.9
}

fn tiles<'a>(
    state: &'a State,
    layout: &'a Layout,
) -> impl Iterator<Item = (&'static str, Rect)> + 'a {
    TILES.iter().enumerate().flat_map(move |(rung, row)| {
        row.iter().enumerate().filter_map(move |(topic, actor)| {
            let shown = state.tiles.get(rung).and_then(|row| row.get(topic))?;
            (here(*shown) && !actor.is_empty()).then(|| (*actor, layout.tile_box(rung, topic)))
        })
    })
}

/// Places of the buttons.
pub fn spots(frame: &mut Frame, state: &State, layout: &Layout, view: &Viewport) {
    for (actor, (mark, _)) in RUNGS.into_iter().zip(layout.marks) {
        frame.spot(actor, mark, view);
    }
    for (actor, at) in tiles(state, layout) {
        if frame.spots.iter().all(|spot| spot.actor != actor) {
            frame.spot(actor, at.center(), view);
        }
    }
    if here(state.cards) {
        for (actor, card) in CARDS.into_iter().zip(layout.cards) {
            let at = Point::new(card.x0 + 0.25 * card.width(), card.y0 + 0.3 * card.height());
            frame.spot(actor, at, view);
        }
        frame.spot("nobody", nobody(layout).center(), view);
    }
}

/// The actor under a point of the stage (CSS pixels), the smallest first.
pub fn actor_at(state: &State, layout: &Layout, at: Point) -> Option<&'static str> {
    // Tiles are small on phones: a finger may miss by a little.
    let tile = tiles(state, layout).find(|(_, tile)| tile.inflate(2.0, 5.0).contains(at));
    if let Some((actor, _)) = tile {
        return Some(actor);
    }
    if here(state.cards) {
        if nobody(layout).contains(at) {
            return Some("nobody");
        }
        let mut cards = CARDS.into_iter().zip(layout.cards);
        if let Some((actor, _)) = cards.find(|(_, card)| card.contains(at)) {
            return Some(actor);
        }
    }
    let mut rungs = RUNGS.into_iter().zip(layout.rungs);
    rungs
        .find(|(_, rung)| rung.contains(at))
        .map(|(actor, _)| actor)
}
