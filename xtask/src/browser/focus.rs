//! The focus comes back to what opened the thing that goes; it never falls to the page, where keys are dead.

use super::{CASE, Case, Step::*};

/// What is folded, closed, left or relieved.
pub const CASES: &[Case] = &[
    Case {
        name: "focus/from-what-is-folded-back-to-its-button",
        steps: &[
            Js(r#"
                await T.tier('live'); await T.el.goTo('microglia', 3); await T.quiet();
                T.at = (selector, what) => T.until(`${what} (is at ${T.root.activeElement?.outerHTML.slice(0, 80)})`, () => T.root.activeElement?.matches(selector) && document.activeElement === T.el && T.shown(T.root.activeElement), 3000);
                T.unfold = async () => { T.click('[data-action="effect"]'); await T.until('the unfolded part', () => T.$$('.effect').some(T.shown), 3000); };
                await T.unfold(); T.$('.fold').focus();
            "#),
            Keys("Enter"),
            Js(r#"
                await T.until('it to fold', () => !T.$$('.effect').some(T.shown), 3000); await T.at('.assume', 'folded by its button'); await T.sleep(100); await T.at('.assume', 'and it stays there');
                await T.unfold(); T.$('input[data-effect]').focus();
            "#),
            Keys("Escape"),
            Js(
                "await T.until('it to fold', () => !T.$$('.effect').some(T.shown), 3000); await T.at('.assume', 'folded by Esc'); T.step = T.el.currentStep;",
            ),
            Keys("ArrowRight"),
            Js("await T.until('a key to be heard', () => T.el.currentStep === T.step + 1, 3000);"),
        ],
        ..CASE
    },
    Case {
        name: "focus/from-a-card-back-to-its-actor",
        steps: &[
            Js(r#"
                await T.tier('live'); await T.el.goTo('microglia', 3); await T.quiet();
                const spot = T.$$('.spot').find(T.shown); T.actor = spot.dataset.actor;
                T.back = () => T.until(`the actor (is at ${T.root.activeElement?.outerHTML.slice(0, 80)})`, () => T.root.activeElement?.matches(`.spot[data-actor="${T.actor}"]`), 3000);
                spot.focus();
            "#),
            Keys("ArrowRight"),
            Js(r#"
                await T.quiet(); const spot = T.$(`.spot[data-actor="${T.actor}"]`); if (!T.$('.card.actor')) spot.click();
                await T.until('the card', () => T.$('.card.actor'), 3000); T.$('.card.actor [data-action="close"]').focus();
            "#),
            Keys("Enter"),
            Js(r#"
                await T.until('the card to close', () => !T.$('.card.actor'), 3000); await T.back(); await T.sleep(100);
                T.ok(!T.$('.card.actor'), 'and it stays closed'); T.root.activeElement.click();
                await T.until('the card', () => T.$('.card.actor'), 3000); T.$('.card.actor [data-action="close"]').focus();
            "#),
            Keys("Escape"),
            Js(
                "await T.until('the card to close', () => !T.$('.card.actor'), 3000); await T.back(); await T.sleep(100); T.ok(!T.$('.card.actor'), 'and it stays closed'); T.step = T.el.currentStep;",
            ),
            Keys("ArrowLeft"),
            Js("await T.until('a key to be heard', () => T.el.currentStep === T.step - 1, 3000);"),
        ],
        ..CASE
    },
    Case {
        name: "focus/from-the-way-onward-to-the-play-button",
        page: &[("el", "lang=ja scene=nerve")],
        steps: &[
            Js(r#"
                await T.tier('live'); await T.el.seek(T.el.duration - 0.3); await T.el.play();
                const onward = await T.until('the way onward', () => T.$('.onward'), 8000); onward.focus();
            "#),
            Keys("Enter"),
            Js(r#"
                await T.until('the next scene', () => T.el.currentScene === 'microglia' && !T.el.paused && !T.$('.onward'), 3000);
                await T.until('the play button', () => T.root.activeElement?.matches('.play'), 3000);
            "#),
            Keys("Space"),
            Js("await T.until('a key to be heard', () => T.el.paused, 3000);"),
        ],
        ..CASE
    },
    Case {
        name: "focus/goes-along-from-the-poster",
        size: (1180, 820),
        world: "slow",
        page: &[("el", "lang=ja scene=microglia")],
        steps: &[Js(r#"
            const poster = await T.until('the poster', () => T.$('.rail [data-scene="nerve"]'));
            poster.focus(); T.eq(T.root.activeElement, poster, 'it has the focus');
            await T.tier('live'); await T.until('the poster to go', () => !poster.isConnected, 6000);
            const now = T.root.activeElement;
            T.ok(now?.matches('.rail [data-scene="nerve"]') && T.shown(now), `the same in the rail: ${now?.outerHTML.slice(0, 80)}`);
            for (const [selector, name] of [['.rail [data-step="2"]', 'step'], ['.foot [data-action="risk"]', 'risks']]) {
                const el = T.make({ lang: 'ja', scene: 'microglia', loading: 'interaction' });
                const one = await T.until(`the poster's ${name}`, () => T.$(selector, el)); one.focus();
                el.setAttribute('loading', 'eager'); await T.tier('live', el); await T.until('the poster to go', () => !one.isConnected, 6000);
                T.ok(el.shadowRoot.activeElement?.matches(selector), `${name}: ${el.shadowRoot.activeElement?.outerHTML.slice(0, 80)}`);
                el.remove();
            }
        "#)],
        ..CASE
    },
];
