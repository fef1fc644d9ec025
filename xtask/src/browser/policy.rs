//! Zero violations while a visitor does everything there is to do.

use super::{CASE, Case, Step, Step::*};

/// The strict policy, in each layout.
pub const CASES: &[Case] = &[
    Case {
        name: "strict/tour-wide",
        world: "strict",
        size: (1180, 820),
        seconds: 120,
        steps: TOUR,
        ..CASE
    },
    Case {
        name: "strict/tour-phone",
        world: "strict",
        size: (390, 844),
        page: &[("el", "lang=en scene=microglia theme=dark")],
        seconds: 120,
        steps: TOUR,
        ..CASE
    },
    Case {
        name: "strict/tour-still",
        world: "strict-no-wasm-file",
        size: (760, 900),
        steps: &[Js(r#"
            await T.tier('still');
            for (let i = 0; i < 7; i++) { T.click('[data-action="next"]'); await T.sleep(60); }
            for (let i = 0; i < 7; i++) { T.click('[data-action="previous"]'); await T.sleep(60); }
            for (const button of T.$$('button').filter(T.shown)) { button.click(); await T.sleep(60); }
            T.clean();
        "#)],
        ..CASE
    },
    Case {
        name: "strict/moved-and-made-by-script",
        world: "strict",
        steps: &[Js(r#"
            await T.tier('live');
            const home = document.createElement('section'); document.body.append(home);
            home.append(T.el); await T.sleep(200);
            const second = T.make({ lang: 'en', scene: 'microglia', theme: 'dark', loading: 'eager' });
            await T.tier('live', second); second.remove(); await T.sleep(200);
            T.clean();
        "#)],
        ..CASE
    },
];

const TOUR: &[Step] = &[
    Js(TOUR_SCRIPT),
    Js("T.$('[data-action=\"play\"]').focus();"),
    Keys("Space ArrowRight ArrowRight ArrowLeft Home End Escape"),
    Js("T.$('input[data-scrub]')?.focus();"),
    Keys("ArrowRight ArrowLeft End Home"),
    Js("await T.sleep(200); T.clean();"),
];

/// Plays, goes to all steps, opens every sheet, presses everything, moves every slider.
const TOUR_SCRIPT: &str = r#"
    await T.tier('live'); const el = T.el;
    // What leaves the page is not pressed.
    const leaves = node => node.closest('a[href]');
    T.click('.start'); await T.sleep(800); await el.pause();
    for (let step = 1; step <= 7; step++) { await el.goTo('microglia', step); await T.frame(); await T.sleep(60); }
    for (let time = 0; time <= el.duration; time += 1.5) { await el.seek(time); await T.frame(); }
    const sheets = ['settings', 'help', 'risk', 'ask', 'sources'];
    for (const name of sheets) {
        const button = T.$$(`[data-action="${name}"]`).find(T.shown) || T.$(`[data-action="${name}"]`);
        T.ok(button, `there is a button for ${name}`);
        button.click(); await T.sleep(150);
        for (const control of T.$$('[role="dialog"] button, dialog[open] button, .sheet button')) {
            if (!T.shown(control) || leaves(control) || control.dataset.action === 'close') continue;
            control.click(); await T.sleep(40);
        }
        const close = T.$$('[data-action="close"]').find(T.shown);
        if (close) close.click();
        await T.sleep(100);
    }
    for (const input of T.$$('input')) {
        for (const value of ['0', '100', '0.5', '1', '50']) {
            if (input.type !== 'range') break;
            input.value = value;
            input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
            input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
            await T.frame();
        }
    }
    for (const name of ['lane-without', 'lane-with', 'lane-both', 'speed', 'speed', 'speed', 'next', 'previous', 'replay', 'rail']) {
        const button = T.$$(`[data-action="${name}"]`).find(T.shown);
        if (button) { button.click(); await T.sleep(80); }
    }
    for (const actor of T.$$('[data-actor]')) { actor.focus?.(); actor.click?.(); await T.sleep(30); }
    const close = T.$$('[data-action="close"]').find(T.shown); if (close) close.click();
    for (const [name, value] of [['lang', 'en'], ['theme', 'dark'], ['mode', 'present'], ['step', '3'], ['lang', 'ja'], ['theme', 'auto'], ['mode', 'explore'], ['profile', 'in-clinic']]) {
        el.setAttribute(name, value); await T.sleep(120);
    }
    T.eq(el.dataset.tier, 'live', 'tier after the tour');
    T.clean();
"#;
