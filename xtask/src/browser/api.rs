//! The contract's properties, methods and events.

use super::{CASE, Case, Step::*};

/// Poster, live in place, calls before load, playing, seeking, events.
pub const CASES: &[Case] = &[
    Case {
        name: "upgrade/goes-live-and-says-so",
        steps: &[Js(r#"
            await T.tier('live'); await T.ready();
            T.eq(T.named('ready').length, 1, 'ready events');
            T.eq(T.named('tierchange').map(e => e.detail.tier), ['live'], 'tierchange');
            T.eq(T.el.currentScene, 'microglia', 'currentScene');
            T.eq(T.el.currentStep, 1, 'currentStep');
            T.eq(T.el.currentTime, 0, 'currentTime');
            T.eq(T.el.duration, 74, 'duration');
            T.eq(T.el.paused, true, 'paused');
            T.eq(T.named('play'), [], 'nothing plays by itself');
            T.eq(T.el.getAttributeNames().sort(), ['data-tier', 'lang', 'scene'], 'attributes');
            T.ok(document.getElementById('own'), 'the page\'s own children are kept');
            T.ok(!T.shown(document.getElementById('own')), 'the text tier is not shown under live');
            T.ok(T.shown(T.$('canvas[data-stage]')), 'the canvas is shown');
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
        "#)],
        ..CASE
    },
    Case {
        name: "upgrade/ready-comes-after-the-tier-is-on-screen",
        world: "slow",
        steps: &[Js(r#"
            const seen = [];
            for (const type of ['tierchange', 'ready'])
                T.el.addEventListener(type, () => seen.push(`${type} ${T.el.dataset.tier}`));
            await T.tier('live'); await T.ready();
            T.eq(seen, ['tierchange live', 'ready live'], 'order');
        "#)],
        ..CASE
    },
    Case {
        name: "poster/live-in-place-phone",
        world: "slow",
        size: (390, 844),
        steps: IN_PLACE,
        ..CASE
    },
    Case {
        name: "poster/live-in-place-medium",
        world: "slow",
        size: (760, 900),
        steps: IN_PLACE,
        ..CASE
    },
    Case {
        name: "poster/live-in-place-wide",
        world: "slow",
        size: (1180, 820),
        steps: IN_PLACE,
        ..CASE
    },
    Case {
        name: "calls/before-load-run-in-order",
        world: "slow",
        steps: &[Js(r#"
            const el = T.el, order = [], note = name => () => order.push(name);
            T.ok(!el.dataset.tier, 'the test comes before the engine');
            const all = [
                el.goTo('microglia', 3).then(note('goTo 3')),
                el.seek(30).then(note('seek')),
                el.goTo('nonsense').then(note('wrong goTo'), note('rejected')),
                el.play().then(note('play')),
                el.pause().then(note('pause')),
                el.goTo('microglia', 5).then(note('goTo 5')),
            ];
            T.ok(all.every(p => typeof p.then === 'function'), 'all methods return promises');
            await Promise.all(all);
            T.eq(order, ['goTo 3', 'seek', 'rejected', 'play', 'pause', 'goTo 5'], 'order');
            T.eq(el.dataset.tier, 'live', 'tier');
            T.eq(el.currentStep, 5, 'step'); T.eq(el.currentTime, 40, 'time'); T.eq(el.paused, true, 'paused');
            T.ok(T.named('stepchange').some(e => e.detail.step === 3), 'step 3 was visited');
            T.eq(T.named('play').length, 1, 'play events'); T.eq(T.named('pause').length, 1, 'pause events');
        "#)],
        ..CASE
    },
    Case {
        name: "calls/start-loading-of-a-lazy-element",
        page: &[("before", "<div class=tall></div><div class=tall></div>")],
        steps: &[Js(r#"
            await T.sleep(600);
            T.ok(!T.el.dataset.tier, 'lazy: nothing is loaded far below');
            await T.el.goTo('microglia', 2);
            T.eq(T.el.currentStep, 2, 'step');
        "#)],
        ..CASE
    },
    Case {
        name: "play/plays-and-pauses",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.play();
            T.eq(el.paused, false, 'paused while playing');
            const from = el.currentTime, since = performance.now();
            await T.until('time to go on', () => el.currentTime > from + 0.5, 10000);
            T.ok(el.currentTime - from < (performance.now() - since) / 1000 + 0.3, 'not faster than the clock');
            await el.play();
            T.eq(T.named('play').length, 1, 'play events (a second play changes nothing)');
            await el.pause();
            T.eq(el.paused, true, 'paused'); const at = el.currentTime; await T.sleep(300);
            T.eq(el.currentTime, at, 'time stands');
            await el.pause();
            T.eq(T.named('pause').length, 1, 'pause events');
            for (const type of ['play', 'pause']) {
                const { detail } = T.named(type)[0];
                T.eq(detail.scene, 'microglia', `${type}.scene`);
                T.eq(typeof detail.time, 'number', `${type}.time`);
            }
        "#)],
        ..CASE
    },
    Case {
        name: "play/stops-at-the-end-and-starts-again",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.seek(73.4); await el.play();
            await T.until('the end', () => el.paused, 8000);
            T.near(el.currentTime, 74, 0.02, 'time'); T.eq(el.currentStep, 7, 'step');
            T.eq(T.named('pause').length, 1, 'pause events');
            await el.play(); await T.sleep(400);
            T.ok(!el.paused && el.currentTime < 5, `play at the end starts again (t=${el.currentTime}, paused=${el.paused})`);
        "#)],
        ..CASE
    },
    Case {
        name: "seek/clamps-and-rejects",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await el.seek(33.25); T.eq(el.currentTime, 33.25, 'time'); T.eq(el.currentStep, 4, 'step');
            await el.seek(-5); T.eq(el.currentTime, 0, 'below'); T.eq(el.currentStep, 1, 'step');
            await el.seek(1e9); T.eq(el.currentTime, 74, 'above'); T.eq(el.currentStep, 7, 'step');
            await el.seek(Infinity); T.eq(el.currentTime, 74, 'infinity');
            await el.seek(12);
            for (const wrong of [NaN, undefined, 'abc', {}]) {
                await T.rejects(el.seek(wrong), /\S{3}/, `seek(${String(wrong)})`);
                T.eq(el.currentTime, 12, 'a refused seek changes nothing');
            }
            for (const [time, step] of [[0, 1], [7.999, 1], [8, 2], [18, 3], [28, 4], [40, 5], [54, 6], [65.999, 6], [66, 7], [74, 7]]) {
                await el.seek(time); T.eq(el.currentStep, step, `step at ${time} s`);
            }
        "#)],
        ..CASE
    },
    Case {
        name: "goto/steps-and-wrong-names",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            for (const [step, time] of [[4, 28], [7, 66], [1, 0], [2, 8], [6, 54]]) {
                await el.goTo('microglia', step);
                T.eq(el.currentStep, step, 'step'); T.eq(el.currentTime, time, 'time');
            }
            await T.rejects(el.goTo('nonsense'), /nonsense/, 'a wrong scene');
            await T.rejects(el.goTo('constructor'), /constructor/, 'a name of every object');
            await T.rejects(el.goTo(''), /\S{3}/, 'no name');
            await T.rejects(el.goTo(undefined), /\S{3}/, 'undefined');
            for (const wrong of [0, 8, -1, 1.5, NaN, 'two', Infinity])
                await T.rejects(el.goTo('microglia', wrong), /step|8|7/i, `step ${wrong}`);
            T.eq([el.currentScene, el.currentStep, el.currentTime], ['microglia', 6, 54], 'nothing changed');
            await el.goTo('microglia');
            T.eq(el.currentScene, 'microglia', 'scene');
            await el.goTo('microglia', 4); await el.goTo('microglia', null); T.eq(el.currentStep, 1, 'null is no step');
        "#)],
        ..CASE
    },
    Case {
        name: "events/composed-bubbling-serialisable",
        steps: &[Js(r#"
            await T.tier('live'); await T.ready(); const el = T.el;
            await el.goTo('microglia', 3);
            T.eq(T.named('stepchange').map(e => e.detail), [{ scene: 'microglia', step: 3 }], 'stepchange');
            await el.goTo('microglia', 3);
            T.eq(T.named('stepchange').length, 1, 'the same step is no change');
            await el.seek(27.6); await el.play();
            await T.until('step 4', () => el.currentStep === 4, 6000); await el.pause();
            T.eq(T.named('stepchange').map(e => e.detail.step), [3, 4], 'steps passed while playing');
            for (const event of T.events) {
                T.ok(event.composed, `${event.type} is composed`);
                T.eq(event.bubbles, event.type !== 'error', `${event.type} bubbles`);
                T.ok(event.serialisable, `${event.type}.detail can be cloned`);
                T.eq(event.tag, 'exosome-explainer', `${event.type} is seen on the element`);
            }
        "#)],
        ..CASE
    },
    Case {
        name: "properties/cannot-be-broken-by-assignment",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            for (const name of ['currentScene', 'currentStep', 'duration', 'paused'])
                try { el[name] = 'x'; } catch { /* read only in strict code */ }
            T.eq([el.currentScene, el.currentStep, el.duration, el.paused], ['microglia', 1, 74, true], 'values');
            T.eq(typeof el.currentTime, 'number', 'currentTime');
        "#)],
        ..CASE
    },
];

/// The poster's rectangles, then the live ones; the page moves by nothing.
const IN_PLACE: &[super::Step] = &[Js(r#"
    await T.until('the poster', () => T.picture());
    const el = T.el;
    T.ok(!el.dataset.tier, 'the poster comes before the engine');
    const box = node => { const { x, y, width, height } = node.getBoundingClientRect(); return [x, y, width, height].map(Math.round); };
    const shifted = T.shift;
    const before = { host: box(el), stage: box(T.$('.stage')), start: box(T.$('.start')), title: box(T.$('.title')), strip: box(T.$('.strip')) };
    T.ok(before.stage[2] > 300 && before.stage[3] > 300, `the stage has a size: ${before.stage}`);
    const text = T.visibleText();
    T.ok(text.includes('ミクログリア'), 'the title is there');
    T.ok(text.length > 80, `the main message and the grades are there as text (${text.length} characters)`);
    await T.tier('live'); await T.ready(); await T.sleep(150);
    const after = { host: box(el), stage: box(T.$('.stage')), start: box(T.$('.start')), title: box(T.$('.title')), strip: box(T.$('.strip')) };
    T.eq(after, before, 'rectangles');
    T.ok(T.shown(T.$('.start')), 'the start button stays over the live stage');
    T.eq(el.currentTime, 0, 'same pose'); T.eq(el.paused, true, 'paused');
    T.still(shifted, 'layout shift from poster to live');
"#)];
