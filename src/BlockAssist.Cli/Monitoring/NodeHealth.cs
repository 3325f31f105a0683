using System.Globalization;
using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Monitoring;

/// <summary>Whether a node does what it should, and why not.</summary>
/// <param name="Healthy">Whether it does.</param>
/// <param name="Ready">Whether it has found its swarm and reaches it.</param>
/// <param name="Doing">What it does.</param>
/// <param name="Trouble">What does not work at the moment; null if all does.</param>
/// <param name="Checks">What was looked at.</param>
internal sealed record NodeHealth(bool Healthy, bool Ready, string Doing, string? Trouble, IReadOnlyList<HealthCheck> Checks)
{
    private const long LeastDisk = 512L << 20;

    // A question waits for 25 seconds, a blob for two minutes.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LeastStep = TimeSpan.FromMinutes(10);

    /// <summary>Whether it still moves at all. Nobody is to start it anew because its hub is away or its disk full.</summary>
    [JsonIgnore]
    public bool IsAlive => Checks.All(check => check.Ok || check.Name is HealthCheck.Hub or HealthCheck.Disk);

    /// <summary>That of a node.</summary>
    /// <param name="moment">What it knows.</param>
    /// <param name="age">How long it runs.</param>
    /// <param name="freeBytes">How many bytes its disk has; null where nobody knows.</param>
    public static NodeHealth Of(NodeMoment moment, TimeSpan age, long? freeBytes)
    {
        IReadOnlyList<HealthCheck> checks = [HubOf(moment, age), BeatOf(moment), TrainingOf(moment), DiskOf(freeBytes)];
        var isReady = moment is { SinceAnswer: not null, Status.Round: > 0 } && checks[0].Ok;
        return new NodeHealth(checks.All(check => check.Ok), isReady, moment.Status?.Doing ?? "", moment.Status?.Trouble, checks);
    }

    private static HealthCheck HubOf(NodeMoment moment, TimeSpan age) => moment.SinceAnswer is { } since
        ? new HealthCheck(HealthCheck.Hub, since <= LongestSilence, $"answered {Words(since)} ago")
        : new HealthCheck(HealthCheck.Hub, age <= LongestSilence, $"has not answered since the start {Words(age)} ago");

    // Who waits for a hub that is away says so again and again.
    private static HealthCheck BeatOf(NodeMoment moment)
    {
        var since = moment.SinceAnswer is { } answered && answered < moment.SinceNews ? answered : moment.SinceNews;
        return new HealthCheck(HealthCheck.Beat, since <= LongestPause, $"last moved {Words(since)} ago");
    }

    private static HealthCheck TrainingOf(NodeMoment moment)
    {
        if (moment.SinceStep is not { } since)
        {
            return new HealthCheck(HealthCheck.Training, Ok: true, "nothing to train now");
        }

        var most = 3 * moment.LongestStep is var usual && usual > LeastStep ? usual : LeastStep;
        return new HealthCheck(HealthCheck.Training, since <= most, $"segment begun {Words(since)} ago, longest so far {Words(moment.LongestStep)}");
    }

    private static HealthCheck DiskOf(long? freeBytes) => new(
        HealthCheck.Disk, freeBytes is null or >= LeastDisk, freeBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB free") : "nobody knows how much is free");

    private static string Words(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Found">How it is.</param>
internal sealed record HealthCheck(string Name, bool Ok, string Found)
{
    /// <summary>Whether the hub answers.</summary>
    public const string Hub = "hub";

    /// <summary>Whether the node's own loop moves.</summary>
    public const string Beat = "beat";

    /// <summary>Whether a lease that is trained gets on.</summary>
    public const string Training = "training";

    /// <summary>Whether there is room for a round.</summary>
    public const string Disk = "disk";
}

/// <summary>How the health of a node is told to programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NodeHealth))]
internal sealed partial class HealthJson : JsonSerializerContext;
