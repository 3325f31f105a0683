using Stateless;
using Stateless.Graph;

namespace BlockAssist.Cli.Lifecycle;

/// <summary>In which order a node does what it does: play, learn, share, post, and again. A stage that fails is left like one that is done; only play is never skipped.</summary>
/// <param name="stage">Where it is.</param>
internal sealed class NodeLifecycle(LoopStage stage)
{
    private readonly StateMachine<LoopStage, LoopStep> _machine = Machine(stage);

    /// <summary>Where it is.</summary>
    public LoopStage Stage => _machine.State;

    /// <summary>Goes on.</summary>
    /// <exception cref="InvalidOperationException">That does not come next.</exception>
    public void Take(LoopStep step) => _machine.Fire(step);

    /// <summary>The stages and what leads from one to another, as a Mermaid diagram.</summary>
    public static string ToMermaid() => MermaidGraph.Format(Machine(LoopStage.Idle).GetInfo(), MermaidGraphDirection.LeftToRight);

    private static StateMachine<LoopStage, LoopStep> Machine(LoopStage stage)
    {
        var machine = new StateMachine<LoopStage, LoopStep>(stage);
        machine.Configure(LoopStage.Idle).Permit(LoopStep.Play, LoopStage.Playing).Permit(LoopStep.End, LoopStage.Done);
        machine.Configure(LoopStage.Playing).Permit(LoopStep.Recorded, LoopStage.Learning);
        machine.Configure(LoopStage.Learning).Permit(LoopStep.Learnt, LoopStage.Sharing);
        machine.Configure(LoopStage.Sharing).Permit(LoopStep.Shared, LoopStage.Posting);
        machine.Configure(LoopStage.Posting).Permit(LoopStep.Posted, LoopStage.Idle);
        return machine;
    }
}
