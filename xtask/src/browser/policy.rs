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
        page: &[("el", "lang=en theme=dark")],
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

/// Plays, goes to all steps of all scenes, opens every panel, page and sheet, presses everything, moves every slider.
const TOUR_SCRIPT: &str = r#"
    await T.tier('live'); const el = T.el;
    // What leaves the page is not pressed.
    const leaves = node => node.closest('a[href]');
    const press = async nodes => { for (const node of nodes) { node.focus?.(); node.click?.(); await T.frame(); } };
    const slide = async () => {
        for (const input of T.$$('input[type="range"]')) for (const share of [0, 1, 0.5]) { T.drag(input, Number(input.min) + share * (input.max - input.min)); await T.frame(); }
    };
    T.click('.start'); await T.sleep(800); await el.pause();
    const { scenes, pages } = await T.content(), unfolded = () => T.$$('.effect').some(T.shown);
    for (const { id, steps, panels } of scenes) {
        for (let step = 1; step <= steps.length; step++) { await el.goTo(id, step); await T.frame(); }
        for (let time = 0; time <= el.duration; time += 5) { await el.seek(time); await T.frame(); }
        const button = T.$$('[data-action="effect"]').find(T.shown);
        if (!button) continue;
        if (!unfolded()) { button.click(); await T.frame(); }
        await press(T.$$('.effect button').filter(it => !/^(effect|panel)$/.test(it.dataset.action)));
        await slide();
        for (const panel of panels ?? []) {
            T.click(`[data-action="panel"][data-value="${panel}"]`); await T.until(`the panel ${panel}`, T.sheet, 3000); await T.sleep(120);
            const again = T.$('[data-action="panel-play"]'); if (again) again.click();
            await T.close();
        }
        await press(T.$$('.stage [data-actor]').slice(0, 3));
        await press(T.$$('.card [data-action="close"]').filter(T.shown));
        if (unfolded()) { T.click('[data-action="effect"]'); await T.frame(); }
    }
    for (const { id } of pages) { await el.goTo(id); await T.until(`the page ${id}`, T.sheet, 3000); await T.frame(); await T.close(); }
    await el.goTo('start'); await T.sleep(100); await el.goTo('microglia', 3);
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
    await slide();
    for (const name of ['lane-without', 'lane-with', 'lane-both', 'speed', 'speed', 'speed', 'next', 'previous', 'replay', 'rail']) {
        const button = T.$$(`[data-action="${name}"]`).find(T.shown);
        if (button) { button.click(); await T.sleep(80); }
    }
    await press(T.$$('[data-actor]'));
    const close = T.$$('[data-action="close"]').find(T.shown); if (close) close.click();
    for (const [name, value] of [['lang', 'en'], ['theme', 'dark'], ['mode', 'present'], ['step', '3'], ['lang', 'ja'], ['theme', 'auto'], ['mode', 'explore'], ['profile', 'in-clinic']]) {
        el.setAttribute(name, value); await T.sleep(120);
    }
    T.eq(el.dataset.tier, 'live', 'tier after the tour');
    T.clean();
"#;
