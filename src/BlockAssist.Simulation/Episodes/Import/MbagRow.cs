using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Import;

/// <summary>A line that says what one player did, or that the player did nothing.</summary>
internal readonly record struct MbagRow
{
    /// <summary>The recording's step.</summary>
    public int Step { get; init; }

    /// <summary>Whose row it is.</summary>
    public int Builder { get; init; }

    /// <summary>Its number in the player's training rows.</summary>
    public int Number { get; init; }

    /// <summary>When, in milliseconds since the start.</summary>
    public long Time { get; init; }

    /// <summary>The action.</summary>
    public BuilderAction Action { get; init; }

    /// <summary>Whether it only stands for idle time.</summary>
    public bool IsPadding { get; init; }

    /// <summary>What the player earned itself; a wrong block costs nothing here.</summary>
    public double OwnReward { get; init; }

    /// <summary>Whether MBAG calls the action right.</summary>
    public bool Correct { get; init; }

    /// <summary>How many cells equal the goal afterwards.</summary>
    public int Similarity { get; init; }

    /// <summary>Where the player stands after a move.</summary>
    public Location? Feet { get; init; }

    /// <summary>Reads the line.</summary>
    public static MbagRow Read(JsonFields line, SiteOptions options)
    {
        var isPadding = line.Has("pad");
        var row = new MbagRow
        {
            Step = line.Int("s", 0, EpisodeFormat.MaxSteps),
            Builder = line.Int("p", 0, options.Builders.Count - 1),
            Number = line.Int("row", 0, EpisodeFormat.MaxSteps),
            Time = line.Milliseconds("t"),
            Action = ReadAction(line.Field("a"), options.Size),
            IsPadding = isPadding,
        };
        if (isPadding)
        {
            return row.Action == BuilderAction.Noop ? row : throw new InvalidDataException("a padding row that is no no-op");
        }

        return row with
        {
            OwnReward = line.Number("own"),
            Correct = line.Flag("ok"),
            Similarity = line.Int("sim", 0, options.Size.Volume),
            Feet = line.Has("pos") ? JsonFields.StandingOf(line.Field("pos"), "pos", options.Size) : null,
        };
    }

    private static BuilderAction ReadAction(JsonElement element, GridSize size)
    {
        var parts = JsonFields.ArrayOf(element, "a", 1, 3);
        var type = (ActionType)JsonFields.IntOf(parts[0], "a", 0, BuilderAction.TypeCount - 1);
        var expected = type switch
        {
            ActionType.Place or ActionType.Give => 3,
            ActionType.Break => 2,
            _ => 1,
        };
        if (parts.Length != expected)
        {
            throw new InvalidDataException($"\"a\": found {parts.Length} numbers, expected {expected} for {type}");
        }

        return new BuilderAction(
            type,
            expected > 1 ? JsonFields.IntOf(parts[1], "a", 0, size.Volume - 1) : 0,
            expected > 2 ? JsonFields.BlockOf(parts[2], "a") : Block.Air);
    }
}
