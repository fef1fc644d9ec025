//! What is drawn: the two painters agree, time is continuous, every pixel of the screen is used.

use super::{CASE, Case, Step::*};

/// Canvas against stills, and frames against their neighbours.
pub const CASES: &[Case] = &[
    Case {
        name: "picture/no-jump-between-neighbouring-times",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, canvas = T.$('canvas[data-stage]');
            const grab = async time => { await el.seek(time); await T.frame(); await T.frame(); return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data; };
            // Captions change at the boundaries; what is drawn must not.
            for (const time of [3, 8, 14, 18, 23, 28, 34, 40, 44, 47, 50, 54, 60, 66, 70]) {
                const a = await grab(time - 0.0005), b = await grab(time + 0.0005);
                let worst = 0, sum = 0;
                for (let i = 0; i < a.length; i++) { const d = Math.abs(a[i] - b[i]); sum += d; if (d > 40) worst++; }
                T.ok(sum / a.length < 0.35, `mean difference at ${time} s: ${(sum / a.length).toFixed(3)}`);
                T.ok(worst / a.length < 0.002, `share of jumping values at ${time} s: ${(worst / a.length).toFixed(5)}`);
            }
        "#)],
        ..CASE
    },
    Case {
        name: "picture/same-time-same-picture",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, canvas = T.$('canvas[data-stage]');
            const grab = async time => { await el.seek(time); await T.sleep(80); return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.slice(); };
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
            await T.tier('live'); const canvas = T.$('canvas[data-stage]');
            for (const width of [1180, 900, 700, 500, 360]) {
                T.el.style.width = `${width}px`; await T.sleep(250);
                const stage = T.$('.stage').getBoundingClientRect(), box = canvas.getBoundingClientRect();
                T.near(box.width, stage.width, 1.5, `canvas width at ${width}`); T.near(box.height, stage.height, 1.5, `canvas height at ${width}`);
                T.near(canvas.width, box.width * Math.min(devicePixelRatio, 3), 3, `backing width at ${width}`);
                // The outermost pixel may be cut by the box.
                const data = canvas.getContext('2d').getImageData(1, 1, canvas.width - 2, canvas.height - 2).data;
                const colours = new Set(); let clear = 0;
                for (let i = 0; i < data.length; i += 4 * 37) { colours.add(data[i] >> 3 << 10 | data[i + 1] >> 3 << 5 | data[i + 2] >> 3); if (data[i + 3] < 255) clear++; }
                T.ok(colours.size > 60, `colours at ${width}: ${colours.size}`); T.eq(clear, 0, `clear pixels at ${width}`);
            }
        "#)],
        ..CASE
    },
];
