//! The visitor's session: the clock, the settings, the options, the snapshot. Everything in it is
//! total, so the properties are stated for any input.

use exosome_explainer::content::{self, Explainer, from_json};
use exosome_explainer::session::options::{self, Options, Profile};
use exosome_explainer::session::playhead::{
    Advance, Mode, Motion, Playhead, STOP_MARGIN_SECS, Span, Speed,
};
use exosome_explainer::session::settings::{Settings, TextScale, ThemeChoice};
use exosome_explainer::session::{Action, LaneView, Session, Sheet, Surroundings};
use exosome_explainer::units::{Ratio, Theme};
use proptest::prelude::*;

#[path = "session/scenes.rs"]
mod scenes;
#[path = "session/snapshot.rs"]
mod snapshot;

const DURATION_SECS: f64 = 74.0;

fn spans() -> Vec<Span> {
    [
        (0.0, 8.0, 0.0),
        (8.0, 18.0, 17.5),
        (18.0, 40.0, 27.0),
        (40.0, 74.0, 72.0),
    ]
    .map(|(start_secs, end_secs, still_secs)| Span {
        start_secs,
        end_secs,
        still_secs,
    })
    .into()
}

fn playhead() -> Playhead {
    Playhead::new(spans(), DURATION_SECS)
}

fn explainer() -> Explainer {
    let json = include_str!("../assets/content/explainer.json");
    content::parse(
        json,
        "content/ja.json",
        include_str!("../assets/content/ja.json"),
    )
    .0
    .explainer
}

fn parsed(json: &str) -> (Options, Vec<String>) {
    options::parse(from_json, json, &explainer())
}

fn session() -> Session {
    Session::new(&parsed("{}").0, Settings::default())
}

// ---- the clock ----

#[test]
fn stands_still_until_it_is_told_to_play() {
    let mut playhead = playhead();
    assert_eq!(playhead.advance(1.0), Advance::default());
    assert_eq!(playhead.time_secs(), 0.0);
}

#[test]
fn names_the_step_that_is_entered() {
    let mut playhead = playhead();
    playhead.play();
    assert_eq!(playhead.advance(7.9).entered, None);
    assert_eq!(playhead.advance(0.2).entered, Some(1));
    assert_eq!(playhead.step(), 1);
}

#[test]
fn a_step_begins_with_its_first_moment() {
    let mut playhead = playhead();
    for (index, span) in spans().into_iter().enumerate() {
        playhead.seek(span.start_secs);
        assert_eq!(playhead.step(), index);
    }
    playhead.seek(DURATION_SECS);
    assert_eq!(playhead.step(), 3);
}

#[test]
fn stops_at_the_end_and_begins_again_from_there() {
    let mut playhead = playhead();
    playhead.seek(70.0);
    playhead.play();
    let end = playhead.advance(10.0);
    assert!(end.stopped && end.ended && !playhead.is_playing());
    assert_eq!(playhead.time_secs(), DURATION_SECS);
    playhead.play();
    assert_eq!(playhead.time_secs(), 0.0);
}

#[test]
fn presenting_stops_in_the_step_and_goes_on_with_the_next() {
    let mut playhead = playhead();
    playhead.set_mode(Mode::Present);
    let mut stops = Vec::new();
    for _ in 0..4 {
        playhead.play();
        let stop = playhead.advance(1000.0);
        assert!(stop.stopped);
        stops.push((playhead.step(), stop.ended));
    }
    assert_eq!(stops, [(0, false), (1, false), (2, false), (3, true)]);
    playhead.seek(7.0);
    playhead.play();
    playhead.advance(5.0);
    assert_eq!(playhead.time_secs(), 8.0 - STOP_MARGIN_SECS);
}

#[test]
fn a_storyboard_shows_the_still_of_the_step() {
    let mut playhead = playhead();
    playhead.set_motion(Motion::Storyboard);
    playhead.seek(12.0);
    assert_eq!((playhead.time_secs(), playhead.pose_secs()), (12.0, 17.5));
    playhead.set_motion(Motion::Full);
    assert_eq!(playhead.pose_secs(), 12.0);
}

#[test]
fn speed_changes_time_and_nothing_else() {
    for (speed, expected_secs) in [
        (Speed::Half, 2.0),
        (Speed::Normal, 4.0),
        (Speed::Double, 8.0),
    ] {
        let mut playhead = playhead();
        playhead.set_speed(speed);
        playhead.play();
        playhead.advance(4.0);
        assert_eq!(playhead.time_secs(), expected_secs);
    }
    assert_eq!(Speed::Normal.next().next().next(), Speed::Normal);
}

