//! What there is to show: scenes with their steps, claims with their evidence, sources with their
//! addresses. No words: those are in [`super::Texts`].

use super::claim::{Claim, Source, in_order};
use super::comparison::{Region, Row};
use super::lists::{names, quoted, records, reference, references, word};
use super::pages::{self, Page, Study};
use super::problem::Report;
use super::reader::Node;
use super::strips::{self, Strips};
use super::timeline;
use super::vocabulary::Badge;
use crate::units::Secs;
use std::rc::Rc;

/// The structure of the whole explainer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explainer {
    /// The scene shown where none is asked for; one of `scenes` unless there is none.
    pub start: Rc<str>,
    /// The languages there are files for, the main one first.
    pub languages: Vec<Rc<str>>,
    /// The scenes that exist, in order.
    pub scenes: Vec<Scene>,
    /// Small pictures that a scene can open beside itself. They have all that scenes have.
    pub panels: Vec<Scene>,
    /// Panels of text.
    pub pages: Vec<Page>,
    /// The studies behind the claims.
    pub studies: Vec<Study>,
    /// Every sentence that states something.
    pub claims: Vec<Claim>,
    /// Every source.
    pub sources: Vec<Source>,
    /// The claim that is the main message.
    pub message: Rc<str>,
    /// The claim about approval on the poster.
    pub approval: Rc<str>,
    /// Claims: risks. Each has a title.
    pub risks: Vec<Rc<str>>,
    /// Claims: the five statements about unapproved products. Each has a title.
    pub statements: Vec<Rc<str>>,
    /// Claims: what studies in people found, and what nobody has studied.
    pub research: Vec<Rc<str>>,
    /// Claims about cost. Each has a title.
    pub cost: Vec<Rc<str>>,
    /// Claims: usual care.
    pub care: Vec<Rc<str>>,
    /// Names of the questions to ask the doctor; the texts are in the same order.
    pub questions: Vec<Rc<str>>,
    /// The table that compares drip, local injection and neither, row by row. Each row has a `row.…` text.
    pub comparison: Vec<Row>,
    /// Where it can hurt, with what to ask about it.
    pub regions: Vec<Region>,
    /// What may matter to a visitor; the texts name each and give a question for the doctor.
    pub values: Vec<Rc<str>>,
}

/// One moving picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its name in code and in addresses.
    pub id: Rc<str>,
    /// The number of its figure, from 1.
    pub figure: u32,
    /// Which of the three proposed mechanisms it shows; 0 for none.
    pub proposed: u32,
    /// Length of its timeline, above 0.
    pub duration_secs: Secs,
    /// Its steps: contiguous, from 0 to `duration_secs`.
    pub steps: Vec<Step>,
    /// Whether it compares two lanes, without and with exosomes.
    pub compares: bool,
    /// Whether its lanes lie above each other at every width.
    pub stacked: bool,
    /// Actors that the legend explains. Each has a `legend.…` text.
    pub legend: Vec<Rc<str>>,
    /// What a visitor can change in it: `push`, `scale`, `side`, `regions`. The assumed effect belongs to every
    /// comparison.
    pub controls: Vec<Rc<str>>,
    /// Names of the panels that it can open.
    pub panels: Vec<Rc<str>>,
    /// Where in a body it is: `x y` on the locator's 24 × 24 figure; empty where it is in no one place.
    pub locator: Rc<str>,
    /// How far each kind of study has come, of each side that the scene holds against the other.
    pub strips: Strips,
    /// What a visitor can ask about in the picture.
    pub actors: Vec<Actor>,
    /// Names of the words beside things in the picture.
    pub labels: Vec<Rc<str>>,
    /// Names of the templates that tell what the picture shows.
    pub describe: Vec<Rc<str>>,
}

/// An interval of the timeline, `[start, end)`, with one caption.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Where it begins.
    pub start_secs: Secs,
    /// Where it ends and the next begins; after `start_secs`.
    pub end_secs: Secs,
    /// The moment that stands for it in a still picture.
    pub still_secs: Secs,
    /// Its caption, sentence by sentence.
    pub claims: Vec<Rc<str>>,
}

/// A thing in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Its name in code.
    pub id: Rc<str>,
    /// The claim that explains it.
    pub claim: Rc<str>,
}

impl Explainer {
    /// The scene of that name.
    pub fn scene(&self, id: &str) -> Option<&Scene> {
        self.scenes.iter().find(|scene| &*scene.id == id)
    }

    /// The number of steps of a scene or panel; 0 for an unknown one.
    pub fn step_count(&self, id: &str) -> usize {
        self.picture(id).map_or(0, |scene| scene.steps.len())
    }

    /// The scene or the panel of that name.
    pub fn picture(&self, id: &str) -> Option<&Scene> {
        let panel = || self.panels.iter().find(|panel| &*panel.id == id);
        self.scene(id).or_else(panel)
    }

