//! The ways through the product: addresses of scenes and steps, the opening view, the pages of text, the list of scenes,
//! the small pictures beside a scene.

use super::{CASE, Case, Step::*};

/// Deep links, pages, rail, panels.
pub const CASES: &[Case] = &[
    Case {
        name: "places/attributes-lead-to-each-scene-and-step",
        page: &[("el", "lang=ja")],
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); T.el.remove(); const { scenes } = await T.content();
            for (const [n, { id, steps }] of scenes.entries()) {
                const step = 2 + n % (steps.length - 1), el = T.make({ lang: 'ja', scene: id, step: String(step), loading: 'eager' });
                await T.tier('live', el);
                T.eq([el.currentScene, el.currentStep, el.currentTime, el.duration, el.paused], [id, step, steps[step - 1].start, steps.at(-1).end, true], id);
                el.setAttribute('scene', scenes[0].id); await T.until('the attribute\'s change', () => el.currentScene === scenes[0].id, 3000);
                el.remove();
            }
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
        "#)],
        ..CASE
    },
    Case {
        name: "places/start-is-a-view-without-time",
        page: &[("el", "lang=ja scene=start")],
        steps: &[Js(r#"
            await T.tier('live'); await T.ready(); const el = T.el, { scenes, pages } = await T.content();
            const texts = await T.content('ja');
            T.eq([el.currentScene, el.duration, el.currentTime, el.paused], ['start', 0, 0, true], 'properties');
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
            T.ok(!T.$$('.start, .transport, .strip').some(T.shown), 'nothing to play');
            for (const { id } of scenes) T.ok(T.$$(`.below [data-scene="${id}"]`).some(T.shown), `the way to ${id}`);
            for (const { id } of pages) T.ok(T.$$(`.below [data-action="page"][data-value="${id}"]`).some(T.shown), `the way to ${id}`);
            // While live takes over, the poster's words may still be there.
            T.eq([...new Set(T.$$('.below .group').map(node => node.textContent))], ['nav.proposed', 'nav.compare'].map(key => texts.ui[key]), 'heading of the mechanisms, and where they end');
            await T.drawn();
            T.click(`.below [data-scene="${scenes[3].id}"]`);
            await T.until('the scene', () => el.currentScene === scenes[3].id, 3000); T.eq(el.duration, scenes[3].steps.at(-1).end, 'duration');
            await el.goTo('start');
            T.eq([el.currentScene, el.duration], ['start', 0], 'back');
            await T.rejects(el.goTo('start', 2), /start/, 'a step of the opening view');
            T.eq(T.named('scenechange').map(e => e.detail.scene), [scenes[3].id, 'start'], 'scenechange');
        "#)],
        ..CASE
    },
    Case {
        name: "places/pages-open-over-the-scene",
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, { pages } = await T.content();
            await el.goTo('microglia', 4); const events = T.events.length;
            for (const { id } of pages) {
                await el.goTo(id);
                const sheet = await T.until(`the sheet of ${id}`, T.sheet, 3000);
                await T.until(`words in ${id}`, () => sheet.textContent.trim().length > 60, 3000);
                T.eq([el.currentScene, el.currentStep, el.currentTime, el.duration], ['microglia', 4, 28, 74], `${id} leaves the scene`);
                await T.close();
            }
            T.eq(T.events.slice(events).map(e => e.type), [], 'events of the scene');
            await T.rejects(el.goTo('nonsense'), /nonsense/, 'a wrong name'); T.ok(!T.sheet(), 'no sheet for it');
            for (const [name, away] of [['goTo', () => el.goTo('nerve', 3)], ['the same goTo', () => el.goTo('nerve', 3)], ['scene', () => el.setAttribute('scene', 'nerve')], ['step', () => el.setAttribute('step', '2')]]) {
                await el.goTo('clinic'); await T.until('a sheet', T.sheet, 3000);
                await away(); await T.until(`the sheet to go by ${name}`, () => !T.sheet(), 3000);
            }
        "#)],
        ..CASE
    },
    Case {
        name: "places/mechanisms-stand-under-their-heading",
        size: (1180, 820),
        page: &[("el", "lang=ja")],
        steps: &[Js(r#"
            await T.tier('live'); const { scenes } = await T.content(), texts = await T.content('ja');
            const items = root => [...root.querySelectorAll('.scenes > li')].map(li => li.classList.contains('group') ? `[${li.textContent}]` : li.querySelector('[data-scene]').dataset.scene);
            const proposed = scenes.findIndex(scene => scene.proposed), should = scenes.map(scene => scene.id);
            should.splice(scenes.findLastIndex(scene => scene.proposed) + 1, 0, `[${texts.ui['nav.compare']}]`);
            should.splice(proposed, 0, `[${texts.ui['nav.proposed']}]`);
            T.eq(texts.ui['nav.proposed'], '提案されているしくみ', 'the words of it');
            T.eq(items(T.$('.rail')), should, 'rail');
            T.ok(T.shown(T.$('.rail .group')), 'the heading is seen');
            // Which scenes stand under it is to be seen as well.
            T.eq(scenes.filter(scene => scene.proposed).map(scene => scene.id), ['inflammation', 'nerve', 'microglia'], 'mechanisms');
            for (const { id } of scenes) {
                T.click(`.rail .scene[data-scene="${id}"]`); await T.until(id, () => T.el.currentScene === id, 3000); await T.frame(); await T.frame();
                T.eq(T.$$('.rail [aria-current="true"]').map(node => node.dataset.scene), [id], 'marked in the rail');
                T.eq(T.$$('.rail .steps').length, 1, 'steps are unfolded in one scene');
            }
            T.el.style.width = '390px'; await T.sleep(150);
            T.click('[data-action="rail"]'); const sheet = await T.until('the list', T.sheet, 3000);
            await T.until('the list\'s items', () => sheet.querySelector('.scenes'), 3000);
            T.eq(items(sheet), should, 'list');
            sheet.querySelector('.scenes [data-scene="nerve"]').click();
            await T.until('the scene', () => T.el.currentScene === 'nerve' && !T.sheet(), 3000);
        "#)],
        ..CASE
    },
    Case {
        name: "places/next-and-previous-cross-scenes",
        page: &[("el", "lang=ja")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, { scenes } = await T.content(), should = scenes.flatMap(({ id, steps }) => steps.map((_, at) => `${id} ${at + 1}`));
            const here = () => `${el.currentScene} ${el.currentStep}`, seen = [here()];
            for (let i = 1; i < should.length; i++) { T.click('.transport [data-action="next"]'); seen.push(here()); await T.frame(); }
            T.eq(seen, should, 'forwards');
            T.click('.transport [data-action="next"]'); T.eq(here(), should.at(-1), 'the last step holds');
            const back = [here()];
            for (let i = 1; i < should.length; i++) { T.click('.transport [data-action="previous"]'); back.unshift(here()); await T.frame(); }
            T.eq(back, should, 'backwards');
            T.click('.transport [data-action="previous"]'); T.eq([here(), el.currentTime], [should[0], 0], 'the first step holds');
        "#)],
        ..CASE
    },
    Case {
        name: "places/panels-open-draw-close-and-rest",
        page: &[("el", "lang=ja")],
        seconds: 90,
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, { scenes } = await T.content(); let count = 0;
            for (const { id, panels } of scenes) for (const panel of panels ?? []) {
                await T.open(id); const time = el.currentTime; count++;
                T.click('[data-action="effect"]');
                await T.until('the unfolded part', () => T.$$('[data-action="panel"]').some(T.shown), 3000);
                T.click(`[data-action="panel"][data-value="${panel}"]`);
                const sheet = await T.until(`the panel ${panel}`, T.sheet, 3000), canvas = sheet.querySelector('canvas[data-panel]');
                const colours = () => { const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data, seen = new Set(); for (let i = 0; i < data.length; i += 28) if (data[i + 3]) seen.add(data[i] >> 3 << 10 | data[i + 1] >> 3 << 5 | data[i + 2] >> 3); return seen.size; };
                await T.until(`${panel} to be drawn`, () => canvas.width > 100 && colours() > 8, 5000);
                const first = T.frames.requested; await T.until(`${panel} to move`, () => T.frames.requested > first + 3, 3000);
                T.ok(sheet.textContent.length > 60, `${panel} says what it is`);
                T.eq([el.currentScene, el.currentTime, el.paused], [id, time, true], `${panel} leaves the scene as it is`);
                await T.close(); await T.quiet(); await T.sleep(50);
                const before = T.frames.requested; await T.sleep(250);
                T.eq([T.frames.requested - before, T.frames.pending.size, T.intervals.size], [0, 0, 0], `frames asked for after ${panel}`);
                T.click('[data-action="effect"]'); await T.frame();
            }
            T.ok(count >= 4, `panels: ${count}`);
        "#)],
        ..CASE
    },
];
