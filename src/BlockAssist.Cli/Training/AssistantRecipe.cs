using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Training;

namespace BlockAssist.Cli.Training;

/// <summary>How assistants are trained unless somebody asks for something else: they watch first, then they help and learn from what came of it.</summary>
/// <param name="Network">The size of the network.</param>
/// <param name="WatchingSteps">How many steps of watching.</param>
/// <param name="Steps">How many steps after each round of helping.</param>
/// <param name="Seed">Fixes all that chance decides.</param>
/// <param name="Bfloat16">Whether the network computes in bfloat16.</param>
internal sealed record AssistantRecipe(BeliefNetworkOptions Network, int WatchingSteps, int Steps, ulong Seed, bool Bfloat16 = false)
{
    /// <summary>How many lessons of them are measured each time.</summary>
    public const int LessonsApart = 16;

    /// <summary>After how many steps they are.</summary>
    public const int StepsBetweenLooks = 500;

    // What human models did counts more than what followed rules: it is nearer to people.
    private const int WeightOfModels = 2;

    // Losses are over a whole site: gradients are longer than a turn's by about the number of its cells.
    private const double Clip = 500;

    private static readonly TrainingOptions Usual = new() { Length = 4, Batch = 8, WarmUp = 100, Averaging = 0.995, Clip = Clip, Repainted = 0.3 };

    /// <summary>How the lessons of a round are learnt; round 0 is watching.</summary>
    public TrainingOptions OptionsOf(int round) => Usual with
    {
        Steps = round == 0 ? WatchingSteps : Steps,
        Rate = round == 0 ? 2e-3 : 1e-3,
        Seed = Seed + (ulong)round,
        Bfloat16 = Bfloat16,
    };

    /// <summary>How many episodes of a kind of builder are kept apart in each round, of so many that are watched.</summary>
    public static int EpisodesApart(int watched) => Math.Min(32, (watched + 9) / 10);

    /// <summary>How what is kept apart is shown: as it is.</summary>
    public TrainingOptions OptionsApart => Usual with { Seed = Seed, Turned = false, Repainted = 0 };

    /// <summary>Recordings, each as often as it counts.</summary>
    public static IReadOnlyList<string> Weighted(IReadOnlyList<string> scripted, IReadOnlyList<string> models) =>
        [.. scripted, .. models.SelectMany(file => Enumerable.Repeat(file, WeightOfModels))];
}
