//! Elements that come, go and move: nothing piles up.

use super::{CASE, Case, Step::*};

/// Moving, removing, making anew, five hundred times.
pub const CASES: &[Case] = &[
    Case {
        name: "life/moved-element-keeps-its-place",
        page: &[("after", "<section id=a></section><section id=b></section>")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.seek(43.5);
            document.getElementById('b').append(el); await T.sleep(200);
            T.eq([el.dataset.tier, el.currentTime, el.paused], ['live', 43.5, true], 'moved');
            T.ok(T.shown(T.$('canvas[data-stage]')), 'the canvas is on screen');
            el.remove(); await T.sleep(300);
            document.getElementById('a').append(el); await T.tier('live'); await T.sleep(200);
            T.eq([el.currentStep, el.currentTime], [5, 43.5], 'removed and brought back');
            await el.play(); document.getElementById('b').append(el);
            await T.until('the picture to go on after a move', () => el.currentTime > 43.6, 6000);
        "#)],
        ..CASE
    },
    Case {
        name: "life/removed-element-costs-nothing",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.play(); await T.sleep(200); el.remove(); await T.sleep(200);
            T.eq(T.frames.pending.size, 0, 'pending frames'); T.eq(T.intervals.size, 0, 'intervals');
            const before = T.frames.requested; await T.sleep(400);
            T.eq(T.frames.requested, before, 'frames asked for');
        "#)],
        ..CASE
    },
    Case {
        name: "life/removed-element-pauses-and-says-so",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, pauses = []; el.addEventListener('pause', e => pauses.push(e.detail));
            await el.play(); await T.until('time to go on', () => el.currentTime > 0.2, 6000); el.remove(); await T.sleep(100);
            T.eq(el.paused, true, 'paused'); T.eq(pauses, [{ scene: 'microglia', time: el.currentTime }], 'pause'); T.ok(el.currentTime > 0.2, 'the time stays');
            document.body.append(el); await T.tier('live'); await T.sleep(100); T.eq([el.paused, pauses.length], [true, 1], 'brought back'); el.remove(); await T.sleep(100);
            T.eq(pauses.length, 1, 'who stands does not pause');
        "#)],
        ..CASE
    },
    Case {
        name: "life/what-was-chosen-comes-back",
        page: &[("el", "lang=ja scene=routes")],
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, pressed = () => T.$$('.effect [aria-pressed="true"]').map(node => node.dataset.action + (node.dataset.value ?? '')).join();
            await el.seek(el.duration - 0.2); await el.play(); await T.until('the end', () => el.paused, 6000);
            T.click('[data-action="effect"]'); await T.until('the unfolded part', () => T.$$('.effect').some(T.shown), 3000);
            for (const it of ['region"][data-value="1', 'region"][data-value="2', 'edge"][data-value="2']) { T.click(`[data-action="${it}"]`); await T.frame(); }
            const routes = pressed(); T.eq(routes, 'edge2,region1,region2', 'chosen in routes');
            T.click('.foot [data-action="ask"]'); await T.until('the sheet', T.sheet, 3000); T.click('[data-action="value"][data-value="harm"]'); await T.frame(); await T.close();
            await T.open('inflammation'); T.drag(T.$('input[data-push-size]'), 2.5); await T.frame();
            await T.open('evidence'); T.click('[data-action="effect"]'); await T.frame(); T.click('[data-action="swap"]'); await T.frame(); T.eq(pressed(), 'swap', 'chosen in evidence');
            await T.open('exosome'); const scale = T.$('[data-action="scale"]'); if (scale) { scale.click(); await T.frame(); }
            const exosome = pressed();
            el.remove(); await T.sleep(100); document.body.append(el); await T.tier('live'); await T.frame(); await T.quiet();
            T.eq([el.currentScene, pressed()], ['exosome', exosome], 'scale');
            T.eq(T.$$('.rail .seen').map(node => node.closest('[data-scene]').dataset.scene), ['routes'], 'seen');
            await T.open('evidence'); T.eq(pressed(), 'swap', 'swapped');
            await T.open('inflammation'); T.eq(T.$('input[data-push-size]').valueAsNumber, 2.5, 'push');
            await T.open('routes'); T.eq(pressed(), routes, 'regions and edge');
            T.click('.foot [data-action="ask"]'); await T.until('the sheet', T.sheet, 3000); T.eq(T.$('[data-action="value"][data-value="harm"]').getAttribute('aria-pressed'), 'true', 'what matters');
            T.ok(!Object.values(localStorage).join().includes('routes'), 'kept nowhere'); await T.close();
            // Of another element's visitor nothing shows.
            el.remove(); const other = T.make({ lang: 'ja', scene: 'routes', loading: 'eager' }); await T.tier('live', other); await T.frame(); T.eq(pressed(), 'edge0', 'another element');
        "#)],
        ..CASE
    },
    Case {
        name: "life/an-open-sheet-is-moved",
        page: &[("after", "<section id=a></section>")],
        steps: &[
            Js(r#"
                await T.tier('live'); const el = T.el; await T.until('the poster to go', () => T.$$('[part=app]').length === 1, 6000);
                T.click('.foot [data-action="risk"]'); await T.until('the sheet', T.sheet, 3000);
                document.getElementById('a').append(el); await T.sleep(200);
                T.ok(T.sheet()?.matches(':modal'), 'it still lies over the page'); T.eq(T.$$('dialog[open]').length, 1, 'once');
                T.ok(T.sheet().contains(T.root.activeElement), 'it has the focus');
            "#),
            Keys("Escape"),
            Js(
                "await T.until('closed by Esc', () => !T.sheet(), 3000); T.$('.play').focus(); await T.sleep(50);",
            ),
            Keys("ArrowRight"),
            Js("await T.until('keys are heard', () => T.el.currentStep === 2, 3000);"),
        ],
        ..CASE
    },
    Case {
        name: "life/removed-while-loading",
        world: "slow",
        steps: &[Js(r#"
            const el = T.el; const call = el.goTo('microglia', 3).then(() => 'done', () => 'rejected');
            await T.until('the poster', () => T.$('.start')); T.click('.start'); el.remove();
            const settled = await Promise.race([call, T.sleep(8000).then(() => 'hangs')]);
            T.ok(settled !== 'hangs', 'calls settle');
            document.body.append(el); await T.tier('live');
            T.eq(T.errors, [], 'errors');
        "#)],
        ..CASE
    },
    Case {
        name: "life/500-moves-and-removals",
        seconds: 150,
        page: &[
            ("el", "lang=ja"),
            ("after", "<section id=a></section><section id=b></section>"),
        ],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            const [a, b] = ['a', 'b'].map(id => document.getElementById(id));
            a.append(el); await T.tier('live'); await T.drawn(); await T.sleep(300); await T.quiet();
            const count = () => ({ window: T.listenersOn(window), document: T.listenersOn(document), host: T.listenersOn(el), frames: T.frames.pending.size, intervals: T.intervals.size });
            const before = count(), bytes = T.wasmBytes();
            for (let i = 0; i < 500; i++) {
                if (i % 2) { el.remove(); if (i % 4 === 1) await null; if (i % 10 === 1) await T.frame(); a.append(el); }
                else b.append(el);
                if (i % 5 === 0) await T.frame();
            }
            await T.tier('live'); await T.sleep(300); await T.quiet();
            T.eq(count(), before, 'listeners and frames');
            const grown = T.wasmBytes() - bytes; T.ok(grown <= 65536, `wasm memory grew by ${grown} bytes`);
            T.eq(T.memories.size, 1, 'engines');
        "#)],
        ..CASE
    },
    Case {
        name: "life/500-new-elements",
        page: &[("el", "lang=ja")],
        seconds: 240,
        steps: &[Js(r#"
            await T.tier('live'); await T.drawn(); await T.sleep(300); await T.quiet();
            const first = T.el;
            const count = el => ({ window: T.listenersOn(window), document: T.listenersOn(document), host: T.listenersOn(el), frames: T.frames.pending.size, intervals: T.intervals.size });
            const before = count(first), bytes = T.wasmBytes();
            first.remove(); await T.sleep(50);
            let last;
            for (let i = 0; i < 500; i++) {
                last = T.make({ lang: i % 3 ? 'ja' : 'en', step: String(1 + i % 7), loading: 'eager' });
                for (let n = 0; n < 2000 && last.dataset.tier !== 'live'; n++) await T.sleep(1);
                T.eq(last.dataset.tier, 'live', `tier of element ${i}`);
                if (i < 499) { last.remove(); await null; }
            }
            await T.sleep(300); await T.quiet();
            T.eq(count(last), before, 'listeners and frames');
            const grown = T.wasmBytes() - bytes; T.ok(grown <= 65536, `wasm memory grew by ${grown} bytes`);
            T.eq(T.memories.size, 1, 'engines');
            T.eq([last.currentStep, last.paused], [1 + 499 % 7, true], 'the last one works');
        "#)],
        ..CASE
    },
    Case {
        name: "life/five-at-once",
        steps: &[Js(r#"
            await T.tier('live');
            const all = [1, 2, 3, 4, 5].map(step => T.make({ lang: 'ja', scene: 'microglia', step: String(step), loading: 'eager' }));
            for (const el of all) await T.tier('live', el);
            T.eq(all.map(el => el.currentStep), [1, 2, 3, 4, 5], 'steps');
            T.eq(T.memories.size, 1, 'engines');
            for (const el of all) el.remove();
            await T.sleep(200); T.eq(T.el.dataset.tier, 'live', 'the first one stays');
            await T.el.goTo('microglia', 6); T.eq(T.el.currentStep, 6, 'and works');
        "#)],
        ..CASE
    },
    Case {
        name: "life/drawn-before-it-is-scrolled-to",
        steps: &[Js(r#"
            await T.tier('live'); await T.quiet();
            const between = document.createElement('div'); document.body.append(between);
            between.style.height = `${Math.max(0, innerHeight + 60 - between.getBoundingClientRect().top)}px`;
            // One of its own, as the first stays.
            const el = T.make({ lang: 'ja', scene: 'microglia' }); await T.tier('live', el); await T.sleep(600);
            const { width, height } = T.$('canvas[data-stage]', el), at = it => T.$(`canvas[data-${it}]`, el).getContext('2d').getImageData(0, 0, width, height).data;
            for (const it of ['back', 'stage']) T.ok(at(it).some((value, index) => index % 4 === 3 && value > 0), `${it} is drawn`);
            const requested = T.frames.requested; await T.sleep(400);
            T.eq(T.frames.requested - requested, 0, 'frames asked for out of sight');
            T.ok(el.getBoundingClientRect().top >= innerHeight, 'still out of sight');
        "#)],
        ..CASE
    },
    Case {
        name: "life/odd-attributes-by-the-dozen",
        seconds: 120,
        steps: &[Js(r#"
            await T.tier('live'); T.el.remove();
            let seed = 7; const random = n => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
            const odd = ['', ' ', 'microglia', 'start', 'nerve', 'faq', '0', '-1', '7', '8', '1e9', 'NaN', 'ja', 'EN', 'ja-JP', '日本語', '\u0000', '<b>', '{}', '../..', 'dark', 'present', 'null', '__proto__', 'x'.repeat(5000), '\ud800', 'https://example.invalid/x', 'eager'];
            for (let i = 0; i < 24; i++) {
                const attributes = { loading: 'eager' };
                for (const name of ['lang', 'scene', 'step', 'scenes', 'mode', 'profile', 'theme'])
                    if (random(3)) attributes[name] = odd[random(odd.length)];
                const el = T.make(attributes);
                await T.until(`a tier of ${JSON.stringify(attributes).slice(0, 200)}`, () => el.dataset.tier);
                T.eq(el.dataset.tier, 'live', `tier of ${JSON.stringify(attributes).slice(0, 200)}`);
                for (let n = 0; n < 4; n++) el.setAttribute(['scene', 'step', 'theme', 'mode'][n], odd[random(odd.length)]);
                T.ok(el.currentStep >= 1 && el.currentStep <= 7, 'step'); T.ok(el.currentTime >= 0 && el.currentTime <= el.duration, 'time');
                el.remove();
            }
        "#)],
        ..CASE
    },
];
