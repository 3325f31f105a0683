using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies;

/// <summary>How a <see cref="HumanlikeBuilder"/> goes about its work; by default as people do on average.</summary>
public sealed record HumanStyle
{
    /// <summary>The share of steps spent doing nothing. 0–0.9.</summary>
    public double PauseShare { get; init; } = 0.30;

    /// <summary>The share of placements and breaks among all other steps; the rest are moves. 0.05–1.</summary>
    public double EditShare { get; init; } = 0.335;

    /// <summary>How many moves it looks around for before it begins. 0 or more.</summary>
    public int FirstLook { get; init; } = 16;

    /// <summary>The share of edits that go wrong: the wrong block, or beside the right cell. 0–0.5.</summary>
    public double SlipShare { get; init; } = 0.03;

    /// <summary>After how many steps, at most, it notices what went wrong. 1 or more.</summary>
    public int LongestOversight { get; init; } = 25;

    /// <summary>How many layers it builds up together, so that walls stand before the roof is begun. 1 or more.</summary>
    public int LayersAtOnce { get; init; } = 1;

    /// <summary>Whether it sets the outline of a layer before filling it.</summary>
    public bool OutlineFirst { get; init; } = true;

    /// <summary>From which side it goes through the house, a few columns at a time to the full height; none: from below upwards.</summary>
    public Sweep Sweep { get; init; }

    /// <summary>The style of some person: people differ in their pauses, their order and their care.</summary>
    public static HumanStyle OfPerson(ulong person)
    {
        var random = new SeededRandom(person);
        return new HumanStyle
        {
            PauseShare = 0.15 + (0.3 * random.NextDouble()),
            EditShare = 0.28 + (0.12 * random.NextDouble()),
            FirstLook = random.Next(4, 40),
            SlipShare = 0.06 * random.NextDouble(),
            LongestOversight = random.Next(5, 60),
            LayersAtOnce = random.Next(1, 4),
            OutlineFirst = random.Next(3) > 0,
        };
    }

    /// <summary>Complains about a value out of its range.</summary>
    internal void Validate()
    {
        Check(PauseShare is >= 0 and <= 0.9, nameof(PauseShare), PauseShare);
        Check(EditShare is >= 0.05 and <= 1, nameof(EditShare), EditShare);
        Check(FirstLook >= 0, nameof(FirstLook), FirstLook);
        Check(SlipShare is >= 0 and <= 0.5, nameof(SlipShare), SlipShare);
        Check(LongestOversight >= 1, nameof(LongestOversight), LongestOversight);
        Check(LayersAtOnce >= 1, nameof(LayersAtOnce), LayersAtOnce);
    }

    private static void Check(bool isRight, string name, double value)
    {
        if (!isRight)
        {
            throw new ArgumentOutOfRangeException(name, value, "Out of the range that its documentation names.");
        }
    }
}
