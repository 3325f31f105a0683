namespace BlockAssist.Simulation.Building;

/// <summary>How far the goal is reached in the eyes of each builder, now and at best.</summary>
internal sealed class GoalScores(SiteOptions options)
{
    private readonly double[] _similarityAtStart = new double[options.Builders.Count];
    private readonly double[] _percentage = new double[options.Builders.Count];
    private readonly double[] _bestPercentage = new double[options.Builders.Count];

    /// <summary>Each builder's goal similarity at the start, with partial credit: the zero of its percentage.</summary>
    public ReadOnlySpan<double> SimilarityAtStart => _similarityAtStart;

    /// <summary>Each builder's goal percentage, as of the last measurement.</summary>
    public ReadOnlySpan<double> Percentage => _percentage;

    /// <summary>Each builder's best goal percentage so far.</summary>
    public ReadOnlySpan<double> BestPercentage => _bestPercentage;

    /// <summary>Steps since anybody came nearer to the goal.</summary>
    public int StepsWithoutProgress { get; private set; }

    /// <summary>The episode starts here.</summary>
    public void Start(GoalProgress progress, long time)
    {
        StepsWithoutProgress = 0;
        for (var builder = 0; builder < _percentage.Length; builder++)
        {
            _similarityAtStart[builder] = SimilarityFor(builder, progress, time);
            _bestPercentage[builder] = 0;
        }

        Measure(progress, time);
    }

    /// <summary>The episode goes on from a state.</summary>
    public void Restore(SiteState state, GoalProgress progress)
    {
        StepsWithoutProgress = state.StepsWithoutProgress;
        for (var builder = 0; builder < _percentage.Length; builder++)
        {
            _similarityAtStart[builder] = state.SimilarityAtStart?[builder] ?? SimilarityFor(builder, progress, state.GlobalTimestep);
            _bestPercentage[builder] = state.BestPercentage?[builder] ?? 0;
        }

        Measure(progress, state.GlobalTimestep);
    }

    /// <summary>Takes the percentages; where there was nothing to do, 1 as long as the goal stands, then 0.</summary>
    public void Measure(GoalProgress progress, long time)
    {
        for (var builder = 0; builder < _percentage.Length; builder++)
        {
            var atStart = _similarityAtStart[builder];
            var toDo = options.Size.Volume - atStart;
            _percentage[builder] = toDo != 0 ? (SimilarityFor(builder, progress, time) - atStart) / toDo
                : progress.Matching == options.Size.Volume ? 1
                : 0;
        }
    }

    /// <summary>A step was measured: did anybody exceed their best?</summary>
    public void NoteProgress()
    {
        StepsWithoutProgress++;
        for (var builder = 0; builder < _percentage.Length; builder++)
        {
            if (_percentage[builder] > _bestPercentage[builder])
            {
                _bestPercentage[builder] = _percentage[builder];
                StepsWithoutProgress = 0;
            }
        }
    }

    private double SimilarityFor(int builder, GoalProgress progress, long time) =>
        progress.Similarity(options.Builders[builder].Rewards.PlaceWrong.ValueAt(time));
}
