using System.Text.Json.Nodes;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Game.Settings;

/// <summary>Where settings are kept: a file that is there whole or not at all.</summary>
/// <param name="path">The file; it need not be there.</param>
public sealed class SettingsFile(string path)
{
    private const long MostBytes = 1 << 20;

    /// <summary>The name that a file with something wrong in it is kept by.</summary>
    public string Aside => $"{path}.broken";

    /// <summary>Reads the settings; without a file they are the usual ones.</summary>
    /// <returns>The settings, and a sentence for the person if something was wrong.</returns>
    public (GameSettings Settings, string? Trouble) Load()
    {
        if (!File.Exists(path))
        {
            return (new GameSettings(), null);
        }

        try
        {
            var wrong = new List<string>();
            var settings = new FileInfo(path).Length > MostBytes ? TooLong(wrong) : SettingsText.Read(File.ReadAllBytes(path), path, wrong);
            return wrong.Count == 0 ? (settings, null) : (settings, Heal(settings, wrong));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (new GameSettings(), $"Your settings cannot be read, so the usual ones are used: {error.Message}");
        }
    }

    /// <summary>Reads the settings for somebody who only looks: nothing is mended, and nothing is said of what is wrong.</summary>
    public GameSettings Peek()
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= MostBytes ? SettingsText.Read(File.ReadAllBytes(path), path, []) : new GameSettings();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new GameSettings();
        }
    }

    /// <summary>Writes the settings; what a later program added under names of its own stays.</summary>
    /// <exception cref="IOException">They cannot be written; the message says why.</exception>
    /// <exception cref="NewerVersionException">There are some of a newer version; they stay as they are.</exception>
    public void Save(GameSettings settings) => Write(settings, There());

    private void Write(GameSettings settings, JsonObject? earlier)
    {
        var bytes = SettingsText.Write(settings, earlier);
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    private JsonObject? There()
    {
        if (new FileInfo(path) is not { Exists: true, Length: <= MostBytes })
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        SettingsText.DemandKnown(bytes, path);
        return SettingsText.Parse(bytes);
    }

    private static GameSettings TooLong(List<string> wrong)
    {
        wrong.Add("the whole file");
        return new GameSettings();
    }

    private string Heal(GameSettings settings, List<string> wrong)
    {
        var there = There();
        File.Move(path, Aside, overwrite: true);
        Write(settings, there);
        var what = wrong.Count > 3 ? $"{string.Join(", ", wrong.Take(3))} and {wrong.Count - 3} more" : string.Join(", ", wrong);
        return $"Not understood in your settings, and as usual now: {what}. The old file is {Path.GetFileName(Aside)}.";
    }
}
