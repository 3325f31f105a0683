using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Screens;

/// <summary>Settings that belong together.</summary>
/// <param name="Name">What they are about.</param>
/// <param name="Make">Makes the widgets, as the settings are now.</param>
/// <param name="Reset">Makes them as usual.</param>
internal sealed record SettingsPage(string Name, Func<IReadOnlyList<Widget>> Make, Func<GameSettings, GameSettings> Reset);
