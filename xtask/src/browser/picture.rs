//! What is drawn: a time has one picture, every pixel of the screen is used. What holds scene by scene is in `scenes`.

use super::{CASE, Case, Step::*};

/// Frames against themselves, the canvas against its box.
pub const CASES: &[Case] = &[
    Case {
        name: "picture/same-time-same-picture",
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const el = T.el;
            const grab = async time => { await el.seek(time); await T.frame(); await T.frame(); return T.pixels(); };
            const a = await grab(45); await grab(3); await grab(70); const b = await grab(45);
            let differing = 0; for (let i = 0; i < a.length; i++) if (Math.abs(a[i] - b[i]) > 2) differing++;
            T.eq(differing, 0, 'values that differ after seeking around');
        "#)],
        ..CASE
    },
    Case {
        name: "picture/fills-the-stage-and-is-not-empty",
        size: (1180, 820),
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const canvas = T.$('canvas[data-stage]');
            for (const width of [1180, 900, 700, 500, 360]) {
                T.el.style.width = `${width}px`; await T.sleep(100);
                await T.until(`the canvas to follow at ${width}`, () => Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) < 3, 5000); await T.frame(); await T.frame();
                const stage = T.$('.stage').getBoundingClientRect(), box = canvas.getBoundingClientRect();
                T.near(box.width, stage.width, 1.5, `canvas width at ${width}`); T.near(box.height, stage.height, 1.5, `canvas height at ${width}`);
                T.near(canvas.width, box.width * Math.min(devicePixelRatio, 3), 3, `backing width at ${width}`);
                // The outermost pixel may be cut by the box.
                const data = T.flat().getContext('2d').getImageData(1, 1, canvas.width - 2, canvas.height - 2).data;
                const colours = new Set(); let clear = 0;
                for (let i = 0; i < data.length; i += 4 * 37) { colours.add(data[i] >> 3 << 10 | data[i + 1] >> 3 << 5 | data[i + 2] >> 3); if (data[i + 3] < 255) clear++; }
                T.ok(colours.size > 60, `colours at ${width}: ${colours.size}`); T.eq(clear, 0, `clear pixels at ${width}`);
            }
        "#)],
        ..CASE
    },
];
