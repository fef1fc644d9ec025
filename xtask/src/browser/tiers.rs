//! Live, still and text; a panic; other people's definitions; lazy start.

use super::{CASE, Case, Step::*};

const STRICT_TALK: &str = "T.clean();";

/// What stays on screen when something is refused.
pub const CASES: &[Case] = &[
    Case {
        name: "still/wasm-file-refused",
        world: "no-wasm-file",
        steps: &[Js(STILL)],
        ..CASE
    },
    Case {
        name: "still/wasm-file-refused-strict-phone",
        world: "strict-no-wasm-file",
        size: (390, 844),
        steps: &[Js(STILL)],
        ..CASE
    },
    Case {
        name: "still/wasm-file-refused-wide",
        world: "no-wasm-file",
        size: (1180, 820),
        steps: &[Js(STILL)],
        ..CASE
    },
    Case {
        name: "still/policy-without-wasm",
        world: "no-wasm-policy",
        // The refusal itself is reported as a violation.
        unclean: true,
        steps: &[Js(r#"
            await T.until('a tier', () => T.el.dataset.tier, 20000);
            // This WebKitGTK compiles WebAssembly whatever the policy says: then live is right.
            if (engine === 'webkit' && T.el.dataset.tier === 'live') return;
            T.eq(T.el.dataset.tier, 'still', 'tier'); await T.ready();
            T.eq(T.violations.filter(v => !/wasm|script-src/.test(v)), [], 'other violations');
            await T.until('the picture', () => T.picture());
            await T.el.goTo('microglia', 2); T.eq(T.el.currentStep, 2, 'step');
            "#)],
        ..CASE
    },
    Case {
        name: "still/no-webassembly-at-all",
        page: &[("flags", "no-wasm")],
        steps: &[Js(
            "await T.tier('still'); await T.ready(); await T.until('the picture', () => T.picture()); T.eq(T.errors, [], 'errors');",
        )],
        ..CASE
    },
    Case {
        name: "still/box-is-the-posters",
        world: "no-wasm-file",
        page: &[("css", CSS)],
        size: (390, 844),
        steps: &[Js(r#"
            const box = node => { const { x, y, width, height } = node.getBoundingClientRect(); return [x, y, width, height].map(Math.round); };
            await T.until('the poster or the still', () => T.picture());
            const shifted = T.shift, before = [box(T.el), box(T.$('.stage'))];
            await T.tier('still'); await T.sleep(300);
            T.eq([box(T.el), box(T.$('.stage'))], before, 'rectangles'); T.still(shifted);
            await T.el.goTo('microglia', 5); await T.sleep(300);
            T.eq(box(T.$('.stage')), before[1], 'stage at another step'); T.still(shifted);
        "#)],
        ..CASE
    },
    Case {
        name: "still/calls-before-load-and-clicks",
        world: "no-wasm-file",
        steps: &[Js(r#"
            const el = T.el;
            await Promise.all([el.goTo('microglia', 3), el.goTo('microglia', 4)]);
            await T.tier('still'); T.eq(el.currentStep, 4, 'queued calls ran');
            T.click('[data-action="next"]'); await T.until('step 5', () => el.currentStep === 5, 3000);
            T.click('[data-action="previous"]'); await T.until('step 4', () => el.currentStep === 4, 3000);
            await T.rejects(el.goTo('nonsense'), /nonsense/, 'a wrong name');
            await T.rejects(el.goTo('microglia', 9), /9|7/, 'a wrong step');
            await el.goTo('microglia', null); T.eq(el.currentStep, 1, 'null is no step'); await el.goTo('microglia', 3);
            await T.rejects(el.seek(NaN), /\S{3}/, 'NaN');
            await el.seek(50); T.eq(el.currentStep, 5, 'seek');
            T.eq(el.duration, 74, 'duration'); T.eq(el.paused, true, 'paused');
        "#)],
        ..CASE
    },
    Case {
        name: "still/english-and-dark",
        world: "no-wasm-file",
        page: &[("el", "lang=en scene=microglia theme=dark step=5")],
        steps: &[Js(r#"
            await T.tier('still'); await T.until('the picture', () => T.picture());
            await T.until('the dark picture of step 5', () => /microglia-5-dark(-narrow)?\.svg$/.test(T.picture()?.src), 5000);
            T.ok(!/[ぁ-ん]/.test(T.visibleText().replace(/日本語/g, '')), 'English');
        "#)],
        ..CASE
    },
    Case {
        name: "live/wrong-mime-is-no-obstacle",
        world: "wrong-mime",
        steps: &[Js(
            "await T.tier('live'); await T.ready(); T.eq(T.errors, [], 'errors');",
        )],
        ..CASE
    },
    Case {
        name: "text/everything-refused",
        world: "nothing",
        steps: &[Js(TEXT)],
        ..CASE
    },
    Case {
        name: "text/still-refused-too",
        world: "no-still",
        steps: &[Js(TEXT)],
        ..CASE
    },
    Case {
        name: "text/script-refused",
        page: &[("loader", "missing.js")],
        steps: &[Js(r#"
            await T.sleep(300);
            T.ok(T.shown(document.getElementById('own')), 'the page\'s own text is read');
            T.near(T.el.getBoundingClientRect().height, document.getElementById('own').getBoundingClientRect().height, 40, 'no box without the sheet');
        "#)],
        ..CASE
    },
    Case {
        name: "crash/picture-and-text-stay",
        page: &[("flags", "crash")],
        unclean: true,
        steps: &[Js(r#"
            await T.tier('live'); await T.el.goTo('microglia', 5);
            T.console.length = 0; T.events.length = 0;
            const module = await T.import('dist/engine.js');
            const victim = new module.Explainer(() => {});
            try { victim.crash(); } catch { /* the module is dead now */ }
            await T.until('the still tier', () => T.el.dataset.tier === 'still' || T.el.dataset.tier === 'text', 8000);
            T.eq(T.el.dataset.tier, 'still', 'tier');
            await T.until('a picture', () => T.picture());
            T.eq(T.el.currentStep, 5, 'the place is kept');
            T.ok(T.visibleText().length > 80, 'text is there');
            const errors = T.failures();
            T.eq(errors.length, 1, 'error events');
            T.eq(typeof errors[0].detail.kind, 'string', 'kind'); T.eq(typeof errors[0].detail.message, 'string', 'message');
            const said = T.console.filter(l => l.level === 'error' || l.level === 'warn');
            T.eq(said.length, 1, `console lines (${T.said()})`);
            await T.el.goTo('microglia', 2); T.eq(T.el.currentStep, 2, 'goTo goes on');
            const more = T.make({ lang: 'ja', scene: 'microglia', loading: 'eager' });
            await T.tier('still', more);
            "#)],
        ..CASE
    },
    Case {
        name: "parts/what-cannot-be-had-is-shown-as-stills",
        world: "no-routes",
        unclean: true,
        steps: &[Js(r#"
            await T.tier('live'); await T.el.goTo('microglia', 3); await T.quiet(); T.events.length = 0; T.console.length = 0;
            await T.el.goTo('routes', 2); await T.tier('still'); await T.until('a picture', () => T.picture());
            T.eq([T.el.currentScene, T.el.currentStep], ['routes', 2], 'the place is kept');
            T.eq(T.failures().map(e => e.detail.kind), ['load'], 'error event');
            T.ok(/routes/.test(T.failures()[0].detail.message), 'the message names the part');
            T.eq(T.console.filter(l => l.level === 'error' && /exosome-explainer:/.test(l.text)).length, 1, `console lines (${T.said()})`);
            "#)],
        ..CASE
    },
    Case {
        name: "crash/while-playing-stops-everything",
        unclean: true,
        steps: &[Js(r#"
            await T.tier('live'); await T.el.seek(20); await T.el.play(); await T.until('time to go on', () => T.el.currentTime > 20.2, 6000);
            const module = await T.import('dist/engine.js');
            const victim = new module.Explainer(() => {});
            try { victim.crash(); } catch { /* as wished */ }
            await T.tier('still'); await T.sleep(300);
            const before = T.frames.requested; await T.sleep(500);
            T.eq(T.frames.requested, before, 'frames asked for after the crash');
            T.ok(T.el.currentTime > 20.2, `the time is kept: ${T.el.currentTime}`); T.eq(T.el.paused, true, 'paused');
            T.eq(T.named('pause').map(e => e.detail), [{ scene: 'microglia', time: T.el.currentTime }], 'pause');
            T.eq(T.errors.filter(e => !/unreachable|panic|crash|RuntimeError|rehears/i.test(e)), [], 'other errors');
            "#)],
        ..CASE
    },
    Case {
        name: "lazy/below-the-first-screen",
        page: &[("before", "<div class=tall></div>"), ("css", CSS)],
        steps: &[Js(r#"
                await T.sleep(800);
                const loaded = performance.getEntriesByType('resource').filter(e => /engine/.test(e.name));
                T.eq(loaded.length, 0, 'nothing of the engine is loaded'); T.ok(!T.el.dataset.tier, 'no tier');
                T.el.scrollIntoView(); await T.tier('live');
                T.still();
            "#)],
        ..CASE
    },
    Case {
        name: "lazy/interaction-plays-in-the-same-gesture",
        page: &[("el", "lang=ja scene=microglia loading=interaction")],
        steps: &[
            Js(
                "await T.until('the start button', () => T.shown(T.$('.start'))); await T.sleep(500); T.ok(!T.el.dataset.tier, 'nothing is loaded yet');",
            ),
            Tap("T.$('.start')"),
            Js(
                "await T.tier('live'); await T.until('playing', () => !T.el.paused && T.el.currentTime > 0.3, 8000); await T.until('the start button to go', () => !T.$$('.start').some(T.shown), 6000);",
            ),
        ],
        ..CASE
    },
    Case {
        name: "shift/zero-with-the-optional-sheet",
        page: &[
            ("css", CSS),
            ("before", "<p>before</p>"),
            ("after", "<p>after</p>"),
        ],
        world: "slow",
        steps: &[Js("await T.tier('live'); await T.sleep(300); T.still();")],
        ..CASE
    },
    Case {
        name: "others/script-loaded-twice",
        page: &[(
            "head",
            "<script type=module src='dist/exosome-explainer.js?again'></script>",
        )],
        steps: &[Js(
            "await T.tier('live'); T.eq(T.errors, [], 'errors'); T.eq(T.named('ready').length, 1, 'ready');",
        )],
        ..CASE
    },
    Case {
        name: "others/name-taken-by-another-script",
        page: &[("flags", "defined")],
        steps: &[Js(r#"
            await T.sleep(800);
            T.eq(T.errors, [], 'errors'); T.ok(T.shown(document.getElementById('own')), 'the page is left as it is');
            T.ok(T.console.filter(l => l.level === 'warn').length <= 1, 'at most one warning');
        "#)],
        ..CASE
    },
    Case {
        name: "others/hostile-page-style",
        page: &[("class", "hostile")],
        steps: &[Js(r#"
            await T.tier('live'); await T.ready();
            const el = T.el, box = el.getBoundingClientRect();
            T.ok(box.width > 300 && box.height > 700, `box ${box.width}×${box.height}`);
            const style = getComputedStyle(T.$('.title'));
            T.ok(!/255, 0, 0/.test(style.color), `colour ${style.color}`);
            T.ok(!/cursive/.test(style.fontFamily), `font ${style.fontFamily}`);
            T.ok(parseFloat(style.letterSpacing) < 5 || style.letterSpacing === 'normal', `letter spacing ${style.letterSpacing}`);
            const button = T.$$('button').find(T.shown), look = getComputedStyle(button);
            T.eq(look.transform, 'none', 'transform'); T.eq(look.opacity, '1', 'opacity'); T.eq(look.pointerEvents, 'auto', 'pointer events');
            const canvas = T.$('canvas[data-stage]').getBoundingClientRect();
            T.ok(canvas.height > 300, 'canvas');
        "#)],
        ..CASE
    },
    Case {
        name: "others/two-elements-share-one-engine",
        page: &[(
            "after",
            "<exosome-explainer lang=en scene=microglia loading=eager></exosome-explainer>",
        )],
        steps: &[Js(r#"
            const [a, b] = document.querySelectorAll('exosome-explainer');
            await T.tier('live', a); await T.tier('live', b);
            T.eq(T.memories.size, 1, 'engines');
            await a.goTo('microglia', 4);
            T.eq([a.currentStep, b.currentStep], [4, 1], 'steps are their own');
            await b.play(); T.eq([a.paused, b.paused], [true, false], 'playing is their own');
            T.ok(/[ぁ-ん]/.test(T.visibleText(a)), 'Japanese'); T.ok(!/[ぁ-ん]/.test(T.visibleText(b).replace(/日本語/g, '')), 'English');
        "#)],
        ..CASE
    },
    Case {
        name: "page/full-page-explainer",
        file: "dist/index.html",
        size: (1180, 820),
        // This page is the product's own: the harness is not on it.
        steps: &[Js(FULL_PAGE)],
        ..CASE
    },
    Case {
        name: "page/full-page-explainer-strict-phone",
        world: "strict",
        file: "dist/index.html",
        size: (390, 844),
        steps: &[Js(FULL_PAGE)],
        ..CASE
    },
    Case {
        name: "page/full-page-keeps-its-place-in-its-address",
        file: "dist/index.html",
        steps: &[
            Js(r#"
                const el = document.querySelector('exosome-explainer');
                for (let i = 0; i < 600 && el.dataset.tier !== 'live'; i++) await new Promise(r => setTimeout(r, 25));
                await el.goTo('microglia', 4); await new Promise(r => setTimeout(r, 400));
                if (!/4/.test(location.search + location.hash)) throw new Error(`the address does not tell the step: ${location.href}`);
            "#),
            Reload,
            Js(r#"
                const el = document.querySelector('exosome-explainer');
                for (let i = 0; i < 600 && el.dataset.tier !== 'live'; i++) await new Promise(r => setTimeout(r, 25));
                for (let i = 0; i < 80 && el.currentStep !== 4; i++) await new Promise(r => setTimeout(r, 25));
                if (el.currentStep !== 4) throw new Error(`step ${el.currentStep} after a reload of ${location.href}`);
            "#),
        ],
        ..CASE
    },
    Case {
        name: "page/other-pages-keep-their-address",
        steps: &[Js(r#"
            const before = location.href; await T.tier('live');
            await T.el.goTo('microglia', 4); T.click('[data-action="next"]'); await T.sleep(300);
            T.eq(location.href, before, 'address'); T.eq(history.length <= 60, true, 'history');
        "#)],
        ..CASE
    },
    Case {
        name: "network/same-origin-and-no-cookie",
        steps: &[
            Js(r#"
            await T.tier('live'); await T.el.goTo('microglia', 5); await T.sleep(200);
            const foreign = performance.getEntriesByType('resource').map(e => e.name).filter(name => new URL(name).origin !== location.origin);
            T.eq(foreign, [], 'requests elsewhere'); T.eq(document.cookie, '', 'cookie');
            const kept = Object.keys(localStorage).filter(key => key !== 'exosome-explainer');
            T.eq(kept, [], 'storage');
        "#),
            Js(STRICT_TALK),
        ],
        ..CASE
    },
    // What a room without a network needs: everything is here soon after the first picture.
    Case {
        name: "network/nothing-is-asked-for-later",
        size: (1180, 820),
        page: &[("el", "lang=ja")],
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, { scenes, panels, pages } = await T.content();
            const asked = () => performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname.split('/').pop());
            const parts = [...new Set([...scenes, ...panels].map(one => one.id))].filter(id => id !== 'start');
            await T.until('all code', () => scenes.every(({ id }) => asked().includes(`${id}.wasm`)), 20000);
            let count = 0; await T.until('quiet', async () => { const before = count; count = asked().length; await T.sleep(600); return before === count; }, 20000);
            const before = asked();
            for (const { id, steps } of scenes) {
                await el.goTo(id, steps.length); await el.play(); await T.sleep(120); await el.pause();
                T.eq([el.currentScene, el.dataset.tier], [id, 'live'], 'on the stage');
            }
            await T.drawn();
            for (const { id } of pages) {
                await el.goTo(id); const sheet = await T.until(`page ${id}`, T.sheet, 3000);
                T.ok(sheet.textContent.length > 100, `words of ${id}`); sheet.querySelector('[data-action="close"]').click(); await T.frame();
            }
            for (const name of ['risk', 'ask', 'sources', 'settings', 'help']) {
                T.click(`[data-action="${name}"]`); const sheet = await T.until(name, T.sheet, 3000);
                sheet.querySelector('[data-action="close"]').click(); await T.frame();
            }
            T.eq(asked().slice(before.length), [], 'asked for later');
            T.ok(parts.length > 5, 'scenes and panels');
        "#)],
        ..CASE
    },
];

const CSS: &str = "<link rel=stylesheet href=dist/exosome-explainer.css>";

const STILL: &str = r#"
    await T.tier('still'); await T.ready();
    const el = T.el;
    T.eq(T.named('tierchange').map(e => e.detail.tier), ['still'], 'tierchange');
    await T.until('the picture', () => T.picture());
    T.eq([el.currentScene, el.currentStep, el.duration, el.paused], ['microglia', 1, 74, true], 'properties');
    T.ok(!T.shown(document.getElementById('own')), 'the text tier is not shown');
    const seen = new Set();
    for (let step = 1; step <= 7; step++) {
        await el.goTo('microglia', step);
        T.eq(el.currentStep, step, 'step');
        await T.until(`picture ${step}`, () => new RegExp(`microglia-${step}-light(-narrow)?\\.svg`).test(T.picture()?.src), 5000);
        const caption = T.$('[data-caption]').textContent.trim();
        T.ok(caption.length > 5, 'a caption as text'); seen.add(caption);
    }
    T.eq(seen.size, 7, 'captions');
    T.eq(T.named('stepchange').map(e => e.detail.step), [2, 3, 4, 5, 6, 7], 'stepchange');
    await el.goTo('microglia', 5);
    T.ok(T.visibleText().includes('なし') && T.visibleText().includes('あり'), 'labels are text over the picture');
    T.eq(T.console.filter(l => l.level === 'error').length <= 1, true, 'at most one console line');
    T.clean();
"#;

const TEXT: &str = r#"
    await T.tier('text'); await T.ready();
    T.ok(T.shown(document.getElementById('own')), 'the page\'s own text is read');
    T.eq(T.named('ready').length, 1, 'ready fires in every tier');
    T.eq(T.named('tierchange').map(e => e.detail.tier), ['text'], 'tierchange');
    T.eq(T.named('error').length, 1, 'error events');
    const ours = T.console.filter(l => (l.level === 'error' || l.level === 'warn') && /exosome/.test(l.text));
    T.eq(ours.length, 1, `console lines (${T.said()})`);
    const settled = await Promise.race([T.el.play().then(() => 'done', () => 'rejected'), T.sleep(3000).then(() => 'hangs')]);
    T.ok(settled !== 'hangs', 'methods settle in the text tier');
"#;

const FULL_PAGE: &str = r#"
    const violations = [];
    document.addEventListener('securitypolicyviolation', e => violations.push(`${e.effectiveDirective} ${e.blockedURI}`));
    const el = document.querySelector('exosome-explainer');
    if (!el) throw new Error('the page uses the element');
    for (let i = 0; i < 800 && el.dataset.tier !== 'live'; i++) await new Promise(r => setTimeout(r, 25));
    if (el.dataset.tier !== 'live') throw new Error(`tier ${el.dataset.tier}`);
    if (!document.title || !document.documentElement.lang) throw new Error('the page has a title and a language');
    if (document.documentElement.scrollWidth > innerWidth) throw new Error('the page scrolls sideways');
    await el.play(); for (let i = 0; i < 200 && !(el.currentTime > 0.1); i++) await new Promise(r => setTimeout(r, 25)); await el.pause();
    if (!(el.currentTime > 0.1)) throw new Error('it plays');
    if (violations.length) throw new Error(violations.join(', '));
"#;
