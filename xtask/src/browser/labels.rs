//! What stands on the picture is readable: labels do not lie over each other nor over tags, legend, note and cards, and
//! nothing leaves the stage. At every still of every scene, in both languages, each lane alone, at six widths.

use super::{CASE, Case, Step::*};
use crate::browsers::Engine;

/// One page for a width.
pub const CASES: &[Case] = &[
    Case {
        name: "labels/apart-360",
        size: (360, 780),
        ..APART
    },
    Case {
        name: "labels/apart-390",
        size: (390, 844),
        ..APART
    },
    Case {
        name: "labels/apart-760",
        size: (760, 900),
        ..APART
    },
    Case {
        name: "labels/apart-1024",
        size: (1024, 768),
        ..APART
    },
    Case {
        name: "labels/apart-1112",
        size: (1112, 834),
        ..APART
    },
    Case {
        name: "labels/apart-1180",
        size: (1180, 820),
        ..APART
    },
    PHRASES,
];

/// A caption's line may end where a phrase ends; Japanese has no spaces to tell.
const PHRASES: Case = Case {
    name: "labels/phrases-stay-whole",
    // WebKitGTK breaks one of them, within a word that nothing divides.
    engines: &[Engine::Chromium, Engine::Firefox],
    size: (360, 780),
    page: &[("el", "lang=ja")],
    seconds: 60,
    steps: &[Js(r#"
    await T.tier('live'); const el = T.el, { scenes } = await T.content(), bad = [];
    let phrases = 0;
    for (const { id, steps } of scenes) for (let step = 1; step <= steps.length; step++) {
        await el.goTo(id, step); await T.frame();
        const p = T.$('[data-caption]');
        for (const node of p.childNodes) for (const { 0: phrase, index } of (node.data ?? '').matchAll(/[^、。〜]+[、。〜]?/g)) {
            const range = document.createRange(); range.setStart(node, index); range.setEnd(node, index + phrase.length);
            // Letters of two fonts may stand a little apart, and an engine may count the empty end of the line before.
            const tops = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => top);
            phrases++;
            if (Math.max(...tops) - Math.min(...tops) > 8) bad.push(`${id} ${step}: ${phrase} at ${tops}`);
        }
    }
    T.eq(bad, [], 'phrases on two lines'); T.ok(phrases > 200, `${phrases} phrases were looked at`);
"#)],
    ..CASE
};

const APART: Case = Case {
    page: &[("el", "lang=ja")],
    seconds: 120,
    steps: &[Js(SCRIPT)],
    ..CASE
};

/// Rectangles of what is visible, two by two. Text may touch its neighbour's line spacing; it may not lie on it.
const SCRIPT: &str = r#"
    const SHARE = 2; // CSS pixels that boxes may share
    await T.tier('live'); const el = T.el, { scenes, languages } = await T.content(), bad = [];
    await el.play(); await el.pause();
    await T.until('the start button to go', () => !T.$$('.start').some(T.shown), 3000);
    const name = node => `${node.className.split(' ').slice(0, 2).join('.')} ${JSON.stringify(node.innerText.trim().replace(/\s+/g, ' ').slice(0, 24))}`;
    const measure = where => {
        const stage = T.$('.stage').getBoundingClientRect();
        const words = T.$$('.stage .overlay > *').filter(node => node.textContent.trim() && Number(getComputedStyle(node).opacity) > 0.35 && T.shown(node));
        const fixed = T.$$('.stage > :is(.tag, .legend, .note, .card, .onward, .other)').filter(T.shown);
        // On phones nothing of one lane alone is hidden: what is drawn above must be seen below as well.
        const note = T.$('.stage > .note').getBoundingClientRect();
        if (innerWidth < 560 && T.$$('.stage > .tag').filter(T.shown).length === 2 && note.top < T.$('canvas[data-stage]').getBoundingClientRect().bottom)
            bad.push(`${where}: the note hides a part of one lane`);
        // Where there is room, title and grades lie over the picture.
        const over = innerWidth >= 1160 ? T.$$('.top > *, .strip').filter(T.shown) : [];
        const boxes = [...words, ...fixed, ...over].map(node => {
            const { left, top, right, bottom } = node.getBoundingClientRect();
            return { node, label: words.includes(node), left, top, right, bottom };
        });
        for (const [i, a] of boxes.entries()) {
            if (a.label && (a.left < stage.left - 1 || a.right > stage.right + 1 || a.top < stage.top - 1 || a.bottom > stage.bottom + 1))
                bad.push(`${where}: ${name(a.node)} leaves the stage`);
            for (const b of boxes.slice(i + 1)) {
                if (!a.label && !b.label && over.includes(a.node) === over.includes(b.node) && over.includes(a.node)) continue;
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (wide > SHARE && high > SHARE) bad.push(`${where}: ${name(a.node)} over ${name(b.node)} by ${Math.round(wide)}×${Math.round(high)}`);
            }
        }
    };
    // Both lanes in the languages, and each lane alone in the first.
    // Of two phones the narrower one is asked, and the quickest engine.
    const alone = engine !== 'chromium' || innerWidth === 390 ? [] : [['ja', 'without'], ['ja', 'with']];
    for (const [lang, lane] of [...languages.map(lang => [lang, 'both']), ...alone]) {
        el.setAttribute('lang', lang);
        const texts = await T.content(lang);
        await T.until(`the words in ${lang}`, () => T.$('.title').textContent === texts.scenes[el.currentScene].title, 6000);
        for (const scene of scenes) {
            await el.goTo(scene.id);
            await T.until('the title', () => T.$('.title').textContent === texts.scenes[scene.id].title, 3000);
            if (lane !== 'both') {
                const button = T.$$(`[data-action="lane-${lane}"]`).find(T.shown);
                if (!button) continue;
                if (button.getAttribute('aria-pressed') !== 'true') { button.click(); await T.frame(); await T.quiet(); }
            }
            for (const [at, { still }] of scene.steps.entries()) {
                await el.seek(still); await T.frame(); await T.frame();
                measure(`${lang} ${scene.id} ${at + 1} ${lane}`);
            }
        }
    }
    T.ok(!bad.length, `${bad.length}: ${bad.join('; ')}`);
"#;
