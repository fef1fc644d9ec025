//! Narrow boxes, wide letters, flashes, and a focus that nothing lies over (WCAG 1.4.10, 1.4.12, 2.3.1, 2.4.11). All
//! scenes and pages of the content, both languages. Contrast is in `contrast`.

use super::{CASE, Case, Step::*};
use crate::browsers::Engine;

/// What a visitor with small screens, large letters, a keyboard or photosensitive epilepsy relies on.
pub const CASES: &[Case] = &[
    Case {
        name: "access/reflow-320-ja",
        size: (320, 700),
        page: &[("el", "lang=ja")],
        seconds: 90,
        steps: &[Js(TOOLS), Js(REFLOW)],
        ..CASE
    },
    Case {
        name: "access/reflow-320-en",
        size: (320, 700),
        page: &[("el", "lang=en")],
        seconds: 90,
        steps: &[Js(TOOLS), Js(REFLOW)],
        ..CASE
    },
    Case {
        name: "access/text-spacing-phone",
        size: (390, 844),
        page: &[("el", "lang=ja")],
        ..SPACING
    },
    Case {
        name: "access/text-spacing-wide",
        size: (1180, 820),
        page: &[("el", "lang=ja")],
        ..SPACING
    },
    Case {
        name: "access/focus-is-not-obscured-phone",
        size: (390, 844),
        // WebKitGTK's Tab leaves buttons out.
        engines: &[Engine::Chromium, Engine::Firefox],
        ..FOCUS
    },
    Case {
        name: "access/focus-is-not-obscured-wide",
        size: (1180, 820),
        engines: &[Engine::Chromium],
        ..FOCUS
    },
    Case {
        name: "access/nothing-flashes",
        size: (420, 760),
        page: &[("el", "lang=ja theme=dark")],
        engines: &[Engine::Chromium],
        seconds: 90,
        steps: &[Js(FLASHES)],
        ..CASE
    },
];

const SPACING: Case = Case {
    seconds: 120,
    steps: &[Js(TOOLS), Js(SPACED)],
    ..CASE
};

const FOCUS: Case = Case {
    page: &[("el", "lang=ja")],
    seconds: 90,
    steps: &[
        Js("await T.tier('live'); T.$('[data-action=\"help\"]').focus();"),
        // From here on the engine shows where the focus is.
        Keys("Tab"),
        Js(OBSCURED),
    ],
    ..CASE
};

/// Goes everywhere, and tells which words and controls are cut off there.
const TOOLS: &str = r#"
    const called = node => `${node.dataset?.action || node.className || node.localName} ${JSON.stringify((node.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 20))}`;
    // Words that are there for the ear alone.
    const heard = node => { for (let at = node; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return true; return false; };
    T.lost = where => {
        const bad = [], app = T.$('.app'), top = T.sheet() ?? app, SLACK = 2;
        const wide = document.documentElement.scrollWidth - innerWidth; if (wide > 0) bad.push(`the page scrolls sideways by ${wide}`);
        const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT), range = document.createRange();
        while (walker.nextNode()) {
            const node = walker.currentNode, parent = node.parentElement;
            if (!node.data.trim() || !T.shown(parent) || heard(parent) || parent.closest('canvas') || !T.sheet() && parent.closest('dialog') || parent.closest('.overlay') && Number(getComputedStyle(parent.closest('.overlay > *')).opacity) < 0.35) continue;
            range.selectNodeContents(node);
            const boxes = [...range.getClientRects()].filter(box => box.width > 1);
            if (!boxes.length) continue;
            const edge = (side, most) => Math[most](...boxes.map(box => box[side]));
            const run = { left: edge('left', 'min'), right: edge('right', 'max'), top: edge('top', 'min'), bottom: edge('bottom', 'max') };
            for (let at = parent; at; at = at === app ? null : at.parentElement) {
                // What one can scroll to is not lost.
                if (/auto|scroll/.test(getComputedStyle(at).overflowY)) { run.top = Math.max(run.top, at.getBoundingClientRect().top); run.bottom = Math.min(run.bottom, at.getBoundingClientRect().bottom); }
                const style = getComputedStyle(at), box = at.getBoundingClientRect(), frame = at.matches('button, .cell, .badge, .tag, .note, .legend, .label.hint');
                const cut = it => it !== 'visible', high = /hidden|clip/.test(style.overflowY) || frame;
                if (at !== app && style.display === 'inline') continue;
                if ((cut(style.overflowX) || frame || at === app) && (run.left < box.left - SLACK || run.right > box.right + SLACK)) { bad.push(`${called(parent)} sticks out of ${at.className || at.localName} by ${Math.round(Math.max(box.left - run.left, run.right - box.right))}`); break; }
                // Lines are higher than their letters.
                if (high && (run.top < box.top - 5 || run.bottom > box.bottom + 5)) { bad.push(`${called(parent)} is cut by ${at.className || at.localName} (${Math.round(box.top - run.top)}, ${Math.round(run.bottom - box.bottom)})`); break; }
                if (at === T.sheet()) break;
            }
        }
        const frame = top.getBoundingClientRect();
        for (const control of top.querySelectorAll('button, input, a, summary')) {
            if (!T.shown(control) || !T.sheet() && control.closest('dialog')) continue;
            const box = control.getBoundingClientRect();
            if (box.left < frame.left - 1 || box.right > frame.right + 1) bad.push(`${called(control)} sticks out (${Math.round(box.left)}–${Math.round(box.right)} of ${Math.round(frame.left)}–${Math.round(frame.right)})`);
        }
        return bad.map(it => `${where}: ${it}`);
    };
    T.everywhere = async (visit, steps = [2, 5]) => {
        const el = T.el, { scenes } = await T.content();
        await el.play(); await el.pause();
        const rest = async where => { await T.frame(); await T.frame(); await visit(where); };
        await el.goTo('start'); await rest('start');
        for (const scene of scenes) {
            for (const step of steps) { await el.goTo(scene.id, step); await rest(`${scene.id} ${step}`); }
            const unfold = T.$$('[data-action="effect"]').find(T.shown);
            if (unfold) { unfold.click(); await rest(`${scene.id}, what can be tried`); unfold.click(); }
            const actor = T.$$('[data-actor]').find(T.shown);
            if (actor) { actor.click(); await rest(`${scene.id}, an actor`); T.$$('.card.actor > button').find(T.shown)?.click(); await T.frame(); }
        }
        for (const id of ['care', 'course', 'safety', 'faq', 'clinic', 'risk', 'ask', 'settings', 'help', 'sources', 'list']) {
            const button = T.$$(`[data-action="${id}"]`).find(T.shown);
            if (button) button.click(); else if (/care|course|safety|faq|clinic/.test(id)) await el.goTo(id); else continue;
            await T.until(`the sheet ${id}`, () => T.sheet(), 8000); await rest(id); await T.close();
        }
    };
