//! Attributes: start values, changes, wrong values.

use super::{CASE, Case, Step::*};

/// Languages, themes, modes, scenes, and everything that may be misspelt.
pub const CASES: &[Case] = &[
    Case {
        name: "wrong/scene",
        page: &[("el", "lang=ja scene=nonsense")],
        steps: &[Js(WRONG_SCENE)],
        ..CASE
    },
    Case {
        name: "wrong/step-too-large",
        page: &[("el", "lang=ja scene=microglia step=99")],
        steps: &[Js(WRONG_STEP)],
        ..CASE
    },
    Case {
        name: "wrong/step-not-a-number",
        page: &[("el", "lang=ja scene=microglia step=two")],
        steps: &[Js(WRONG_STEP)],
        ..CASE
    },
    Case {
        name: "wrong/lang",
        page: &[("el", "lang=xx scene=microglia")],
        steps: &[Js(r#"
            await T.tier('live'); T.eq(T.el.currentScene, 'microglia', 'scene');
            const said = T.console.filter(l => /warn|error/.test(l.level));
            T.eq(said.length, 1, `console lines (${T.said()})`);
            T.ok(/lang/.test(said[0].text) && /xx/.test(said[0].text), `names the attribute and the value: ${said[0].text}`);
        "#)],
        ..CASE
    },
    Case {
        name: "wrong/mode",
        page: &[("el", "lang=ja scene=microglia mode=loud")],
        steps: &[Js(WRONG_MODE)],
        ..CASE
    },
    Case {
        name: "wrong/theme",
        page: &[("el", "lang=ja scene=microglia theme=pink")],
        steps: &[Js(WRONG_THEME)],
        ..CASE
    },
    Case {
        name: "wrong/profile",
        page: &[("el", "lang=ja scene=microglia profile=secret")],
        steps: &[Js(WRONG_PROFILE)],
        ..CASE
    },
    Case {
        name: "wrong/loading",
        page: &[("el", "lang=ja scene=microglia loading=never")],
        steps: &[Js(WRONG_LOADING)],
        ..CASE
    },
    Case {
        name: "wrong/scenes",
        page: &[("el", "lang=ja scenes='nonsense microglia'")],
        steps: &[Js(WRONG_SCENES)],
        ..CASE
    },
    Case {
        name: "wrong/everything-at-once",
        page: &[(
            "el",
            "lang='\"><b>' scene='<img src=x onerror=T.hacked()>' step=-1e999 mode=constructor theme=__proto__ profile=toString loading='' scenes='' content='javascript:T.hacked()'",
        )],
        steps: &[Js(r#"
            await T.tier('live');
            T.eq([T.el.currentScene, T.el.currentStep], ['exosome', 1], 'defaults');
            T.ok(T.console.some(l => l.level === 'warn'), 'something is said');
            T.eq(T.console.filter(l => l.level === 'warn' && /\bscene\b/.test(l.text) && !/scenes/.test(l.text)).length, 1, 'one warning for scene');
            await T.el.play(); T.eq(T.el.paused, false, 'it plays');
        "#)],
        ..CASE
    },
    Case {
        name: "wrong/later-changes-mean-the-default",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.goTo('microglia', 3);
            el.setAttribute('scene', 'nonsense'); await T.sleep(100);
            T.eq([el.currentScene, el.dataset.tier], ['exosome', 'live'], 'a wrong scene is the default');
            el.setAttribute('step', '77'); await T.sleep(100);
            T.eq(el.currentStep, 1, 'a wrong step is the first');
            el.setAttribute('theme', 'x'); el.setAttribute('mode', 'x'); await T.sleep(100);
            const warned = T.console.filter(l => l.level === 'warn');
            T.eq(warned.length, 4, `one warning each: ${T.said()}`);
        "#)],
        ..CASE
    },
    Case {
        name: "start/scene-and-step",
        page: &[("el", "lang=ja scene=microglia step=5")],
        steps: &[Js(r#"
            await T.tier('live');
            T.eq([T.el.currentScene, T.el.currentStep, T.el.currentTime, T.el.paused], ['microglia', 5, 40, true], 'start');
        "#)],
        ..CASE
    },
    Case {
        name: "start/step-attribute-changed-later",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            el.setAttribute('step', '4'); await T.until('step 4', () => el.currentStep === 4, 3000);
            await el.goTo('microglia', 6);
            await T.sleep(200); T.eq(el.currentStep, 6, 'the visitor\'s choice wins until the page changes the attribute');
            el.setAttribute('step', '2'); await T.until('step 2', () => el.currentStep === 2, 3000);
        "#)],
        ..CASE
    },
    Case {
        name: "start/step-changed-later-means-the-scene-on-screen",
        page: &[("el", "lang=ja scene=start")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.goTo('microglia'); el.setAttribute('step', '3');
            await T.until('step 3', () => el.currentStep === 3, 3000);
            await el.goTo('start'); el.setAttribute('theme', 'dark'); await T.sleep(50);
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
            el.setAttribute('step', '4'); T.eq([el.currentScene, el.currentStep], ['start', 1], 'the opening view has one');
            T.eq(T.console.filter(l => l.level === 'warn').map(l => /step="4"/.test(l.text)), [true], 'one warning');
        "#)],
        ..CASE
    },
    Case {
        name: "start/scenes-changed-later",
        size: (1180, 820),
        page: &[("el", "lang=ja scene=microglia step=2")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, rail = () => T.$$('.rail [data-scene]').map(node => node.dataset.scene);
            el.setAttribute('scenes', 'microglia  inflammation\nnerve');
            await T.until('three in the rail', () => rail().join() === 'inflammation,nerve,microglia', 3000);
            T.eq([el.currentScene, el.currentStep], ['microglia', 2], 'who is there stays');
            T.eq(T.named('scenechange').length, 0, 'scenechange');
            await T.rejects(el.goTo('routes'), /routes/, 'a scene that is gone');
            await el.goTo('microglia', 7); T.click('.transport [data-action="next"]'); T.eq([el.currentScene, el.currentStep], ['microglia', 7], 'the last one is the last');
            await el.goTo('clinic'); await T.until('a page', T.sheet, 3000);
            el.setAttribute('scenes', 'inflammation nerve');
            await T.until('the first one', () => el.currentScene === 'inflammation' && rail().join() === 'inflammation,nerve' && !T.sheet(), 3000);
            T.eq(T.named('scenechange').map(e => e.detail.scene), ['inflammation'], 'scenechange');
            el.removeAttribute('scene'); T.console.length = 0;
            el.removeAttribute('scenes'); await T.until('all of them', async () => rail().length === (await T.content()).scenes.length, 3000);
            await el.goTo('routes'); T.eq(el.currentScene, 'routes', 'there again');
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
        "#)],
        ..CASE
    },
    Case {
        name: "start/scenes-subset",
        page: &[("el", "lang=ja scenes=microglia")],
        steps: &[Js(r#"
            await T.tier('live'); T.eq(T.el.currentScene, 'microglia', 'scene');
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
        "#)],
        ..CASE
    },
    Case {
        name: "lang/region-matches-language",
        page: &[("el", "lang=ja-JP scene=microglia"), ("lang", "en")],
        steps: &[Js(
            "await T.tier('live'); T.ok(/[ぁ-ん]/.test(T.visibleText()), 'Japanese'); T.eq(T.console.filter(l => l.level === 'warn'), [], 'console');",
        )],
        ..CASE
    },
    Case {
        name: "lang/en",
        page: &[("el", "lang=en scene=microglia")],
        steps: &[Js(r#"
            await T.tier('live'); const text = T.visibleText().replace(/日本語/g, '');
            T.ok(/microglia/i.test(text), 'English'); T.ok(!/[ぁ-ん]/.test(text), `no Japanese left: ${(text.match(/.{0,20}[ぁ-ん].{0,20}/) || [])[0]}`);
        "#)],
        ..CASE
    },
    Case {
        name: "lang/nearest-in-the-page",
        page: &[
            ("el", "scene=microglia"),
            ("lang", "ja"),
            ("before", "<main lang=en-GB>"),
            ("after", "</main>"),
        ],
        steps: &[Js(
            "await T.tier('live'); T.ok(!/[ぁ-ん]/.test(T.visibleText().replace(/日本語/g, '')), 'English, as the nearest lang says');",
        )],
        ..CASE
    },
    Case {
        name: "lang/changed-keeps-the-place",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.seek(42.5); el.setAttribute('lang', 'en');
            await T.until('English', () => !/[ぁ-ん]/.test(T.visibleText().replace(/日本語/g, '')), 6000);
            T.eq([el.currentStep, el.currentTime], [5, 42.5], 'place');
            el.setAttribute('lang', 'ja'); await T.until('Japanese', () => /[ぁ-ん]{3}/.test(T.visibleText()), 6000);
            T.eq(el.currentTime, 42.5, 'place');
        "#)],
        ..CASE
    },
    Case {
        name: "theme/dark-light-auto",
        page: &[("el", "lang=ja scene=microglia theme=dark")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            const dark = () => T.$('.app').classList.contains('dark');
            T.ok(dark(), 'theme=dark'); await T.drawn(); T.ok(T.brightness() < 110, `the picture is dark (${T.brightness()})`);
            el.setAttribute('theme', 'light'); await T.until('light', () => !dark() && T.brightness() > 150, 4000);
            document.documentElement.style.colorScheme = 'dark';
            el.setAttribute('theme', 'auto'); await T.until('auto in a dark page', dark, 4000);
            el.removeAttribute('theme'); await T.until('default', () => !dark(), 4000);
        "#)],
        ..CASE
    },
    Case {
        name: "theme/auto-notices-the-page",
        page: &[("el", "lang=ja scene=microglia theme=auto"), ("css", NIGHT)],
        steps: &[Js(NOTICES)],
        ..CASE
    },
    Case {
        name: "theme/auto-notices-the-page-in-stills",
        page: &[
            ("el", "lang=ja scene=microglia theme=auto"),
            ("css", NIGHT),
            ("flags", "no-wasm"),
        ],
        steps: &[Js(NOTICES)],
        ..CASE
    },
    // A system that is dark cannot be had in all engines; a page that is dark by its meta element alone looks the same.
    Case {
        name: "theme/auto-reads-the-page's-meta-element",
        page: &[
            ("el", "lang=ja scene=microglia theme=auto"),
            ("head", "<meta name=color-scheme content=dark>"),
        ],
        steps: &[Js(META)],
        ..CASE
    },
    Case {
        name: "theme/auto-reads-the-page's-meta-element-in-stills",
        page: &[
            ("el", "lang=ja scene=microglia theme=auto"),
            ("head", "<meta name=color-scheme content=dark>"),
            ("flags", "no-wasm"),
        ],
        steps: &[Js(META)],
        ..CASE
    },
    Case {
        name: "theme/auto-follows-the-element-not-the-system",
        page: &[("el", "lang=ja scene=microglia theme=auto")],
        steps: &[Js(r#"
            await T.tier('live');
            T.ok(!T.$('.app').classList.contains('dark') || matchMedia('(prefers-color-scheme: dark)').matches, 'a page without color-scheme is light');
        "#)],
        ..CASE
    },
    Case {
        name: "mode/present-stops-at-each-step",
        size: (1180, 820),
        page: &[("el", "lang=ja scene=microglia mode=present")],
        seconds: 90,
        steps: &[Js("await T.tier('live');"), Js(PRESENT)],
        ..CASE
    },
    Case {
        name: "mode/present-stops-at-each-still",
        world: "no-wasm-file",
        size: (1180, 820),
        page: &[("el", "lang=ja scene=microglia mode=present")],
        seconds: 90,
        steps: &[Js("await T.tier('still');"), Js(PRESENT)],
        ..CASE
    },
    Case {
        name: "mode/present-targets-820",
        size: (820, 1180),
        page: &[("el", "lang=ja scene=routes mode=present")],
        steps: &[Js(TARGETS)],
        ..CASE
    },
    Case {
        name: "mode/present-targets-375",
        size: (375, 667),
        page: &[("el", "lang=ja scene=routes mode=present")],
        steps: &[Js(TARGETS)],
        ..CASE
    },
    Case {
        name: "mode/present-targets-still",
        size: (375, 667),
        page: &[
            ("flags", "no-wasm"),
            ("el", "lang=ja scene=routes mode=present"),
        ],
        steps: &[Js(TARGETS)],
        ..CASE
    },
    Case {
        name: "mode/rail-in-sight-1180",
        size: (1180, 820),
        page: &[("el", "lang=ja scene=nerve")],
        steps: &[Js(RAIL)],
        ..CASE
    },
    Case {
        name: "mode/rail-in-sight-1024",
        size: (1024, 768),
        page: &[("el", "lang=ja scene=nerve")],
        steps: &[Js(RAIL)],
        ..CASE
    },
    Case {
        name: "mode/rail-in-sight-1366",
        size: (1366, 768),
        page: &[("el", "lang=ja scene=nerve")],
        steps: &[Js(RAIL)],
        ..CASE
    },
];

/// The step that was told stays on the screen.
const PRESENT: &str = r#"
    const el = T.el; await el.seek(7.3); await el.play();
    await T.until('the stop', () => el.paused, 6000); T.near(el.currentTime, 8, 0.02, 'stops at the end of step 1'); T.eq([el.currentStep, T.named('stepchange')], [1, []], 'in step 1');
    await el.play(); await T.until('time to go on', () => !el.paused && el.currentTime > 8.1, 6000); T.eq([el.currentStep, T.named('stepchange').length], [2, 1], 'step 2');
    await el.seek(17.4); await T.until('the next stop', () => el.paused, 6000); T.near(el.currentTime, 18, 0.02, 'stops at the end of step 2'); T.eq(el.currentStep, 2, 'in step 2');
    for (const button of T.$$('button').filter(T.shown)) {
        const { width, height } = button.getBoundingClientRect();
        T.ok(height >= 55.5 && width >= 55.5, `target of 56 px: ${button.dataset.action || button.className} ${width}×${height}`);
    }
"#;

/// Also where the panel of what can be tried is open; every scene is one tap away.
const TARGETS: &str = r#"
    await T.until('a tier', () => T.el.dataset.tier, 8000); const el = T.el, { scenes } = await T.content();
    if (el.dataset.tier === 'live') { await el.play(); await el.pause(); await T.drawn(); T.click('.assume'); await T.frame(); }
    for (const { id } of scenes) T.ok(T.$$(`.rail [data-scene="${id}"]`).some(T.shown), `${id} in the rail`);
    const small = T.$$('button').filter(T.shown).map(button => [button.dataset.action ?? button.dataset.scene ?? button.dataset.step ?? button.className, button.getBoundingClientRect()]).filter(([, { width, height }]) => width < 55.5 || height < 55.5);
    T.eq(small.map(([name, { width, height }]) => `${name} ${Math.round(width)}×${Math.round(height)}`), [], 'targets under 56 px');
"#;

/// What is in the rail can be tapped as it stands, with nothing over it.
const RAIL: &str = r#"
    await T.tier('live'); await T.drawn(); const el = T.el, bad = [];
    await T.until('the poster to go', () => el.shadowRoot.querySelectorAll('.app').length === 1, 4000);
    for (const lang of ['ja', 'en']) {
        el.setAttribute('lang', lang); const texts = await T.content(lang);
        await T.until('the words', () => T.$('.title').textContent === texts.scenes[el.currentScene].title, 6000);
        for (const mode of ['explore', 'present']) for (const scene of ['nerve', 'evidence']) {
            el.setAttribute('mode', mode); await el.goTo(scene); await T.frame(); await T.frame();
            const buttons = T.$$('.rail button').filter(T.shown);
            T.eq(buttons.length, 13, `buttons in the rail of ${scene}`);
            for (const button of buttons) {
                const { left, right, top, bottom } = button.getBoundingClientRect();
                if (!button.contains(el.shadowRoot.elementFromPoint((left + right) / 2, (top + bottom) / 2))) bad.push(`${lang} ${mode} ${scene}: ${button.textContent}`);
            }
        }
    }
    T.eq(bad, [], 'covered');
"#;

const WRONG_SCENE: &str = r#"
    await T.tier('live'); T.eq([T.el.currentScene, T.el.currentStep], ['exosome', 1], 'default');
    const said = T.console.filter(l => /warn|error/.test(l.level));
    T.eq(said.length, 1, `console lines (${T.said()})`); T.eq(said[0].level, 'warn', 'a warning');
    T.ok(/scene/.test(said[0].text) && /nonsense/.test(said[0].text), `names the attribute and the value: ${said[0].text}`);"#;
const WRONG_STEP: &str = r#"
    await T.tier('live'); T.eq([T.el.currentScene, T.el.currentStep], ['microglia', 1], 'default');
    const said = T.console.filter(l => /warn|error/.test(l.level)), value = T.el.getAttribute('step');
    T.eq(said.length, 1, `console lines (${T.said()})`); T.eq(said[0].level, 'warn', 'a warning');
    T.ok(/step/.test(said[0].text) && said[0].text.includes(value), `names the attribute and the value: ${said[0].text}`);"#;
const WRONG_MODE: &str = r#"
    await T.tier('live'); const said = T.console.filter(l => /warn|error/.test(l.level));
    T.eq(said.length, 1, `console lines (${T.said()})`); T.ok(/mode/.test(said[0].text) && /loud/.test(said[0].text), said[0].text);
    T.ok(!T.$('.app').classList.contains('present'), 'default');"#;
const WRONG_THEME: &str = r#"
    await T.tier('live'); const said = T.console.filter(l => /warn|error/.test(l.level));
    T.eq(said.length, 1, `console lines (${T.said()})`); T.ok(/theme/.test(said[0].text) && /pink/.test(said[0].text), said[0].text);
    T.ok(!T.$('.app').classList.contains('dark'), 'default');"#;
const WRONG_PROFILE: &str = r#"
    await T.tier('live'); const said = T.console.filter(l => /warn|error/.test(l.level));
    T.eq(said.length, 1, `console lines (${T.said()})`); T.ok(/profile/.test(said[0].text) && /secret/.test(said[0].text), said[0].text);"#;
const WRONG_LOADING: &str = r#"
    await T.tier('live'); const said = T.console.filter(l => /warn|error/.test(l.level));
    T.eq(said.length, 1, `console lines (${T.said()})`); T.ok(/loading/.test(said[0].text) && /never/.test(said[0].text), said[0].text);"#;
const WRONG_SCENES: &str = r#"
    await T.tier('live'); T.eq(T.el.currentScene, 'microglia', 'what is right is used');
    const said = T.console.filter(l => /warn|error/.test(l.level));
    T.eq(said.length, 1, `console lines (${T.said()})`); T.ok(/scenes/.test(said[0].text) && /nonsense/.test(said[0].text), said[0].text);"#;

/// Poster and what comes after it are dark alike, and follow the element's change.
const META: &str = r#"
    const el = T.el, seen = new Set(), dark = () => T.$$('.app').every(app => app.classList.contains('dark'));
    await T.until('a tier', () => { if (T.$('.app')) seen.add(dark()); return el.dataset.tier; }); await T.ready(); await T.sleep(300); seen.add(dark());
    T.eq([...seen], [true], 'dark from the poster on');
    document.querySelector('meta[name=color-scheme]').content = 'light'; await T.until('light', () => !dark(), 3000);
"#;

/// A page with a switch of its own.
const NIGHT: &str = "<style>.night { color-scheme: dark }</style>";

/// Whatever the page changes, at the root or nearer, is followed; an element that is gone hears nothing.
const NOTICES: &str = r#"
    const el = T.el; await T.until('a tier', () => el.dataset.tier); await T.ready();
    const dark = () => T.$('.app').classList.contains('dark'), root = document.documentElement;
    T.ok(!dark(), 'light at first');
    root.classList.add('night'); await T.until('dark by a class of the page', dark, 3000);
    root.classList.remove('night'); await T.until('light again', () => !dark(), 3000);
    document.body.style.colorScheme = 'dark'; await T.until('dark by a style nearer', dark, 3000);
    document.body.style.colorScheme = ''; await T.until('light once more', () => !dark(), 3000);
    const shell = T.$('.shell'), before = T.listenersOn(shell).sort(); el.remove(); await T.sleep(150);
    T.eq([before, T.listenersOn(shell)], [['transitioncancel', 'transitionend'], []], 'listeners, there and gone');
    root.classList.add('night'); document.body.append(el); await T.until('dark where it comes back to', dark, 4000);
"#;
