//! Widgets around other content that keep a state of their own beside the content's.

/// Writes the parts of a `Widget` that hand on to `self.content`, whose tree is the first child and whose layout is the
/// only child: all but `update` and `draw`. `$state` is the widget's own state; it is as large as its content, or as
/// `$size` says of the content's size and the limits.
#[macro_export]
macro_rules! around_content {
    ($state:ty) => {
        $crate::around_content!($state, |content, _| content);
    };
    ($state:ty, $size:expr) => {
        fn size(&self) -> ::iced::Size<::iced::Length> {
            self.content.as_widget().size()
        }

        fn size_hint(&self) -> ::iced::Size<::iced::Length> {
            self.content.as_widget().size_hint()
        }

        fn tag(&self) -> ::iced::advanced::widget::tree::Tag {
            ::iced::advanced::widget::tree::Tag::of::<$state>()
        }

        fn state(&self) -> ::iced::advanced::widget::tree::State {
            ::iced::advanced::widget::tree::State::new(<$state>::default())
        }

        fn children(&self) -> ::std::vec::Vec<::iced::advanced::widget::Tree> {
            vec![::iced::advanced::widget::Tree::new(&self.content)]
        }

        fn diff(&self, tree: &mut ::iced::advanced::widget::Tree) {
            tree.diff_children(::std::slice::from_ref(&self.content));
        }

        fn layout(
            &mut self,
            tree: &mut ::iced::advanced::widget::Tree,
            renderer: &::iced::Renderer,
            limits: &::iced::advanced::layout::Limits,
        ) -> ::iced::advanced::layout::Node {
            let content = self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits);
            let size: fn(::iced::Size, &::iced::advanced::layout::Limits) -> ::iced::Size = $size;
            ::iced::advanced::layout::Node::with_children(size(content.size(), limits), vec![content])
        }

        fn operate(
            &mut self,
            tree: &mut ::iced::advanced::widget::Tree,
            layout: ::iced::advanced::Layout<'_>,
            renderer: &::iced::Renderer,
            operation: &mut dyn ::iced::advanced::widget::Operation,
        ) {
            if let Some(inside) = layout.children().next() {
                self.content.as_widget_mut().operate(&mut tree.children[0], inside, renderer, operation);
            }
        }

        fn mouse_interaction(
            &self,
            tree: &::iced::advanced::widget::Tree,
            layout: ::iced::advanced::Layout<'_>,
            cursor: ::iced::advanced::mouse::Cursor,
            viewport: &::iced::Rectangle,
            renderer: &::iced::Renderer,
        ) -> ::iced::advanced::mouse::Interaction {
            layout.children().next().map_or(::iced::advanced::mouse::Interaction::None, |inside| {
                let content = self.content.as_widget();
                content.mouse_interaction(&tree.children[0], inside, cursor, viewport, renderer)
            })
        }

        fn overlay<'b>(
            &'b mut self,
            tree: &'b mut ::iced::advanced::widget::Tree,
            layout: ::iced::advanced::Layout<'b>,
            renderer: &::iced::Renderer,
            viewport: &::iced::Rectangle,
            translation: ::iced::Vector,
        ) -> ::std::option::Option<::iced::advanced::overlay::Element<'b, Message, $crate::Theme, ::iced::Renderer>> {
            let inside = layout.children().next()?;
            self.content.as_widget_mut().overlay(&mut tree.children[0], inside, renderer, viewport, translation)
        }
    };
}