"#;

/// Not every engine's window gets this narrow: the box does.
const REFLOW: &str = r#"
    await T.tier('live'); T.el.style.width = '320px'; await T.sleep(150); await T.drawn();
    T.eq(Math.round(T.$('.app').getBoundingClientRect().width), 320, 'width');
    const bad = new Set();
    await T.everywhere(where => T.lost(where).forEach(it => bad.add(it)), [2, 5, 7]);
    T.ok(!bad.size, `${bad.size}: ${[...bad].join('; ')}`);
"#;

/// The four distances of 1.4.12, set from outside as a visitor's tool sets them.
const SPACED: &str = r#"
    await T.tier('live'); const el = T.el, bad = new Set();
    const sheet = new CSSStyleSheet(); sheet.replaceSync(`
        .app, .app * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        .app p { margin-bottom: 2em !important; }`);
    T.root.adoptedStyleSheets = [...T.root.adoptedStyleSheets, sheet]; await T.sleep(100);
    // Letters grow by the same share in any box: the wide one is asked in one language.
    const { languages } = await T.content();
    for (const lang of innerWidth < 560 ? languages : languages.slice(1, 2)) {
        el.setAttribute('lang', lang); const texts = await T.content(lang);
        await el.goTo('nerve', 1); await T.until(`the words in ${lang}`, () => T.$('.title').textContent === texts.scenes.nerve.title, 6000);
        await T.everywhere(where => T.lost(`${lang} ${where}`).forEach(it => bad.add(it)), [5]);
    }
    T.ok(!bad.size, `${bad.size}: ${[...bad].join('; ')}`);
"#;

