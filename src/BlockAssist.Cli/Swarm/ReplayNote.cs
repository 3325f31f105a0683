using System.Text.Json.Serialization;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Swarm;

/// <summary>A segment of somebody that somebody else has trained again.</summary>
/// <param name="At">When that was known here.</param>
/// <param name="Round">In which round.</param>
/// <param name="Trainer">Whose segment it is: an id.</param>
/// <param name="Segment">Which one of its lease.</param>
/// <param name="Verifier">Who trained it again: an id.</param>
/// <param name="Outcome">What came of it.</param>
internal sealed record ReplayNote(DateTimeOffset At, ulong Round, string Trainer, int Segment, string Verifier, ReplayOutcome Outcome)
{
    private const int LongestReason = 200;

    /// <summary>How many seconds it took, where this node did it.</summary>
    public double? Seconds { get; init; }

    /// <summary>How many seconds after it was asked for the hub had the finding, where this node is the hub and another one did it.</summary>
    public double? AnsweredAfter { get; init; }

    /// <summary>Why this node came to that; not longer than a line, and without what would move a cursor.</summary>
    public string? Reason { get; init => field = value is null ? null : Plain(value); }

    /// <summary>What the two are called; null if one of them is nobody.</summary>
    [JsonIgnore]
    public (string Trainer, string Verifier)? Names =>
        PeerId.TryParse(Trainer, out var trainer) && PeerId.TryParse(Verifier, out var verifier) ? (PeerName.Of(trainer), PeerName.Of(verifier)) : null;

    // Strangers' words may be in it.
    private static string Plain(string text) =>
        string.Concat(text.Take(LongestReason).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter));
}

/// <summary>How replays are noted: a line each.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReplayNote))]
internal sealed partial class ReplayJson : JsonSerializerContext;
