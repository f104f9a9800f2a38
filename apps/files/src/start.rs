//! Opens the window.

use crate::app::{App, Message, Start};
use crate::{subscription, task, ui, window, wording};

use candela_shared::i18n::{Medium, Words};
use candela_ui::program::{self, Program};
use candela_ui::scene::Scene;
use candela_ui::{Element, Look};

use iced::{Subscription, Task};

/// Shows folders in a window, and stays until it is closed. What cannot be said in one is said with the words `terminal`.
///
/// # Errors
/// A line for the user, in their language, where there is no display or the window cannot be shown.
pub fn start(terminal: &Words, start: Start) -> Result<(), String> {
    let settings = program::settings_on_display(terminal, crate::cli::warn)?;
    let words = terminal.in_medium(Medium::Window);
    program::open(terminal, window::settings(), move || {
        let (app, action) = App::new(words, settings, start, wording::now());
        let task = task::perform(&app, action);
        (app, task)
    })
}

impl Program for App {
    type Message = Message;

    fn title(&self) -> String {
        ui::title(self)
    }

    fn look(&self) -> Look {
        self.look
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let action = App::update(self, message);
        task::perform(self, action)
    }

    fn view(&self) -> Element<'_, Message> {
        ui::view(self)
    }

    fn subscription(&self) -> Subscription<Message> {
        subscription::all(self)
    }

    fn scene(&self) -> Scene {
        let tabs: Vec<_> = self.panes.iter().map(|pane| pane.tab().scene()).collect();
        let panel = self.panel.as_ref().map(|panel| [panel.view, panel.page_view].map(|view| view.offset.to_bits()));
        Scene::of((tabs, panel))
    }
}
