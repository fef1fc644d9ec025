//! What can be tried in a scene changes its picture, and favours nobody: true scale, a push of one's own, the assumed
//! effect, and both lanes alike where no effect is assumed; the places of the two studies, what is lit, the edge of the
//! band, the plot that is read out.

use super::{CASE, Case, Step::*};

/// Switches and sliders of the scenes.
pub const CASES: &[Case] = &[
    Case {
        name: "tries/what-matters-becomes-a-question",
        page: &[("el", "lang=ja")],
        steps: &[
            Js(r#"
            await T.tier('live'); const texts = await T.content('ja'), { values } = await T.content();
            T.click('[data-action="ask"]'); const sheet = await T.until('the sheet', T.sheet, 3000);
            T.items = () => [...sheet.querySelectorAll('.sheet-body > ol > li')].map(li => li.textContent);
            const own = T.items(), button = id => sheet.querySelector(`[data-action="value"][data-value="${id}"]`);
            T.eq(own, texts.questions, 'before');
            T.eq(values.map(id => button(id).textContent), values.map(id => texts.values[id]), 'what can matter');
            for (const id of ['harm', 'daily']) { button(id).click(); await T.frame(); }
            T.eq(T.items(), [texts['value-questions'].harm, texts['value-questions'].daily, ...own], 'as they were chosen, first');
            T.eq(values.filter(id => button(id).getAttribute('aria-pressed') === 'true'), ['daily', 'harm'], 'said to be chosen');
            button('harm').click(); await T.frame(); button('cost').focus();
        "#),
            Keys("Enter"),
            Js(r#"
            const texts = await T.content('ja');
            await T.until('chosen by key', () => T.items()[1] === texts['value-questions'].cost, 3000);
            T.eq(T.items()[0], texts['value-questions'].daily, 'and the other taken back');
            T.eq(Object.values(localStorage).join().includes('cost'), false, 'kept nowhere');
        "#),
        ],
        ..CASE
    },
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
    Case {
        name: "tries/the-two-studies-change-places",
        size: (390, 844),
        page: &[("el", "lang=ja scene=evidence")],
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); const el = T.el; await T.open('evidence', 3);
            const { steps } = (await T.content()).scenes.find(scene => scene.id === 'evidence'); await el.seek(steps[2].still);
            const rest = async () => { await T.frame(); await T.quiet(); return T.pixels(); };
            const words = (await T.content('ja')).scenes.evidence.labels;
            const x = id => T.$$('.overlay .label').find(node => node.textContent === words[id] && T.shown(node)).getBoundingClientRect().x;
            T.click('[data-action="effect"]'); await T.until('the unfolded part', () => T.$$('.effect').some(T.shown), 3000);
            const before = await rest(); T.ok(x('report') < x('trial'), 'the report is on the left');
            const button = T.click('[data-action="swap"]'), turned = await rest();
            T.eq(button.getAttribute('aria-pressed'), 'true', 'the switch says so');
            T.ok(x('trial') < x('report'), 'the trial is on the left'); T.ok(T.differing(before, turned) > 0.01, 'the picture follows');
            T.ok(/左が29人/.test(T.$('[data-description]').textContent), T.$('[data-description]').textContent);
            T.click('[data-action="swap"]'); T.near(T.differing(before, await rest(), 8), 0, 0.0005, 'share that differs, and back');
        "#)],
        ..CASE
    },
    Case {
        name: "tries/what-is-asked-about-lights-its-rung",
        size: (1180, 820),
        page: &[("el", "lang=en scene=evidence")],
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); await T.open('evidence', 7);
            const rest = async () => { await T.frame(); await T.quiet(); return T.pixels(); };
            const told = () => T.$('[data-description]').textContent, rungs = (await T.content('en')).scenes.evidence.labels;
            const before = await rest(), seen = [];
            for (const [actor, rung] of [['animal-drip', 'rung-animal'], ['trial-29', 'rung-controlled'], ['rung-cell', 'rung-cell']]) {
                T.click(`.spot[data-actor="${actor}"]`); const lit = await rest();
                T.ok(T.differing(before, lit) > 0.002, `${actor}: ${T.differing(before, lit)}`);
                for (const other of seen) T.ok(T.differing(other, lit) > 0.002, `${actor} looks its own`);
                seen.push(lit); T.ok(told().includes(`“${rungs[rung]}”`), told());
            }
            await T.close(); T.near(T.differing(before, await rest(), 8), 0, 0.0005, 'share that differs when the card is closed');
            T.ok(!told().includes('“'.concat(rungs['rung-cell'])), told());
        "#)],
        ..CASE
    },
    Case {
        name: "tries/an-edge-of-the-band-can-be-assumed",
        size: (390, 844),
        page: &[("el", "lang=ja scene=routes")],
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); await T.open('routes', 4);
            const rest = async () => { await T.frame(); await T.quiet(); return T.pixels(); };
            const words = (await T.content('ja')).scenes.routes.labels, told = () => T.$('[data-description]').textContent;
            const named = id => T.$$('.overlay .label').some(node => node.textContent === words[id] && T.shown(node));
            T.click('[data-action="effect"]'); await T.until('the unfolded part', () => T.$$('.effect').some(T.shown), 3000);
            const choose = async n => { T.click(`[data-action="edge"][data-value="${n}"]`); return await rest(); };
            const before = await rest(); T.ok(!/仮定/.test(told()), told()); T.ok(named('in-blood'), 'the row has its name');
            for (const [n, id] of [[1, 'in-blood-short'], [2, 'in-blood-long']]) {
                const now = await choose(n); T.ok(T.differing(before, now) > 0.003, `${id}: ${T.differing(before, now)}`);
                T.eq(T.$$('[data-action="edge"]').map(it => it.getAttribute('aria-pressed')), [0, 1, 2].map(it => String(it === n)), 'pressed');
                T.ok(named(id), `${id} is written there`); T.ok(/仮定/.test(told()), told());
            }
            T.near(T.differing(before, await choose(0), 8), 0, 0.0005, 'share that differs, and back');
        "#)],
        ..CASE
    },
    Case {
        name: "tries/escape-takes-the-reading-away",
        size: (1180, 820),
        page: &[
            ("el", "lang=ja scene=routes"),
            ("before", "<button id=outside>x</button>"),
        ],
        steps: &[
            Js(r#"
                await T.tier('live'); await T.drawn(); await T.open('routes', 3);
                const canvas = T.$('canvas[data-stage]');
                T.line = () => T.$$('.overlay .hint').filter(T.shown).map(node => node.textContent).find(words => /分：血液/.test(words));
                T.rest = async () => { await T.frame(); await T.quiet(); };
                T.point = async (x) => {
                    const box = canvas.getBoundingClientRect(), at = { clientX: box.x + x * box.width, clientY: box.y + 0.86 * box.height };
                    canvas.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse', ...at })); await T.rest();
                };
                T.heard = T.listenersOn(document); await T.point(0.45); T.ok(T.line(), 'it is read out'); document.getElementById('outside').focus();
            "#),
            Keys("Escape"),
            Js(r#"
                await T.rest(); T.eq(T.line(), undefined, 'gone, wherever the focus is');
                T.$('.play').focus(); await T.point(0.5); T.ok(T.line(), 'and there again'); await T.el.play();
            "#),
            Keys("Escape"),
            Js(r#"
                await T.until('it to go', () => !T.line(), 3000); T.eq(T.el.paused, false, 'Esc did but that'); await T.el.pause(); await T.rest();
                await T.point(0.45); T.$('canvas[data-stage]').dispatchEvent(new PointerEvent('pointerout', { bubbles: true, composed: true, pointerType: 'mouse' }));
                T.eq(T.listenersOn(document), T.heard, 'nothing listens any more');
            "#),
        ],
        ..CASE
    },
    Case {
        name: "tries/the-plot-is-read-out",
        size: (1180, 820),
        page: &[("el", "lang=ja scene=routes")],
        steps: &[
            Js(r#"
                await T.tier('live'); await T.drawn(); await T.open('routes', 3);
                const canvas = T.$('canvas[data-stage]'), told = () => T.$('[data-description]').textContent;
                T.line = () => T.$$('.overlay .hint').filter(T.shown).map(node => node.textContent).find(words => /分：血液/.test(words));
                const point = (type, x, y, pointerType = 'mouse') => {
                    const box = canvas.getBoundingClientRect(), at = { clientX: box.x + x * box.width, clientY: box.y + y * box.height };
                    canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType, ...at }));
                };
                const rest = async () => { await T.frame(); await T.quiet(); return T.pixels(); };
                const before = await rest(); T.eq(T.line(), undefined, 'nothing is read out by itself');
                point('pointermove', 0.45, 0.86); const now = await rest();
                const first = T.line(); T.ok(/^\d+分：血液 \d+〜\d+%、局所 不明$/.test(first), first);
                T.ok(told().endsWith(first), told()); T.ok(T.differing(before, now) > 0.0003, 'a hair stands there');
                point('pointermove', 0.6, 0.86); await rest(); T.ok(T.line() !== first && parseInt(T.line()) > parseInt(first), T.line());
                point('pointerout', 0.6, 0.86); await rest(); T.eq(T.line(), undefined, 'the mouse is gone');
                point('pointerdown', 0.45, 0.86, 'touch'); point('pointerout', 0.45, 0.86, 'touch'); await rest(); T.eq(T.line(), first, 'a finger leaves it');
                point('pointerdown', 0.45, 0.3, 'touch'); await rest(); T.eq(T.line(), undefined, 'a touch elsewhere ends it');
                T.near(T.differing(before, T.pixels(), 8), 0, 0.0005, 'share that differs, and back');
                T.$('.spot[data-actor="blood-curve"]').focus(); await rest();
            "#),
            Keys("ArrowRight"),
            Js(r#"
                await T.frame(); await T.quiet(); T.one = parseInt(T.line()); T.ok(T.one > 0, T.line());
                const [plate, card] = ['.overlay .hint', '.card.actor'].map(it => T.$$(it).filter(T.shown).map(node => node.getBoundingClientRect())[0]);
                T.ok(!card || card.bottom < plate.top, 'the card leaves the plot in sight');
            "#),
            Keys("ArrowRight ArrowRight"),
            Js(r#"
                await T.frame(); await T.quiet(); T.eq(parseInt(T.line()), T.one + 2, 'minutes by key'); T.eq(T.el.currentStep, 3, 'the step stays');
                await T.until('it to be said', () => T.$('[data-live]').textContent === T.line(), 4000);
            "#),
            Keys("Home ArrowLeft"),
            Js("await T.frame(); await T.quiet(); T.eq(parseInt(T.line()), 0, 'the axis ends');"),
        ],
        ..CASE
    },
];
