//! Words and controls stand out from what lies behind them (WCAG 1.4.3, 1.4.11), in every still of every scene and
//! on every page, in both themes.
//!
//! Words on the picture are painted once more over a copy of the canvas, with their halo, and compared with the pixels
//! around their strokes: what is measured is what the eye gets, not what a style sheet promises.

use super::{CASE, Case, Step::*};
use crate::browsers::Engine;

/// The picture's words by pixels; all other words, signs and frames by their colours.
pub const CASES: &[Case] = &[
    Case {
        name: "contrast/words-light",
        size: (390, 844),
        page: &[("el", "lang=ja theme=light")],
        ..WORDS
    },
    Case {
        name: "contrast/words-dark",
        size: (390, 844),
        page: &[("el", "lang=en theme=dark")],
        ..WORDS
    },
    Case {
        name: "contrast/words-wide",
        size: (1180, 820),
        page: &[("el", "lang=ja theme=dark")],
        ..WORDS
    },
    Case {
        name: "contrast/controls-light",
        page: &[("el", "lang=ja theme=light")],
        ..CONTROLS
    },
    Case {
        name: "contrast/controls-dark",
        page: &[("el", "lang=ja theme=dark")],
        ..CONTROLS
    },
];

/// The same canvas and the same sheet in every engine (`scenes/painters-agree-…`): one is enough to measure.
const WORDS: Case = Case {
    engines: &[Engine::Chromium],
    seconds: 180,
    steps: &[Js(TOOLS), Js(ON_PICTURE)],
    ..CASE
};

const CONTROLS: Case = Case {
    size: (390, 844),
    engines: &[Engine::Chromium],
    seconds: 120,
    steps: &[Js(TOOLS), Js(ON_PANELS)],
    ..CASE
};

