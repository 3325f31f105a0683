namespace BlockAssist.Simulation.Episodes.Import;

/// <summary>What came of importing one recorded episode.</summary>
public sealed record ImportReport
{
    /// <summary>How many differing rows are described in words.</summary>
    public const int MostFindings = 20;

    /// <summary>What the recording calls itself.</summary>
    public required string Name { get; init; }

    /// <summary>How many steps the episode has.</summary>
    public int Steps { get; init; }

    /// <summary>How many training rows it has, padding included.</summary>
    public int Rows { get; init; }

    /// <summary>How many of them are padding.</summary>
    public int PaddingRows { get; init; }

    /// <summary>How many poses it has.</summary>
    public int Poses { get; init; }

    /// <summary>How many recorded corrections there are.</summary>
    public int Syncs { get; init; }

    /// <summary>How many cells they change.</summary>
    public int SyncCells { get; init; }

    /// <summary>How many corrections had to be added because our rules do something else than what was recorded.</summary>
    public int Repairs { get; init; }

    /// <summary>How many cells those change.</summary>
    public int RepairedCells { get; init; }

    /// <summary>How many builders those move.</summary>
    public int RepairedPlaces { get; init; }

    /// <summary>After how many rows the goal similarity was not as recorded.</summary>
    public int SimilarityMismatches { get; init; }

    /// <summary>After how many rows the builder's own reward was not as recorded.</summary>
    public int RewardMismatches { get; init; }

    /// <summary>In how many rows an action was not as right or wrong as recorded.</summary>
    public int CorrectnessMismatches { get; init; }

    /// <summary>In how many rows a builder came to another place than recorded.</summary>
    public int PlaceMismatches { get; init; }

    /// <summary>Whether the last blocks, places and goal similarity are as recorded.</summary>
    public bool EndsAsRecorded { get; init; }

    /// <summary>The first differing rows, in words.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}
