namespace BlockAssist.Cli.Lifecycle;

/// <summary>What a run of the loop is asked for.</summary>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Seed">Fixes goals and players.</param>
/// <param name="Goals">Files and folders of blueprints; none for made-up houses.</param>
internal sealed record LoopOrder(int Sessions, ulong Seed, IReadOnlyList<string> Goals)
{
    /// <summary>Whether a run that was broken off is of the same order; a seed that nobody named is no matter.</summary>
    public bool IsOf(LoopOrder before, bool isSeedNamed) => Sessions == before.Sessions && Goals.SequenceEqual(before.Goals) && (!isSeedNamed || Seed == before.Seed);
}
