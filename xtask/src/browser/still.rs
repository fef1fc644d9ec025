//! What the still tier must do as the live one does: time out of sight, scenes left, removal, focus, names; and what the
//! text tier and an element outside of a page can answer.

use super::{CASE, Case, Step::*};

/// The same scripts in both tiers.
pub const CASES: &[Case] = &[
    Case {
        name: "live/out-of-sight-time-stands",
        page: &[("after", AWAY)],
        steps: &[Js("await T.tier('live');"), Js(STANDS)],
        ..CASE
    },
    Case {
        name: "still/out-of-sight-time-stands",
        world: "no-wasm-file",
        page: &[("after", AWAY)],
        steps: &[Js("await T.tier('still');"), Js(STANDS)],
        ..CASE
    },
    Case {
        name: "live/leaving-a-scene-pauses",
        page: &[("el", "lang=ja")],
        steps: &[Js("await T.tier('live');"), Js(LEAVING)],
        ..CASE
    },
    Case {
        name: "still/leaving-a-scene-pauses",
        world: "no-wasm-file",
        page: &[("el", "lang=ja")],
        steps: &[Js("await T.tier('still');"), Js(LEAVING)],
        ..CASE
    },
    Case {
        name: "still/scenes-changed-later",
        world: "no-wasm-file",
        size: (1180, 820),
        page: &[("el", "lang=ja")],
        steps: &[Js(r#"
            await T.tier('still'); const el = T.el, rail = () => T.$$('.rail .scene').map(node => node.dataset.scene);
            await el.goTo('microglia', 3); el.setAttribute('scenes', 'inflammation nerve');
            T.eq([el.currentScene, el.currentStep, rail()], ['inflammation', 1, ['inflammation', 'nerve']], 'the first one, where the scene is gone');
            await T.rejects(el.goTo('microglia'), /inflammation, nerve$/, 'a scene that is gone');
            await el.goTo('nerve', 2); el.setAttribute('scenes', 'nerve routes');
            T.eq([el.currentScene, el.currentStep, rail()], ['nerve', 2, ['nerve', 'routes']], 'the place stays');
            el.removeAttribute('scenes'); T.eq(rail(), (await T.content()).scenes.map(({ id }) => id), 'all');
        "#)],
        ..CASE
    },
    Case {
        name: "still/focus-stays-on-what-was-chosen",
        world: "no-wasm-file",
        size: (1180, 820),
        page: &[("el", "lang=ja")],
        steps: &[
            Js("await T.tier('still');"),
            Js(FOCUS),
            // What was chosen is no more: then to what it led to.
            Js(r#"
                await T.el.goTo('start'); const node = T.$('.below [data-scene="microglia"]'); node.focus(); node.click();
                T.eq([T.el.currentScene, T.root.activeElement?.dataset.action], ['microglia', 'play'], 'after the opening view');
                const dot = T.$('.dot[data-step="2"]'); dot.focus(); dot.click(); T.el.style.width = ''; await T.sleep(150);
                T.el.setAttribute('theme', 'light'); T.eq(T.root.activeElement?.className, 'dot', 'of two of a name, the same');
            "#),
        ],
        ..CASE
    },
    Case {
        name: "live/focus-stays-on-what-was-chosen",
        size: (1180, 820),
        page: &[("el", "lang=ja")],
        steps: &[Js("await T.tier('live');"), Js(FOCUS)],
        ..CASE
    },
    Case {
        name: "text/names-without-pictures",
        world: "no-still",
        steps: &[Js(r#"
            await T.tier('text'); const el = T.el;
            await T.rejects(el.goTo('zzz'), /zzz.*microglia/, 'a wrong name'); await T.rejects(el.goTo('nerve', 9), /nerve.*7/, 'a wrong step');
            T.ok([await el.goTo('nerve', 2), await el.goTo('faq'), await el.play()].every(it => it === undefined), 'right names'); T.eq(el.paused, true, 'paused');
        "#)],
        ..CASE
    },
    Case {
        name: "text/names-without-content",
        world: "nothing",
        steps: &[Js(
            "await T.tier('text'); await T.rejects(T.el.goTo('zzz'), /zzz.*not known/, 'a wrong name');",
        )],
        ..CASE
    },
    Case {
        name: "calls/outside-of-a-page",
        steps: &[Js(r#"
            await T.tier('live'); const el = document.createElement('exosome-explainer');
            for (const name of ['play', 'pause', 'audit']) await T.rejects(el[name](), /not in a page/, name);
            await T.rejects(el.seek(3), /not in a page/, 'seek'); await T.rejects(el.goTo('nerve'), /not in a page/, 'goTo');
            T.el.remove(); const call = el.goTo('nerve', 3); document.body.append(el); await call;
            T.eq([el.currentScene, el.currentStep, el.dataset.tier], ['nerve', 3, 'live'], 'inserted after the call');
        "#)],
        ..CASE
    },
    Case {
        name: "lazy/knows-where-it-will-start",
        page: &[
            ("before", "<div class=tall></div>"),
            ("el", "lang=ja scene=nerve"),
        ],
        steps: &[Js(r#"
            await T.sleep(200); const other = T.make({ lang: 'ja' });
            T.eq([T.el.currentScene, other.currentScene, T.el.currentStep, T.el.paused], ['nerve', 'exosome', 1, true], 'start'); T.ok(!T.el.dataset.tier, 'nothing is loaded');
        "#)],
        ..CASE
    },
];

/// Room to scroll away to.
const AWAY: &str = "<div class=tall></div><div class=tall></div>";

const STANDS: &str = r#"
    const el = T.el, gone = { scrolled: off => scrollTo(0, off ? document.documentElement.scrollHeight : 0), hidden: T.hide };
    for (const [how, leave] of Object.entries(gone)) {
        await el.seek(7.2); await el.play(); await T.until('playing', () => el.currentTime > 7.25, 6000);
        leave(true); await T.sleep(300); const at = el.currentTime; T.ok(at < 8, `${how}: left in step 1 (${at})`);
        await T.sleep(1100); T.eq([el.currentTime, el.currentStep, el.paused], [at, 1, false], `${how}: time stands`);
        leave(false); await T.until(`${how}: it goes on`, () => el.currentStep === 2, 6000); T.ok(el.currentTime < 9, 'where it stood');
        await el.pause();
    }
    T.eq(T.named('pause').length, 2, 'nothing is said about it');
"#;

const LEAVING: &str = r#"
    const el = T.el; await el.goTo('nerve'); await el.play(); T.events.length = 0;
    await el.goTo('microglia', null); T.eq([el.paused, el.currentScene, el.currentStep, el.currentTime], [true, 'microglia', 1, 0], 'another scene');
    T.eq(T.events.filter(({ type }) => /change|pause|play/.test(type)).map(({ type, detail }) => `${type} ${detail.scene}`), ['pause nerve', 'scenechange microglia', 'stepchange microglia'], 'events');
    await el.play(); await el.goTo('microglia', 3); T.eq(el.paused, false, 'another step');
    T.events.length = 0; await el.goTo('start'); T.eq(el.paused, true, 'the opening view');
    T.eq(T.events.map(({ type }) => type), ['pause', 'scenechange'], 'events of the opening view');
    await el.goTo('nerve', 2); await el.play(); let said = 0; el.addEventListener('pause', () => said++); el.remove(); await T.sleep(100);
    T.eq([el.paused, el.currentScene, el.currentStep, said], [true, 'nerve', 2, 1], 'removed');
"#;

const FOCUS: &str = r#"
    const held = () => ({ ...T.root.activeElement?.dataset });
    const choose = async (selector, there) => { const node = T.$$(selector).find(T.shown); node.focus(); node.click(); await T.until(selector, there, 3000); await T.frame(); await T.frame(); };
    await choose('.rail [data-scene="nerve"]', () => T.el.currentScene === 'nerve'); T.eq(held().scene, 'nerve', 'a scene');
    await choose('.rail [data-step="3"]', () => T.el.currentStep === 3); T.eq(held().step, '3', 'a step');
    T.el.setAttribute('theme', 'dark'); await T.frame(); T.eq(held().step, '3', 'other colours');
    T.el.style.width = '700px'; await T.sleep(150);
    await choose('[data-action="rail"]', T.sheet); await choose('dialog [data-scene="routes"]', () => T.el.currentScene === 'routes' && !T.sheet());
    T.eq(held().action, 'rail', 'after the list');
"#;
