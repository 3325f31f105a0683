using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Screens;

/// <summary>A row for each action: what it is bound to, and a button that makes it as usual.</summary>
internal sealed class KeyRows
{
    private const float ResetShare = 0.15f;

    private readonly LiveSettings _live;
    private readonly IGameWindow _window;
    private readonly Dictionary<GameAction, (KeyCapture Key, Button Reset)> _rows = [];

    /// <summary>The rows, as the settings are now.</summary>
    public KeyRows(LiveSettings live, IGameWindow window)
    {
        (_live, _window) = (live, window);
        foreach (var action in Enum.GetValues<GameAction>())
        {
            var key = new KeyCapture(ActionNames.Of(action).Name, "", happened => Bind(action, happened)) { Cleared = () => Bind(action, []) };
            _rows.Add(action, (key, new Button("Reset", () => Bind(action, [.. Bindings.Usual.Of(action)]))));
        }

        Rows = [.. _rows.Values.Select(row => new WidgetRow(row.Key, row.Reset, ResetShare))];
        Describe();
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<Widget> Rows { get; }

    private Bindings Now => _live.Current.Bindings;

    // A gamepad's button takes the place of the gamepad's, a key or mouse button that of keys and mouse.
    private void Bind(GameAction action, InputEvent happened)
    {
        if (Binding.Of(happened) is not { } binding || (binding.Kind == BindingKind.Key && happened.Key == GlfwKey.Unknown))
        {
            return;
        }

        var others = Now.Of(action).Where(other => other.Kind == BindingKind.Gamepad != (binding.Kind == BindingKind.Gamepad));
        Bind(action, [.. others.Prepend(binding).OrderBy(one => one.Kind == BindingKind.Gamepad)]);
    }

    private void Bind(GameAction action, Binding[] bindings)
    {
        // Without a key for the menu nobody would find the way back here.
        var escape = Binding.Of(GlfwKey.Escape);
        var wanted = action == GameAction.Menu && !bindings.Contains(escape) ? [escape, .. bindings] : bindings;
        _live.Change(settings => settings with { Bindings = settings.Bindings.With(action, wanted) });
        Describe();
    }

    private void Describe()
    {
        foreach (var (action, (key, reset)) in _rows)
        {
            var bound = Now.Of(action);
            GameAction[] sharing = [.. bound.SelectMany(binding => Now.By(binding).ToArray()).Where(other => other != action).Distinct()];
            key.Bound = string.Join(", ", bound.Select(binding => ActionNames.Of(binding, _window)));
            key.IsShared = sharing.Length > 0;
            key.Help = Help(action, sharing);
            reset.IsEnabled = !bound.SequenceEqual(Bindings.Usual.Of(action));
            reset.Help = $"As usual: {string.Join(", ", Bindings.Usual.Of(action).Select(binding => ActionNames.Of(binding, _window)))}.";
        }
    }

    private static string Help(GameAction action, GameAction[] sharing)
    {
        var help = ActionNames.Of(action).Help;
        return sharing.Length > 0
            ? $"{help} The same also does: {string.Join(", ", sharing.Select(other => ActionNames.Of(other).Name))}.".TrimStart()
            : $"{help} Enter, then a key or button; Delete for none; Escape leaves it.".TrimStart();
    }
}
