//! What the scenes show of common things. The code of a scene is fetched when it is opened: what it shows must be in its
//! own part of the program, or in the main one.

use std::collections::{BTreeMap, BTreeSet};

use exosome_explainer::model::params::Params;
use exosome_explainer::scene::frame::Art;
use exosome_explainer::scene::ir::{Node, Picture};
use exosome_explainer::scene::symbols::Symbol;
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::scene::{open, parts};

/// Symbols whose drawing is in the main part (`src/scene/symbols.rs`, `symbols/cells.rs`).
fn is_common(symbol: Symbol) -> bool {
    use Symbol::*;
    matches!(
        symbol,
        Tnf | Il1
            | Il6
            | Il10
            | Exosome
            | Lost
            | Question
            | Sheath
            | Nucleus
            | Surveying
            | Stout
            | Neighbour
            | Receptor
            | Waste(_)
            | Lysosome
            | Autolysosome
    )
}

/// Grounds whose drawing is in the main part.
const COMMON_GROUNDS: [&str; 1] = ["paper"];

fn symbols(picture: &Picture) -> impl Iterator<Item = Symbol> {
    picture.items.iter().filter_map(|item| match item.node {
        Node::Use(symbol, ..) => Some(symbol),
        _ => None,
    })
}

#[test]
fn what_a_scene_shows_is_in_its_part() {
    let mut seen: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (id, part) in parts() {
        let scene = open(id, &Params::default()).expect("a scene opens");
        for (width, height) in [(948.0, 592.0), (366.0, 380.0)] {
            for half in 0..180 {
                let frame = scene.frame(f64::from(half) / 2.0, &Viewport::both(width, height));
                for layer in frame.layers {
                    let picture = match layer.art {
                        Art::Moving(picture) => picture,
                        Art::Ground(ground) => {
                            if !COMMON_GROUNDS.contains(&ground.id) {
                                let name = format!("ground {}", ground.id);
                                seen.entry(name).or_default().insert(part);
                            }
                            if half > 0 {
                                continue;
                            }
                            (ground.draw)()
                        }
                    };
                    for symbol in symbols(&picture).filter(|symbol| !is_common(*symbol)) {
                        seen.entry(format!("{symbol:?}")).or_default().insert(part);
                    }
                }
            }
        }
    }
    assert!(seen.len() > 20, "{seen:?}");
    let shared: Vec<_> = seen.iter().filter(|(_, parts)| parts.len() > 1).collect();
    assert!(shared.is_empty(), "shown by more than one part: {shared:?}");
}
