//! The box and what is in it stand still: from step to step of a scene neither its height nor the place of its controls
//! changes, whatever is told. In all languages, at the usual text size and a large one, at six widths.

use super::{CASE, Case, Step::*};

/// One page for a width.
pub const CASES: &[Case] = &[
    Case {
        name: "steady/box-360",
        size: (360, 800),
        ..STEADY
    },
    Case {
        name: "steady/box-390",
        size: (390, 844),
        ..STEADY
    },
    Case {
        name: "steady/box-760",
        size: (760, 900),
        ..STEADY
    },
    Case {
        name: "steady/box-1024",
        size: (1024, 768),
        ..STEADY
    },
    Case {
        name: "steady/box-1112",
        size: (1112, 834),
        ..STEADY
    },
    Case {
        name: "steady/box-1180",
        size: (1180, 820),
        ..STEADY
    },
];

const STEADY: Case = Case {
    page: &[("el", "lang=ja")],
    seconds: 120,
    steps: &[Js(SCRIPT)],
    ..CASE
};

const SCRIPT: &str = r#"
    const GIVES = 0.6; // CSS pixels that rounding may take
    await T.tier('live'); const el = T.el, { scenes, languages } = await T.content(), bad = [];
    const places = () => {
        const box = el.getBoundingClientRect(), of = selector => T.$(selector).getBoundingClientRect();
        return { height: box.height, stage: of('.stage').bottom - box.top, controls: of('.transport').top - box.top, under: of('.transport').bottom - box.top, foot: of('.foot').bottom - box.top, end: of('.below').bottom - box.top + of('.foot .btn').height + 7 };
    };
    const walk = async (where, fits) => {
        for (const { id, steps } of scenes) {
            let first;
            for (let step = 1; step <= steps.length; step++) {
                await el.goTo(id, step); await T.frame(); await T.frame();
                const now = places(); first ??= now;
                for (const name in now) if (Math.abs(now[name] - first[name]) > GIVES)
                    bad.push(`${where} ${id} ${step}: ${name} from ${first[name].toFixed(1)} to ${now[name].toFixed(1)}`);
                const text = T.$('[data-caption]').getBoundingClientRect(), controls = T.$('.transport').getBoundingClientRect();
                if (text.bottom > controls.top + 15) bad.push(`${where} ${id} ${step}: words on the controls`);
                const scrub = T.$('.scrub').getBoundingClientRect(), knob = (scrub.top + scrub.bottom) / 2 - 11;
                if (fits && innerWidth <= 390 && text.bottom > knob - 11.5) bad.push(`${where} ${id} ${step}: words ${knob - text.bottom} px from the knob`);
            }
            if (!fits) continue;
            // One screen holds all of it, and the frame is no higher than the poster's, but for what is below a table.
            if (innerWidth <= 390 && first.end > 844 + GIVES) bad.push(`${where} ${id}: ends at ${first.end}`);
            if (innerWidth > 1000 && first.under > innerHeight + GIVES) bad.push(`${where} ${id}: controls end at ${first.under}`);
            if (!T.$('.more') && first.height > 844 + GIVES) bad.push(`${where} ${id}: ${first.height} high`);
        }
    };
    for (const lang of languages) {
        el.setAttribute('lang', lang);
        const texts = await T.content(lang);
        await T.until(`the words in ${lang}`, () => T.$('.title').textContent === texts.scenes[el.currentScene].title, 6000);
        await walk(lang, true);
    }
    T.click('[data-action="settings"]'); await T.until('the settings', T.sheet, 3000);
    T.click('[data-action="text"][data-value="150"]'); await T.close(); await T.frame();
    T.ok(T.$('.app').classList.contains('big'), 'the text is large');
    await walk(`large ${languages.at(-1)}`, false);
    T.ok(!bad.length, `${bad.length}: ${bad.join('; ')}`);
"#;
