using BlockAssist.Game.Shelves;

namespace BlockAssist.Game.Screens;

/// <summary>Where the main menu leads.</summary>
/// <param name="Continue">Goes on with a session.</param>
/// <param name="New">To the gallery.</param>
/// <param name="Replays">To the recordings.</param>
/// <param name="Settings">To the settings.</param>
/// <param name="Credits">To the credits.</param>
/// <param name="Quit">Out.</param>
internal sealed record MainMenuWays(Action<RecordedEpisode> Continue, Action New, Action Replays, Action Settings, Action Credits, Action Quit);
