namespace BlockAssist.Learner.Verification;

/// <summary>A way to train that is not as claimed.</summary>
/// <param name="Name">What it is called.</param>
public sealed record Cheat(string Name)
{
    /// <summary>How many times the learning rate.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>The share of wrong labels in all steps.</summary>
    public double WrongLabels { get; init; }

    /// <summary>What it does in the last step.</summary>
    public LastStep Last { get; init; }

    /// <summary>Cheats from the smallest on, of each kind.</summary>
    public static IReadOnlyList<Cheat> Graded { get; } =
    [
        new("rate +0.5 %") { Rate = 1.005 },
        new("rate +1 %") { Rate = 1.01 },
        new("rate +2 %") { Rate = 1.02 },
        new("rate +5 %") { Rate = 1.05 },
        new("one wrong label in the last step") { Last = LastStep.OneWrongLabel },
        new("only wrong labels in the last step") { Last = LastStep.AllWrongLabels },
        new("last step skipped") { Last = LastStep.Skipped },
        new("1 % wrong labels") { WrongLabels = 0.01 },
        new("5 % wrong labels") { WrongLabels = 0.05 },
        new("20 % wrong labels") { WrongLabels = 0.2 },
    ];
}
