//! The stage: the layers of a frame on two canvases, with the leaders of its labels on top.
//!
//! What never moves lies on a canvas of its own behind (`back`), which is painted only when the view changes; what
//! moves is painted with every frame. The first picture comes in parts, over several frames: a slow device would be held
//! up too long by all at once. Must not be here: time, words, the DOM around the canvases.

mod back;
mod leaving;

use kurbo::{Affine, Rect};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use self::back::Back;
use self::leaving::Leaving;
use super::canvas::Painter;
use crate::scene::frame::{Art, Frame};
use crate::scene::ir::Picture;
use crate::units::Theme;

/// How a frame is to be painted.
#[derive(Clone, Copy, Debug)]
pub struct Shot {
    /// The box in CSS pixels.
    pub size_px: (f64, f64),
    /// Device pixels per CSS pixel.
    pub device_px: f64,
    /// Colours.
    pub theme: Theme,
    /// The view is at rest, so that new grounds may be drawn.
    pub settled: bool,
}

/// Items of the first picture that are painted in one frame.
const PART: usize = 40;
/// What a canvas bears from its first whole picture on; the style sheet hides one without. What a browser need not show
/// it draws without putting the page together anew, which is most of what a frame costs a slow device.
const DRAWN: &str = "data-drawn";

/// Paints whole frames on the stage's canvases.
pub struct StagePainter {
    canvas: HtmlCanvasElement,
    painter: Painter,
    /// How many items of the first picture are painted; none once all are.
    first: Option<usize>,
    back: Back,
    leaving: Leaving,
}

impl StagePainter {
    /// A painter on canvases that lie on each other, or none where the browser gives no 2D context.
    pub fn new(
        canvas: HtmlCanvasElement,
        back: HtmlCanvasElement,
        leaving: HtmlCanvasElement,
    ) -> Option<Self> {
        let painter = Painter::new(context(&canvas)?, Theme::Light);
        Some(Self {
            canvas,
            painter,
            first: Some(0),
            back: Back::new(back)?,
            leaving: Leaving::new(leaving),
        })
    }

    /// Shapes drawn in the last frame.
    pub fn shapes(&self) -> u32 {
        self.painter.shapes()
    }

    /// The first picture is there, whole.
    pub fn is_whole(&self) -> bool {
        self.first.is_none()
    }

    /// What was painted of an unfinished first picture is no longer what is to be seen.
    pub fn restart(&mut self) {
        self.first = self.first.and(Some(0));
    }

    /// Keeps the picture that is being left, in front.
    pub fn leave(&self) {
        self.leaving.keep([self.back.canvas(), &self.canvas]);
        self.leaving.show(1.0);
    }

    /// How strongly the picture that was left is still to be seen, 0..=1.
    pub fn fade(&self, strength: f64) {
        self.leaving.show(strength);
    }

    /// Paints a frame; `leaders` is in CSS pixels. Says whether all of it: of the first picture only a part.
    pub fn draw(&mut self, frame: &Frame, leaders: &Picture, shot: Shot) -> bool {
        let device = Affine::scale(shot.device_px);
        if self.back.draw(frame, shot) {
            return false;
        }
        if fit(&self.canvas, shot) {
            self.restart();
        }
        self.painter.set_theme(shot.theme);
        let from = self.first.unwrap_or_default();
        let most = self.first.map_or(usize::MAX, |_| PART);
        let window = from..from.saturating_add(most);
        self.painter
            .start_part(self.canvas.width(), self.canvas.height(), window);
        let mut clipped = None;
        for layer in &frame.layers {
            let Art::Moving(picture) = &layer.art else {
                continue;
            };
            if clipped != layer.clip {
                unclip(&mut self.painter, clipped);
                clipped = layer.clip;
                clip(&mut self.painter, clipped, device);
            }
            self.painter.draw(picture, device * layer.map);
        }
        unclip(&mut self.painter, clipped);
        self.painter.draw(leaders, device);
        self.painter.finish();
        if self.first.is_some() {
            self.first = self.painter.is_part().then_some(from.saturating_add(most));
            for canvas in [&self.canvas, self.back.canvas()] {
                // A well-formed name is always accepted.
                canvas
                    .toggle_attribute_with_force(DRAWN, self.is_whole())
                    .ok();
            }
        }
        self.is_whole()
    }
}

fn fit(canvas: &HtmlCanvasElement, shot: Shot) -> bool {
    let px = |css: f64| (css * shot.device_px).round().max(1.0) as u32;
    let (w, h) = (px(shot.size_px.0), px(shot.size_px.1));
    let other = canvas.width() != w || canvas.height() != h;
    if other {
        canvas.set_width(w);
        canvas.set_height(h);
    }
    other
}

fn clip(painter: &mut Painter, clip: Option<Rect>, device: Affine) {
    if let Some(clip) = clip {
        painter.clip(device, clip);
    }
}

fn unclip(painter: &mut Painter, clip: Option<Rect>) {
    if clip.is_some() {
        painter.unclip();
    }
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