/// Every control that Tab reaches, with cards and panels open: nothing lies over it, and its ring is not cut away.
const OBSCURED: &str = r#"
    const el = T.el, bad = new Set(), { scenes } = await T.content(); let count = 0;
    const called = node => node.dataset.action || node.dataset.actor || node.dataset.scene || node.dataset.step || node.className || node.localName;
    // Covers are covers, whether they can be touched or not.
    const sheet = new CSSStyleSheet(); sheet.replaceSync('.app * { pointer-events: auto !important; } .app, .app * { transition: none !important; animation: none !important; scroll-behavior: auto !important; }');
    T.root.adoptedStyleSheets = [...T.root.adoptedStyleSheets, sheet];
    const opaque = node => node.matches('canvas[data-stage], img') || Number((getComputedStyle(node).backgroundColor.match(/[\d.]+/g) ?? [])[3] ?? 1) > 0.5;
    const check = async (where, which = '*') => {
        const holder = T.sheet() ?? T.$('.app');
        for (const node of holder.querySelectorAll('button, input, a[href], summary, [tabindex="0"]')) {
            if (!node.matches(which) || !T.shown(node) && !node.closest('.effect, .card') || node.disabled || !T.sheet() && node.closest('dialog')) continue;
            node.focus(); if (T.root.activeElement !== node) continue;
            // Its card opens, or what lay over it steps aside.
            await T.frame(); if (node.dataset.actor) await T.frame();
            if (!T.shown(node)) { bad.add(`${where}: ${called(node)} cannot be seen`); continue; }
            const box = node.getClientRects()[0]; count++;
            const points = [[0.5, 0.5], [0.2, 0.2], [0.8, 0.2], [0.2, 0.8], [0.8, 0.8]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
            const hidden = points.map(([x, y]) => {
                const pile = T.root.elementsFromPoint(x, y), at = pile.indexOf(node);
                if (at < 0) return 'off screen or cut';
                // The words on a picture are the picture's own.
                const cover = pile.slice(0, at).find(it => !(node.matches('canvas') && it.matches('.label')) && !node.contains(it) && !it.contains(node) && !it.closest('label, .scrub')?.contains(node) && T.shown(it.closest('.effect, .card.actor') ?? it) && opaque(it));
                return cover && `under ${cover.className || cover.localName}`;
            }).filter(Boolean);
            // One corner may touch a neighbour; the middle may not, nor may two. A picture that is partly in sight stays where it is
            // in Firefox when it gets the focus.
            if (hidden.length > (node.matches('canvas') && hidden.every(it => /^off/.test(it)) ? 3 : 1)) bad.add(`${where}: ${called(node)} ${[...new Set(hidden)]} at ${hidden.length} of 5`);
        }
    };
    const visit = async (where, which) => { await T.frame(); await T.frame(); await check(where, which); };
    await el.play(); await el.pause(); await el.goTo('start'); await visit('start');
    // Where cards and panels have most to cover; phones, where room is scarce, go everywhere.
    for (const { id } of scenes.filter(scene => innerWidth < 560 || /inflammation|nerve|evidence/.test(scene.id))) {
        await el.goTo(id, 5); await visit(id);
        const unfold = T.$$('[data-action="effect"]').find(T.shown);
        if (unfold) { unfold.click(); await visit(`${id}, what can be tried`, 'canvas, .seg *, .effect *, .caption *'); unfold.click(); }
    }
    for (const id of ['risk', 'ask', 'settings', 'list']) {
        const button = T.$$(`[data-action="${id}"]`).find(T.shown); if (!button) continue;
        button.click(); await T.until(`the sheet ${id}`, () => T.sheet(), 3000); await visit(id); await T.close();
    }
    T.ok(count > 100, `focused: ${count}`);
    T.ok(!bad.size, `${bad.size}: ${[...bad].join('; ')}`);
"#;

/// Frames are pure functions of time: fields of the picture are followed through two seconds of it, which is one second
/// at double speed. WCAG counts pairs of opposing changes of a tenth of full luminance, or of saturated red, over more
/// than 21 824 px² together; here every field of 60 px counts by itself, which is stricter.
const FLASHES: &str = r#"
    await T.tier('live'); await T.drawn(); const el = T.el, { scenes } = await T.content(), bad = []; let most = 0, frames = 0;
    const linear = Float64Array.from({ length: 256 }, (_, v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [COLUMNS, ROWS, SPAN, SAMPLES] = [6, 7, 2, 20];
    const small = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    small.canvas.width = COLUMNS; small.canvas.height = ROWS; small.imageSmoothingQuality = 'high';
    const fields = async time => {
        await el.seek(time); await T.frame(); await T.frame(); frames++;
        small.drawImage(T.flat(), 0, 0, COLUMNS, ROWS);
        const data = small.getImageData(0, 0, COLUMNS, ROWS).data, found = [];
        for (let i = 0; i < data.length; i += 4) {
            const [r, g, b] = [linear[data[i]], linear[data[i + 1]], linear[data[i + 2]]];
            found.push([0.2126 * r + 0.7152 * g + 0.0722 * b, r / (r + g + b + 1e-6) >= 0.8 ? Math.max(0, r - g - b) * 320 : 0]);
        }
        return found;
    };
    // Turns of a curve by at least `least`: two make a flash.
    const flashes = (curve, least) => {
        let [low, high] = [curve[0], curve[0]], turns = 0, way = 0;
        for (const at of curve) {
            [low, high] = [Math.min(low, at), Math.max(high, at)];
            if (way <= 0 && at - low >= least) { turns++; way = 1; low = high = at; }
            else if (way >= 0 && high - at >= least) { turns++; way = -1; low = high = at; }
            if (way > 0) low = at > low && at === high ? at : low; if (way < 0) high = at < high && at === low ? at : high;
        }
        return turns / 2;
    };
    T.eq([flashes([0, 1, 0, 1, 0, 1, 0, 1, 0], 0.1) > 3, flashes([0, 0.05, 0, 0.05, 0], 0.1)], [true, 0], 'what blinks is seen');
    for (const scene of scenes) for (const step of [2, 4]) {
        const { start } = scene.steps[step], curves = [];
        // Uneven distances: nothing regular hides between them.
        for (let n = 0; n < SAMPLES; n++) curves.push(await fields(start - 0.4 + SPAN * (n + 0.35 * (n % 2)) / SAMPLES));
        for (let field = 0; field < COLUMNS * ROWS; field++) {
            const count = Math.max(flashes(curves.map(it => it[field][0]), 0.1), flashes(curves.map(it => it[field][1]), 20));
            most = Math.max(most, count);
            if (count > 3) bad.push(`${scene.id} ${step + 1}: field ${field} flashes ${count} times`);
        }
    }
    T.ok(frames > 200, `frames: ${frames}`); T.eq(bad, [], 'flashes');
"#;
