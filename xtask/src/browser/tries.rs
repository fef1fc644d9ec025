//! What can be tried in a scene changes its picture, and favours nobody: true scale, a push of one's own, the assumed
//! effect, and both lanes alike where no effect is assumed.

use super::{CASE, Case, Step::*};

/// Switches and sliders of the scenes.
pub const CASES: &[Case] = &[
    Case {
        name: "tries/true-scale-and-push-change-the-picture",
        page: &[("el", "lang=ja")],
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const el = T.el, { scenes } = await T.content();
            const rest = async () => { await T.frame(); await T.quiet(); return T.pixels(); };
            for (const { id, controls, steps } of scenes) {
                const sliders = (controls ?? []).includes('push'), scale = (controls ?? []).includes('scale');
                if (!sliders && !scale) continue;
                await T.open(id); await el.seek(steps[3].still);
                T.click('[data-action="effect"]'); await T.until('the unfolded part', () => T.$$('.effect').some(T.shown), 3000);
                if (scale) {
                    const before = await rest(), button = T.click('[data-action="scale"]'), on = await rest();
                    T.eq(button.getAttribute('aria-pressed'), 'true', 'the switch says so');
                    T.ok(T.differing(before, on) > 0.0005, `true scale in ${id}: ${T.differing(before, on)}`);
                    T.near(T.differing(before, T.click('[data-action="scale"]') && await rest(), 8), 0, 0.0005, 'share that differs, and back');
                }
                for (const name of sliders ? ['push-size', 'push-length'] : []) {
                    await el.seek(steps[4].still);
                    const input = T.$(`input[data-${name}]`), was = input.value;
                    T.drag(input, input.min); const least = await rest();
                    T.drag(input, input.max); const most = await rest();
                    T.ok(T.differing(least, most) > 0.005, `${name} in ${id}: ${T.differing(least, most)}`);
                    T.drag(input, was); await rest();
                }
                T.click('[data-action="effect"]'); await T.frame();
            }
        "#)],
        ..CASE
    },
    Case {
        name: "tries/lanes-are-alike-where-no-effect-is-assumed",
        size: (760, 900),
        page: &[("el", "lang=ja")],
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const el = T.el, { scenes } = await T.content();
            for (const id of ['inflammation', 'microglia']) {
                await T.open(id);
                const input = T.$('input[data-effect]');
                for (const effect of [0, 1]) {
                    T.drag(input, effect); await T.frame(); await T.quiet();
                    // From when it acts on; what is left between the lanes is the exosomes themselves.
                    for (const { still } of scenes.find(scene => scene.id === id).steps.slice(4)) {
                        await T.grab(still); const canvas = T.flat();
                        const w = canvas.width >> 1, h = canvas.height, context = canvas.getContext('2d');
                        const a = context.getImageData(0, 0, w, h).data, b = context.getImageData(canvas.width - w, 0, w, h).data;
                        const mirrored = new Uint8ClampedArray(b.length);
                        for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) for (let c = 0; c < 4; c++) mirrored[(y * w + x) * 4 + c] = b[(y * w + w - 1 - x) * 4 + c];
                        const share = T.differing(a, mirrored);
                        T.ok(effect ? share > 0.045 : share < 0.025, `${id} at ${still} s, assumed effect ${effect}: ${(share * 100).toFixed(2)} % of the lanes differ`);
                    }
                }
            }
        "#)],
        ..CASE
    },
];
