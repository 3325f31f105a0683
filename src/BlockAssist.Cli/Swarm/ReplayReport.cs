using System.Text.Json.Serialization;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Swarm;

/// <summary>A segment of somebody that somebody else has trained again, by their names.</summary>
/// <param name="At">When that was known here.</param>
/// <param name="Round">In which round.</param>
/// <param name="Trainer">Whose segment it is.</param>
/// <param name="Segment">Which one of its lease.</param>
/// <param name="Verifier">Who trained it again.</param>
/// <param name="Outcome">What came of it.</param>
internal sealed record ReplayReport(DateTimeOffset At, ulong Round, string Trainer, int Segment, string Verifier, ReplayOutcome Outcome)
{
    /// <summary>Whether it is this node's segment.</summary>
    public bool IsOwnWork { get; init; }

    /// <summary>Whether this node trained it again.</summary>
    public bool IsOwnReplay { get; init; }

    /// <summary>How many seconds it took; null where another node did it.</summary>
    public double? Seconds { get; init; }

    /// <summary>How many seconds after it was asked for the finding was here; null where this node did it.</summary>
    public double? AnsweredAfter { get; init; }

    /// <summary>Why this node came to that; null where another one did it.</summary>
    public string? Reason { get; init; }

    /// <summary>What came of it, for people.</summary>
    [JsonIgnore]
    public string Word => Outcome switch
    {
        ReplayOutcome.Same => "matches",
        ReplayOutcome.Different => "does not match",
        _ => "cannot be told",
    };

    /// <summary>Tells of a replay.</summary>
    /// <param name="note">How it was noted.</param>
    /// <param name="self">The id of this node; null where it has none.</param>
    public static ReplayReport? Of(ReplayNote note, string? self) => note.Names is not var (trainer, verifier) ? null : new ReplayReport(note.At, note.Round, trainer, note.Segment, verifier, note.Outcome)
    {
        IsOwnWork = note.Trainer == self,
        IsOwnReplay = note.Verifier == self,
        Seconds = note.Seconds,
        AnsweredAfter = note.AnsweredAfter,
        Reason = note.Reason,
    };
}
