using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Evaluate;

/// <summary><c>blockassist evaluate</c>: how good models are.</summary>
internal static class EvaluateCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "evaluate",
            "Measures models: by people that they have not learnt from, by letting them build, and by how much they help.",
            new Example("blockassist evaluate human --data episodes --leave-one-participant-out", "how well people are foreseen"),
            new Example("blockassist evaluate assistant --houses houses --episodes 24", "what help is worth to them"),
            new Example("blockassist evaluate belief --houses houses --episodes 24", "how well the assistant infers what they build"));
        group.Add(EvaluateHumanCommand.Create());
        group.Add(EvaluateAssistantCommand.Create());
        group.Add(EvaluateBeliefCommand.Create());
        return group;
    }
}
