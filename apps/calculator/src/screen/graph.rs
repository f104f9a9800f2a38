//! Curves: which there are, what of the plane is seen, and the point that is traced.

use candela_calculator_core::Calculator;
use candela_calculator_core::graph::{Curve, Error, Function, Mark, MarkKind, View, find, sample};

use iced::widget::canvas::Cache;

/// The plot, which can have the focus.
pub const PLOT: &str = "calculator-plot";
/// The field of the function that is chosen.
pub const FIELD: &str = "calculator-function";
/// The most functions: one for each colour.
pub const MOST: usize = 6;
/// A point of interest catches the trace from so far, in pixels.
const CATCH: f64 = 7.0;
/// How far a key moves the trace and the plane, in pixels.
const TRACE: f64 = 4.0;
const PAN: f64 = 40.0;
/// How much a key and a turn of the wheel bring closer.
const ZOOM: f64 = 1.25;
/// How many points of interest are listed.
const NEAR: usize = 5;

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    Add,
    Choose(usize),
    Typed(usize, String),
    ToggleShown(usize),
    Remove(usize),
    Resized(f64, f64),
    /// The plane is moved by so many pixels, right and down.
    Panned(f64, f64),
    /// It is brought closer by a factor, around a place.
    Zoomed(f64, f64, f64),
    ZoomIn,
    ZoomOut,
    Reset,
    /// The pointer is there, in pixels from the left.
    Pointed(f64),
    /// The trace goes by so many steps.
    Trace(f64),
    /// The plane goes by so many steps, right and down.
    Pan(f64, f64),
    /// The trace goes to the next curve.
    NextCurve,
    /// And to the one before.
    PreviousCurve,
}

/// What must be done next.
#[derive(Debug, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Keep what the functions are.
    Keep,
    /// Give the keys to that widget.
    Focus(&'static str),
}

/// A function and its curve.
#[derive(Debug)]
pub struct Plotted {
    /// What was typed.
    pub text: String,
    /// Whether its curve is drawn.
    pub is_shown: bool,
    /// What it is, or why it is none; `None` where nothing was typed.
    pub function: Option<Result<Function, Error>>,
    /// The curve as far as it is in sight.
    pub curve: Curve,
    /// Its points of interest there.
    pub marks: Vec<Mark>,
}

impl Plotted {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), is_shown: true, function: None, curve: Curve::default(), marks: Vec::new() }
    }

    /// The function, where there is one and its curve is drawn.
    pub fn drawn(&self) -> Option<&Function> {
        self.function.as_ref().and_then(|function| function.as_ref().ok()).filter(|_| self.is_shown)
    }
}

/// The state of the graph.
pub struct Graph {
    /// The functions.
    pub functions: Vec<Plotted>,
    /// The one that is traced.
    pub chosen: usize,
    /// What of the plane is seen.
    pub view: View,
    /// Where the trace is.
    pub trace: Option<f64>,
    /// What was drawn last.
    pub cache: Cache,
}

/// A fact about the traced point: what kind it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Mark(MarkKind),
    Rising,
    Falling,
    Flat,
    None,
}

/// What is known of the traced point.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Where it is.
    pub point: (f64, f64),
    /// How steep the curve is there.
    pub slope: f64,
    /// What kind of point it is.
    pub kind: Kind,
    /// The points of interest next to it, the nearest first.
    pub near: Vec<Mark>,
}

impl Graph {
    /// A graph of these functions; of none, with a field to type one.
    pub fn new(texts: &[String]) -> Self {
        let mut functions: Vec<Plotted> = texts.iter().take(MOST).map(|text| Plotted::new(text)).collect();
        if functions.is_empty() {
            functions.push(Plotted::new(""));
        }
        Self { functions, chosen: 0, view: View::default(), trace: None, cache: Cache::new() }
    }

    /// The functions as they were typed, without empty ones.
    pub fn texts(&self) -> Vec<String> {
        self.functions.iter().map(|plotted| plotted.text.clone()).filter(|text| !text.trim().is_empty()).collect()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, calculator: &Calculator) -> Action {
        let action = self.change(message);
        self.draw(calculator);
        action
    }