    /// Scenes and panels.
    pub fn pictures(&self) -> impl Iterator<Item = &Scene> {
        self.scenes.iter().chain(&self.panels)
    }

    /// The claim of that name.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| &*claim.id == id)
    }

    /// The source of that name.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| &*source.id == id)
    }

    /// The panel of text of that name.
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| &*page.id == id)
    }

    /// The badges beside a caption made of these claims: each once, weakest evidence first; "not known" before all
    /// where the caption begins with it.
    pub fn badges(&self, claims: &[Rc<str>]) -> Vec<Badge> {
        let claims = claims.iter().filter_map(|id| self.claim(id));
        let badges: Vec<Badge> = claims.flat_map(Claim::badges).collect();
        let mut ordered = in_order(&badges);
        if badges.first() == Some(&Badge::Unknown) {
            ordered.sort_by_key(|badge| *badge != Badge::Unknown);
        }
        ordered
    }

    /// What lies behind the badges beside a caption: with the last grade of those that share it, what was tested and how it was
    /// given. Of what nobody studied, nothing was.
    pub fn tested(&self, claims: &[Rc<str>]) -> Vec<(Badge, [Vec<Rc<str>>; 2])> {
        let mut rows: Vec<(Badge, [Vec<Rc<str>>; 2])> = Vec::new();
        for badge in self.badges(claims) {
            let mut tested = [Vec::new(), Vec::new()];
            let claims = claims.iter().filter_map(|id| self.claim(id));
            for claim in
                claims.filter(|claim| badge != Badge::Unknown && claim.badges().contains(&badge))
            {
                for (list, names) in tested.iter_mut().zip([&claim.material, &claim.route]) {
                    for name in names {
                        if !list.contains(name) {
                            list.push(name.clone());
                        }
                    }
                }
            }
            if let Some((_, before)) = rows.last_mut().filter(|(_, before)| *before == tested) {
                if badge == Badge::NoDifference {
                    tested = Default::default();
                } else {
                    *before = Default::default();
                }
            }
            rows.push((badge, tested));
        }
        rows
    }

    /// The interface texts that exist because something here needs them.
    pub(super) fn derived_ui_keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        let mut add = |start: &str, names: &[Rc<str>]| {
            for name in names {
                let key = [start, name].concat();
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        };
        for list in [&self.risks, &self.statements, &self.cost] {
            add("title.", list);
        }
        for picture in self.pictures() {
            add("legend.", &picture.legend);
        }
        for row in &self.comparison {
            add("row.", std::slice::from_ref(&row.id));
        }
        if !self.comparison.is_empty() {
            add("column.", &Row::COLUMNS.map(Rc::from));
        }
        for claim in &self.claims {
            add("material.", &claim.material);
            add("route.", &claim.route);
            add("tested.", &claim.material);
            add("tested.", &claim.route);
        }
        pages::ui_keys(&self.pages, &self.studies, add);
        keys
    }

    pub(super) fn read(root: &Node<'_>, report: &mut Report) -> Self {
        if !root.is_object(report) {
            return Self::default();
        }
        if root
            .number_of("version", report)
            .is_some_and(|version| version != 1.0)
        {
            report.add("version", "not 1");
        }
        let sources = records(root, "sources", report, Source::read, |source| &source.id);
        let source_ids: Vec<&str> = sources.iter().map(|source| &*source.id).collect();
        let claims = records(
            root,
            "claims",
            report,
            |node, report| Claim::read(node, &source_ids, report),
            |claim| &claim.id,
        );
        let ids: Vec<&str> = claims.iter().map(|claim| &*claim.id).collect();
        let mut pictures = |key, panels: &[&str]| {
            records(
                root,
                key,
                report,
                |node, report| Scene::read(node, &ids, panels, report),
                |scene| &scene.id,
            )
        };
        let panels = pictures("panels", &[]);
        let panel_ids: Vec<&str> = panels.iter().map(|panel| &*panel.id).collect();
        let scenes = pictures("scenes", &panel_ids);
        let scene_ids: Vec<&str> = scenes.iter().map(|scene| &*scene.id).collect();
        let start = root
            .field("start", report)
            .and_then(|node| reference(&node, "scene", &scene_ids, report))
            .or_else(|| scenes.first().map(|scene| scene.id.clone()))
            .unwrap_or_default();
        let pages = pages::pages(root, &ids, report);
        let studies = pages::studies(root, &source_ids, report);
        let mut claim = |key| {
            let node = root.field(key, report)?;
            reference(&node, "claim", &ids, report)
        };
        let message = claim("message").unwrap_or_default();
        let approval = claim("approval").unwrap_or_default();
        let mut list = |key| references(root, key, "claim", &ids, report);
        let risks = list("risks");
        let statements = list("statements");
        let research = list("research");
        let cost = list("cost");
        let care = list("care");
        let explainer = Self {
            start,
            languages: names(root, "languages", report),
            message,
            approval,
            risks,
            statements,
            research,
            cost,
            care,
            questions: names(root, "questions", report),
            comparison: records(
                root,
                "comparison",
                report,
                |node, report| Row::read(node, &ids, report),
                |row| &row.id,
            ),
            regions: records(root, "regions", report, Region::read, |region| &region.id),
            values: names(root, "values", report),
            scenes,
            panels,
            pages,
            studies,
            claims,
            sources,
        };
        explainer.report_unused(report);
        explainer
    }

    /// The names of the claims that can be seen where these scenes are offered.
    pub fn shown(&self, scenes: &[Rc<str>]) -> Vec<&str> {
        let mut shown: Vec<&str> = vec![&self.message, &self.approval];
        let lists = [
            &self.risks,
            &self.statements,
            &self.research,
            &self.cost,
            &self.care,
        ];
        shown.extend(lists.into_iter().flatten().map(|id| &**id));
        // The opening picture and the pages of text can be seen everywhere.
        shown.extend(self.picture("start").into_iter().flat_map(Scene::claims));
        for part in self.pages.iter().flat_map(|page| &page.parts) {
            shown.extend(part.claims.iter().map(|id| &**id));
        }
        for scene in self
            .scenes
            .iter()
            .filter(|scene| scenes.contains(&scene.id))
        {
            shown.extend(scene.claims());
            let panels = scene.panels.iter().filter_map(|id| self.picture(id));
            shown.extend(panels.flat_map(Scene::claims));
        }
        // The table stands under the scene of the routes.
        if scenes.iter().any(|scene| &**scene == "routes") {
            let cells = self.comparison.iter().flat_map(|row| &row.cells);
            shown.extend(cells.flatten().map(|id| &**id));
        }
        shown
    }

    /// A claim nobody shows, or a source nobody cites, is a slip in the list that should name it.
    fn report_unused(&self, report: &mut Report) {
        let scenes: Vec<Rc<str>> = self.scenes.iter().map(|scene| scene.id.clone()).collect();
        let mut shown = self.shown(&scenes);
        for panel in &self.panels {
            shown.extend(panel.claims());
        }
        for claim in self
            .claims
            .iter()
            .filter(|claim| !shown.contains(&&*claim.id))
        {
            report.add("claims", &quoted("shown nowhere:", &claim.id));
        }
        let cites = |id: &Rc<str>| self.claims.iter().any(|claim| claim.sources.contains(id));
        for source in self.sources.iter().filter(|source| !cites(&source.id)) {
            report.add("sources", &quoted("cited nowhere:", &source.id));
        }
    }
}

