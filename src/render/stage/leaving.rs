//! The canvas in front: the last picture of a scene or step that is being left, fading away.
//!
//! Must not be here: when something is left, and what comes instead.

use web_sys::HtmlCanvasElement;

use super::context;

/// The canvas in front.
pub struct Leaving {
    canvas: HtmlCanvasElement,
}

impl Leaving {
    /// On a canvas that lies over the others and takes no pointer.
    pub fn new(canvas: HtmlCanvasElement) -> Self {
        Self { canvas }
    }

    /// Keeps what the canvases below show now.
    pub fn keep(&self, below: [&HtmlCanvasElement; 2]) {
        let [_, stage] = below;
        self.canvas.set_width(stage.width());
        self.canvas.set_height(stage.height());
        let Some(context) = context(&self.canvas) else {
            return;
        };
        for canvas in below {
            // Refused only for a canvas without pixels.
            context
                .draw_image_with_html_canvas_element(canvas, 0.0, 0.0)
                .ok();
        }
    }

    /// Shows it this strongly, 0..=1; at 0 its pixels are given back.
    pub fn show(&self, strength: f64) {
        if strength <= 0.0 {
            self.canvas.set_width(1);
            self.canvas.set_height(1);
        }
        let value = String::from(js_sys::Number::from(strength).to_js_string());
        // Refused only for unknown names; this one is known.
        self.canvas.style().set_property("opacity", &value).ok();
    }
}