    fn change(&mut self, message: Message) -> Action {
        let (width, height) = self.view.size;
        match message {
            Message::Add => return self.add(),
            Message::Choose(at) => self.chosen = at,
            Message::Typed(at, text) => return self.typed(at, text),
            Message::ToggleShown(at) => {
                if let Some(plotted) = self.functions.get_mut(at) {
                    plotted.is_shown = !plotted.is_shown;
                }
            }
            Message::Remove(at) => return self.remove(at),
            Message::Resized(width, height) => self.view = self.view.with_size(width, height),
            Message::Panned(right, down) => self.view = self.view.panned(right, down),
            Message::Zoomed(factor, x, y) => self.view = self.view.zoomed(factor, x, y),
            Message::ZoomIn => self.view = self.view.zoomed(ZOOM, width / 2.0, height / 2.0),
            Message::ZoomOut => self.view = self.view.zoomed(1.0 / ZOOM, width / 2.0, height / 2.0),
            Message::Reset => self.view = View::default().with_size(width, height),
            Message::Pointed(x) => self.trace = Some(self.caught(self.view.point(x, 0.0).0)),
            Message::Trace(steps) => self.trace_by(steps),
            Message::Pan(right, down) => self.view = self.view.panned(right * PAN, down * PAN),
            Message::NextCurve => self.choose_by(1),
            Message::PreviousCurve => self.choose_by(self.functions.len() - 1),
        }
        Action::None
    }

    fn add(&mut self) -> Action {
        if self.functions.len() < MOST {
            self.functions.push(Plotted::new(""));
        }
        self.chosen = self.functions.len() - 1;
        Action::Focus(FIELD)
    }

    fn typed(&mut self, at: usize, text: String) -> Action {
        self.chosen = at;
        if let Some(plotted) = self.functions.get_mut(at) {
            *plotted = Plotted { is_shown: plotted.is_shown, ..Plotted::new(&text) };
        }
        Action::Keep
    }

    fn remove(&mut self, at: usize) -> Action {
        if at < self.functions.len() {
            drop(self.functions.remove(at));
        }
        if self.functions.is_empty() {
            self.functions.push(Plotted::new(""));
        }
        self.chosen = self.chosen.min(self.functions.len() - 1);
        Action::Keep
    }

    fn choose_by(&mut self, steps: usize) {
        self.chosen = (self.chosen + steps) % self.functions.len();
    }

    /// Moves the trace by keys: a point of interest on the way holds it.
    fn trace_by(&mut self, steps: f64) {
        let from = self.trace.unwrap_or(self.view.centre.0);
        let to = from + steps * TRACE / self.view.scale.0;
        let passed = |mark: &&Mark| (mark.point.0 - from) * steps > 1e-9 && (to - mark.point.0) * steps > 0.0;
        let marks = self.chosen().map_or(&[][..], |plotted| &plotted.marks);
        let first = marks
            .iter()
            .filter(passed)
            .min_by(|one, other| (one.point.0 - from).abs().total_cmp(&(other.point.0 - from).abs()));
        let x = if self.trace.is_none() { from } else { first.map_or(to, |mark| mark.point.0) };
        self.trace = Some(x);
        let place = self.view.place((x, 0.0)).0;
        if !(0.0..=self.view.size.0).contains(&place) {
            self.view.centre.0 = x;
        }
    }

    /// The place on the curve that is meant by a place of the pointer: a point of interest close by.
    fn caught(&self, x: f64) -> f64 {
        let marks = self.chosen().map_or(&[][..], |plotted| &plotted.marks);
        let distance = |mark: &Mark| (mark.point.0 - x).abs() * self.view.scale.0;
        let nearest = marks.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)));
        nearest.filter(|mark| distance(mark) < CATCH).map_or(x, |mark| mark.point.0)
    }

    fn chosen(&self) -> Option<&Plotted> {
        self.functions.get(self.chosen).filter(|plotted| plotted.drawn().is_some())
    }

    /// Works out what is seen: the curves, and the points of interest of the one that is traced.
    pub fn draw(&mut self, calculator: &Calculator) {
        for plotted in &mut self.functions {
            let is_empty = plotted.text.trim().is_empty();
            plotted.function = (!is_empty).then(|| Function::new(&plotted.text, calculator));
            plotted.marks.clear();
            plotted.curve = plotted.drawn().map(|function| sample(function, &self.view)).unwrap_or_default();
        }
        let marks = self.chosen().and_then(Plotted::drawn).map(|function| self.marks_of(function));
        if let (Some(marks), Some(plotted)) = (marks, self.functions.get_mut(self.chosen)) {
            plotted.marks = marks;
        }
        self.cache.clear();
    }

    fn marks_of(&self, function: &Function) -> Vec<Mark> {
        let mut marks = find::marks(function, &self.view);
        for (at, other) in self.functions.iter().enumerate().filter(|(at, _)| *at != self.chosen) {
            if let Some(other) = other.drawn() {
                marks.extend(find::crossings(function, other, at, &self.view));
            }
        }
        marks
    }

    /// What is known of the traced point.
    pub fn facts(&self) -> Option<Facts> {
        let (x, plotted) = (self.trace?, self.chosen()?);
        let function = plotted.drawn()?;
        let near = |mark: &Mark| (mark.point.0 - x).abs();
        let mut marks = plotted.marks.clone();
        marks.sort_by(|one, other| near(one).total_cmp(&near(other)));
        let here = marks.iter().find(|mark| near(mark) * self.view.scale.0 < 1e-6).copied();
        let slope = function.slope(x);
        let is_turn = matches!(here.map(|mark| mark.kind), Some(MarkKind::Maximum | MarkKind::Minimum));
        let slope = if is_turn && slope.abs() < 1e-6 { 0.0 } else { slope };
        let kind = match here {
            Some(mark) => Kind::Mark(mark.kind),
            None if !slope.is_finite() => Kind::None,
            None if slope > 1e-9 => Kind::Rising,
            None if slope < -1e-9 => Kind::Falling,
            None => Kind::Flat,
        };
        marks.retain(|mark| Some(mark.point.0) != here.map(|here| here.point.0));
        marks.truncate(NEAR);
        let value = here.map_or_else(|| function.at(x), |mark| mark.point.1);
        Some(Facts { point: (x, value), slope, kind, near: marks })
    }
}