impl Scene {
    /// The 0-based number of the step that holds this moment; the last one from the end on.
    pub fn step_at(&self, time_secs: Secs) -> usize {
        let later = self.steps.iter().skip(1);
        later
            .take_while(|step| step.start_secs <= time_secs)
            .count()
    }

    /// The names of the claims of its steps and its actors.
    pub fn claims(&self) -> impl Iterator<Item = &str> {
        let steps = self.steps.iter().flat_map(|step| &step.claims);
        let claims = steps.chain(self.actors.iter().map(|actor| &actor.claim));
        claims.map(|id| &**id)
    }

    fn read(node: &Node<'_>, claims: &[&str], panels: &[&str], report: &mut Report) -> Self {
        let whole = |number: Option<f64>| number.map_or(0, |number| number as u32);
        let (duration_secs, steps) = timeline::read(node, claims, report);
        let strips = node.field("strip", report);
        let strips = strips.map_or_else(Vec::new, |node| strips::read(&node, report));
        Self {
            id: node.text_of("id", report).into(),
            figure: whole(node.number_of("figure", report)),
            proposed: whole(node.number_of("proposed", report)),
            duration_secs,
            steps,
            compares: node.number_of("lanes", report) == Some(2.0),
            stacked: word(node, "layout", "layout", layout, report).unwrap_or_default(),
            legend: names(node, "legend", report),
            controls: names(node, "controls", report),
            panels: references(node, "panels", "panel", panels, report),
            locator: (node.value().get("locator"))
                .and_then(|value| node.child("locator", value).text(report))
                .unwrap_or_default()
                .into(),
            strips,
            actors: records(
                node,
                "actors",
                report,
                |actor, report| Actor {
                    id: actor.text_of("id", report).into(),
                    claim: actor
                        .field("claim", report)
                        .and_then(|claim| reference(&claim, "claim", claims, report))
                        .unwrap_or_default(),
                },
                |actor| &actor.id,
            ),
            labels: names(node, "labels", report),
            describe: names(node, "describe", report),
        }
    }
}

/// How the lanes of a scene lie: says whether above each other.
fn layout(name: &str) -> Option<bool> {
    match name {
        "beside" => Some(false),
        "stacked" => Some(true),
        _ => None,
    }
}
