using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search.Bench;

/// <summary>Made-up decisions, as large as they come in play.</summary>
public static class SampleProblem
{
    /// <summary>Makes one up.</summary>
    /// <param name="size">The size of the site.</param>
    /// <param name="edits">How much there is to weigh.</param>
    /// <param name="seed">Fixes it.</param>
    public static SearchProblem Of(GridSize size, int edits, ulong seed)
    {
        var random = new SeededRandom(seed);
        var problem = new SearchProblem { At = size.PosOf(random.Next(size.Volume)), StepsAnEdit = 2 + random.Next(6), SoonElsewhere = 2 };
        for (var edit = 0; edit < edits; edit++)
        {
            var cell = random.Next(size.Volume);
            var right = 0.5f + (0.5f * (float)random.NextDouble());
            var block = random.Next(10) == 0 ? Block.Air : (Block)((int)Palette.FirstPlaceable + random.Next(3));
            problem.Add(new PossibleEdit(cell, size.PosOf(cell), block, right, (1 - right) * (float)random.NextDouble(), (float)random.NextDouble()));
        }

        return problem;
    }
}
