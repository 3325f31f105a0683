using System.Text.Json;
using System.Text.Json.Serialization;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Play;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Lifecycle;

/// <summary>How far a run of the loop is, written down at every step: whoever comes after a crash goes on where it was.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="Began">When it began.</param>
internal sealed record LoopJournal(LoopOrder Order, DateTimeOffset Began)
{
    /// <summary>Where it is.</summary>
    public LoopStage Stage { get; init; } = LoopStage.Idle;

    /// <summary>Whether its report was made: only then is it over.</summary>
    public bool IsTold { get; init; }

    /// <summary>Where the session is recorded that is played now, or was last; it is written down before it begins.</summary>
    public string? File { get; init; }

    /// <summary>The round of the swarm that is awaited now, or was last.</summary>
    public AwaitedRound? Awaited { get; init; }

    /// <summary>The sessions that were played.</summary>
    public IReadOnlyList<SessionReport> Played { get; init; } = [];

    /// <summary>What was learnt after each.</summary>
    public IReadOnlyList<LessonReport> Lessons { get; init; } = [];

    /// <summary>What came of each round.</summary>
    public IReadOnlyList<LoopRound> Rounds { get; init; } = [];

    /// <summary>What was in the way, in the order in which it was.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>How long was spent on it so far, in seconds; what was lost by crashes is not counted.</summary>
    public double Seconds { get; init; }

    /// <summary>How long a core computed beside, in seconds.</summary>
    public double ProcessorSeconds { get; init; }

    /// <summary>How much memory was taken beside at most, in bytes.</summary>
    public long Memory { get; init; }

    /// <summary>The journal in a file; null if there is none, or it cannot be read.</summary>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static LoopJournal? In(string file)
    {
        try
        {
            return FormOf(file).Read();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it down.</summary>
    public void Keep(string file) => FormOf(file).Write(this);

    private static JsonFile<LoopJournal> FormOf(string file) => new(file, "journals of runs", LoopJson.Default.LoopJournal) { Usual = new LoopJournal(new LoopOrder(0, 0, []), default) };
}

/// <summary>A round that is to be the next to close.</summary>
/// <param name="Session">After which session, from 1 on.</param>
/// <param name="Round">Its number.</param>
internal sealed record AwaitedRound(int Session, ulong Round);

/// <summary>What was learnt from sessions so far.</summary>
/// <param name="Session">After which session, from 1 on.</param>
/// <param name="Learning">What came of it; null if nothing did.</param>
internal sealed record LessonReport(int Session, PersonalReport? Learning);

/// <summary>How journals and reports of the loop look as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(LoopJournal))]
[JsonSerializable(typeof(LoopReport))]
internal sealed partial class LoopJson : JsonSerializerContext;
