//! What a visitor touches: buttons, scrubber, keys, sheets, actors.

use super::{CASE, Case, Step::*};

/// Player, sheets, keyboard.
pub const CASES: &[Case] = &[
    Case {
        name: "player/buttons",
        page: &[("el", "lang=ja scenes=microglia")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            T.click('.start'); await T.until('playing', () => !el.paused, 3000); await T.until('the start button to go', () => !T.$$('.start').some(T.shown), 6000);
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
                // A long frame counts for a tenth of a second: the picture waits for slow machines.
                const t = el.currentTime; let passed = 0, last = await T.frame();
                for (let n = 0; n < 400 && passed < 0.9; n++) { const now = await T.frame(); passed += Math.min(now - last, 100) / 1000; last = now; }
                rates.push((el.currentTime - t) / passed); await el.pause();
                T.click('[data-action="speed"]'); await T.sleep(60);
            }
            rates.sort((a, b) => a - b);
            [0.5, 1, 2].forEach((rate, at) => T.near(rates[at], rate, rate * 0.3, `speeds ${rates}`));
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
            await T.sleep(1500); // what the tour above set off
            for (const step of [1, 3, 6]) {
                const before = live.textContent; await el.goTo('microglia', step);
                await T.until(`another description in step ${step}`, () => live.textContent !== before, 4000);
                told.add(live.textContent.trim());
            }
            T.eq(told.size, 3, `descriptions: ${[...told].join(' / ')}`);
            T.ok([...told].every(text => text.length > 8), 'none is empty');
        "#)],
        ..CASE
    },
    Case {
        name: "player/badges-say-what-was-tested",
        size: (390, 844),
        steps: &[Js("await T.tier('live');"), Js(TESTED)],
        ..CASE
    },
    Case {
        name: "still/badges-say-what-was-tested",
        world: "no-wasm-file",
        size: (390, 844),
        steps: &[Js("await T.tier('still');"), Js(TESTED)],
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
                const button = T.$$(`.seg [data-action="${lane}"]`).find(T.shown);
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
                    await T.until(`${name} to have text`, () => sheet.textContent.trim().length > 20, 4000);
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
];

/// What was tested and how it was given stand beside the badge without a tap.
const TESTED: &str = r#"
    const words = () => T.$$('.caption:not([aria-hidden]) .tested').map((one) => [...one.children].map(({ textContent }) => textContent));
    const wanted = [['microglia', 6, [['エクソソーム/上清液', '髄腔内/静脈']]], ['evidence', 3, [['上清液', '局所注入'], ['エクソソーム', '局所注入']]], ['microglia', 7, [['脳の画像(投与なし)', '']]], ['nerve', 6, [['別の薬(抗NGF)', '']]], ['inflammation', 7, []]];
    for (const [scene, step, lines] of wanted) {
        await T.el.goTo(scene, step); await T.sleep(200);
        T.eq(words(), lines, `${scene} ${step}`);
        for (const one of T.$$('.caption:not([aria-hidden]) .tested')) T.ok(T.shown(one) && one.closest('[role="group"]').getAttribute('aria-label') === '根拠の段階', 'seen, and read with the badges');
    }
    await T.el.goTo('routes', 1); await T.until('the table', () => T.$$('.compare .tested').length > 5);
"#;
