//! What holds in every scene of the content: it plays from each step, its painters agree, nothing jumps, it ends with
//! the way to the next one. The scenes, steps and times are read from the content file in the page, so a new scene is
//! tested by being there.

use super::{CASE, Case, Step::*};

/// One page for all scenes.
pub const CASES: &[Case] = &[
    alone(
        &[("el", "lang=ja scene=start"), ("flags", "alone-start")],
        "scenes/start-needs-its-own-part-only",
    ),
    alone(
        &[("el", "lang=ja scene=exosome"), ("flags", "alone-exosome")],
        "scenes/exosome-needs-its-own-part-only",
    ),
    alone(
        &[
            ("el", "lang=ja scene=inflammation"),
            ("flags", "alone-inflammation"),
        ],
        "scenes/inflammation-needs-its-own-part-only",
    ),
    alone(
        &[("el", "lang=ja scene=nerve"), ("flags", "alone-nerve")],
        "scenes/nerve-needs-its-own-part-only",
    ),
    alone(
        &[
            ("el", "lang=ja scene=microglia"),
            ("flags", "alone-microglia"),
        ],
        "scenes/microglia-needs-its-own-part-only",
    ),
    alone(
        &[("el", "lang=ja scene=routes"), ("flags", "alone-routes")],
        "scenes/routes-needs-its-own-part-only",
    ),
    alone(
        &[
            ("el", "lang=ja scene=evidence"),
            ("flags", "alone-evidence"),
        ],
        "scenes/evidence-needs-its-own-part-only",
    ),
    Case {
        name: "scenes/live-and-plays-from-each-step",
        page: &[("el", "lang=ja")],
        size: (560, 760),
        seconds: 120,
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, { scenes, start } = await T.content();
            T.eq(el.currentScene, start, 'where no scene is named');
            for (const scene of scenes) {
                const last = scene.steps.at(-1);
                for (const [at, step] of scene.steps.entries()) {
                    const where = `${scene.id} ${at + 1}`, before = T.events.length;
                    await el.goTo(scene.id, at + 1);
                    T.eq([el.currentScene, el.currentStep, el.currentTime, el.duration, el.paused], [scene.id, at + 1, step.start, last.end, true], where);
                    if (at === 0 && scene.id !== start)
                        T.eq(T.events.slice(before).map(e => [e.type, e.detail]), [['scenechange', { scene: scene.id }], ['stepchange', { scene: scene.id, step: 1 }]], `events of ${where}`);
                    await el.play();
                    await T.until(`time to go on in ${where}`, () => el.currentTime > step.start + 0.03, 5000);
                    await el.pause();
                    T.eq([el.currentScene, el.currentStep], [scene.id, at + 1], `playing ${where}`);
                    T.eq(T.errors, [], `errors in ${where}`); T.eq(el.dataset.tier, 'live', `tier in ${where}`);
                }
            }
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
        "#)],
        ..CASE
    },
    Case {
        name: "scenes/no-jump-at-any-boundary",
        page: &[("el", "lang=ja")],
        size: (420, 760),
        seconds: 120,
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const { scenes } = await T.content(), bad = [];
            for (const scene of scenes) {
                await T.open(scene.id);
                // Captions change at the boundaries; what is drawn must not. And some times within the steps.
                const times = scene.steps.flatMap(({ start, end }, at) => [...(at ? [start] : []), start + (end - start) * 0.37]);
                for (const time of times) {
                    const a = await T.grab(time - 0.0005), b = await T.grab(time + 0.0005);
                    let sum = 0, worst = 0;
                    for (let i = 0; i < a.length; i++) { const d = Math.abs(a[i] - b[i]); sum += d; if (d > 40) worst++; }
                    if (sum / a.length > 0.35 || worst / a.length > 0.002) bad.push(`${scene.id} at ${time.toFixed(2)} s: mean ${(sum / a.length).toFixed(2)}, jumping ${(worst / a.length * 100).toFixed(2)} %`);
                }
            }
            T.eq(bad, [], 'jumps');
        "#)],
        ..CASE
    },
    Case {
        name: "scenes/painters-agree-wide",
        size: (1180, 820),
        page: &[("el", "lang=ja")],
        steps: &[Js(AGREE)],
        seconds: 120,
        ..CASE
    },
    Case {
        name: "scenes/painters-agree-dark",
        size: (1180, 820),
        page: &[("el", "lang=ja theme=dark")],
        steps: &[Js(AGREE)],
        seconds: 120,
        ..CASE
    },
    Case {
        name: "scenes/painters-agree-phone",
        size: (390, 844),
        page: &[("el", "lang=ja")],
        steps: &[Js(AGREE)],
        seconds: 120,
        ..CASE
    },
    Case {
        name: "scenes/the-end-leads-to-the-next",
        page: &[("el", "lang=ja")],
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, { scenes } = await T.content(), texts = await T.content('ja');
            for (const [at, scene] of scenes.entries()) {
                await el.goTo(scene.id, 1); T.ok(!T.$('.onward'), `${scene.id}: no chip before the end`);
                await el.seek(el.duration - 0.15); await el.play();
                await T.until(`the end of ${scene.id}`, () => el.paused, 6000);
                T.near(el.currentTime, el.duration, 0.02, `time at the end of ${scene.id}`);
                const next = scenes[at + 1];
                if (!next) { await T.frame(); T.ok(!T.$('.onward'), 'nothing comes after the last scene'); break; }
                const chip = await T.until(`the chip after ${scene.id}`, () => T.$$('.onward').find(T.shown), 3000);
                T.eq(chip.dataset.scene, next.id, `after ${scene.id}`);
                T.ok(chip.textContent.includes(texts.scenes[next.id].nav), `it names the next scene: ${chip.textContent}`);
                T.ok(T.$$(`.scene[data-scene="${scene.id}"] .seen`).length, `${scene.id} is marked as seen`);
                chip.click();
                await T.until(`${next.id} to play`, () => el.currentScene === next.id && el.currentStep === 1 && !el.paused && el.currentTime > 0, 4000);
                T.ok(!T.$('.onward'), 'the chip goes'); await el.pause();
            }
        "#)],
        ..CASE
    },
    Case {
        name: "scenes/reduced-motion-is-a-storyboard",
        page: &[("flags", "reduced"), ("el", "lang=ja")],
        size: (560, 760),
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const el = T.el, { scenes } = await T.content();
            for (const scene of scenes) {
                await T.open(scene.id, 4);
                const { start } = scene.steps[3];
                await el.seek(start + 0.5); await el.play(); await T.sleep(200);
                const a = T.pixels(), from = el.currentTime; await T.sleep(500); const b = T.pixels();
                T.ok(el.currentTime > from && el.currentStep === 4, `${scene.id}: time runs within the step (${from} → ${el.currentTime})`);
                T.eq(T.differing(a, b, 2), 0, `${scene.id}: a storyboard stands still; share that differs`);
                await el.pause();
                const c = await T.grab(scene.steps[4].start + 0.2);
                T.ok(T.differing(a, c, 20) > 0.0005, `${scene.id}: the next step shows another picture`);
            }
        "#)],
        ..CASE
    },
];

