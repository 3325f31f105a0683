using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Tests.Hud.Widgets;

/// <summary>A screen with one of each widget, that notes what is done to it.</summary>
internal sealed class SampleScreen : Screen
{
    private string _clipboard = "pasted";

    public SampleScreen(string title = "Settings")
        : base(title)
    {
        Done = [];
        Field = Add(new TextField(new Clipboard(() => _clipboard, text => _clipboard = text), 20) { Text = "A village", Hint = "Name", Help = "What the world is called." });
        Volume = Add(new Slider("Volume", new SliderRange(0, 100, 5), 70, value => Done.Add($"volume {value}")) { Format = value => $"{value} %" });
        Motion = Add(new Toggle("Reduced motion", false, on => Done.Add($"motion {on}")) { Help = "Nothing blinks or slides." });
        Colours = Add(new Choice("Colours", ["Usual", "Red-green", "Blue-yellow"], 0, index => Done.Add($"colours {index}")));
        Jump = new KeyCapture("Jump", "Space", happened => Done.Add($"jump {happened.Kind} {happened.Key}")) { Cleared = () => Done.Add("jump cleared") };
        Pane = Add(new ScrollPane());
        Worlds = Add(new ListView(new TextRows([.. Enumerable.Range(1, 30).Select(number => $"World {number}")])) { Chosen = index => Done.Add($"world {index}") });
        Accept = Add(new Button("Done", () => Done.Add("accepted")) { Help = "Keeps what was changed and goes back to the game. It can be changed again at any time." });
        Delete = Add(new Button("Delete", () => Done.Add("deleted")) { IsEnabled = false });
    }

    public List<string> Done { get; }

    public TextField Field { get; }

    public Slider Volume { get; }

    public Toggle Motion { get; }

    public Choice Colours { get; }

    public KeyCapture Jump { get; }

    public ScrollPane Pane { get; }

    public List<Button> InPane { get; } = [];

    public ListView Worlds { get; }

    public Button Accept { get; }

    public Button Delete { get; }

    public string Clipboard => _clipboard;

    public bool IsAsking { get; init; }

    public bool LetsThrough { get; init; }

    public override bool IsDialog => IsAsking;

    public override bool IsModal => !LetsThrough;

    public void Press(GlfwKey key, KeyModifiers modifiers = KeyModifiers.None) => Handle(InputEvent.KeyDown(key, modifiers));

    public void Type(string text)
    {
        foreach (var sign in text)
        {
            Handle(InputEvent.Character(sign));
        }
    }

    protected override void Arrange()
    {
        var height = Widget.UsualHeight(Area);
        var left = Content with { Width = (Content.Width / 2) - 4 };
        var column = new WidgetColumn(left);
        column.Add(Field, height);
        column.Add(Volume, height);
        column.Add(Motion, height);
        column.Add(Colours, height);
        Pane.Clear();
        Pane.Add(Jump, height);
        for (var row = 0; row < 6; row++)
        {
            if (InPane.Count < 6)
            {
                var name = $"row {row}";
                InPane.Add(new Button(name, () => Done.Add(name)));
            }

            Pane.Add(InPane[row], height);
        }

        Pane.Place(left with { Y = column.Next, Height = Content.Bottom - column.Next });
        var right = left.Moved(left.Width + 8, 0);
        Worlds.Place(right with { Height = right.Height - height - 4 });
        Worlds.Measure(Area);
        new WidgetColumn(right with { Y = right.Bottom - height }).AddRow(height, Accept, Delete);
    }
}
