//! What a scene gives for one moment in one box: layers to paint, words to place, things to touch. Everything is in
//! CSS pixels of the stage.
//!
//! Must not be here: what any one scene shows, browser types.

use kurbo::{Affine, Point, Rect};

use super::ir::Picture;
use super::label::Label;
use super::view::Viewport;
use crate::content::Content;
use crate::units::Secs;

/// A scene whose parameters are settled: any moment of it can be asked. Pure: the same question has the same answer.
pub trait Scene {
    /// Everything that is to be seen at a moment. Times outside the timeline are clamped.
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame;

    /// The actor under a point of the stage, by its id in the content; the smallest first.
    fn actor_at(&self, time_secs: Secs, view: &Viewport, at: Point) -> Option<&'static str> {
        /// A finger covers about this radius.
        const FINGER_PX: f64 = 26.0;
        let spots = self.frame(time_secs, view).spots;
        let near = |spot: &Spot| (spot.at - at).hypot();
        let nearest = spots.iter().min_by(|a, b| near(a).total_cmp(&near(b)))?;
        (near(nearest) <= FINGER_PX).then_some(nearest.actor)
    }

    /// The moment under a finger, where the picture has a clock or a time axis that can be dragged.
    fn seek_at(&self, _time_secs: Secs, _view: &Viewport, _at: Point) -> Option<Secs> {
        None
    }

    /// The value on a plot's axis under a point of the stage, moved by so much, where the picture has a plot that can be
    /// read out. It is whole.
    fn value_at(&self, _view: &Viewport, _at: Point, _by: f64) -> Option<f64> {
        None
    }

    /// What the plot reads at a value, in one line of the content's language.
    fn read_out(&self, _value: f64, _content: &Content) -> String {
        String::new()
    }

    /// What the picture shows, in one plain sentence of the content's language (`scenes.<id>.describe`).
    fn describe(&self, time_secs: Secs, content: &Content) -> String;
}

/// One moment in one box.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// What is painted, first to last.
    pub layers: Vec<Layer>,
    /// What is written over it.
    pub labels: Vec<Label>,
    /// The number that counting words tell.
    pub count: u32,
    /// Where each actor that is to be seen can be reached by keyboard.
    pub spots: Vec<Spot>,
    /// Where the line stands that reads a plot out: the middle of its lower edge.
    pub reading: Option<Point>,
    /// A window lies over the picture: the legend rests.
    pub window: bool,
}

/// A picture at its place.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Nothing outside of this box is seen.
    pub clip: Option<Rect>,
    /// From the picture's coordinates to CSS pixels.
    pub map: Affine,
    /// The picture.
    pub art: Art,
}

/// What a layer shows.
#[derive(Clone, Debug)]
pub enum Art {
    /// Something that never moves and lies behind everything that does; painters keep it as a bitmap.
    Ground(&'static Ground),
    /// Something drawn for this moment.
    Moving(Picture),
}

/// Something that never moves.
#[derive(Debug)]
pub struct Ground {
    /// Tells it from all others.
    pub id: &'static str,
    /// Left, top, right and bottom of what it covers, in its own coordinates.
    pub bounds: (f64, f64, f64, f64),
    /// How much detail it has: 1 is drawn for every pixel; what is soft does with less and is quicker to draw.
    pub detail: f64,
    /// Draws it.
    pub draw: fn() -> Picture,
}

/// Where an actor's button stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The actor's id in the content.
    pub actor: &'static str,
    /// The middle of the button.
    pub at: Point,
}

impl Frame {
    /// Adds a picture that moves.
    pub fn draw(&mut self, clip: Option<Rect>, map: Affine, picture: Picture) {
        self.layers.push(Layer {
            clip,
            map,
            art: Art::Moving(picture),
        });
    }

    /// Adds a ground.
    pub fn ground(&mut self, clip: Option<Rect>, map: Affine, ground: &'static Ground) {
        self.layers.push(Layer {
            clip,
            map,
            art: Art::Ground(ground),
        });
    }

    /// Adds an actor's button, unless its place is outside of the stage.
    pub fn spot(&mut self, actor: &'static str, at: Point, view: &Viewport) {
        if Rect::new(0.0, 0.0, view.width, view.height).contains(at) {
            self.spots.push(Spot { actor, at });
        }
    }
}
