using BlockAssist.Game.Commands;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Shelves;
using BlockAssist.Game.Watching;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Game.Screens;

/// <summary>Which screen leads where.</summary>
internal sealed class Navigation
{
    private readonly GameClient _client;
    private readonly IGameWindow _window;
    private readonly ClientOptions _options;
    private readonly TimeProvider _clock;
    private readonly OwnHouses _own;
    private readonly Clipboard _clipboard;
    private CommandLog _log = new();
    private SessionCommands? _commands;
    private PlayedSession? _commanded;
    private ulong _nextSeed;
    private bool _hasAsked;
    private bool _hasWelcomed;

    /// <summary>Knows the ways.</summary>
    public Navigation(GameClient client, IGameWindow window, ClientOptions options, TimeProvider clock)
    {
        (_client, _window, _options, _clock) = (client, window, options, clock);
        _own = new OwnHouses(options.Blueprints, options.Site);
        _clipboard = new Clipboard(() => window.Clipboard, text => window.Clipboard = text);
        _nextSeed = options.Seed;
    }

    private ScreenStack Screens => _client.Screens;

    private string About => _options.Learner is { } learner && _client.Settings.Current.Assistant.Learns
        ? learner.About
        : "A model that trains on it learns from what you did here what a person does next, and so what helps.";

    /// <summary>Opens the main menu; who starts for the first time is welcomed, and who has played and was never asked is asked whether it is recorded.</summary>
    public void OpenMain()
    {
        Screens.Push(new MainMenuScreen(_options.Episodes, _options.Version, new MainMenuWays(
            _client.Resume,
            OpenGallery,
            () => Screens.Push(new ReplaysScreen(_options.Episodes, _clock.LocalTimeZone, Watch)),
            OpenSettings,
            () => Screens.Push(new CreditsScreen()),
            _client.Quit)));
        if (!_hasWelcomed && _options.IsFirstStart && _client.Played.Count == 0)
        {
            _hasWelcomed = true;
            Screens.Push(new WelcomeScreen());
        }

        if (!_hasAsked && _client.Played.Count > 0 && _options.Consent is { IsGiven: null })
        {
            _hasAsked = true;
            Screens.Push(new ConsentScreen(Decide));
        }
    }

    /// <summary>The screen that a key asks for during a session; null if none does.</summary>
    public Screen? ScreenOf(ActionState actions)
    {
        if (_client.Session is not { } played || _client.Loop is not { } loop)
        {
            return null;
        }

        return actions.Begun(GameAction.Menu) > 0 ? PauseScreen()
            : actions.Begun(GameAction.Inventory) > 0 ? new InventoryScreen(played.Session, loop.Hotbar, _client.Settings.Current.Bindings, _clipboard)
            : actions.Begun(GameAction.Chat) > 0 ? CommandScreen(played, loop, "")
            : actions.Begun(GameAction.Command) > 0 ? CommandScreen(played, loop, "/")
            : null;
    }

    /// <summary>The screen of a pause.</summary>
    public PauseScreen PauseScreen() => new(_client.Session!, OpenSettings, _client.OpenMenu, _client.Quit);

    /// <summary>The screen of a house that stands.</summary>
    public CompletionScreen CompletionScreen(PlayedSession played) => new(played, About, PlayNext, _client.OpenMenu);

    /// <summary>Takes blueprint files that were dropped on the window.</summary>
    public void Import(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            var (house, trouble) = _own.Import(file);
            if (house is null)
            {
                _client.Toasts.Show(trouble!, ToastKind.Trouble);
                continue;
            }

            _client.Toasts.Show($"Imported: {house.Name}, {house.Count} blocks", ToastKind.Success);
            (Screens.Top as GalleryScreen)?.Show(house);
        }
    }

    private CommandScreen CommandScreen(PlayedSession played, PlayLoop loop, string text)
    {
        if (_commanded != played)
        {
            (_commanded, _log, _commands) = (played, new CommandLog(), new SessionCommands(played.Session, hour => loop.Hour = hour));
        }

        return new CommandScreen(_commands!, _log, _clipboard, answer => _client.Toasts.Show(answer)) { Text = text };
    }

    private void OpenSettings() => Screens.Push(new SettingsScreen(_client.Settings, _window, _options.Consent, Decide));

    private void Decide(bool isGiven)
    {
        try
        {
            _options.Consent!.Decide(isGiven);
            if (isGiven)
            {
                _client.Toasts.Show("On record from now on. To write your account down: blockassist key export", ToastKind.Success);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _client.Toasts.Show($"That cannot be written down: {error.Message}", ToastKind.Trouble);
        }
    }

    private void OpenGallery() => Screens.Push(new GalleryScreen(_window.Gl, _own, (_options.Site, _options.Seed), _clipboard, Play));

    private void Play(GalleryHouse house) => _client.Play(house.Name, house.Goal(_options.Site));

    private void Watch(RecordedEpisode episode)
    {
        try
        {
            _client.Watch(WatchedEpisode.Open(episode.Path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or EpisodeFormatException)
        {
            _client.Toasts.Show($"The recording cannot be shown: {error.Message}", ToastKind.Trouble);
        }
    }

    private void PlayNext()
    {
        if (_client.Upcoming.TryDequeue(out var next))
        {
            _client.Play(next.Name, next.Goal);
            return;
        }

        _nextSeed++;
        Play(GalleryHouse.MadeUp(_options.Site, _nextSeed));
    }
}
