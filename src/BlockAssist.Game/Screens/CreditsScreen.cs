using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;

namespace BlockAssist.Game.Screens;

/// <summary>Who and what the game stands on.</summary>
internal sealed class CreditsScreen : Screen
{
    private const float Width = 380;

    private static readonly (string Head, string Text)[] Parts =
    [
        ("The game", "BlockAssist: a person builds, an assistant helps, and learns from it. Every picture, letter and block you see is drawn by rule."),
        ("The assistance game", "After AssistanceZero and MBAG, by Cassidy Laidlaw and others at Berkeley, whose rules, rewards and recordings of play this game keeps to."),
        ("It stands on", ".NET, Silk.NET.OpenGL, GLFW and Mesa; TorchSharp and ONNX Runtime for what is learnt."),
        ("Colours", "Those for people who see fewer are after Masataka Okabe and Kei Ito."),
    ];

    private readonly Button _back;

    /// <summary>The credits.</summary>
    public CreditsScreen()
        : base("Credits") => _back = Add(new Button("Back", Close));

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        base.Draw(batch);
        var column = Column;
        var y = column.Y;
        foreach (var (head, text) in Parts)
        {
            batch.Text(head, column with { Y = y, Height = batch.LineHeight }, batch.Theme.Accent);
            y += batch.LineHeight;
            y += batch.Paragraph(text, column with { Y = y, Height = column.Bottom - y }, batch.Theme.Text) + (batch.LineHeight / 2);
        }
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var height = Widget.UsualHeight(Area);
        _back.Place(new HudRect(MathF.Floor((Area.Width - 120) / 2), Content.Bottom - height, 120, height));
    }

    private HudRect Column
    {
        get
        {
            var width = Math.Min(Content.Width, Width * Area.TextUnit);
            return new HudRect(MathF.Floor((Area.Width - width) / 2), Content.Y + 6, width, _back.Bounds.Y - Content.Y - 12);
        }
    }
}
