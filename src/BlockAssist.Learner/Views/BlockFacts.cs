using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>What a policy is told of each block that can be placed: not which it is, but how it stands to the work.</summary>
internal static class BlockFacts
{
    /// <summary>How many facts there are of each block.</summary>
    public const int Count = 8;

    /// <summary>Writes them for one block.</summary>
    /// <param name="facts">Room for <see cref="Count"/>.</param>
    /// <param name="block">The block.</param>
    /// <param name="memory">What the builder has done.</param>
    /// <param name="survey">What is left to do.</param>
    /// <param name="inReach">How many cells the builder could place it into now as the goal has it.</param>
    public static void Write(Span<float> facts, Block block, BuilderMemory memory, SiteSurvey survey, int inReach)
    {
        var writer = new FactWriter(facts);
        var placed = memory.LastBlocks;
        var needed = survey.Needed[block - Palette.FirstPlaceable];
        writer.Add(memory.Placements > 0 && placed[0] == block);
        writer.Add(memory.Placements > 1 && placed[1] == block);
        writer.Add(memory.ShareOf(block));
        writer.Add(block == Block.Dirt);
        writer.Add(Math.Log2(1 + needed) / 8);
        writer.Add(needed / (double)Math.Max(survey.Left, 1));
        writer.Add(Math.Log2(1 + inReach) / 4);
        writer.Add(inReach > 0);
    }
}