/// The letter of a curve.
pub fn letter(at: usize) -> String {
    char::from(b'f' + u8::try_from(at % MOST).unwrap_or(0)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_calculator_core::Settings;
    use candela_calculator_core::date::Date;

    fn calculator() -> Calculator {
        Calculator::new(Settings::default(), None, Date::new(2026, 11, 25).unwrap())
    }

    fn graph(texts: &[&str]) -> Graph {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        let mut graph = Graph::new(&texts);
        assert_eq!(graph.update(Message::Resized(686.0, 560.0), &calculator()), Action::None);
        graph
    }

    fn tell(graph: &mut Graph, messages: &[Message]) {
        for message in messages {
            let _action = graph.update(message.clone(), &calculator());
        }
    }

    #[test]
    fn the_pointer_is_caught_by_points_of_interest() {
        let mut graph = graph(&["2 sin(1.2 x)", "x^2/4 - 2"]);
        let x = graph.view.place((1.28, 0.0)).0;
        tell(&mut graph, &[Message::Pointed(x)]);
        let facts = graph.facts().unwrap();
        assert!((facts.point.0 - 1.308_996_938_995_747).abs() < 1e-6 && (facts.point.1 - 2.0).abs() < 1e-12);
        assert_eq!((facts.kind, facts.slope), (Kind::Mark(MarkKind::Maximum), 0.0));
        assert!(
            facts.near.iter().any(|mark| mark.kind == MarkKind::Zero && (mark.point.0 - 2.617_993_877).abs() < 1e-6)
        );
        assert!(facts.near.iter().any(|mark| mark.kind == MarkKind::Crossing(1)));
    }

    #[test]
    fn keys_trace_the_curve_and_stop_at_points_of_interest() {
        let mut graph = graph(&["x^2 - 1"]);
        tell(&mut graph, &[Message::Trace(1.0)]);
        assert_eq!(graph.facts().unwrap().kind, Kind::Mark(MarkKind::Minimum));
        tell(&mut graph, &vec![Message::Trace(10.0); 2]);
        assert_eq!(graph.trace, Some(1.0), "the zero was on the way");
        tell(&mut graph, &vec![Message::Trace(1.0); 200]);
        let (start, end) = graph.view.horizontal();
        assert!((start..=end).contains(&graph.trace.unwrap()), "it stays in sight");
        assert_eq!(graph.facts().unwrap().kind, Kind::Rising);
    }

    #[test]
    fn functions_come_and_go() {
        let mut graph = graph(&[]);
        assert_eq!(graph.functions.len(), 1);
        assert_eq!(graph.update(Message::Typed(0, "x+1".to_owned()), &calculator()), Action::Keep);
        assert_eq!(graph.functions[0].curve.stretches.len(), 1);
        assert_eq!(graph.update(Message::Add, &calculator()), Action::Focus(FIELD));
        tell(&mut graph, &[Message::Typed(1, "x+".to_owned())]);
        assert!(matches!(graph.functions[1].function, Some(Err(_))));
        assert_eq!(graph.texts(), ["x+1", "x+"]);
        tell(&mut graph, &[Message::ToggleShown(0)]);
        assert!(graph.functions[0].curve.stretches.is_empty());
        tell(&mut graph, &[Message::Remove(0), Message::Remove(0)]);
        assert_eq!((graph.functions.len(), graph.chosen), (1, 0));
        tell(&mut graph, &vec![Message::Add; 9]);
        assert_eq!(graph.functions.len(), MOST);
    }

    #[test]
    fn nothing_is_known_of_what_is_not_drawn() {
        let mut graph = graph(&["x"]);
        assert_eq!(graph.facts(), None);
        tell(&mut graph, &[Message::Pointed(10.0), Message::ToggleShown(0)]);
        assert_eq!(graph.facts(), None);
    }
}
