//! Content that is missing, broken, shapeless or hostile: named, and nothing lost or run.

use super::{CASE, Case, Step::*};

/// Hosts that send something else than they should.
pub const CASES: &[Case] = &[
    Case {
        name: "content/missing",
        world: "no-content",
        steps: &[Js(SURVIVES)],
        ..CASE
    },
    Case {
        name: "content/not-json",
        world: "broken-content",
        steps: &[Js(SURVIVES)],
        ..CASE
    },
    Case {
        name: "content/wrong-shape",
        world: "shapeless-content",
        steps: &[Js(SURVIVES)],
        ..CASE
    },
    Case {
        name: "content/markup-in-every-string",
        world: "hostile-content",
        steps: &[Js(HOSTILE)],
        ..CASE
    },
    Case {
        name: "content/markup-in-every-string-still",
        world: "hostile-no-wasm",
        steps: &[Js(r#"
            await T.tier('still'); for (let step = 1; step <= 7; step++) await T.el.goTo('microglia', step);
            await T.sleep(200);
            T.eq(T.$$('x-hack, script, img[onerror]').length, 0, 'markup became elements');
            T.eq(T.hackedCount, 0, 'script run');
        "#)],
        ..CASE
    },
    Case {
        name: "content/attribute-missing-file",
        page: &[("el", "lang=ja scene=microglia content=nothing-here.json")],
        steps: &[Js(r#"
            await T.tier('live');
            const lines = () => T.console.filter(l => l.level === 'warn' || l.level === 'error');
            // The file is asked for beside everything else; nothing waits for it.
            await T.until('a word on the file', () => lines().length); await T.sleep(300);
            const said = lines();
            T.eq(said.length, 1, `console lines (${T.said()})`);
            T.ok(/nothing-here\.json|content/.test(said[0].text), said[0].text);
            T.eq(T.named('error').map(({ detail }) => detail.kind), ['disclosure'], 'the owner is told');
        "#)],
        ..CASE
    },
    Case {
        name: "content/another-language-fails-once",
        page: &[
            ("el", "lang=ja scene=microglia"),
            ("flags", "refuse-en.json"),
        ],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, english = (it = el) => !/[ぁ-ん]/.test(T.visibleText(it).replace(/日本語/g, ''));
            el.setAttribute('lang', 'en'); await T.until('a word on the file', () => T.console.some(l => l.level === 'warn')); await T.sleep(200);
            T.eq(T.console.filter(l => /warn|error/.test(l.level)).length, 1, 'one line'); T.ok(/content\/en\.json/.test(T.said()), T.said()); T.ok(!english(), 'Japanese stays');
            T.refused.length = 0; const other = T.make({ lang: 'en', scene: 'microglia', loading: 'eager' });
            await T.tier('live', other); await T.until('English in another element', () => english(other), 6000);
            el.setAttribute('lang', 'ja'); await T.frame(); el.setAttribute('lang', 'en'); await T.until('English', () => english(), 6000);
        "#)],
        ..CASE
    },
    Case {
        name: "content/japanese-fails-later",
        page: &[
            ("el", "lang=en scene=microglia"),
            ("lang", "en"),
            ("flags", "refuse-ja.json"),
        ],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, before = T.$('.title').textContent;
            el.setAttribute('lang', 'ja'); await T.until('a word on the file', () => T.console.some(l => l.level === 'warn')); await T.sleep(200);
            T.eq(T.console.filter(l => /warn|error/.test(l.level)).length, 1, 'one line'); T.ok(/content\/ja\.json/.test(T.said()), T.said());
            T.eq([T.$('.title').textContent, el.dataset.tier], [before, 'live'], 'English stays'); T.clean();
            T.refused.length = 0; el.setAttribute('lang', 'en'); await T.frame(); el.setAttribute('lang', 'ja');
            await T.until('Japanese', () => /ミクログリア/.test(T.$('.title').textContent), 6000);
        "#)],
        ..CASE
    },
    Case {
        name: "content/clinics-file-fails-once",
        page: &[
            ("el", "lang=ja scene=microglia content=clinic-good.json"),
            ("flags", "refuse-clinic-good.json"),
        ],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el; T.ok((await el.audit()).disclosures.missing.length > 0, 'it is not there');
            T.eq(T.console.filter(l => /warn|error/.test(l.level)).length, 1, `one line (${T.said()})`);
            T.refused.length = 0; T.eq((await el.audit()).disclosures.missing, [], 'it is there');
        "#)],
        ..CASE
    },
    Case {
        name: "content/attribute-not-json",
        page: &[("el", "lang=ja scene=microglia content=page-plain.css")],
        steps: &[Js(r#"
            await T.tier('live');
            const lines = () => T.console.filter(l => l.level === 'warn' || l.level === 'error');
            // The file is asked for beside everything else; nothing waits for it.
            await T.until('a word on the file', () => lines().length); await T.sleep(300);
            const said = lines();
            T.eq(said.length, 1, `console lines (${T.said()})`);
            T.ok(/page-plain\.css|content/.test(said[0].text), said[0].text);
        "#)],
        ..CASE
    },
    Case {
        name: "content/attribute-of-another-shape",
        page: &[("el", "lang=ja scene=microglia content=shapeless.json")],
        steps: &[Js(r#"
            await T.tier('live'); await T.el.goTo('microglia', 5);
            T.ok(T.$('[data-caption]').textContent.trim().length > 5, 'the built-in texts are there');
            T.eq(T.hackedCount, 0, 'script run');
        "#)],
        ..CASE
    },
];

const SURVIVES: &str = r#"
    await T.until('a tier', () => T.el.dataset.tier, 20000); await T.ready();
    T.ok(T.el.dataset.tier === 'text' ? T.shown(document.getElementById('own')) : T.visibleText().length > 20,
        `something to read in tier ${T.el.dataset.tier}`);
    T.ok(T.console.some(l => /warn|error/.test(l.level) && /content|explainer\.json|ja\.json/.test(l.text)), `the file is named (${T.said()})`);
    T.ok(T.console.filter(l => /warn|error/.test(l.level) && /exosome|content/.test(l.text)).length < 30, 'said, not shouted');
    const settled = await Promise.race([T.el.goTo('microglia', 2).then(() => 'done', () => 'rejected'), T.sleep(3000).then(() => 'hangs')]);
    T.ok(settled !== 'hangs', 'methods settle');
"#;

const HOSTILE: &str = r#"
    await T.tier('live'); const el = T.el;
    for (let step = 1; step <= 7; step++) { await el.goTo('microglia', step); await T.sleep(40); }
    for (const name of ['settings', 'help', 'risk', 'ask', 'sources']) {
        T.click(`[data-action="${name}"]`); await T.sleep(120);
        T.eq(T.$$('x-hack, script, img[onerror]').length, 0, `markup became elements in ${name}`);
        const close = T.$$('[data-action="close"]').find(T.shown); if (close) close.click();
    }
    for (const actor of T.$$('[data-actor]').slice(0, 4)) { actor.focus?.(); actor.click?.(); await T.sleep(40); }
    T.eq(T.$$('x-hack, script, img[onerror]').length, 0, 'markup became elements');
    T.ok(T.visibleText().includes('<img'), 'markup is shown as text');
    T.eq(T.hackedCount, 0, 'script run');
"#;
