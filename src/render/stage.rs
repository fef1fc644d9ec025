//! The stage: the layers of a frame on two canvases, with the leaders of its labels on top.
//!
//! What never moves lies on a canvas of its own behind (`back`), which is painted only when the view changes; what
//! moves is painted with every frame. Must not be here: time, words, the DOM around the canvases.

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

/// Paints whole frames on the stage's canvases.
pub struct StagePainter {
    canvas: HtmlCanvasElement,
    painter: Painter,
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
            back: Back::new(back)?,
            leaving: Leaving::new(leaving),
        })
    }

    /// Shapes drawn in the last frame.
    pub fn shapes(&self) -> u32 {
        self.painter.shapes()
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

    /// Paints a frame; `leaders` is in CSS pixels. Says whether all of it: of the first picture only the grounds, for a
    /// slow device would be held up too long by all at once.
    pub fn draw(&mut self, frame: &Frame, leaders: &Picture, shot: Shot) -> bool {
        let device = Affine::scale(shot.device_px);
        if self.back.draw(frame, shot) {
            return false;
        }
        fit(&self.canvas, shot);
        self.painter.set_theme(shot.theme);
        self.painter
            .start(self.canvas.width(), self.canvas.height());
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
        true
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
