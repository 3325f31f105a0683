using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Commands.Models;

/// <summary>What the model verbs are told, and where they look.</summary>
internal static class ModelInput
{
    private const int LeastDigits = 4;

    /// <summary>A model by its hash.</summary>
    public static Argument<string> Hash()
    {
        var hash = new Argument<string>("HASH") { Description = $"The model's hash, or its first digits; at least {LeastDigits}." };
        hash.Validators.Add(result =>
        {
            var digits = result.GetValueOrDefault<string>();
            if (digits is { Length: < LeastDigits or > ContentHash.Digits } || digits?.All(char.IsAsciiHexDigitLower) == false)
            {
                result.AddError($"a hash is {LeastDigits} to {ContentHash.Digits} small hexadecimal digits, not '{digits}'");
            }
        });
        return hash;
    }

    /// <summary>The models of the node.</summary>
    public static ModelRegistry Registry(CommandContext context) => new(context.Home.Models, context.Surroundings.Clock);

    /// <summary>What a checkpoint plays, by the network that it is of.</summary>
    public static ModelKind KindOf(Checkpoint checkpoint, string file) => checkpoint.Network switch
    {
        HumanNetwork.Name => ModelKind.Human,
        BeliefNetwork.Name => ModelKind.Assistant,
        _ => throw new ForeseenException($"{file} is a checkpoint of a network '{checkpoint.Network}'; a human or an assistant was expected"),
    };
}
