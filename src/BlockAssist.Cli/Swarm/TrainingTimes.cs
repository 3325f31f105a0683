using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>When a node may train.</summary>
internal sealed record TrainingTimes
{
    /// <summary>Whether also while a game is played from the same home.</summary>
    public bool WhilePlaying { get; init; }

    /// <summary>From which hour on, and until which one, by the machine's clock; null for all day. The second may be the earlier one: through the night.</summary>
    public (int From, int Until)? Hours { get; init; }

    /// <summary>How many bytes may go over the network in a day.</summary>
    public long BytesADay { get; init; } = 1L << 30;

    /// <summary>Whether it may now.</summary>
    public bool Allow(NodeHome home, long bytesToday, TimeProvider clock) =>
        (WhilePlaying || !HeldFile.IsHeld(home.Playing)) && bytesToday < BytesADay && IsWithin(clock.GetLocalNow().Hour);

    /// <summary>Reads two hours, such as <c>22-7</c>.</summary>
    public static bool TryParseHours(string text, [NotNullWhen(true)] out (int From, int Until)? hours)
    {
        hours = text.Split('-') is [var first, var second] && HourOf(first) is { } from && HourOf(second) is { } until && from != until ? (from, until) : null;
        return hours is not null;
    }

    private bool IsWithin(int hour) => Hours is not var (from, until) || (from < until ? hour >= from && hour < until : hour >= from || hour < until);

    private static int? HourOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24 ? hour % 24 : null;
}
