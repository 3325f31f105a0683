using System.CommandLine;
using BlockAssist.Cli.Assistance;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Evaluate;

/// <summary><c>blockassist evaluate belief</c>: how well the assistant infers goals.</summary>
internal static class EvaluateBeliefCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var data = new Option<string[]>("--data") { Description = "Files or folders of recorded episodes to measure by; without them the human model plays some.", HelpName = "DIR...", AllowMultipleArgumentsPerToken = true };
        var houses = new Option<string[]>("--houses") { Description = "Blueprint files or folders that it builds; by default made-up goals of every kind.", HelpName = "DIR...", AllowMultipleArgumentsPerToken = true };
        var episodes = Ranged.Option("--episodes", "How many it builds.", 50, (1, 1_000_000));
        var human = new Option<string?>("--human") { Description = "The human model: a file, or the start of a hash; by default the one that plays.", HelpName = "MODEL" };
        var assistant = new Option<string?>("--assistant") { Description = "The model that infers: a checkpoint, or the start of a hash; by default the one that plays.", HelpName = "MODEL" };
        var moments = Ranged.Option("--moments", "How many moments of each episode are measured, spread over its steps.", 20, (1, 1000));
        var seed = Ranged.Seed("Fixes what is built, and how.");
        var verb = new Verb(
            "belief",
            "How well the assistant infers what is being built: how likely it holds what comes to stand, how far it can be believed, beside the base rate.",
            new Example("blockassist evaluate belief --houses houses --episodes 48", "real houses, as the human model builds them"),
            new Example("blockassist evaluate belief --data episodes --json", "what people built"))
        {
            data, houses, episodes, human, assistant, moments, seed,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(data) is { Length: > 0 } && result.GetValue(houses) is { Length: > 0 })
            {
                result.AddError($"{houses.Name} is for play, {data.Name} is play that is there already: only one of them can be.");
            }
        });
        verb.Runs((parsed, context, cancellation) =>
        {
            var order = new BeliefOrder(
                parsed.GetValue(data) is { Length: > 0 } paths ? paths : null,
                parsed.GetValue(houses) ?? [],
                parsed.GetValue(episodes),
                parsed.GetValue(human),
                parsed.GetValue(assistant),
                parsed.GetValue(moments),
                parsed.GetValue(seed));
            context.Output.Result(BeliefRun.Of(context, order, cancellation), AssistanceJson.Default.BeliefReport, BeliefTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
