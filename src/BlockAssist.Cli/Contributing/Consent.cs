using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Contributing;

/// <summary>What the player said once of whether its contributions are recorded.</summary>
/// <param name="Records">Whether they are.</param>
/// <param name="At">When that was said.</param>
internal sealed record Consent(bool Records, DateTimeOffset At)
{
    /// <summary>What was said in a home; null if nobody has been asked.</summary>
    public static Consent? In(NodeHome home)
    {
        try
        {
            return FileIn(home).Read();
        }
        catch (JsonException)
        {
            // Whoever cannot be understood is asked again.
            return null;
        }
    }

    /// <summary>Notes what was said.</summary>
    public void Keep(NodeHome home) => FileIn(home).Write(this);

    private static JsonFile<Consent> FileIn(NodeHome home) => new(ChainFolder.Of(home).ConsentFile, "consents", ContributingJson.Default.Consent);
}