/// The canvas at the moment of each still, and the still's file drawn to a canvas of the same size. Two rasterisers
/// smooth edges differently; what is drawn is the same.
const AGREE: &str = r#"
    // Of 255; share of values that differ by more than 64. Firefox sets the edges of a still's many small rings apart.
    const [MEAN, OUTLIERS] = navigator.userAgent.includes('Firefox') ? [4.5, 0.025] : [4, 0.0125];
    await T.tier('live'); await T.drawn(); const el = T.el, canvas = T.$('canvas[data-stage]');
    const theme = el.getAttribute('theme') === 'dark' ? 'dark' : 'light', shape = innerWidth < 560 ? '-narrow' : '';
    // Not every engine's window gets as narrow as the phone that the narrow stills are baked for.
    if (shape) { el.style.width = '390px'; await T.sleep(150); await T.drawn(); }
    const { scenes } = await T.content(), bad = [];
    for (const scene of scenes) {
        await T.open(scene.id);
        for (const [at, { still }] of scene.steps.entries()) {
            const a = await T.grab(still);
            const image = new Image(); image.src = `dist/stills/${scene.id}-${at + 1}-${theme}${shape}.svg`; await image.decode();
            const other = document.createElement('canvas'); other.width = canvas.width; other.height = canvas.height;
            // As the still lies in its stage: cover, from the middle.
            const ratio = image.naturalWidth / image.naturalHeight, scale = Math.max(other.width / ratio, other.height);
            const [w, h] = [scale * ratio, scale];
            other.getContext('2d').drawImage(image, (other.width - w) / 2, (other.height - h) / 2, w, h);
            const b = other.getContext('2d').getImageData(0, 0, other.width, other.height).data;
            let sum = 0, out = 0; for (let i = 0; i < a.length; i++) { const d = Math.abs(a[i] - b[i]); sum += d; if (d > 64) out++; }
            const mean = sum / a.length, outliers = out / a.length;
            // The drawings of microglia have always agreed this well in every engine.
            const [most, share] = scene.id === 'microglia' ? [3, 0.0125] : [MEAN, OUTLIERS];
            if (!(mean <= most && outliers <= share)) bad.push(`${scene.id} ${at + 1}: mean ${mean.toFixed(2)}, outliers ${(outliers * 100).toFixed(2)} %`);
        }
    }
    T.eq(bad, [], 'canvas and still differ');
"#;

/// A page on which no other part of the program can be had: code that ended up in a wrong part is missed.
const fn alone(page: &'static [(&'static str, &'static str)], name: &'static str) -> Case {
    Case {
        name,
        page,
        seconds: 60,
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const el = T.el, { scenes } = await T.content(), id = el.currentScene;
            const steps = scenes.find(scene => scene.id === id)?.steps ?? [];
            for (const [n, { start, end }] of steps.entries()) {
                await el.goTo(id, n + 1);
                for (const part of [0.2, 0.5, 0.8]) { await el.seek(start + (end - start) * part); await T.frame(); }
                await T.quiet();
            }
            T.eq(el.dataset.tier, 'live', 'tier');
        "#)],
        ..CASE
    }
}