#[test]
fn another_timeline_keeps_speed_and_mode() {
    let mut playhead = playhead();
    playhead.set_speed(Speed::Double);
    playhead.seek(50.0);
    playhead.play();
    playhead.set_timeline(spans(), 80.0);
    assert_eq!((playhead.time_secs(), playhead.is_playing()), (0.0, false));
    playhead.play();
    playhead.advance(1.0);
    assert_eq!(playhead.time_secs(), 2.0);
}

#[test]
fn a_scene_without_steps_is_no_trouble() {
    for duration_secs in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let mut playhead = Playhead::new(Vec::new(), duration_secs);
        playhead.play();
        playhead.go_to_step(3);
        playhead.seek(5.0);
        assert_eq!(playhead.advance(1.0), Advance::default());
        assert_eq!(
            (playhead.time_secs(), playhead.pose_secs(), playhead.step()),
            (0.0, 0.0, 0)
        );
    }
}

fn any_secs() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), -10.0..100.0]
}

proptest! {
    #[test]
    fn however_time_is_cut_it_gets_equally_far(
        start_secs in 0.0..DURATION_SECS,
        cuts in prop::collection::vec(0.0001..3.0, 1..40),
        speed in prop::sample::select(vec![Speed::Half, Speed::Normal, Speed::Double]),
        mode in prop::sample::select(vec![Mode::Explore, Mode::Present]),
    ) {
        let (mut cut, mut whole) = (playhead(), playhead());
        for playhead in [&mut cut, &mut whole] {
            playhead.set_speed(speed);
            playhead.set_mode(mode);
            playhead.seek(start_secs);
            playhead.play();
        }
        let mut entered = cut.step();
        for dt_secs in &cuts {
            entered = cut.advance(*dt_secs).entered.unwrap_or(entered);
        }
        whole.advance(cuts.iter().sum());
        prop_assert!((cut.time_secs() - whole.time_secs()).abs() < 1e-9);
        prop_assert_eq!(entered, cut.step());
    }

    #[test]
    fn the_position_never_leaves_the_timeline(
        doings in prop::collection::vec((0..5, any_secs()), 0..30),
    ) {
        let mut playhead = playhead();
        for (what, secs) in doings {
            match what {
                0 => playhead.seek(secs),
                1 => playhead.go_to_step(secs.abs() as usize),
                2 => playhead.play(),
                3 => playhead.pause(),
                _ => { playhead.advance(secs); }
            }
            prop_assert!((0.0..=DURATION_SECS).contains(&playhead.time_secs()));
            prop_assert!((0.0..=DURATION_SECS).contains(&playhead.pose_secs()));
            prop_assert!(playhead.step() < playhead.step_count());
        }
    }
}

// ---- settings ----

fn any_settings() -> impl Strategy<Value = Settings> {
    use prop::option::of;
    use prop::sample::select;
    (
        select(TextScale::PERCENT.to_vec()),
        of(select(vec![Motion::Full, Motion::Storyboard])),
        of(select(vec![
            ThemeChoice::Light,
            ThemeChoice::Dark,
            ThemeChoice::Auto,
        ])),
        select(vec![Speed::Half, Speed::Normal, Speed::Double]),
    )
        .prop_map(|(percent, motion, theme, speed)| Settings {
            text: TextScale::nearest(percent),
            motion,
            theme,
            speed,
        })
}

proptest! {
    #[test]
    fn settings_survive_being_stored(settings in any_settings()) {
        prop_assert_eq!(Settings::from_line(&settings.to_line()), settings);
    }

    #[test]
    fn storage_may_hold_anything(line in ".*", noise in "[a-z]{1,8}=[ -~]{0,12}") {
        Settings::from_line(&line);
        prop_assert_eq!(Settings::from_line("text=").text, TextScale::default());
        let settings = Settings::from_line(&format!("theme=dark qq{noise} {line}"));
        prop_assert!(TextScale::PERCENT.contains(&settings.text.percent()));
    }
}

#[test]
fn a_text_size_between_two_steps_is_the_nearest() {
    for (asked, percent) in [
        (0, 100),
        (107, 100),
        (120, 115),
        (180, 200),
        (u16::MAX, 200),
    ] {
        assert_eq!(TextScale::nearest(asked).percent(), percent);
    }
}

// ---- options ----

