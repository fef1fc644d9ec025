//! The keyboard reaches everything that a finger does, and one sees where it is.

use super::{CASE, Case, Step, Step::*};

/// Tab through the whole frame, and the same in a scene whose picture has many parts.
pub const CASES: &[Case] = &[
    Case {
        name: "keys/tab-reaches-everything-wide",
        size: (1180, 820),
        page: &[("el", "lang=ja scene=inflammation"), ("after", AFTER)],
        steps: TABS,
        ..CASE
    },
    Case {
        name: "keys/tab-reaches-everything-phone",
        size: (390, 844),
        page: &[("el", "lang=ja scene=microglia"), ("after", AFTER)],
        steps: TABS,
        ..CASE
    },
    Case {
        name: "keys/tab-reaches-everything-of-the-opening-view",
        size: (390, 844),
        page: &[("el", "lang=ja scene=start"), ("after", AFTER)],
        steps: TABS,
        ..CASE
    },
    Case {
        name: "keys/places-and-clock-of-the-routes",
        size: (390, 844),
        page: &[("el", "lang=ja scene=routes")],
        steps: &[
            Js(r#"
                await T.tier('live'); const el = T.el; await el.goTo('routes', 5); await T.quiet();
                T.click('[data-action="effect"]'); await T.until('the unfolded part', () => T.$$('.effect').some(T.shown), 3000);
                T.chosen = () => T.$$('[data-action="region"][aria-pressed="true"]').length;
                T.eq(T.chosen(), 0, 'places chosen at first');
                T.$$('[data-actor^="region-"]').find(T.shown).focus();
            "#),
            Keys("Enter"),
            Js(
                "await T.until('a place chosen on the body', () => T.chosen() === 1, 3000); T.$$('[data-action=\"region\"]:not([aria-pressed=\"true\"])').find(T.shown).focus();",
            ),
            Keys("Space"),
            Js(
                "await T.until('a place chosen in the list', () => T.chosen() === 2, 3000); T.ok(T.el.paused, 'nothing plays by it'); T.time = T.el.currentTime; T.$('input[data-scrub]').focus();",
            ),
            Keys("ArrowRight ArrowRight ArrowLeft"),
            Js(
                "await T.until('the clock to follow', () => Math.abs(T.el.currentTime - T.time - 1) < 0.01, 3000);",
            ),
        ],
        ..CASE
    },
];

/// Where the focus ends up.
const AFTER: &str = "<button id=after>x</button>";

const TABS: &[Step] = &[
    Js(r#"
        await T.tier('live'); const el = T.el;
        if (el.currentScene !== 'start') {
            await el.goTo(el.currentScene, 5); await T.quiet();
            T.click('[data-action="effect"]'); await T.until('the unfolded part', () => T.$$('.effect').some(T.shown), 3000);
        }
        const reachable = () => T.$$('button, input, a[href], [tabindex="0"]').filter(node => T.shown(node) && !node.disabled && !node.closest('dialog'));
        T.wanted = new Set(reachable()); T.seen = new Map();
        T.ok(T.wanted.size > 12, `controls: ${T.wanted.size}`);
        T.root.addEventListener('focusin', () => {
            const node = T.root.activeElement; if (!node) return;
            const style = getComputedStyle(node), around = node.closest('label, .spot, .scrub');
            T.seen.set(node, parseFloat(style.outlineWidth) >= 2.5 && style.outlineStyle !== 'none' || style.boxShadow !== 'none' || !!around);
            // What is opened by the focus on its way may go again.
            for (const late of reachable()) T.wanted.add(late);
        });
        document.getElementById('after').addEventListener('focus', () => { T.left = true; });
        document.body.tabIndex = -1; document.body.focus();
    "#),
    Keys(TAB_60),
    Js(r#"
        // WebKitGTK leaves buttons out, as its users have set.
        if (engine === 'webkit') return;
        const called = node => node.dataset.action || node.dataset.actor || node.dataset.scene || node.dataset.step || node.className || node.localName;
        T.eq([...T.wanted].filter(node => node.isConnected && T.shown(node) && !T.seen.has(node)).map(called), [], 'not reached');
        T.eq([...T.seen].filter(([, visible]) => !visible).map(([node]) => called(node)), [], 'focus that cannot be seen');
        T.ok(T.left, 'the focus leaves again');
    "#),
];

const TAB_60: &str = "Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab \
    Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab \
    Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab";
