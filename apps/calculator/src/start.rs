//! Opens the window.

use crate::app::{App, Begin, Message};
use crate::keeper::{self, Keep, Places};
use crate::settings::Settings;
use crate::{cli, mode, rates, subscription, task, ui};

use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words, locale};
use candela_shared::tr;
use candela_ui::desktop::Desktop;
use candela_ui::platform::window_settings;
use candela_ui::scene::Scene;
use candela_ui::{Element, Look, program, settings};

use iced::{Subscription, Task, window};

use std::sync::mpsc::Sender;
use std::time::{SystemTime, UNIX_EPOCH};

/// The application ID: names the desktop entry.
const ID: &str = "candela-calculator";

/// The application and what lives beside its state.
struct Program {
    app: App,
    keeper: Sender<Keep>,
}

/// Shows the calculator and stays until it is closed.
///
/// # Errors
/// A line for the user, in their language, where there is no display or the window cannot be shown.
pub fn start() -> Result<(), String> {
    let terminal = Words::from_environment("calculator", Medium::Terminal);
    let look = program::settings_on_display(&terminal, cli::complain)?;
    run(&terminal, &Directories::from_environment(), look)
}

fn run(terminal: &Words, directories: &Directories, look: settings::Settings) -> Result<(), String> {
    let places = Places {
        history: directories.data_home.as_ref().map(|data| data.join("candela/calculator-history.jsonl")),
        settings: directories.config_home.as_ref().map(|config| config.join("candela/calculator.toml")),
    };
    // Without a readable file nothing has been set; the window says so once it cannot be written either.
    let text = places.settings.as_ref().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    let kept = Settings::parse(&text);
    let words = terminal.in_medium(Medium::Window);
    let own_look = look.look(&Desktop::default(), words.direction());
    let size = ui::size_of(&own_look, kept.mode, kept.word.bits);
    let begin = Begin { words, language: language(), look, settings: kept, rates: rates::own(), clock: nanoseconds };
    let window =
        window::Settings { decorations: false, exit_on_close_request: false, ..window_settings(ID, size, mode::LEAST) };
    program::open(terminal, window, move || {
        let (keeper, messages) = keeper::start(places);
        let (app, action) = App::new(begin);
        let task = task::perform(&app, &keeper, action);
        (Program { app, keeper }, Task::batch([Task::stream(messages), task]))
    })
}

/// The language numbers are written in, as far as the environment says.
fn language() -> String {
    let wanted = locale::from_environment().into_iter().next();
    wanted.map_or_else(|| "en".to_owned(), |locale| locale.candidates().remove(0).replace('_', "-"))
}

fn nanoseconds() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(0)
}

impl program::Program for Program {
    type Message = Message;

    fn title(&self) -> String {
        tr!(self.app.words, "calculator-title")
    }

    fn look(&self) -> Look {
        self.app.look
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let action = self.app.update(message);
        task::perform(&self.app, &self.keeper, action)
    }

    fn view(&self) -> Element<'_, Message> {
        ui::view(&self.app)
    }

    fn scene(&self) -> Scene {
        self.app.line.scene()
    }

    fn subscription(&self) -> Subscription<Message> {
        subscription::all(&self.app)
    }
}