#[test]
fn options_are_taken_as_they_are() {
    let json =
        r#"{"scene":"microglia","step":"3","mode":"present","profile":"in-clinic","theme":"auto"}"#;
    let (options, warnings) = parsed(json);
    assert_eq!(warnings, [""; 0]);
    assert_eq!((&*options.scene, options.step), ("microglia", 2));
    assert_eq!(
        (options.mode, options.profile),
        (Mode::Present, Profile::InClinic)
    );
    assert_eq!(options.theme, ThemeChoice::Auto);
    assert_eq!(parsed(r#"{"step":3}"#).0.step, 2);
}

#[test]
fn each_wrong_option_is_named_and_replaced() {
    for (json, name) in [
        (r#"{"scene":"mikroglia"}"#, "scene"),
        (r#"{"scenes":"pluto"}"#, "scenes"),
        (r#"{"step":"0"}"#, "step"),
        (r#"{"step":"8"}"#, "step"),
        (r#"{"step":"-1"}"#, "step"),
        (r#"{"step":"zwei"}"#, "step"),
        (r#"{"mode":"party"}"#, "mode"),
        (r#"{"theme":"pink"}"#, "theme"),
        (r#"{"profile":["public"]}"#, "profile"),
    ] {
        let (options, warnings) = parsed(json);
        assert_eq!(options, parsed("{}").0, "{json}");
        assert_eq!(warnings.len(), 1, "{json}: {warnings:?}");
        assert!(warnings[0].starts_with(name), "{warnings:?}");
    }
}

#[test]
fn an_empty_attribute_is_an_absent_one() {
    let json = r#"{"scene":"","step":null,"mode":" ","theme":"","scenes":""}"#;
    assert_eq!(parsed(json), parsed("{}"));
}

proptest! {
    #[test]
    fn no_option_panics(
        json in ".*",
        name in "scene|step|mode|profile|theme|scenes|snapshot",
        value in ".*",
    ) {
        parsed(&json);
        let object = serde_json::json!({ name: value }).to_string();
        let (options, warnings) = parsed(&object);
        prop_assert_eq!(options.scene, explainer().start);
        prop_assert!(options.step < 7);
        prop_assert!(warnings.iter().all(|warning| warning.len() < 400));
    }
}

// ---- session ----

#[test]
fn other_scenes_are_the_ones_that_follow_each_other() {
    let session = session()
        .apply(Action::Scene("nerve".into(), 0))
        .apply(Action::Scenes(vec!["nerve".into(), "evidence".into()]));
    assert_eq!(session.next_scene().as_deref(), Some("evidence"));
    let last = session.apply(Action::Scene("evidence".into(), 0));
    assert_eq!(last.next_scene(), None);
}

#[test]
fn a_fresh_session_favours_nobody() {
    let session = session();
    assert_eq!(
        (session.lanes, session.params.assumed_effect),
        (LaneView::Both, Ratio::new(0.5))
    );
    assert!(!session.started && !session.playing);
}

#[test]
fn the_visitors_theme_wins_until_the_page_changes_its_own() {
    let session = session();
    assert_eq!(session.theme(), Theme::Light);
    let session = session.apply(Action::Theme(ThemeChoice::Dark));
    assert_eq!(session.theme(), Theme::Dark);
    let session = session.apply(Action::PageTheme(ThemeChoice::Light));
    assert_eq!(session.theme(), Theme::Light);
}

#[test]
fn the_system_decides_where_nobody_has_chosen() {
    let dark_and_calm = Surroundings {
        reduced_motion: true,
        dark: true,
    };
    let session = session().apply(Action::Surroundings(dark_and_calm));
    assert_eq!(
        (session.motion(), session.theme()),
        (Motion::Storyboard, Theme::Light)
    );
    let session = session.apply(Action::PageTheme(ThemeChoice::Auto));
    assert_eq!(session.theme(), Theme::Dark);
    let session = session.apply(Action::Motion(Motion::Full));
    assert_eq!(session.motion(), Motion::Full);
}

#[test]
fn one_sheet_and_one_card_at_a_time() {
    let actor = |id: &str| Action::Actor(Some(id.into()));
    let session = session().apply(actor("microglia"));
    assert_eq!(session.actor.as_deref(), Some("microglia"));
    assert_eq!(session.clone().apply(actor("microglia")).actor, None);
    let session = session
        .apply(actor("neuron"))
        .apply(Action::Open(Sheet::Risks));
    assert_eq!(
        (session.actor.clone(), session.sheet),
        (None, Some(Sheet::Risks))
    );
    let session = session.apply(Action::Open(Sheet::Help));
    assert_eq!(session.sheet, Some(Sheet::Help));
    assert_eq!(session.apply(Action::CloseSheet).sheet, None);
}