/// Colours as WCAG counts them.
const TOOLS: &str = r#"
    const linear = Float64Array.from({ length: 256 }, (_, v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const light = T.light = ([r, g, b]) => 0.2126 * linear[Math.round(r)] + 0.7152 * linear[Math.round(g)] + 0.0722 * linear[Math.round(b)];
    T.ratio = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
    T.rgba = text => { const [r, g, b, a = 1] = (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number); return [r, g, b, a]; };
    T.over = ([r, g, b, a], under) => [r, g, b].map((value, at) => value * a + under[at] * (1 - a));
    // What lies behind an element: its own and its ancestors' backgrounds; nothing where that is the picture.
    T.behind = (node, own = true) => {
        const layers = [];
        for (let at = own ? node : node.parentElement; at; at = at.parentElement) {
            const style = getComputedStyle(at), colour = T.rgba(style.backgroundColor);
            if (colour[3]) layers.push(colour);
            if (colour[3] === 1) return layers.reduceRight((under, over) => T.over(over, under), [0, 0, 0]);
            if (at.matches('.overlay, .stage') || style.backgroundImage !== 'none' && at.matches('.top')) return null;
        }
        return layers.reduceRight((under, over) => T.over(over, under), [255, 255, 255]);
    };
    // Nothing is on its way while it is measured.
    T.calm = () => { const sheet = new CSSStyleSheet(); sheet.replaceSync('.app, .app * { transition: none !important; animation: none !important; }'); T.root.adoptedStyleSheets = [...T.root.adoptedStyleSheets, sheet]; };
    T.dim = node => { let alpha = 1; for (let at = node; at; at = at.parentElement) alpha *= Number(getComputedStyle(at).opacity); return alpha; };
    T.called = node => `${node.dataset?.action || node.className?.baseVal || node.className || node.localName} ${JSON.stringify((node.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 20))}`;
"#;

/// Every visible run of text. Over the picture: the runs are painted with their shadows over a copy of it.
const ON_PICTURE: &str = r#"
    const LEAST = 4.5, SHARE = 0.05; // the ratio, and the share of pixels around the strokes that may miss it
    await T.tier('live'); await T.drawn(); T.calm(); const el = T.el, { scenes } = await T.content(), bad = new Map(); let measured = 0, worst = 99;
    await el.play(); await el.pause();
    await T.until('the start button to go', () => !T.$$('.start').some(T.shown), 3000);
    const paper = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const mask = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    // Runs of one line, with their place.
    const lines = node => {
        const found = [], range = document.createRange();
        for (let at = 0; at < node.data.length; at++) {
            range.setStart(node, at); range.setEnd(node, at + 1);
            const box = range.getClientRects()[0]; if (!box || !box.width) continue;
            const last = found.at(-1);
            if (last && Math.abs(last.top - box.top) < 3) { last.text += node.data[at]; last.right = box.right; } else found.push({ text: node.data[at], left: box.left, right: box.right, top: box.top, bottom: box.bottom });
        }
        return found;
    };
    const around = (node, style, flat, stage, where) => {
        const dim = T.dim(node.parentElement), ink = T.rgba(style.color), halo = T.rgba(style.textShadow), EDGE = 6;
        const blurs = style.textShadow === 'none' ? [] : [...style.textShadow.matchAll(/0px 0px ([\d.]+)px/g)].map(it => Number(it[1]));
        for (const line of lines(node)) {
            if (!line.text.trim()) continue;
            const x = Math.floor(line.left - stage.left) - EDGE, y = Math.floor(line.top - stage.top) - EDGE;
            const w = Math.ceil(line.right - line.left) + 2 * EDGE, h = Math.ceil(line.bottom - line.top) + 2 * EDGE;
            for (const it of [paper, mask]) { it.canvas.width = w; it.canvas.height = h; it.font = style.font; it.textBaseline = 'alphabetic'; it.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing; }
            paper.drawImage(flat, x, y, w, h, 0, 0, w, h);
            // The page's title lies on a veil of its own.
            const veil = node.parentElement.closest('.top');
            if (veil) {
                const box = veil.getBoundingClientRect(), ground = T.rgba(getComputedStyle(T.$('.app')).backgroundColor).slice(0, 3);
                const fade = paper.createLinearGradient(0, box.top - stage.top - y, 0, box.bottom - stage.top - y);
                fade.addColorStop(0.5, `rgba(${ground},1)`); fade.addColorStop(1, `rgba(${ground},0)`); paper.fillStyle = fade; paper.fillRect(0, 0, w, h);
            }
            const size = mask.measureText(line.text), base = EDGE + (line.bottom - line.top + size.fontBoundingBoxAscent - size.fontBoundingBoxDescent) / 2, from = line.left - stage.left - x;
            paper.globalAlpha = dim;
            for (const blur of blurs) { paper.shadowColor = `rgb(${halo.slice(0, 3)})`; paper.shadowBlur = blur; paper.shadowOffsetX = 5000; paper.fillText(line.text, from - 5000, base); }
            mask.fillText(line.text, from, base);
            const strokes = mask.getImageData(0, 0, w, h).data, ground = paper.getImageData(0, 0, w, h).data, seen = [];
            const solid = (i, j) => i >= 0 && j >= 0 && i < w && j < h && strokes[(j * w + i) * 4 + 3] > 128;
            for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) {
                if (strokes[(j * w + i) * 4 + 3] > 40 || !(solid(i - 1, j) || solid(i + 1, j) || solid(i, j - 1) || solid(i, j + 1) || solid(i - 2, j) || solid(i + 2, j) || solid(i, j - 2) || solid(i, j + 2))) continue;
                const at = (j * w + i) * 4, under = [ground[at], ground[at + 1], ground[at + 2]];
                seen.push(T.ratio(T.over([...ink.slice(0, 3), ink[3] * dim], under), under));
            }
            if (!seen.length) continue;
            seen.sort((a, b) => a - b); measured++;
            note(where, line.text, seen[Math.floor(seen.length * SHARE)]);
        }
    };
    const note = (where, text, ratio) => {
        worst = Math.min(worst, ratio);
        if (ratio < LEAST && (bad.get(text)?.ratio ?? 99) > ratio) bad.set(text, { ratio, where });
    };
    const measure = where => {
        const flat = T.flat(), stage = T.$('.stage').getBoundingClientRect();
        const walker = document.createTreeWalker(T.$('.app'), NodeFilter.SHOW_TEXT, it => it.parentElement.closest('.stage, .top, .strip') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
        while (walker.nextNode()) {
            const node = walker.currentNode, parent = node.parentElement;
            // What is on its way in or out is told again when it stands; off controls need no contrast.
            if (!node.data.trim() || !T.shown(parent) || T.dim(parent) < 0.6 || parent.closest('dialog:not([open]), .sr, :disabled, .start')) continue;
            const style = getComputedStyle(parent), ground = T.behind(parent);
            if (ground) { const ink = T.rgba(style.color); ink[3] *= T.dim(parent); measured++; note(where, node.data.trim(), T.ratio(T.over(ink, ground), ground)); }
            else around(node, style, flat, stage, where);
        }
    };
    for (const scene of scenes) {
        await T.open(scene.id);
        for (const [at, { still }] of scene.steps.entries()) {
            // The wide picture's words stand over the same things: every other still is enough.
            if (innerWidth >= 560 && at % 2 === 0) continue;
            await el.seek(still); await T.frame(); await T.frame();
            measure(`${scene.id} ${at + 1}`);
        }
    }
    T.ok(measured > 250, `runs of text measured: ${measured}`);
    T.ok(!bad.size, `${bad.size} below ${LEAST}: ${[...bad].map(([text, { ratio, where }]) => `${ratio.toFixed(2)} ${text.slice(0, 18)} (${where})`).join('; ')}`);
"#;

/// Panels and pages word by word; signs, thumbs, tracks, frames of what has no words, and the focus ring at 3 : 1.
const ON_PANELS: &str = r#"
    await T.tier('live'); T.calm(); const el = T.el, bad = new Set(); let signs = 0, words = 0;
    const say = (where, node, what, ratio, least) => { if (!(ratio >= least - 0.005)) bad.add(`${where}: ${what} ${ratio.toFixed(2)} ${T.called(node)}`); };
    const measure = where => {
        const top = T.sheet() ?? T.$('.app');
        const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode, parent = node.parentElement, ground = T.behind(parent);
            if (!node.data.trim() || !T.shown(parent) || !ground || parent.closest('.sr, .overlay, :disabled') || !T.sheet() && parent.closest('dialog')) continue;
            const ink = T.rgba(getComputedStyle(parent).color); ink[3] *= T.dim(parent);
            words++; say(where, parent, 'word', T.ratio(T.over(ink, ground), ground), 4.5);
        }
        for (const svg of top.querySelectorAll('svg.icon')) {
            if (!T.shown(svg) || svg.closest(':disabled') || !T.sheet() && svg.closest('dialog')) continue;
            const style = getComputedStyle(svg), ground = T.behind(svg); if (!ground) continue;
            const best = Math.max(...[style.stroke, style.fill].filter(it => it !== 'none').map(it => T.ratio(T.over(T.rgba(it), ground), ground)));
            signs++; say(where, svg.closest('button, .badge, .cell, li') ?? svg, 'sign', best, 3);
        }
        const app = getComputedStyle(T.$('.app')), role = name => { const probe = document.createElement('i'); T.$('.app').append(probe); probe.style.color = `var(${name})`; const it = T.rgba(getComputedStyle(probe).color); probe.remove(); return it; };
        const tone = { line: role('--line'), ai: role('--ai'), ink: role('--ink'), panel: role('--panel') };
        for (const input of top.querySelectorAll('input[type="range"]')) {
            if (!T.shown(input) || !T.sheet() && input.closest('dialog')) continue;
            const holder = input.closest('.scrub') ?? input, ground = T.behind(holder, false); if (!ground) continue;
            // The thumb's ring; the track, as its sheet paints it.
            say(where, input, 'thumb', T.ratio(tone.ai, ground), 3);
            const track = getComputedStyle(holder, holder === input ? null : '::before').backgroundImage.match(/rgba?\([^)]*\)/g) ?? [];
            const drawn = track.map(T.rgba).filter(colour => colour[3] > 0);
            T.ok(drawn.length, `${where}: a track is drawn`);
            for (const colour of drawn) say(where, input, 'track', T.ratio(T.over(colour, ground), ground), 3);
            signs++;
        }
        // The ring is two rings, dark and light: one of them is seen on anything.
        say(where, T.$('.app'), 'focus ring', T.ratio(tone.ink, tone.panel), 9);
        // What is chosen differs by more than its ground.
        for (const chosen of top.querySelectorAll('.seg :is([aria-pressed="true"], [aria-checked="true"], [aria-selected="true"])')) {
            if (!T.shown(chosen)) continue;
            const style = getComputedStyle(chosen);
            T.ok(parseFloat(style.outlineWidth) >= 2, `${where}: ${T.called(chosen)} has a frame`);
            say(where, chosen, 'chosen', T.ratio(T.rgba(style.outlineColor), T.behind(chosen)), 3);
        }
    };
    const visit = async where => { await T.frame(); await T.frame(); await T.sleep(60); measure(where); };
    const { scenes } = await T.content();
    await el.play(); await el.pause();
    for (const id of ['start', ...scenes.map(scene => scene.id)]) {
        await el.goTo(id, id === 'start' ? undefined : 5); await visit(id);
        const unfold = T.$$('[data-action="effect"]').find(T.shown);
        if (unfold) { unfold.click(); await visit(`${id}, what can be tried`); unfold.click(); }
        const actor = T.$$('[data-actor]').find(T.shown);
        if (actor) { actor.click(); await visit(`${id}, an actor`); T.$$('.card [data-action]').find(T.shown)?.click(); }
    }
    for (const id of ['care', 'course', 'safety', 'faq', 'clinic']) { await el.goTo(id); await T.until(id, () => T.sheet(), 3000); await visit(id); await T.close(); }
    for (const id of ['settings', 'help', 'risk', 'ask', 'sources', 'list']) {
        const button = T.$$(`[data-action="${id}"]`).find(T.shown); if (!button) continue;
        button.click(); await visit(id); if (T.sheet()) await T.close();
    }
    T.ok(words > 400 && signs > 60, `measured: ${words} words, ${signs} signs`);
    T.ok(!bad.size, `${bad.size}: ${[...bad].join('; ')}`);
"#;
