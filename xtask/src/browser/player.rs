//! What a visitor touches: buttons, scrubber, keys, sheets, settings, and what must not happen to the page around.

use super::{CASE, Case, Step::*};

/// Player, keyboard, conditions of the visitor.
pub const CASES: &[Case] = &[
    Case {
        name: "player/buttons",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            T.click('.start'); await T.until('playing', () => !el.paused, 3000); await T.until('the start button to go', () => !T.shown(T.$('.start')), 2000);
            T.click('[data-action="play"]'); await T.until('paused', () => el.paused, 3000);
            await el.goTo('microglia', 3);
            T.click('[data-action="next"]'); await T.until('step 4', () => el.currentStep === 4, 3000);
            T.click('[data-action="previous"]'); await T.until('step 3', () => el.currentStep === 3, 3000);
            for (let i = 0; i < 9; i++) { T.click('[data-action="next"]'); await T.frame(); }
            T.eq(el.currentStep, 7, 'the last step holds');
            for (let i = 0; i < 9; i++) { T.click('[data-action="previous"]'); await T.frame(); }
            T.eq([el.currentStep, el.currentTime], [1, 0], 'the first step holds');
        "#)],
        ..CASE
    },
    Case {
        name: "player/replay",
        size: (1180, 820),
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.seek(73.6); await el.play(); await T.until('the end', () => el.paused, 6000);
            const replay = T.$$('[data-action="replay"]').find(T.shown) || T.$$('[data-action="play"]').find(T.shown);
            replay.click(); await T.until('playing from the start', () => !el.paused && el.currentTime < 4, 3000);
        "#)],
        ..CASE
    },
    Case {
        name: "player/scrubber",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, scrub = T.$('input[data-scrub]');
            T.ok(scrub, 'there is a scrubber');
            T.ok(scrub.getAttribute('aria-label') || scrub.labels?.length || scrub.getAttribute('aria-labelledby'), 'it has a name');
            const set = async share => {
                const min = Number(scrub.min || 0), max = Number(scrub.max || 100);
                scrub.value = String(min + share * (max - min));
                scrub.dispatchEvent(new Event('input', { bubbles: true, composed: true })); await T.frame(); await T.frame();
            };
            await set(0.5); T.near(el.currentTime, 37, 0.6, 'half way'); T.eq(el.currentStep, 4, 'step');
            await set(1); T.near(el.currentTime, 74, 0.01, 'end');
            await set(0); T.near(el.currentTime, 0, 0.01, 'start');
            await el.seek(55.5); await T.sleep(250);
            T.near((scrub.value - (scrub.min || 0)) / ((scrub.max || 100) - (scrub.min || 0)), 55.5 / 74, 0.02, 'the scrubber follows');
        "#)],
        ..CASE
    },
    Case {
        name: "player/speed",
        size: (1180, 820),
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, rates = [];
            for (let i = 0; i < 3; i++) {
                await el.seek(0); await el.play(); await T.sleep(150);
                const t = el.currentTime, now = performance.now(); await T.sleep(900);
                rates.push((el.currentTime - t) / ((performance.now() - now) / 1000)); await el.pause();
                T.click('[data-action="speed"]'); await T.sleep(60);
            }
            rates.sort((a, b) => a - b);
            // Busy machines play slower, never faster; neighbours still differ by far.
            T.ok(rates[0] < 0.6 && rates[1] < 1.15 && rates[2] < 2.3, `not faster than told: ${rates}`);
            T.ok(rates[1] > rates[0] * 1.3 && rates[2] > rates[1] * 1.3, `three speeds: ${rates}`);
        "#)],
        ..CASE
    },
    Case {
        name: "player/caption-and-description-follow",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, captions = new Set(), told = new Set();
            for (let step = 1; step <= 7; step++) {
                await el.goTo('microglia', step); await T.sleep(60);
                captions.add(T.$('[data-caption]').textContent.trim());
            }
            T.eq(captions.size, 7, 'captions'); T.ok([...captions].every(text => text.length > 8), 'none is empty');
            const live = T.$('[data-live]');
            T.ok(live, 'there is a live description'); T.eq(live.getAttribute('aria-live'), 'polite', 'aria-live');
            for (const step of [1, 3, 6]) { await el.goTo('microglia', step); await T.sleep(1300); told.add(live.textContent.trim()); }
            T.eq(told.size, 3, `descriptions: ${[...told].join(' / ')}`);
            T.ok([...told].every(text => text.length > 8), 'none is empty');
        "#)],
        ..CASE
    },
    Case {
        name: "player/lanes",
        steps: &[Js(r#"
            await T.tier('live'); await T.el.goTo('microglia', 6); await T.sleep(120);
            const canvas = T.$('canvas[data-stage]');
            const sum = () => { const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data; let s = 0; for (let i = 0; i < data.length; i += 401) s += data[i] * (i % 97); return s; };
            const seen = new Set();
            for (const lane of ['lane-without', 'lane-with', 'lane-both']) {
                const button = T.$$(`[data-action="${lane}"]`).find(T.shown);
                if (!button) continue;
                button.click(); await T.sleep(900); seen.add(sum());
                T.ok(/true/.test(button.getAttribute('aria-pressed') || button.getAttribute('aria-checked') || button.getAttribute('aria-selected')), `${lane} is marked`);
            }
            T.ok(seen.size >= 2, 'the lanes look different');
        "#)],
        ..CASE
    },
    Case {
        name: "player/assumed-effect-moves-the-picture",
        steps: &[Js(r#"
            await T.tier('live'); await T.el.seek(65.5);
            const canvas = T.$('canvas[data-stage]'), input = T.$('input[data-effect]');
            T.ok(input, 'there is a slider of the assumed effect');
            const copy = () => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.slice();
            const set = async share => {
                input.value = String(Number(input.min || 0) + share * (Number(input.max || 100) - Number(input.min || 0)));
                input.dispatchEvent(new Event('input', { bubbles: true, composed: true })); await T.sleep(900);
            };
            await set(0); const none = copy(); await set(1); const full = copy();
            let changed = 0; for (let i = 0; i < none.length; i += 4) if (Math.abs(none[i] - full[i]) + Math.abs(none[i + 1] - full[i + 1]) > 30) changed++;
            T.ok(changed / (none.length / 4) > 0.01, `share of changed pixels: ${changed / (none.length / 4)}`);
        "#)],
        ..CASE
    },
    Case {
        name: "player/actor-names-itself-with-source",
        size: (1180, 820),
        steps: &[Js(r#"
            await T.tier('live'); await T.el.goTo('microglia', 4); await T.sleep(200);
            const actor = T.$('[data-actor="microglia"]');
            T.ok(actor, 'the cell can be touched'); T.ok((actor.getAttribute('aria-label') || actor.textContent).includes('ミクログリア'), 'it has a name');
            actor.focus(); await T.sleep(100); actor.click(); await T.sleep(300);
            const note = T.visibleText();
            T.ok(/ミクログリア/.test(note), 'name'); T.ok(/https?:\/\/|doi|出典/.test(note + T.$$('a').map(a => a.href).join()), 'source');
        "#)],
        ..CASE
    },
    Case {
        name: "sheets/open-close-and-give-focus-back",
        steps: &[
            Js(r#"
                await T.tier('live');
                for (const name of ['settings', 'help', 'risk', 'ask', 'sources']) {
                    const button = T.$$(`[data-action="${name}"]`).find(T.shown);
                    T.ok(button, `a visible button for ${name}`);
                    button.focus(); button.click();
                    const sheet = await T.until(`the sheet ${name}`, () => T.$$('[role="dialog"], dialog').find(T.shown), 3000);
                    T.ok(sheet.textContent.trim().length > 20, `${name} has text`);
                    T.ok(sheet.getAttribute('aria-label') || sheet.getAttribute('aria-labelledby'), `${name} has a name`);
                    const close = T.$$('[data-action="close"]').find(T.shown); T.ok(close, `${name} can be closed`);
                    close.click(); await T.until(`${name} to close`, () => !T.$$('[role="dialog"], dialog').find(T.shown), 3000);
                    await T.sleep(60);
                    T.eq(T.root.activeElement?.dataset.action, name, 'focus goes back');
                }
                T.$$('[data-action="risk"]').find(T.shown).focus();
            "#),
            Keys("Enter"),
            Js(
                "await T.until('the risks', () => T.$$('[role=\"dialog\"], dialog').find(T.shown), 3000); await T.sleep(150);",
            ),
            Keys("Escape"),
            Js(
                "await T.until('closed by Esc', () => !T.$$('[role=\"dialog\"], dialog').find(T.shown), 3000);",
            ),
        ],
        ..CASE
    },
    Case {
        name: "keys/inside",
        steps: &[
            Js(
                "await T.tier('live'); await T.el.goTo('microglia', 3); T.$$('[data-action=\"help\"]').find(T.shown).focus(); T.root.activeElement || (() => { throw new Error('focus') })();",
            ),
            Keys("ArrowRight"),
            Js("await T.until('step 4 by →', () => T.el.currentStep === 4, 3000);"),
            Keys("ArrowLeft"),
            Js("await T.until('step 3 by ←', () => T.el.currentStep === 3, 3000);"),
            Keys("End"),
            Js("await T.until('the end by End', () => T.el.currentStep === 7, 3000);"),
            Keys("Home"),
            Js(
                "await T.until('the start by Home', () => T.el.currentStep === 1 && T.el.currentTime === 0, 3000); T.$('[data-action=\"play\"]').focus();",
            ),
            Keys("Space"),
            Js(
                "await T.until('playing by Space', () => !T.el.paused, 3000); await T.sleep(200); T.ok(!T.el.paused, 'Space acts once');",
            ),
            Keys("Space"),
            Js("await T.until('paused by Space', () => T.el.paused, 3000);"),
        ],
        ..CASE
    },
    Case {
        name: "keys/not-outside",
        page: &[(
            "after",
            "<button id=outside>x</button><div class=tall></div>",
        )],
        steps: &[
            Js("await T.tier('live'); document.getElementById('outside').focus();"),
            Keys("ArrowRight End Space Escape"),
            Js(
                "await T.sleep(200); T.eq([T.el.currentStep, T.el.paused, T.el.currentTime], [1, true, 0], 'nothing happens from outside');",
            ),
        ],
        ..CASE
    },
    Case {
        name: "keys/not-on-a-control-that-uses-them",
        steps: &[
            Js(
                "await T.tier('live'); await T.el.goTo('microglia', 3); T.$('input[data-scrub]').focus();",
            ),
            Keys("ArrowRight"),
            Js(
                "await T.sleep(200); const t = T.el.currentTime; T.ok(t > 18 && t < 28, `the scrubber moves by itself, not by a step: ${t}`);",
            ),
        ],
        ..CASE
    },
    Case {
        name: "keys/all-by-tab-with-visible-focus",
        size: (1180, 820),
        steps: &[
            Js(
                "await T.tier('live'); await T.sleep(200); T.seen = []; T.note = () => { const a = T.root.activeElement; if (!a) return; const s = getComputedStyle(a), b = a.getBoundingClientRect(); T.seen.push({ name: a.dataset.action || a.dataset.actor || a.className || a.type, outline: parseFloat(s.outlineWidth) || 0, style: s.outlineStyle, x: b.x, y: b.y, shadow: s.boxShadow, host: !!a.closest('label, .actor') || 'scrub' in a.dataset }); }; T.root.addEventListener('focusin', () => T.note());",
            ),
            Keys("Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab"),
            Js(r#"
                T.ok(T.seen.length >= (engine === 'webkit' ? 0 : 8), `Tab visits the controls: ${T.seen.map(s => s.name)}`);
                const hidden = T.seen.filter(s => !(s.outline >= 2.5 && s.style !== 'none') && s.shadow === 'none' && !s.host);
                T.eq(hidden.map(s => s.name), [], 'focus that cannot be seen');
            "#),
        ],
        ..CASE
    },
    Case {
        name: "focus/is-not-taken-on-load",
        page: &[
            ("before", "<input id=field>"),
            ("el", "lang=ja scene=microglia loading=eager"),
        ],
        world: "slow",
        steps: &[Js(
            "document.getElementById('field').focus(); await T.tier('live'); await T.sleep(200); T.eq(document.activeElement.id, 'field', 'focus');",
        )],
        ..CASE
    },
    Case {
        name: "scroll/page-keeps-wheel-and-touch",
        page: &[("after", "<div class=tall></div>")],
        steps: &[
            Js(r#"
                await T.tier('live'); scrollTo(0, 0);
                const stage = T.$('.stage'), canvas = T.$('canvas[data-stage]');
                for (let node = canvas; node && node !== T.root; node = node.parentElement) {
                    const action = getComputedStyle(node).touchAction;
                    T.ok(/auto|pan-y|manipulation/.test(action), `touch-action ${action} on ${node.className || node.localName}`);
                    if (node === stage) break;
                }
                for (const node of [canvas, stage, ...T.$$('[data-actor]').slice(0, 2)]) {
                    for (const type of ['wheel', 'touchstart', 'touchmove']) {
                        const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
                        node.dispatchEvent(event); T.ok(!event.defaultPrevented, `${type} is left to the page`);
                    }
                }
            "#),
            Wheel("T.$('.stage')", 300),
            Js("await T.until('the page to scroll', () => scrollY > 100, 3000);"),
        ],
        ..CASE
    },
    Case {
        name: "quiet/paused-asks-for-no-frames",
        steps: &[Js(r#"
            await T.tier('live'); await T.el.goTo('microglia', 5); await T.sleep(1500);
            const before = T.frames.requested; await T.sleep(700);
            T.eq(T.frames.requested - before, 0, 'frames asked for while paused'); T.eq(T.frames.pending.size, 0, 'pending');
        "#)],
        ..CASE
    },
    Case {
        name: "quiet/off-screen-asks-for-no-frames",
        page: &[("after", "<div class=tall></div><div class=tall></div>")],
        steps: &[Js(r#"
            await T.tier('live'); await T.el.play(); await T.sleep(300);
            T.ok(T.frames.requested > 3, 'it plays');
            scrollTo(0, 3600); await T.sleep(500);
            const before = T.frames.requested, time = T.el.currentTime; await T.sleep(700);
            T.eq(T.frames.requested - before, 0, 'frames asked for off screen'); T.eq(T.el.currentTime, time, 'time stands');
            scrollTo(0, 0); await T.sleep(300);
            T.ok(T.el.currentTime < time + 1.5, 'no jump on return');
        "#)],
        ..CASE
    },
    Case {
        name: "quiet/hidden-tab-asks-for-no-frames",
        steps: &[Js(r#"
            await T.tier('live'); await T.el.play(); await T.sleep(300);
            let state = 'hidden';
            Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
            Object.defineProperty(document, 'hidden', { get: () => state === 'hidden', configurable: true });
            document.dispatchEvent(new Event('visibilitychange')); await T.sleep(150);
            const before = T.frames.requested, time = T.el.currentTime; await T.sleep(600);
            T.eq(T.frames.requested - before, 0, 'frames asked for while hidden'); T.eq(T.el.currentTime, time, 'time stands');
            state = 'visible'; document.dispatchEvent(new Event('visibilitychange')); await T.sleep(300);
            T.ok(T.el.currentTime < time + 1.5, 'no jump on return');
        "#)],
        ..CASE
    },
    Case {
        name: "motion/reduced-starts-as-storyboard",
        page: &[("flags", "reduced")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el; await T.sleep(300);
            await el.seek(28.5); await el.play(); await T.sleep(300);
            const a = T.pixels(), from = el.currentTime; await T.sleep(1200); const b = T.pixels();
            T.ok(el.currentTime > from && el.currentStep === 4, `time runs within the step (${from} → ${el.currentTime})`);
            let differing = 0; for (let i = 0; i < a.length; i++) if (Math.abs(a[i] - b[i]) > 2) differing++;
            T.eq(differing, 0, 'values that differ: a storyboard stands still');
            await el.pause();
            await el.goTo('microglia', 5); await T.sleep(700);
            T.eq(el.currentStep, 5, 'steps work');
            // The storyboard shows the step's still, as its picture file does.
            T.ok(el.currentTime >= 40 && el.currentTime < 54, `time ${el.currentTime}`);
        "#)],
        ..CASE
    },
    Case {
        name: "storage/refused-is-no-obstacle",
        page: &[("flags", "no-storage")],
        steps: &[Js(r#"
            await T.tier('live'); await T.ready();
            T.click('[data-action="speed"]'); await T.sleep(100);
            T.eq(T.errors, [], 'errors'); T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
        "#)],
        ..CASE
    },
    Case {
        name: "storage/choices-survive-a-reload",
        size: (1180, 820),
        page: &[("flags", "keep")],
        steps: &[
            Js("localStorage.clear();"),
            Reload,
            Js(r#"
                await T.tier('live'); T.click('[data-action="speed"]'); await T.sleep(200);
                sessionStorage.label = T.$$('[data-action="speed"]').find(T.shown).textContent;
                await T.el.goTo('microglia', 4); await T.sleep(100);
                T.eq(Object.keys(localStorage), ['exosome-explainer'], 'one key');
                T.ok(!/microglia|"ja"|step/.test(localStorage['exosome-explainer']), `never language, scene or step: ${localStorage['exosome-explainer']}`);
            "#),
            Reload,
            Js(r#"
                await T.tier('live'); await T.sleep(150);
                T.eq(T.$$('[data-action="speed"]').find(T.shown).textContent, sessionStorage.label, 'speed');
                T.eq(T.el.currentStep, 1, 'step is not kept');
                for (const broken of ['{', '[]', '{"speed":"x","text":-5,"theme":{},"motion":null}', 'null', '"x"', '1e999']) {
                    localStorage['exosome-explainer'] = broken;
                    const el = T.make({ lang: 'ja', scene: 'microglia', loading: 'eager' }); await T.tier('live', el); el.remove();
                }
                localStorage.clear();
            "#),
        ],
        ..CASE
    },
    Case {
        name: "shift/none-while-playing",
        size: (390, 844),
        page: &[(
            "css",
            "<link rel=stylesheet href=dist/exosome-explainer.css>",
        )],
        steps: &[Js(NO_SHIFT)],
        ..CASE
    },
    Case {
        name: "shift/none-while-playing-wide",
        size: (1180, 820),
        page: &[(
            "css",
            "<link rel=stylesheet href=dist/exosome-explainer.css>",
        )],
        steps: &[Js(NO_SHIFT)],
        ..CASE
    },
    Case {
        name: "fit/phone-390-ja-text-200",
        size: (390, 844),
        page: &[("flags", "big-text")],
        steps: &[Js(FITS)],
        ..CASE
    },
    Case {
        name: "fit/phone-360-ja",
        size: (360, 780),
        steps: &[Js(FITS)],
        ..CASE
    },
    Case {
        name: "fit/phone-360-en",
        size: (360, 780),
        page: &[("el", "lang=en scene=microglia")],
        steps: &[Js(FITS)],
        ..CASE
    },
    Case {
        name: "fit/embed-760-ja",
        size: (760, 900),
        steps: &[Js(FITS)],
        ..CASE
    },
    Case {
        name: "fit/tablet-en",
        size: (1180, 820),
        page: &[("el", "lang=en scene=microglia")],
        steps: &[Js(FITS)],
        ..CASE
    },
];

/// Captions of several lengths come and go; nothing around them moves.
const NO_SHIFT: &str = r#"
    await T.tier('live'); const el = T.el;
    await el.play(); await T.sleep(300);
    for (const time of [7.7, 17.7, 27.7, 39.7, 53.7, 65.7]) { await el.seek(time); await T.sleep(600); }
    T.ok(!el.paused, 'it plays');
    T.still(0, 'layout shift while playing');
"#;

/// Nothing sticks out, every target is large enough, every control has a name.
const FITS: &str = r#"
    await T.tier('live'); const el = T.el;
    T.click('.start'); await T.sleep(200); await el.pause();
    for (let step = 1; step <= 7; step++) {
        await el.goTo('microglia', step); await T.sleep(80);
        T.ok(document.documentElement.scrollWidth <= innerWidth, `step ${step}: the page scrolls sideways by ${document.documentElement.scrollWidth - innerWidth}`);
        const host = el.getBoundingClientRect();
        for (const node of T.$$('button, h2, p, [data-caption], input, a')) {
            if (!T.shown(node) || node.closest('[role="dialog"], dialog, .sheet')) continue;
            const box = node.getBoundingClientRect();
            T.ok(box.right <= host.right + 1 && box.left >= host.left - 1, `step ${step}: ${node.dataset.action || node.className || node.localName} sticks out (${Math.round(box.left)}–${Math.round(box.right)})`);
        }
        const caption = T.$('[data-caption]').getBoundingClientRect(), stage = T.$('.stage').getBoundingClientRect();
        T.ok(caption.bottom <= host.bottom + 1, `step ${step}: the caption ends ${Math.round(caption.bottom - host.bottom)} px below the box`);
        T.ok(caption.top >= stage.bottom - 1 || caption.left >= stage.right - 1 || innerWidth >= 960, `step ${step}: the caption covers the stage`);
    }
    for (const control of T.$$('button, input, a')) {
        if (!T.shown(control) || control.closest('p, li, [data-caption]')) continue;
        const box = control.getBoundingClientRect(), name = control.getAttribute('aria-label') || control.textContent.trim() || control.labels?.[0]?.textContent || control.getAttribute('aria-labelledby') || control.title;
        T.ok(name, `${control.outerHTML.slice(0, 90)} has a name`);
        if (control.type === 'range' || control.dataset.actor) continue;
        T.ok(box.height >= 43.5 && box.width >= 43.5, `target of 44 px: ${control.dataset.action || control.className}: ${box.width}×${box.height}`);
    }
"#;
