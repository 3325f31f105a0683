using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;

namespace BlockAssist.Cli.Training;

/// <summary>How human models are trained unless somebody asks for something else: scripted play first, then people's.</summary>
/// <param name="Network">The size of the network.</param>
/// <param name="ScriptedSteps">How many steps of scripted play.</param>
/// <param name="Steps">How many steps of people's play.</param>
/// <param name="Seed">Fixes all that chance decides.</param>
/// <param name="Turned">Whether windows are turned and mirrored at random.</param>
/// <param name="Bfloat16">Whether the network computes in bfloat16.</param>
internal sealed record HumanRecipe(HumanNetworkOptions Network, int ScriptedSteps, int Steps, ulong Seed, bool Turned = true, bool Bfloat16 = false)
{
    // What people built alone counts threefold: there each of their turns is their own.
    private const int WeightOfAlone = 3;

    /// <summary>The stage that scripted play is learnt in.</summary>
    public TrainingStage ScriptedStage(HumanNetwork network, DemonstrationSet scripted) => new(
        "scripted play",
        new HumanLessons(network, scripted),
        new TrainingOptions { Steps = ScriptedSteps, Rate = 3e-3, Decay = 0.05, Averaging = 0.98, Seed = Seed, Turned = Turned, Bfloat16 = Bfloat16 });

    /// <summary>The stage that people's play is learnt in.</summary>
    public TrainingStage PeopleStage(HumanNetwork network, DemonstrationSet people) => new(
        "people",
        new HumanLessons(network, new DemonstrationSet([.. people.Demonstrations.SelectMany(one => Enumerable.Repeat(one, one.Split == "alone" ? WeightOfAlone : 1))])),
        new TrainingOptions { Steps = Steps, Rate = 1e-3, Decay = 0.3, Averaging = 0.99, Seed = Seed + 1, Turned = Turned, Bfloat16 = Bfloat16 });
}
