//! A band that the pointer draws over rows from the room beside them: what it touches is chosen.

use candela_ui::tokens::radius;
use candela_ui::{Element, Theme};

use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, mouse, renderer};
use iced::{Color, Event, Point, Rectangle, Renderer, Size, Vector, border};

/// Content over which a band can be drawn; see [`band`].
pub struct Band<'a, Message> {
    content: Element<'a, Message>,
    on_draw: Box<dyn Fn(Rectangle) -> Message + 'a>,
}

/// Lets a band be drawn that begins where nothing inside takes the press. While it is drawn, `on_draw` tells where it is,
/// from the corner of the content.
pub fn band<'a, Message>(
    content: impl Into<Element<'a, Message>>,
    on_draw: impl Fn(Rectangle) -> Message + 'a,
) -> Band<'a, Message> {
    Band { content: content.into(), on_draw: Box::new(on_draw) }
}

/// A press that moves less is no band, in logical pixels.
const LEAST: f32 = 4.0;

#[derive(Default)]
struct State {
    from: Option<Point>,
    band: Option<Rectangle>,
}

fn between(from: Point, to: Point) -> Rectangle {
    let corner = Point::new(from.x.min(to.x), from.y.min(to.y));
    Rectangle::new(corner, Size::new((from.x - to.x).abs(), (from.y - to.y).abs()))
}

impl<Message> Widget<Message, Theme, Renderer> for Band<'_, Message> {
    candela_ui::around_content!(State);

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let Some(inside) = layout.children().next() else { return };
        let content = self.content.as_widget_mut();
        content.update(&mut tree.children[0], event, inside, cursor, renderer, clipboard, shell, viewport);
        let (state, bounds) = (tree.state.downcast_mut::<State>(), layout.bounds());
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) if !shell.is_event_captured() => {
                // What holds it hears of the press too: it may end a selection.
                state.from = cursor.position_over(bounds);
            }
            Event::Mouse(mouse::Event::CursorMoved { position }) => {
                let Some(from) = state.from else { return };
                let drawn = between(from, *position);
                if state.band.is_none() && drawn.width.max(drawn.height) < LEAST {
                    return;
                }
                state.band = Some(drawn);
                shell.publish((self.on_draw)(drawn - Vector::new(bounds.x, bounds.y)));
                shell.request_redraw();
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) if state.from.take().is_some() => {
                state.band = None;
                shell.request_redraw();
            }
            _ => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let Some(inside) = layout.children().next() else { return };
        self.content.as_widget().draw(&tree.children[0], renderer, theme, style, inside, cursor, viewport);
        let drawn = tree.state.downcast_ref::<State>().band.and_then(|band| band.intersection(&layout.bounds()));
        let Some(bounds) = drawn else { return };
        let accent = theme.palette().accent;
        renderer.with_layer(bounds, |renderer| {
            let border = border::rounded(radius::SMALL).color(accent).width(1.0);
            let quad = renderer::Quad { bounds, border, ..renderer::Quad::default() };
            renderer.fill_quad(quad, Color { a: 0.14, ..accent });
        });
    }
}

impl<'a, Message: 'a> From<Band<'a, Message>> for Element<'a, Message> {
    fn from(band: Band<'a, Message>) -> Self {
        Self::new(band)
    }
}
