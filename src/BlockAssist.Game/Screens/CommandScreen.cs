using BlockAssist.Game.Commands;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Screens;

/// <summary>A line to type commands into, what was said before above it. The game goes on behind it.</summary>
internal sealed class CommandScreen : Screen
{
    private const int MostSigns = 120;
    private const int LogLines = 9;
    private const int MostSuggestions = 8;
    private const float Margin = 4;

    private readonly SessionCommands _commands;
    private readonly CommandLog _log;
    private readonly Action<string> _told;
    private readonly TextField _field;
    private IReadOnlyList<string> _possible = [];
    private string? _usage;
    private int _offered = -1;
    private int _recalled;

    /// <summary>The line.</summary>
    /// <param name="commands">What can be typed.</param>
    /// <param name="log">What was said before.</param>
    /// <param name="clipboard">To copy to and paste from.</param>
    /// <param name="told">Is told what came of a command after which the line closes.</param>
    public CommandScreen(SessionCommands commands, CommandLog log, Clipboard clipboard, Action<string> told)
        : base("")
    {
        (_commands, _log, _told, _recalled) = (commands, log, told, log.Typed.Count);
        _field = Add(new TextField(clipboard, MostSigns) { Hint = "/help", Changed = _ => Suggest(), Entered = Run });
    }

    /// <inheritdoc/>
    public override bool IsDialog => true;

    /// <inheritdoc/>
    public override bool StopsTime => false;

    /// <summary>What is typed.</summary>
    public string Text
    {
        get => _field.Text;
        set
        {
            _field.Text = value;
            Suggest();
        }
    }

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DrawLog(batch);
        DrawSuggestions(batch);
        DrawWidgets(batch);
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var height = Widget.UsualHeight(Area);
        _field.Place(new HudRect(Margin, Area.Height - height - Hotbar.Height - (2 * Margin), Area.Width - (2 * Margin), height));
    }

    /// <inheritdoc/>
    protected override bool HandleFirst(in InputEvent happened)
    {
        switch (happened.Key)
        {
            case GlfwKey.Tab when _possible.Count > 0:
                Offer(happened.Modifiers.HasFlag(KeyModifiers.Shift) ? -1 : 1);
                return true;
            case GlfwKey.Up:
                Recall(-1);
                return true;
            case GlfwKey.Down:
                Recall(1);
                return true;
            default:
                return false;
        }
    }

    private void Run(string line)
    {
        if (line.Trim(' ', '/').Length > 0)
        {
            var answer = _commands.Run(line);
            _log.Add(line, isTrouble: false, isTyped: true);
            _log.Add(answer.Text, answer.IsTrouble, isTyped: false);
            _field.Text = "";
            _recalled = _log.Typed.Count;
            Suggest();
            if (answer.IsTrouble || line.TrimStart('/').StartsWith("help", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            _told(answer.Text);
        }

        Close();
    }

    private void Suggest()
    {
        _offered = -1;
        _possible = _field.Text.Length == 0 ? [] : _commands.Complete(_field.Text);
        _usage = _commands.UsageOf(_field.Text);
    }

    // Typing on begins anew; as long as only Tab is pressed it goes through what was possible.
    private void Offer(int step)
    {
        var possible = _possible;
        var offered = _offered < 0 && step < 0 ? possible.Count - 1 : (_offered + step + possible.Count) % possible.Count;
        _field.Text = possible.Count == 1 ? $"{possible[offered]} " : possible[offered];
        Suggest();
        if (possible.Count > 1)
        {
            (_possible, _offered) = (possible, offered);
        }
    }

    private void Recall(int step)
    {
        _recalled = Math.Clamp(_recalled + step, 0, _log.Typed.Count);
        _field.Text = _recalled < _log.Typed.Count ? _log.Typed[_recalled] : "";
        Suggest();
    }

    private void DrawLog(HudBatch batch)
    {
        var width = _field.Bounds.Width * 0.72f;
        var room = (int)(width / batch.Area.TextUnit) - 8;
        var bottom = _field.Bounds.Y - (2 * batch.LineHeight) - 10;
        var lines = 0;
        for (var index = _log.Lines.Count - 1; index >= 0; index--)
        {
            var (text, isTrouble, isTyped) = _log.Lines[index];
            var needed = TextLayout.CountLines(text, room);
            lines += needed;
            if (lines > LogLines)
            {
                break;
            }

            var place = new HudRect(Margin, bottom - (needed * batch.LineHeight), width, needed * batch.LineHeight);
            batch.Fill(place, batch.Theme.Panel);
            var colour = isTrouble ? batch.Theme.Marks.Wrong.Mixed(HudColour.White, 0.35f) : isTyped ? batch.Theme.DimText : batch.Theme.Text;
            batch.Paragraph(text, place.Inset(4, 0), colour);
            bottom = place.Y;
        }
    }

    private void DrawSuggestions(HudBatch batch)
    {
        var line = new HudRect(_field.Bounds.X, _field.Bounds.Y - batch.LineHeight - 3, _field.Bounds.Width, batch.LineHeight);
        if (_usage is not null)
        {
            batch.Fill(line, batch.Theme.Panel);
            batch.Text(_usage, line.Inset(4, 0), batch.Theme.DimText);
            line = line.Moved(0, -batch.LineHeight - 1);
        }

        var x = line.X;
        for (var index = 0; index < Math.Min(MostSuggestions, _possible.Count) && x < line.Right; index++)
        {
            var word = _possible[index].AsSpan(_possible[index].LastIndexOf(' ') + 1);
            var width = batch.WidthOf(word) + 8;
            batch.Fill(new HudRect(x, line.Y, width, line.Height), batch.Theme.Panel);
            batch.Text(word, new HudRect(x + 4, line.Y, width - 4, line.Height), index == _offered ? batch.Theme.Accent : batch.Theme.Text);
            x += width + 1;
        }
    }
}
