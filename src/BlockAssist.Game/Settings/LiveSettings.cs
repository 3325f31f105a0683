namespace BlockAssist.Game.Settings;

/// <summary>The settings in force: whoever changes them changes the game and the file at once.</summary>
/// <param name="file">Where they are kept; null for nowhere.</param>
/// <param name="current">Those to begin with.</param>
public sealed class LiveSettings(SettingsFile? file, GameSettings current)
{
    /// <summary>Is told the settings after each change.</summary>
    public event Action<GameSettings>? Changed;

    /// <summary>Is told why the file could not be written; the change holds all the same.</summary>
    public event Action<string>? Failed;

    /// <summary>The settings.</summary>
    public GameSettings Current { get; private set; } = current;

    /// <summary>Changes them.</summary>
    public void Change(Func<GameSettings, GameSettings> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Current = change(Current).Clamped();
        Changed?.Invoke(Current);
        try
        {
            file?.Save(Current);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Failed?.Invoke($"The settings were not saved: {error.Message}");
        }
    }
}
