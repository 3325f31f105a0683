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
            "Measures models: by people that they have not learnt from, and by letting them build.",
            new Example("blockassist evaluate human --data episodes --leave-one-participant-out", "how well people are foreseen"));
        group.Add(EvaluateHumanCommand.Create());
        return group;
    }
}
