//! The visitor's conditions: a page that scrolls, a hidden tab, refused storage, small screens, large text.

use super::{CASE, Case, Step::*};

/// What must not happen to the page around, and what must fit.
pub const CASES: &[Case] = &[
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
            await T.tier('live'); await T.drawn(); await T.el.goTo('microglia', 5); await T.sleep(800); await T.quiet();
            const before = T.frames.requested; await T.sleep(700);
            T.eq(T.frames.requested - before, 0, 'frames asked for while paused'); T.eq(T.frames.pending.size, 0, 'pending');
        "#)],
        ..CASE
    },
    Case {
        name: "quiet/off-screen-asks-for-no-frames",
        page: &[("after", "<div class=tall></div><div class=tall></div>")],
        steps: &[Js(r#"
            await T.tier('live'); await T.el.play(); await T.until('playing', () => T.el.currentTime > 0.2, 6000);
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
                await T.tier('live');
                const label = () => T.$$('[data-action="speed"]').find(T.shown).textContent, first = label();
                T.click('[data-action="speed"]');
                await T.until('another speed', () => label() !== first);
                sessionStorage.label = label();
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
        name: "fit/tablet-1024-en",
        size: (1024, 768),
        page: &[("el", "lang=en scene=microglia")],
        steps: &[Js(FITS)],
        ..CASE
    },
    Case {
        name: "fit/tablet-1112-ja",
        size: (1112, 834),
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
    for (const { id, steps } of (await T.content()).scenes) for (let step = 1; step <= steps.length; step++) {
        await el.goTo(id, step); await T.frame(); await T.frame();
        const where = `${id} ${step}`;
        T.ok(document.documentElement.scrollWidth <= innerWidth, `${where}: the page scrolls sideways by ${document.documentElement.scrollWidth - innerWidth}`);
        const host = el.getBoundingClientRect();
        for (const node of T.$$('button, h2, p, [data-caption], input, a')) {
            if (!T.shown(node) || node.closest('[role="dialog"], dialog, .sheet')) continue;
            const box = node.getBoundingClientRect();
            T.ok(box.right <= host.right + 1 && box.left >= host.left - 1, `${where}: ${node.dataset.action || node.className || node.localName} sticks out (${Math.round(box.left)}–${Math.round(box.right)})`);
        }
        const caption = T.$('[data-caption]').getBoundingClientRect(), stage = T.$('.stage').getBoundingClientRect();
        T.ok(caption.bottom <= host.bottom + 1, `${where}: the caption ends ${Math.round(caption.bottom - host.bottom)} px below the box`);
        T.ok(caption.top >= stage.bottom - 1 || caption.left >= stage.right - 1 || innerWidth >= 1160, `${where}: the caption covers the stage`);
    }
    for (const control of T.$$('button, input, a')) {
        if (!T.shown(control) || control.closest('p, li, [data-caption]')) continue;
        const box = control.getBoundingClientRect(), name = control.getAttribute('aria-label') || control.textContent.trim() || control.labels?.[0]?.textContent || control.getAttribute('aria-labelledby') || control.title;
        T.ok(name, `${control.outerHTML.slice(0, 90)} has a name`);
        if (control.type === 'range' || control.dataset.actor) continue;
        T.ok(box.height >= 43.5 && box.width >= 43.5, `target of 44 px: ${control.dataset.action || control.className}: ${box.width}×${box.height}`);
    }
"#;
