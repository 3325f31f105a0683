using BlockAssist.Simulation.Files;

namespace BlockAssist.Simulation.Episodes;

/// <summary>What came of playing episodes again.</summary>
/// <param name="Episodes">How many there were.</param>
/// <param name="Exact">How many are whole, have their end, and came out exactly as recorded.</param>
/// <param name="Steps">How many steps were played.</param>
/// <param name="Mismatches">How many comparisons failed.</param>
public sealed record EpisodeVerification(int Episodes, int Exact, long Steps, int Mismatches)
{
    /// <summary>No episodes.</summary>
    public static EpisodeVerification None { get; } = new(0, 0, 0, 0);

    /// <summary>One line for each episode that is not exact: which, and why.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The first reason that tells of more than a missing end; null if there is none.</summary>
    public string? Fault { get; init; }

    /// <summary>How many have no end, because they were cut off or go on still, and are otherwise as recorded.</summary>
    public int CutOff { get; init; }

    /// <summary>The episode time that was played, in milliseconds.</summary>
    public long Milliseconds { get; init; }

    /// <summary>Both as one.</summary>
    public static EpisodeVerification operator +(EpisodeVerification a, EpisodeVerification b) =>
        new(a.Episodes + b.Episodes, a.Exact + b.Exact, a.Steps + b.Steps, a.Mismatches + b.Mismatches)
        {
            Reasons = [.. a.Reasons, .. b.Reasons],
            Fault = a.Fault ?? b.Fault,
            CutOff = a.CutOff + b.CutOff,
            Milliseconds = a.Milliseconds + b.Milliseconds,
        };

    /// <summary>Plays one episode again; that one cannot be read is a reason.</summary>
    public static EpisodeVerification Verify(string path)
    {
        try
        {
            return Verify(EpisodeReader.Open(path));
        }
        catch (Exception error) when (error is EpisodeFormatException or NewerVersionException)
        {
            return new EpisodeVerification(1, 0, 0, 0) { Reasons = [error.Message], Fault = error.Message };
        }
    }

    /// <summary>Plays one episode again.</summary>
    /// <exception cref="EpisodeFormatException">It was recorded by rules that this program does not know.</exception>
    /// <exception cref="NewerVersionException">It was recorded by newer rules.</exception>
    public static EpisodeVerification Verify(EpisodeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var replay = new Replay(reader);
        replay.Run();
        var fault = reader.Damages is [var damage, ..] ? damage.Message
            : replay.FirstMismatch is { } mismatch ? $"{reader.Name}: {mismatch}"
            : null;
        var reason = fault ?? (reader.End is null ? $"{reader.Name}: cut off after step {reader.Steps}; there is no end record" : null);
        return new EpisodeVerification(1, reason is null ? 1 : 0, reader.Steps, replay.Mismatches)
        {
            Reasons = reason is null ? [] : [reason],
            Fault = fault,
            CutOff = fault is null && reason is not null ? 1 : 0,
            Milliseconds = reader.End?.Time ?? reader.Time,
        };
    }
}
