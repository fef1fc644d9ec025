//! What is drawn: the two painters agree, time is continuous, every pixel of the screen is used.

use super::{CASE, Case, Step::*};

/// Canvas against stills, and frames against their neighbours.
pub const CASES: &[Case] = &[
    Case {
        name: "picture/no-jump-between-neighbouring-times",
        seconds: 120,
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const el = T.el, canvas = T.$('canvas[data-stage]');
            const grab = async time => { await el.seek(time); await T.frame(); await T.frame(); return T.pixels(); };
            // Captions change at the boundaries; what is drawn must not.
            for (const time of [4, 8, 18, 28, 33, 40, 47, 54, 66]) {
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
        name: "picture/painters-agree-wide",
        size: (1180, 820),
        steps: &[Js(AGREE)],
        seconds: 120,
        ..CASE
    },
    Case {
        name: "picture/painters-agree-dark",
        size: (1180, 820),
        page: &[("el", "lang=ja scene=microglia theme=dark")],
        steps: &[Js(AGREE)],
        seconds: 120,
        ..CASE
    },
    Case {
        name: "picture/painters-agree-phone",
        size: (390, 844),
        steps: &[Js(AGREE)],
        seconds: 120,
        ..CASE
    },
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

/// The canvas at the moment of each still, and the still's file drawn to a canvas of the same size. Two rasterisers
/// smooth edges differently; what is drawn is the same.
const AGREE: &str = r#"
    const MEAN = 3, OUTLIERS = 0.01; // of 255; share of values that differ by more than 64
    await T.tier('live'); await T.drawn(); const el = T.el, canvas = T.$('canvas[data-stage]');
    const theme = el.getAttribute('theme') === 'dark' ? 'dark' : 'light', shape = innerWidth < 560 ? '-narrow' : '';
    const lines = [];
    const times = [0, 17.5, 27, 37, 51.5, 65.5, 72];
    for (let step = 1; step <= 7; step++) {
        await el.seek(times[step - 1]); await T.frame(); await T.frame(); await T.sleep(60);
        const image = new Image(); image.src = `dist/stills/microglia-${step}-${theme}${shape}.svg`; await image.decode();
        const other = document.createElement('canvas'); other.width = canvas.width; other.height = canvas.height;
        // As the still lies in its stage: cover, from the middle.
        const ratio = image.naturalWidth / image.naturalHeight, scale = Math.max(other.width / ratio, other.height);
        const [w, h] = [scale * ratio, scale];
        other.getContext('2d').drawImage(image, (other.width - w) / 2, (other.height - h) / 2, w, h);
        const a = T.pixels(), b = other.getContext('2d').getImageData(0, 0, other.width, other.height).data;
        let sum = 0, out = 0; for (let i = 0; i < a.length; i++) { const d = Math.abs(a[i] - b[i]); sum += d; if (d > 64) out++; }
        lines.push([step, sum / a.length, out / a.length]);
    }
    const bad = lines.filter(([, mean, out]) => !(mean <= MEAN && out <= OUTLIERS));
    T.ok(!bad.length, `canvas and still differ: ${lines.map(([step, mean, out]) => `${step}: mean ${mean.toFixed(2)}, outliers ${(out * 100).toFixed(2)} %`).join('; ')}`);
"#;
