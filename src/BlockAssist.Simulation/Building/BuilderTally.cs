namespace BlockAssist.Simulation.Building;

/// <summary>What one builder did in an episode so far, in numbers.</summary>
public sealed class BuilderTally
{
    private readonly int[] _effective = new int[BuilderAction.TypeCount];

    /// <summary>Actions that were wanted but had no effect.</summary>
    public int UnintentionalNoops { get; private set; }

    /// <summary>Breaks of palette cells; they are not among the breaks.</summary>
    public int PaletteBreaks { get; private set; }

    /// <summary>Placements that were right.</summary>
    public int CorrectPlacements { get; private set; }

    /// <summary>Breaks that were right.</summary>
    public int CorrectBreaks { get; private set; }

    /// <summary>The sum of what was earned by bringing the goal nearer.</summary>
    public double GoalDependentReward { get; private set; }

    /// <summary>The sum of what was earned apart from the goal.</summary>
    public double GoalIndependentReward { get; private set; }

    /// <summary>The sum of what the builder earned itself.</summary>
    public double OwnReward { get; private set; }

    /// <summary>The share of placements that were right; null without any.</summary>
    public double? PlaceAccuracy => Share(CorrectPlacements, Count(ActionType.Place));

    /// <summary>The share of breaks that were right; null without any.</summary>
    public double? BreakAccuracy => Share(CorrectBreaks, Count(ActionType.Break));

    /// <summary>How many actions of a kind took effect; no-ops include those that were wanted otherwise.</summary>
    public int Count(ActionType type) => _effective[(int)type];

    /// <summary>Adds one step.</summary>
    internal void Add(BuilderAction wanted, in Deed deed, bool fromPalette)
    {
        if (fromPalette)
        {
            PaletteBreaks++;
        }
        else
        {
            _effective[(int)deed.Action.Type]++;
        }

        UnintentionalNoops += wanted.Type != ActionType.Noop && deed.Action.Type == ActionType.Noop ? 1 : 0;
        CorrectPlacements += deed.Correct && deed.Action.Type == ActionType.Place ? 1 : 0;
        CorrectBreaks += deed.Correct && deed.Action.Type == ActionType.Break ? 1 : 0;
        GoalDependentReward += deed.GoalDependentReward;
        GoalIndependentReward += deed.GoalIndependentReward;
        OwnReward += deed.OwnReward;
    }

    /// <summary>A copy that no later step changes.</summary>
    internal BuilderTally Freeze()
    {
        var copy = new BuilderTally
        {
            UnintentionalNoops = UnintentionalNoops,
            PaletteBreaks = PaletteBreaks,
            CorrectPlacements = CorrectPlacements,
            CorrectBreaks = CorrectBreaks,
            GoalDependentReward = GoalDependentReward,
            GoalIndependentReward = GoalIndependentReward,
            OwnReward = OwnReward,
        };
        _effective.CopyTo(copy._effective, 0);
        return copy;
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
